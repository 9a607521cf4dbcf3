package dirsh.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StampTest {

    private static Stamp at(String moment) {
        return new Stamp(Instant.parse(moment).toEpochMilli() / 10);
    }

    private static String element(String moment) {
        StringBuilder out = new StringBuilder();
        at(moment).appendTo(out);
        return out.toString();
    }

    @Test
    void a_moment_is_the_second_half_of_a_unid() {
        assertThat(HexFormat.of().toHexDigits(at("2024-03-11T08:15:00Z").timedate()))
                .isEqualTo("41258add002d5190");
        assertThat(HexFormat.of().toHexDigits(at("2020-07-29T13:43:23.37Z").timedate()))
                .isEqualTo("c12585b4004b6231");
    }

    @Test
    void daylight_saving_begins_and_ends_on_last_sundays() {
        assertThat(element("2024-03-31T00:59:59.99Z")).isEqualTo("<datetime>20240331T015959,99+01</datetime>");
        assertThat(element("2024-03-31T01:00:00Z")).isEqualTo("<datetime dst='true'>20240331T030000,00+02</datetime>");
        assertThat(element("2024-10-27T00:59:59Z")).isEqualTo("<datetime dst='true'>20241027T025959,00+02</datetime>");
        assertThat(element("2024-10-27T01:00:00Z")).isEqualTo("<datetime>20241027T020000,00+01</datetime>");
    }
}
