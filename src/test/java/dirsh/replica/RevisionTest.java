package dirsh.replica;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.model.NotesTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RevisionTest {

    @Test
    void the_higher_sequence_is_newer_whatever_the_time() {
        assertThat(new Revision(3, 100).isNewer(new Revision(2, 900))).isTrue();
        assertThat(new Revision(2, 900).isNewer(new Revision(3, 100))).isFalse();
    }

    @Test
    void of_equal_sequences_the_later_time_wins_and_both_were_saved_apart() {
        assertThat(new Revision(3, 200).isNewer(new Revision(3, 100))).isTrue();
        assertThat(new Revision(3, 200).isRival(new Revision(3, 100))).isTrue();
        assertThat(new Revision(4, 200).isRival(new Revision(3, 100))).isFalse();
    }

    @Test
    void what_is_not_known_tells_nothing_apart() {
        Revision known = new Revision(3, 100);
        assertThat(known.isSame(new Revision(3, Revision.UNKNOWN))).isTrue();
        assertThat(known.isSame(new Revision(0, 100))).isTrue();
        assertThat(known.isSame(new Revision(0, Revision.UNKNOWN))).isTrue();
        assertThat(known.isSame(new Revision(2, Revision.UNKNOWN))).isFalse();
        assertThat(new Revision(0, Revision.UNKNOWN).isNewer(known)).isFalse();
        assertThat(new Revision(3, Revision.UNKNOWN).isKnown()).isFalse();
    }

    @Test
    void a_moment_is_the_same_in_every_zone() {
        NotesTime there = new NotesTime(
                LocalDate.of(2024, 6, 12), LocalTime.of(8, 15, 1, 930_000_000), ZoneOffset.ofHours(2), true);
        NotesTime here =
                new NotesTime(LocalDate.of(2024, 6, 12), LocalTime.of(6, 15, 1, 930_000_000), ZoneOffset.UTC, false);
        assertThat(Revision.time(there)).isEqualTo(Revision.time(here)).isEqualTo(171_817_290_193L);
        assertThat(Revision.time(null)).isEqualTo(Revision.UNKNOWN);
    }
}
