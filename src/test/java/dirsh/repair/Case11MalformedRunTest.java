package dirsh.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.faults.Mutants;
import dirsh.home.Home;
import dirsh.model.DirshException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files that dirsh keeps of a run: each is read, or refused in one line that names it; the other runs are listed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case11MalformedRunTest {

    private static final Path GOLDEN = Path.of("src/test/resources/dirsh/golden/runs/run-2");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"journal.jsonl", "summary.json", "verified.json", "plan.json"})
    void every_damaged_file_of_a_run_is_read_or_refused_in_one_line_that_names_it(String name) throws IOException {
        RunStore runs = new RunStore(new Home(folder), Clock.systemUTC());
        copy(folder.resolve("runs/run"));
        copy(folder.resolve("runs/whole"));
        Path file = folder.resolve("runs/run").resolve(name);
        int[] refused = {0};
        new Mutants(whole(name), 3, "\"", ",", "{", "}", "\0", "1e999999999", "null", "99").each(mutant -> {
            write(file, mutant.content());
            List<String> told = new ArrayList<>();
            try {
                assertThat(runs.list(told::add)).extracting(RunSummary::id).contains("whole");
                runs.load("run");
                runs.verified("run");
            } catch (DirshException e) {
                told.add(e.problem());
                assertThat(e.tryThis()).as("%s", mutant).doesNotContain("\n");
            } catch (RuntimeException e) {
                throw new AssertionError("neither read nor refused: " + mutant, e);
            }
            assertThat(told).as("%s", mutant).allSatisfy(line -> assertThat(line)
                    .contains("run")
                    .doesNotContain("\n", "\r", "Exception", "java.", "Jane", "Doe"));
            refused[0] += told.isEmpty() ? 0 : 1;
        });
        assertThat(refused[0]).isGreaterThan(Mutants.COUNT / 8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary.json", "verified.json"})
    void what_is_refused_has_the_line(String name) throws IOException {
        RunStore runs = new RunStore(new Home(folder), Clock.systemUTC());
        copy(folder.resolve("runs/run"));
        Path file = folder.resolve("runs/run").resolve(name);
        new Mutants(whole(name), 3).atEvery('"', mutant -> {
            write(file, mutant.content());
            Optional<String> problem = problem(runs);
            assertThat(problem).as("%s", mutant).isPresent();
            assertThat(problem.get()).as("%s", mutant).contains(file + ":" + mutant.line() + ":");
        });
    }

    private static Optional<String> problem(RunStore runs) {
        try {
            runs.summary("run");
            runs.verified("run");
            return Optional.empty();
        } catch (DirshException e) {
            return Optional.of(e.problem());
        }
    }

    /** The golden run was not verified: this is what a verification leaves. */
    private static String whole(String name) throws IOException {
        if (name.equals("verified.json")) {
            return """
                    {
                     "schema": 1,
                     "at": "2026-01-02T03:04:05Z",
                     "export": "acme.csv",
                     "content": "00ff",
                     "people": [
                      {
                       "unid": "7E3A91C4D25F4B0841258ADD002D5106",
                       "stored": "held",
                       "exchange": "not yet",
                       "seenAt": "",
                       "seenIn": "",
                       "reported": "no"
                      }
                     ]
                    }
                    """;
        }
        return Files.readString(GOLDEN.resolve(name));
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path run) throws IOException {
        Files.createDirectories(run);
        try (Stream<Path> files = Files.list(GOLDEN)) {
            for (Path file : files.toList()) {
                Files.copy(file, run.resolve(file.getFileName()));
            }
        }
    }
}
