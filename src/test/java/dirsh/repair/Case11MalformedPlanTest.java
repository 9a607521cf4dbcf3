package dirsh.repair;

import static dirsh.faults.Refusal.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.faults.Mutants;
import dirsh.faults.Refusal;
import dirsh.model.DirshException;
import dirsh.source.AddressBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged plan files: each is refused in one line with the place, or still says the same. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case11MalformedPlanTest {

    /** Nobody can tell where a plan was changed that holds together but for its hash, or is of another version. */
    private static final String CHANGED =
            "plan p\\.json (was changed after it was made: its content does not match its hash|has schema \\d+; .*)";

    @TempDir
    Path folder;

    @Test
    void every_damaged_plan_is_refused_in_one_line_with_its_place_or_still_the_same() throws IOException {
        Plan plan = plan();
        int[] refused = {0};
        new Mutants(text(plan), 9, "\"", ",", "{", "}", "[", "]", ":", "\\", "\\u12", "\0", "1e999999999", "null")
                .each(mutant -> {
                    Optional<Refusal> refusal = Refusal.of(mutant, () -> {
                        Plan read = read(mutant.content());
                        if (read != null) {
                            assertThat(read.kept()).as("%s", mutant).isEqualTo(plan.kept());
                        }
                        return read;
                    });
                    if (!mutant.text()) {
                        assertThat(refusal).as("%s", mutant).isPresent();
                        refusal.get().near(mutant.line(), mutant);
                    }
                    refused[0] += refusal.isPresent() ? 1 : 0;
                });
        assertThat(refused[0]).isGreaterThan(Mutants.COUNT / 4);
    }

    @Test
    void a_plan_cut_off_anywhere_is_refused_at_its_end() {
        String text = text(plan());
        for (char mark : new char[] {'"', '\n', '}'}) {
            new Mutants(text, 9).atEvery(mark, mutant -> {
                // White space behind the last brace is no part of the plan.
                if (mutant.content().length < text.length() - 1) {
                    assertThat(Refusal.of(mutant, () -> read(mutant.content())))
                            .as("%s", mutant)
                            .isPresent()
                            .get()
                            .satisfies(refusal -> refusal.near(mutant.line(), mutant));
                }
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '`',
            textBlock =
                    """
                    "sequence": 2^"sequence": "SECRET"^'sequence' is not a whole number
                    "mode": "toggle"^"mode": "SECRET"^'mode' is not toggle or direct
                    "unid": "^"unid": "SECRET^'unid' is not a UNID
                    "noteId": "^"noteId": "SECRET^'noteId' is not hexadecimal
                    "inExchange": "^"inExchange": "SECRET^'inExchange' is not yes, no or unknown
                    "schema": 2^"schema": true^'schema' is not a whole number
                    """)
    void a_member_of_another_kind_is_named_with_its_line_and_not_repeated(String was, String is, String what)
            throws IOException {
        String text = text(plan());
        assertThat(text).contains(was);
        long line = text.substring(0, text.indexOf(was)).lines().count();
        assertThatThrownBy(() -> read(text.replace(was, is).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(DirshException.class, e -> assertThat(e.problem())
                        .matches("p\\.json:" + line + ":\\d+: .*")
                        .endsWith(what)
                        .doesNotContain(SECRET));
    }

    private Plan plan() {
        Path file = Export.write(folder.resolve("names.dxl"), Export.flag(SECRET), Export.flag("1"), "");
        try {
            Files.writeString(file, Files.readString(file).replace("Jane", SECRET));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (AddressBook book = Export.open(file)) {
            return Export.plan(book, RepairMode.TOGGLE);
        }
    }

    private String text(Plan plan) {
        try {
            Path file = folder.resolve("whole.json");
            Files.deleteIfExists(file);
            PlanFile.write(plan, file);
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The plan; nothing where all but the hash or the version holds. */
    private @Nullable Plan read(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("p.json"), content);
        try {
            return PlanFile.read(file, "p.json");
        } catch (DirshException e) {
            if (e.problem().matches(CHANGED)) {
                return null;
            }
            throw e;
        }
    }
}
