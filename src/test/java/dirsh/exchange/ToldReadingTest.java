package dirsh.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.model.Cancellation;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far the reading of an export is, as whoever reads it hears. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ToldReadingTest {

    private static final String CSV_ROW = "Jane Doe,jane%06d%n";
    private static final String LDIF_ENTRY = "dn: cn=jane%1$06d,o=Acme%nmail: jane%1$06d@acme.example%n%n";

    @TempDir
    private Path folder;

    @Test
    void csv_is_told_in_MB_from_the_first_to_the_last() throws IOException {
        assertThat(toldOf(csv(2_900_000, StandardCharsets.UTF_8)))
                .isEqualTo(List.of("0 of 2 MB", "1 of 2 MB", "2 of 2 MB"));
    }

    @Test
    void ldif_is_told_in_MB_from_the_first_to_the_last() throws IOException {
        assertThat(toldOf(Exports.ldif("x.ldif", written("x.ldif", "", LDIF_ENTRY, 2_900_000, StandardCharsets.UTF_8))))
                .isEqualTo(List.of("0 of 2 MB", "1 of 2 MB", "2 of 2 MB"));
    }

    @Test
    void what_counts_are_the_bytes_of_the_file_and_not_its_characters() throws IOException {
        assertThat(toldOf(csv(1_450_000, StandardCharsets.UTF_16)))
                .isEqualTo(List.of("0 of 2 MB", "1 of 2 MB", "2 of 2 MB"));
    }

    @Test
    void a_file_that_a_second_thread_reads_ahead_is_told_by_what_was_taken() throws IOException {
        assertThat(toldOf(csv(6_900_000, StandardCharsets.UTF_8)))
                .containsExactly(
                        "0 of 6 MB", "1 of 6 MB", "2 of 6 MB", "3 of 6 MB", "4 of 6 MB", "5 of 6 MB", "6 of 6 MB");
    }

    @Test
    void a_small_file_is_read_without_a_word() throws IOException {
        assertThat(toldOf(csv(999_000, StandardCharsets.UTF_8))).isEmpty();
    }

    private RecipientSource csv(int characters, Charset charset) throws IOException {
        return Exports.csv("x.csv", written("x.csv", "DisplayName,Alias\n", CSV_ROW, characters, charset));
    }

    private Path written(String name, String header, String record, int characters, Charset charset)
            throws IOException {
        StringBuilder text = new StringBuilder(header);
        for (int i = 0; text.length() < characters; i++) {
            text.append(record.formatted(i));
        }
        return Files.writeString(folder.resolve(name), text, charset);
    }

    /** What was told, in this order, each once. */
    private static List<String> toldOf(RecipientSource source) {
        List<String> told = new ArrayList<>();
        source.scan(new Cancellation(), new RecipientSink() {
            @Override
            public void recipient(Recipient recipient) {}

            @Override
            public void passed(long done, long total, String unit) {
                String now = done + " of " + total + " " + unit;
                if (told.isEmpty() || !now.equals(told.get(told.size() - 1))) {
                    told.add(now);
                }
            }
        });
        return told;
    }
}
