package dirsh.exchange;

import static dirsh.faults.Refusal.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.faults.Mutants;
import dirsh.faults.Refusal;
import dirsh.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged exports of Exchange as CSV: each is read, or refused in one line with the place. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case11MalformedCsvTest {

    private static final String EXPORT =
            """
            #TYPE Selected.Microsoft.Exchange.Data.X
            "DisplayName","Alias","PrimarySmtpAddress","EmailAddresses","Title"
            "SECRET J\u00f6rg","SECRETa","SECRETa@acme.com","SMTP:SECRETa@acme.com;NOTES:SECRET A/Acme@HQ","SECRET
            two lines"
            "SECRET Jane","SECRETb","SECRETb@acme.com","SMTP:SECRETb@acme.com","SECRET \""x\"""
            "X'534543524554'","SECRETc","SECRETc@acme.com","SMTP:SECRETc@acme.com","U0VDUkVUU0VDUkVU"
            """;

    @TempDir
    Path folder;

    @Test
    void every_damaged_file_is_read_or_refused_in_one_line_with_its_place() {
        int[] refused = {0};
        mutants().each(mutant -> {
            Optional<Refusal> refusal = read(mutant);
            if (!mutant.text()) {
                assertThat(refusal).as("%s", mutant).isPresent();
                refusal.get().near(mutant.line(), mutant);
            }
            refused[0] += refusal.isPresent() ? 1 : 0;
        });
        assertThat(refused[0]).isGreaterThan(Mutants.COUNT / 8);
    }

    @Test
    void a_file_cut_off_before_a_closing_quote_is_refused_at_the_row_it_ends_in() {
        int[] open = {0};
        mutants().atEvery('"', mutant -> {
            Optional<Refusal> refusal = read(mutant);
            refusal.ifPresent(found -> found.near(mutant.line(), mutant));
            open[0] += refusal.isPresent() ? 1 : 0;
        });
        assertThat(open[0]).isGreaterThan(20);
    }

    @Test
    void a_line_of_a_megabyte_is_read() throws IOException {
        Files.writeString(folder.resolve("r.csv"), "Alias,Title\na," + "x".repeat(1 << 20) + "\n");

        assertThat(Exports.Read.of(Exports.csv("r.csv", folder.resolve("r.csv")))
                        .recipients())
                .singleElement()
                .satisfies(recipient ->
                        assertThat(recipient.attributes().get("title")).hasSize(1 << 20));
    }

    private static Mutants mutants() {
        assertThat(EXPORT).contains(SECRET);
        return new Mutants(EXPORT, 26, "\"", ",", ";", "\t", "\0", "\"\"", "\",\"", "#TYPE", "\u00df");
    }

    private Optional<Refusal> read(Mutants.Mutant mutant) {
        return Refusal.of(mutant, () -> {
            Path file = Files.write(folder.resolve("r.csv"), mutant.content());
            Exports.Read read = Exports.Read.of(Exports.csv("r.csv", file));
            for (Problem problem : read.problems()) {
                Refusal.checked(problem, mutant);
            }
            return read;
        });
    }
}
