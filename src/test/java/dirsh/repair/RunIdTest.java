package dirsh.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RunIdTest {

    private static final Instant NOW = Instant.parse("2026-11-22T14:52:18.9Z");

    @Test
    void first_run_of_a_second_is_named_by_the_second_and_its_plan() {
        assertThat(RunId.next(NOW, "7a5b64588de1", List.of())).isEqualTo("20261122-145218-7a5b");
        assertThat(RunId.next(NOW, "7a5b64588de1", List.of("20261122-145217-ffff", "notes")))
                .isEqualTo("20261122-145218-7a5b");
    }

    @Test
    void hundred_runs_of_one_second_sort_as_they_began_whatever_their_plans() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            ids.add(RunId.next(NOW, String.format("%04x", 0xffff - 600 * i), ids));
        }
        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(ids.get(1)).isEqualTo("20261122-145218b-fda7");
        assertThat(ids.get(26)).startsWith("20261122-145218zb-");
    }

    @Test
    void clock_that_is_put_back_changes_nothing_about_the_order() {
        String before = RunId.next(NOW, "7a5b64588de1", List.of());
        String after = RunId.next(Instant.parse("1990-01-01T00:00:00Z"), "00aa", List.of(before));
        assertThat(after).isEqualTo("20261122-145218b-00aa");
        assertThat(RunId.next(NOW.plusSeconds(1), "0000", List.of(before, after)))
                .isEqualTo("20261122-145219-0000");
    }

    @Test
    void names_of_an_older_dirsh_sort_before_those_that_follow() {
        List<String> ids = new ArrayList<>(List.of("20261122-145218-7a5b", "20261122-145218-7a5b-2"));
        ids.add(RunId.next(NOW, "0001", ids));
        assertThat(ids).isSorted();
        assertThat(ids.get(2)).isEqualTo("20261122-145218b-0001");
    }
}
