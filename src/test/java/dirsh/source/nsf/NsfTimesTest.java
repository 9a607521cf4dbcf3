package dirsh.source.nsf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NsfTimesTest {

    /** 2000-01-01. */
    private static final long DAY = 2_451_545;

    private static long stored(int zone, long day, long time) {
        return ((long) zone << 56) | (day << 32) | (time & 0xFFFFFFFFL);
    }

    @ParameterizedTest
    @CsvSource({
        "0x05, 2000-01-01 07:00:00.00 -05:00, false",
        "0x85, 2000-01-01 08:00:00.00 -04:00, true",
        "0x41, 2000-01-01 13:00:00.00 +01:00, false",
        "0xC1, 2000-01-01 14:00:00.00 +02:00, true",
        "0x48, 2000-01-01 20:00:00.00 +08:00, false",
        "0x65, 2000-01-01 17:30:00.00 +05:30, false",
        "0x00, 2000-01-01 12:00:00.00 Z, false"
    })
    void noon_in_GMT_is_told_in_the_zone_of_the_writer(String zone, String text, boolean daylightSaving) {
        var time = NsfTimes.of(stored(Integer.decode(zone), DAY, 4_320_000)).orElseThrow();
        assertThat(time).hasToString(text);
        assertThat(time.daylightSaving()).isEqualTo(daylightSaving);
        assertThat(time.instant()).hasToString("Optional[2000-01-01T12:00:00Z]");
    }

    @Test
    void a_date_alone_is_not_moved_by_the_zone() {
        assertThat(NsfTimes.of(stored(0x4C, DAY, -1)).orElseThrow()).hasToString("2000-01-01");
    }

    @Test
    void a_time_alone_has_no_date() {
        assertThat(NsfTimes.of(stored(0x05, 0xFFFFFF, 0)).orElseThrow()).hasToString("19:00:00.00 -05:00");
    }

    @Test
    void empty_and_any_time_are_valid_and_no_time() {
        for (long none : new long[] {0, stored(0, 0xFFFFFF, -1)}) {
            assertThat(NsfTimes.isValid(none)).isTrue();
            assertThat(NsfTimes.of(none)).isEqualTo(Optional.empty());
        }
    }

    @Test
    void more_than_a_day_and_absurd_days_are_not_valid() {
        assertThat(NsfTimes.isValid(stored(0, DAY, 8_640_000))).isFalse();
        assertThat(NsfTimes.isValid(stored(0, DAY, -2))).isFalse();
        assertThat(NsfTimes.isValid(stored(0, 1, 0))).isFalse();
        assertThat(NsfTimes.isValid(stored(0, 0xFFFFFE, 0))).isFalse();
        assertThat(NsfTimes.of(stored(0, 1, 0))).isEmpty();
    }
}
