package dirsh.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.home.Home;
import dirsh.json.JsonObject;
import dirsh.model.DirshException;
import dirsh.model.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Plans and runs that earlier versions left are read; those of a later version are refused.
 *
 * <p>Every file in {@code golden/plans} and every folder in {@code golden/runs} is looked at, so that a new schema needs
 * nothing here but its own files. They are never written anew.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Case28OldJournalsAndPlansTest {

    private static final Path GOLDEN = Path.of("src/test/resources/dirsh/golden");

    @TempDir
    Path folder;

    static List<Path> plans() throws IOException {
        return content(GOLDEN.resolve("plans"));
    }

    static List<Path> runs() throws IOException {
        return content(GOLDEN.resolve("runs"));
    }

    @Test
    void every_schema_of_plans_has_its_golden_file() throws IOException {
        for (int schema = 1; schema <= Plan.SCHEMA; schema++) {
            assertThat(plans()).contains(GOLDEN.resolve("plans/plan-" + schema + ".json"));
        }
        for (int schema = 1; schema <= Journal.SCHEMA; schema++) {
            assertThat(runs()).contains(GOLDEN.resolve("runs/run-" + schema));
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void plan_is_read_under_its_old_id_and_written_as_it_was(Path file) throws IOException {
        JsonObject data = JsonObject.read("plan", Files.readString(file));
        Plan plan = PlanFile.read(file);
        assertThat(plan.id()).isEqualTo(data.text("id"));
        assertThat(plan.hash()).isEqualTo(data.text("hash"));
        assertThat(plan.schema()).isEqualTo(data.number("schema"));
        assertThat(plan.size()).isEqualTo(data.objects("changes").size()).isPositive();

        Path again = folder.resolve("again.json");
        PlanFile.write(plan, again);
        assertThat(again).hasSameTextualContentAs(file);
    }

    @ParameterizedTest
    @MethodSource("plans")
    void plan_is_shown_as_a_diff(Path file) {
        Plan plan = PlanFile.read(file);
        List<Page.Section> sections = new PlanDiff(plan).sections();
        assertThat(sections).hasSize(plan.size() + 1);
        for (Page.Section section : sections.subList(1, sections.size())) {
            assertThat(section.lines()).anyMatch(line -> line.startsWith("- ") && line.length() > 3);
            assertThat(section.lines()).anyMatch(line -> line.startsWith("+ ") && line.length() > 3);
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void plan_of_a_later_schema_is_refused_in_one_line(Path file) throws IOException {
        String text = Files.readString(file).replaceFirst("\"schema\": \\d+", "\"schema\": 99");
        Path later = Files.writeString(folder.resolve("later.json"), text);
        assertThatThrownBy(() -> PlanFile.read(later, "later.json")).isInstanceOfSatisfying(DirshException.class, e -> {
            assertThat(e.outcome()).isEqualTo(DirshException.Outcome.BAD_INPUT);
            assertThat(e.problem()).isEqualTo("plan later.json has schema 99; this dirsh reads 1 to " + Plan.SCHEMA);
        });
    }

    @ParameterizedTest
    @MethodSource("runs")
    void run_is_read_with_what_became_of_each_document(Path golden) throws IOException {
        RunStore store = store(golden);
        JsonObject kept = JsonObject.read("summary", Files.readString(golden.resolve("summary.json")));
        Run run = store.load("run");
        assertThat(run.state()).hasToString(kept.text("state"));
        assertThat(run.entries()).hasSize(kept.number("planned"));
        assertThat(run.count(Outcome.DONE)).isEqualTo(kept.number("done")).isPositive();
        assertThat(run.count(Outcome.REFUSED)).isEqualTo(kept.number("refused"));
        assertThat(run.entries())
                .filteredOn(entry -> entry.outcome() == Outcome.REFUSED)
                .allMatch(entry -> !entry.reason().isEmpty());
        assertThat(store.list(problem -> assertThat(problem).isEmpty())).containsExactly(run.summary());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void journal_of_a_later_schema_is_refused_in_one_line(Path golden) throws IOException {
        RunStore store = store(golden);
        Path journal = store.folder("run").resolve(Journal.FILE);
        Files.delete(journal);
        try (JournalFile file = JournalFile.open(journal, (record, offset, length) -> {})) {
            Map<String, Object> start = new LinkedHashMap<>();
            start.put("record", "start");
            start.put("at", "2026-01-02T03:04:05Z");
            start.put("schema", 99);
            file.append(start);
        }
        assertThatThrownBy(() -> store.load("run")).isInstanceOfSatisfying(DirshException.class, e -> {
            assertThat(e.problem()).contains("has schema 99; this dirsh reads").doesNotContain("\n");
            assertThat(e.tryThis()).isNotEmpty();
        });
    }

    /** A home with a copy of the run in it. */
    private RunStore store(Path golden) throws IOException {
        Home home = new Home(folder.resolve("home"));
        Path run = Files.createDirectories(home.runs().resolve("run"));
        for (Path file : content(golden)) {
            Files.copy(file, run.resolve(file.getFileName()));
        }
        return new RunStore(home, Clock.systemUTC());
    }

    private static List<Path> content(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
