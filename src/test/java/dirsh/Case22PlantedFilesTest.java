package dirsh;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.faults.Child;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plugins, scripts, classes and start files that somebody put into the working folder are never loaded by themselves.
 *
 * <p>That folders and files of the user's own that others can write are not loaded either is in
 * {@code PluginLoaderTest}, {@code PluginPinsTest} and {@code HomeTest}.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case22PlantedFilesTest {

    private static final String TELLS = "new File('loaded').text = 'yes'\n";
    private static final long MOST_SECONDS = 120;

    @TempDir
    private Path folder;

    @Test
    void nothing_of_the_working_folder_is_loaded_by_itself() throws IOException, InterruptedException {
        Path work = Files.createDirectory(folder.resolve("work"));
        Workplace.in(work);
        String command = TELLS + "command('evil') { summary 'x'; run { args, session -> 1 } }\n";
        for (String name : List.of(
                "evil.groovy",
                "open.groovy",
                "Evil.groovy",
                "dirsh.groovy",
                "plugins/evil/evil.groovy",
                "plugins/dirsync/open.groovy",
                "plugins/dirsync/rules/evil.groovy",
                "plugins/shell/count.groovy",
                ".dirsh/plugins/evil/evil.groovy",
                "scripts/open.groovy",
                "dirsync/evil.groovy",
                "rules/evil.groovy",
                "readers/evil.groovy")) {
            write(work.resolve(name), command);
        }
        for (String name :
                List.of("rc", ".dirshrc", "dirshrc", ".dirsh/rc", "dirsh.rc", "groovysh.rc", ".groovy/groovysh.rc")) {
            write(work.resolve(name), TELLS);
        }
        write(work.resolve("META-INF/services/dirsh.command.CommandProvider"), "Evil\n");
        write(work.resolve("META-INF/services/org.codehaus.groovy.transform.ASTTransformation"), "Evil\n");
        write(work.resolve("META-INF/groovy/org.codehaus.groovy.runtime.ExtensionModule"), "moduleName=evil\n");
        jar(work.resolve("evil.jar"));
        jar(work.resolve("plugins/evil.jar"));
        jar(work.resolve("lib/evil.jar"));

        String shown = run(
                work,
                """
                open acme.dxl; status; diagnose | count; plugins; reload; check; evil
                1 + 1
                new Evil()
                Class.forName('Evil')
                """);

        assertThat(work.resolve("loaded")).as(shown).doesNotExist();
        assertThat(shown)
                .contains("no command 'evil'", "unable to resolve class Evil")
                .doesNotContain("plugins/evil", "evil.jar");
    }

    @Test
    void a_script_is_run_only_where_it_is_named() throws IOException, InterruptedException {
        Path work = Files.createDirectory(folder.resolve("work"));
        Workplace.in(work);
        write(work.resolve("status.groovy"), TELLS);
        assertThat(run(work, "open acme.dxl; status\n")).contains("opened acme");
        assertThat(work.resolve("loaded")).doesNotExist();

        Workplace.Ran ran = new Workplace(work).dirsh(List.of("status.groovy"));
        assertThat(ran.code()).as(ran.toString()).isZero();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void jar(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new JarEntry("META-INF/services/dirsh.command.CommandProvider"));
            jar.write("Evil\n".getBytes(StandardCharsets.UTF_8));
            jar.closeEntry();
            jar.putNextEntry(new JarEntry("evil.groovy"));
            jar.write(TELLS.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Runs dirsh itself in a folder, with a home that is elsewhere, over lines on standard input. */
    private String run(Path work, String lines) throws IOException, InterruptedException {
        Files.writeString(work.resolve("in"), lines);
        Path shown = folder.resolve("shown");
        ProcessBuilder builder = Child.builder(work, List.of(), "dirsh.Main", List.of("--keep-going"))
                .redirectErrorStream(true)
                .redirectOutput(shown.toFile());
        builder.environment().put("DIRSH_HOME", folder.resolve("home").toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(shown);
    }
}
