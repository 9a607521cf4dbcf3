package dirsh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as it lies in the distribution, with a Java that only says what it was started with. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LauncherTest {

    /** Says its words, or makes the archive it is asked for. */
    private static final String JAVA =
            """
            #!/bin/sh
            for word; do
                case $word in
                -XX:ArchiveClassesAtExit=*) echo archive >"${word#*=}"; echo "$*" >>"$TRAINED"; exit 0 ;;
                esac
            done
            printf '%s\\n' "$@"
            """;

    @TempDir
    private Path folder;

    private Path root;
    private Path java;

    /** The exit code and what was said on each stream. */
    private record Ran(int code, List<String> out, String err) {}

    @BeforeEach
    void aDistribution() throws IOException {
        assumeThat(Path.of("/bin/sh")).isExecutable();
        root = folder.resolve("with blank/dirsh");
        java = folder.resolve("jdk/bin/java");
        Files.createDirectories(root.resolve("scripts"));
        Files.createDirectories(root.resolve("lib"));
        Files.copy(Workplace.ROOT.resolve("scripts/dirsh"), root.resolve("scripts/dirsh"));
        Files.setPosixFilePermissions(root.resolve("scripts/dirsh"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.writeString(root.resolve("lib/dirsh.jar"), "");
        Files.createDirectories(java.getParent());
        Files.writeString(java, JAVA);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        release("17.0.9");
    }

    @Test
    void words_reach_java_as_they_are_and_the_root_is_the_one_it_lies_in() throws Exception {
        Ran ran = dirsh("-c", "find LastName=\"O'Brien\" * ; $HOME", "");
        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out())
                .contains("-Ddirsh.root=" + root, root + "/lib/dirsh.jar:" + root + "/lib/*")
                .endsWith("dirsh.Main", "-c", "find LastName=\"O'Brien\" * ; $HOME", "");
    }

    @Test
    void a_link_to_it_leads_to_where_it_lies() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), root.resolve("scripts/dirsh"));
        assertThat(run(link.toString(), "umask 022").out()).contains("-Ddirsh.root=" + root);
    }

    @Test
    void the_better_compiler_is_for_bulk_alone_and_not_for_the_word_in_a_command() throws Exception {
        String simple = "-XX:TieredStopAtLevel=1";
        String better = "-XX:TieredStopAtLevel=4";
        assertThat(dirsh("-c", "status").out()).contains(simple);
        assertThat(dirsh("--keep-going", "--bulk", "-c", "status").out()).contains(better);
        assertThat(dirsh("-c", "--bulk").out()).contains(simple);
        assertThat(dirsh("x.groovy", "--bulk").out()).contains(simple);
    }

    @Test
    void an_older_java_is_refused_and_a_newer_one_is_not() throws Exception {
        release("11.0.2");
        Ran old = dirsh("-c", "status");
        assertThat(old.code()).isEqualTo(3);
        assertThat(old.err()).contains("is Java 11, but 17 or later is needed", "try: export JAVA_HOME=");
        release("1.8.0_392");
        assertThat(dirsh("-c", "status").err()).contains("is Java 8,");
        release("25-ea");
        assertThat(dirsh("-c", "status").code()).isZero();
    }

    @Test
    void the_archive_is_made_once_for_each_java_and_anew_for_a_newer_jar() throws Exception {
        archived("umask 022", 1);
        // Newer Java refuses a part of an archive that was made with other rights of native code, and says so.
        assertThat(Files.readString(folder.resolve("trained"))).contains(" --enable-native-access=ALL-UNNAMED ");
        assertThat(dirsh("-c", "status").out()).contains("--enable-native-access=ALL-UNNAMED");
        archived("umask 022", 1);
        release("25.0.1");
        archived("umask 022", 2);
        Files.setLastModifiedTime(
                root.resolve("lib/dirsh.jar"), FileTime.fromMillis(System.currentTimeMillis() + 60_000));
        archived("umask 022", 3);
    }

    @Test
    void nobody_else_can_write_the_archive_whatever_the_umask_is() throws Exception {
        archived("umask 000", 1);
        Path archive = root.resolve("lib/start-17.0.9.jsa");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(archive)))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void no_archive_is_made_where_it_is_not_wanted() throws Exception {
        archived("umask 022; DIRSH_ARCHIVE=no; export DIRSH_ARCHIVE", 0);
        assertThat(root.resolve("lib/start-17.0.9.jsa")).doesNotExist();
    }

    /** Starts it and waits for the training, if there is one, which holds this pipe open until it ends. */
    private void archived(String before, int trained) throws Exception {
        run(root.resolve("scripts/dirsh").toString(), before);
        Path marks = folder.resolve("trained");
        assertThat(Files.exists(marks) ? Files.readAllLines(marks).size() : 0).isEqualTo(trained);
    }

    private Ran dirsh(String... words) throws Exception {
        return run(root.resolve("scripts/dirsh").toString(), "DIRSH_ARCHIVE=no; export DIRSH_ARCHIVE", words);
    }

    /** Runs the launcher in a shell that lives until its children are gone: they hold descriptor 9. */
    private Ran run(String launcher, String before, String... words) throws Exception {
        Path err = folder.resolve("err");
        List<String> command = new ArrayList<>(List.of(
                "/bin/sh",
                "-c",
                before + "; { \"$@\" 2>\"$0\" >\"$0.out\"; echo $? >\"$0.code\"; } 9>&1",
                err.toString(),
                launcher));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", java.getParent().getParent().toString());
        builder.environment().put("TRAINED", folder.resolve("trained").toString());
        builder.environment().put("HOME", folder.toString());
        for (String variable : List.of("DIRSH_NOTES", "DIRSH_CLASSPATH", "DIRSH_JAVA_OPTS", "Notes_ExecDirectory")) {
            builder.environment().remove(variable);
        }
        Process process = builder.start();
        process.getInputStream().readAllBytes(); // ends with the last process that holds it
        process.waitFor();
        return new Ran(
                Integer.parseInt(Files.readString(folder.resolve("err.code")).strip()),
                Files.readAllLines(folder.resolve("err.out")),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private void release(String version) throws IOException {
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
    }
}
