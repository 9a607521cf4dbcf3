package dirsh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dirsh.home.Home;
import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Case 18 of the list of failures: what dirsh keeps is for its user alone, whatever the umask, and goes through no link. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case18FilePermissionsTest {

    private static final Path SHELL = Path.of("/bin/sh");
    private static final long MOST_SECONDS = 120;

    /** Plugins, plans, runs with journals, locks, the audit log, the history; a repair, a verification and an undo. */
    private static final String EVERYTHING =
            """
            open acme.dxl; exchange acme.csv
            diagnose | plan --save p.json
            apply p.json --yes
            verify
            mine
            new dirsh.home.Home(java.nio.file.Path.of(System.getenv('DIRSH_HOME'))).history()
            """;

    private static final String PLUGIN =
            """
            command('mine') {
                summary 'Say one'
                example 'mine', over: 'acme.dxl'
                run { args, session -> 1 }
            }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void posix() {
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "this system has no POSIX permissions");
    }

    @ParameterizedTest(name = "umask {0}")
    @ValueSource(strings = {"000", "077"})
    void everything_kept_is_for_the_user_alone(String umask) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(SHELL), "this system has no " + SHELL);
        Workplace.in(folder);
        Path home = folder.resolve("kept/home");
        Path plugin = home.resolve("plugins/mine/mine.groovy");
        ownFolders(home.resolve("plugins/mine"));
        Files.writeString(plugin, PLUGIN);
        Files.setPosixFilePermissions(plugin, PosixFilePermissions.fromString("rw-------"));

        String output = run(umask, home);
        assertThat(output).as(output).contains("7 planned: 7 done, 0 refused").contains("7 repaired: 7 held");
        Map<String, String> kept = permissions(home);
        assertThat(kept.keySet())
                .as(output)
                .anyMatch(name -> name.matches("runs/[^/]+/journal.jsonl"))
                .anyMatch(name -> name.matches("runs/[^/]+/plan.json"))
                .anyMatch(name -> name.matches("runs/[^/]+/summary.json"))
                .anyMatch(name -> name.matches("runs/[^/]+/verified.json"))
                .anyMatch(name -> name.matches("locks/.+"))
                .anyMatch(name -> name.matches("cache/.+"))
                .contains("audit.jsonl", "history");
        assertThat(kept).allSatisfy((name, permissions) -> assertThat(permissions)
                .isEqualTo(Files.isDirectory(home.resolve(name)) ? "rwx------" : "rw-------"));
        assertThat(permissions(folder)).containsEntry("p.json", "rw-------");
    }

    @Test
    void link_in_place_of_the_saved_plan_is_refused() throws IOException {
        Workplace workplace = Workplace.in(folder);
        for (String target : List.of("elsewhere", "acme.dxl")) {
            Path link = folder.resolve("to-" + target);
            Files.createSymbolicLink(link, folder.resolve(target));
            Workplace.Ran ran = workplace.commands("open acme.dxl; diagnose | plan --save to-" + target);
            assertThat(ran.code()).as(ran.toString()).isGreaterThanOrEqualTo(2);
            assertThat(ran.err()).as(ran.toString()).contains("to-" + target);
        }
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void link_in_place_of_an_older_plan_is_refused_and_what_it_leads_to_stays() throws IOException {
        Workplace workplace = Workplace.in(folder);
        workplace.commands("open acme.dxl; diagnose | plan --save real.json --limit 1");
        String before = Files.readString(folder.resolve("real.json"));
        Files.createSymbolicLink(folder.resolve("link.json"), folder.resolve("real.json"));
        Workplace.Ran ran = workplace.commands("open acme.dxl; diagnose | plan --save link.json");
        assertThat(ran.err()).as(ran.toString()).contains("link.json is a symbolic link");
        assertThat(Files.readString(folder.resolve("real.json"))).isEqualTo(before);
    }

    @Test
    void link_in_place_of_the_audit_log_is_refused_and_nothing_is_written() throws IOException {
        Workplace workplace = Workplace.in(folder);
        Path home = Files.createDirectory(folder.resolve(".dirsh"));
        Files.createSymbolicLink(home.resolve("audit.jsonl"), folder.resolve("elsewhere"));
        String before = Files.readString(folder.resolve("acme.dxl"));
        Workplace.Ran ran = workplace.commands("open acme.dxl; diagnose | plan | apply --yes");
        assertThat(ran.code()).as(ran.toString()).isEqualTo(3);
        assertThat(ran.err()).as(ran.toString()).contains("audit.jsonl is no plain file");
        assertThat(Files.readString(folder.resolve("acme.dxl"))).isEqualTo(before);
        assertThat(folder.resolve("elsewhere")).doesNotExist();
        assertThat(workplace.commands("audit").err()).contains("audit.jsonl is a symbolic link");
    }

    @ParameterizedTest
    @ValueSource(strings = {"journal.jsonl", "summary.json", "verified.json"})
    void link_in_place_of_a_file_of_a_run_is_refused(String name) throws IOException {
        Workplace workplace = Workplace.in(folder);
        workplace.commands("open acme.dxl; diagnose | plan | apply --yes");
        Path run = onlyRun();
        Path target = folder.resolve("elsewhere");
        Files.deleteIfExists(run.resolve("summary.json"));
        Files.deleteIfExists(run.resolve(name));
        Files.createSymbolicLink(run.resolve(name), target);
        Workplace.Ran ran = workplace.commands("open acme.dxl; exchange acme.csv; resume " + run.getFileName()
                + " --yes; verify " + run.getFileName());
        assertThat(ran.code()).as(ran.toString()).isGreaterThanOrEqualTo(2);
        assertThat(ran.err()).as(ran.toString()).contains(name + " is a symbolic link");
        assertThat(target).doesNotExist();
    }

    @Test
    void link_in_place_of_the_history_is_refused() throws IOException {
        Files.createSymbolicLink(folder.resolve("history"), folder.resolve("elsewhere"));
        assertThatThrownBy(() -> new Home(folder).history())
                .isInstanceOf(DirshException.class)
                .hasMessageContaining("history is no plain file");
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    private Path onlyRun() throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve(".dirsh/runs"))) {
            return runs.findFirst().orElseThrow();
        }
    }

    private static void ownFolders(Path path) throws IOException {
        Files.createDirectories(
                path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private String run(String umask, Path home) throws IOException, InterruptedException {
        Path input = Files.writeString(folder.resolve("input"), EVERYTHING);
        Path output = folder.resolve("output");
        ProcessBuilder builder = new ProcessBuilder(
                SHELL.toString(),
                "-c",
                "umask " + umask + "; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Ddirsh.root=" + Workplace.ROOT,
                "-cp",
                System.getProperty("java.class.path"),
                "dirsh.Main",
                "--keep-going");
        builder.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .environment()
                .put("DIRSH_HOME", home.toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(output);
    }

    /** The permissions of everything below a folder and of the folder itself. */
    private static Map<String, String> permissions(Path folder) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
                found.put(folder.relativize(path).toString(), PosixFilePermissions.toString(permissions));
            }
        }
        return found;
    }
}
