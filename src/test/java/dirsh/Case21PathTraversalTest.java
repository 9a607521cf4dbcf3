package dirsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of runs, plans and plugins lead nowhere but to their folder, and files only where the user says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case21PathTraversalTest {

    @TempDir
    private Path folder;

    private Workplace workplace;

    @BeforeEach
    void aRunAndAPlan() throws IOException {
        workplace = Workplace.in(Files.createDirectory(folder.resolve("work")));
        workplace.commands("open acme.dxl; plan --save p.json; apply p.json --yes");
        // A run outside of the folder of runs, which no name of a run may reach.
        Path run = onlyRun();
        Path outside = Files.createDirectory(folder.resolve("outside"));
        for (String name : List.of("plan.json", "journal.jsonl", "summary.json")) {
            Files.copy(run.resolve(name), outside.resolve(name));
        }
    }

    private Path onlyRun() throws IOException {
        try (Stream<Path> runs = Files.list(workplace.folder().resolve(".dirsh/runs"))) {
            return runs.findFirst().orElseThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../outside", "ABSOLUTE", "..", ".", "../runs/RUN", "./RUN", "RUN/", "RUN/../RUN"})
    void a_name_of_a_run_is_no_path(String name) throws IOException {
        String run = onlyRun().getFileName().toString();
        String path =
                name.replace("ABSOLUTE", folder.resolve("outside").toString()).replace("RUN", run);
        Set<String> before = files();
        for (String command :
                List.of("runs '%s'", "resume '%s' --yes", "undo '%s' --yes", "verify '%s'", "rate '%s' 5")) {
            Workplace.Ran ran = workplace.commands("open acme.dxl; " + String.format(command, path));
            // A path that comes back to the run itself is the run.
            if (!path.contains(run)) {
                assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
            }
            assertThat(ran.err()).as(ran.toString()).doesNotContain("Exception");
        }
        Set<String> after = files();
        after.removeIf(file -> file.contains(".dirsh"));
        before.removeIf(file -> file.contains(".dirsh"));
        assertThat(after).isEqualTo(before);
        assertThat(folder.resolve("outside/rate")).doesNotExist();
        assertThat(folder.resolve("outside/verified.json")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "/tmp/dirsh-evil", "a/b", "..", ".", "", "a\\\\b", "-x", "evil.groovy"})
    void a_name_of_a_plugin_is_no_path(String name) throws IOException {
        Set<String> before = files();
        Workplace.Ran ran = workplace.commands("plugin new '" + name + "'");
        assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
        assertThat(files()).isEqualTo(before);
        assertThat(Path.of("/tmp/dirsh-evil")).doesNotExist();
    }

    @Test
    void a_file_name_with_a_NUL_is_refused_in_two_lines_wherever_one_is_taken() {
        for (String command : List.of(
                "open 'a\0b.dxl'",
                "exchange 'a\0b.csv'",
                "apply 'a\0b' --yes",
                "plan --save 'a\0b.json'",
                "plan --show 'a\0b.json'",
                "snapshot 'a\0b'",
                "diagnose --since 'a\0b'",
                "report 'a\0b.html'",
                "report 'a\0b.csv'",
                "kit p.json 'a\0b'",
                "sample 'a\0b' --people 3",
                "connector open 'a\0b'",
                "log 'a\0b'",
                "items 'a\0b.dxl' --canonical",
                "rehearse --save 'a\0b'",
                "rehearse --compare 'a\0b'",
                "runs 'a\0b'",
                "resume 'a\0b' --yes",
                "undo 'a\0b' --yes",
                "plugin new 'a\0b'",
                "diagnose | export 'a\0b.csv'",
                "diagnose -o csv > 'a\0b.csv'",
                "verify --log 'a\0b'")) {
            Workplace.Ran ran =
                    workplace.dirsh(List.of("--keep-going"), "open acme.dxl\nexchange acme.csv\n" + command + "\n");
            List<String> lines = ran.err().lines().toList();
            assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
            assertThat(ran.err()).as(ran.toString()).doesNotContain("Exception", "java.", "\0");
            assertThat(lines.get(lines.size() - 1)).as(ran.toString()).startsWith("try: ");
        }
    }

    @Test
    void a_jar_whose_entries_lead_elsewhere_writes_nothing() throws IOException {
        Path plugin = Files.createDirectories(workplace.folder().resolve(".dirsh/plugins/mine"));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(plugin.resolve("mine.jar")))) {
            for (String name : List.of("../../evil.groovy", "/evil", "..\\evil", "META-INF/services/../../evil")) {
                jar.putNextEntry(new JarEntry(name));
                jar.write("evil".getBytes(StandardCharsets.UTF_8));
                jar.closeEntry();
            }
        }
        workplace.commands("plugins; plugins --check; reload");
        assertThat(files()).noneMatch(file -> file.contains("evil"));
    }

    @Test
    void a_store_named_in_a_plan_or_a_book_makes_no_file_of_its_own() throws IOException {
        Path book = workplace.folder().resolve("acme.dxl");
        Files.writeString(
                book,
                Files.readString(book)
                        .replace("86257A1B0042C0DE", "../../../../evil")
                        .replace("names.nsf", "../evil.nsf"));
        workplace.commands("open acme.dxl --as ../evil; diagnose | plan | apply --yes; snapshot s.snap; runs");
        assertThat(files()).noneMatch(file -> file.contains("evil"));
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return new TreeSet<>(
                    all.map(path -> folder.relativize(path).toString()).toList());
        }
    }
}
