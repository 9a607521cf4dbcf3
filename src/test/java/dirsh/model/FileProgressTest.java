package dirsh.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FileProgressTest {

    private final List<String> told = new ArrayList<>();

    private void records(long size, int count, long end) {
        FileProgress progress =
                new FileProgress(size, (done, total, unit) -> told.add(done + " of " + total + " " + unit));
        for (int i = 0; i < count; i++) {
            progress.record(end);
        }
    }

    @Test
    void every_two_hundredth_record_is_told() {
        records(5_999_999, 650, 2_000_000);
        assertThat(told).containsExactly("2 of 5 MB", "2 of 5 MB", "2 of 5 MB");
    }

    @Test
    void a_file_that_grows_while_it_is_read_never_passes_its_end() {
        records(5_000_000, 200, 7_000_000);
        assertThat(told).containsExactly("5 of 5 MB");
    }

    @Test
    void a_file_below_one_MB_is_not_told_of() {
        records(999_999, 650, 500_000);
        assertThat(told).isEmpty();
    }
}
