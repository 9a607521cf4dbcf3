package dirsh.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.command.TestSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands of jars, compiled here, written over while the shell runs. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class JarPluginTest {

    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void aJarOfTheUser() throws IOException {
        jar = Files.createDirectories(folder.resolve("home/plugins/mine")).resolve("mine.jar");
        write("one");
    }

    @Test
    void a_jar_brings_its_commands_with_classes_and_resources_of_their_own() {
        assertThat(answer(loader(false))).isEqualTo("one of one");
    }

    @Test
    void a_jar_written_over_is_read_again() throws IOException {
        PluginLoader loader = loader(false);
        assertThat(loader.names()).containsExactly("greet");
        write("other");

        assertThat(loader.isStale()).isTrue();
        assertThat(loader.reload()).containsExactly("greet");
        assertThat(answer(loader)).isEqualTo("other of other");
        assertThat(loader.reload()).isEmpty();
    }

    @Test
    void of_a_jar_written_over_by_none_the_version_before_stays_whole() throws IOException {
        PluginLoader loader = loader(false);
        Files.writeString(jar, "this is no jar, but it is longer than nothing");

        assertThat(loader.reload()).isEmpty();
        assertThat(loader.problems())
                .extracting(PluginProblem::toString)
                .containsExactly("mine: holds a jar that cannot be read");
        assertThat(answer(loader)).isEqualTo("one of one"); // a class of it is loaded only now
        write("other");
        assertThat(loader.reload()).containsExactly("greet");
        assertThat(loader.problems()).isEmpty();
    }

    @Test
    void of_a_jar_whose_provider_fails_the_version_before_stays() throws IOException {
        PluginLoader loader = loader(false);
        write("broken", "throw new IllegalStateException(\"no greeting\");");

        assertThat(loader.reload()).isEmpty();
        assertThat(loader.problems())
                .singleElement()
                .asString()
                .startsWith("mine: ")
                .contains("no greeting");
        assertThat(answer(loader)).isEqualTo("one of one");
    }

    @Test
    void a_jar_that_is_broken_at_the_start_leaves_the_others_working() throws IOException {
        Files.writeString(jar, "this is no jar");
        Fixtures.write(folder, "home/plugins/mine/hello.groovy", "command('hello') { summary 'x'; run { } }");

        assertThat(loader(false).names()).containsExactly("hello");
    }

    @Test
    void of_a_locked_jar_that_changes_what_was_loaded_stays() throws IOException {
        loader(false);
        PluginLoader locked = loader(true);
        write("other");

        assertThat(locked.reload()).isEmpty();
        assertThat(locked.problems()).singleElement().asString().contains("changed since it was pinned");
        assertThat(answer(locked)).isEqualTo("one of one");
        assertThat(loader(true).names()).isEmpty();
    }

    @Test
    void a_jar_that_goes_takes_its_commands_with_it() throws IOException {
        PluginLoader loader = loader(false);
        Files.delete(jar);

        assertThat(loader.reload()).containsExactly("greet");
        assertThat(loader.names()).isEmpty();
    }

    private Object answer(PluginLoader loader) {
        return loader.find("greet")
                .flatMap(spec -> Optional.ofNullable(spec.body()
                        .run(
                                Fixtures.arguments(spec, Map.of()),
                                TestSession.in(folder).session())))
                .orElseThrow();
    }

    private void write(String word) throws IOException {
        write(word, "");
    }

    /** A jar with a provider, a class that its command loads when it runs, and a resource. */
    private void write(String word, String first) throws IOException {
        String provider =
                """
                package mine;
                import dirsh.command.*;
                import java.util.List;
                public final class Provider implements CommandProvider {
                    public List<CommandSpec> commands() {
                        if (true) { %s }
                        return List.of(new CommandSpec("greet", "Own", "Greet", "", List.of(), List.of(),
                                PipeEnds.giving(PipeKind.ANYTHING), false, List.of(), "jar",
                                (arguments, session) -> Late.word()));
                    }
                }
                """
                        .formatted(first);
        String late =
                """
                package mine;
                final class Late {
                    static String word() {
                        try (var in = Late.class.getResourceAsStream("word.txt")) {
                            return "%s of " + new String(in.readAllBytes());
                        } catch (java.io.IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    }
                }
                """
                        .formatted(word);
        Path classes = folder.resolve("classes");
        int failed = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-d",
                        Files.createDirectories(classes).toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Fixtures.write(folder, "source/mine/Provider.java", provider)
                                .toString(),
                        Fixtures.write(folder, "source/mine/Late.java", late).toString());
        assertThat(failed).isZero();
        Fixtures.write(folder, "classes/mine/word.txt", word);
        Fixtures.write(folder, "classes/META-INF/services/dirsh.command.CommandProvider", "mine.Provider\n");
        List<Path> files;
        try (Stream<Path> found = Files.walk(classes)) {
            files = found.filter(Files::isRegularFile).toList();
        }
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Path file : files) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        // Two versions may be of one length and one tick of the clock.
        Files.setLastModifiedTime(jar, FileTime.fromMillis(word.getBytes(StandardCharsets.UTF_8).length * 100_000L));
    }

    private PluginLoader loader(boolean locked) {
        return PluginLoader.of(folder, folder.resolve("home"), locked);
    }
}
