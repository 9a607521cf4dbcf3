package dirsh.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dirsh.model.DirshException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PluginLoaderTest {

    /** Set by the file it is in when that is evaluated. */
    private static final String EVALUATED = "dirsh.test.evaluated";

    @TempDir
    private Path folder;

    @Test
    void commands_are_found_by_the_names_of_their_files() {
        plugin("one", "first", "1");
        plugin("two", "second", "2");
        Fixtures.write(folder, "plugins/two/rules/rule-a.groovy", "rule('rule-a') { summary 'x'; check { } }");
        PluginLoader loader = loader();

        assertThat(loader.names()).containsExactly("first", "second");
        assertThat(loader.find("second").orElseThrow().summary()).isEqualTo("2");
        assertThat(loader.find("third")).isEmpty();
        assertThat(loader.find("rule-a")).isEmpty();
        assertThat(loader.all()).extracting("name").containsExactly("first", "second");
        assertThat(loader.rules()).extracting("id").containsExactly("rule-a");
        assertThat(loader.plugins()).extracting(Plugin::name).containsExactly("one", "two");
        assertThat(loader.plugins().get(1).fields())
                .containsEntry("state", "ok")
                .containsEntry("commands", List.of("second"))
                .containsEntry("rules", List.of("rule-a"));
    }

    @Test
    void a_file_in_the_cache_is_evaluated_only_when_it_is_asked_for() {
        plugin("one", "first", "1");
        loader();
        System.clearProperty(EVALUATED);
        PluginLoader loader = loader();

        assertThat(loader.names()).containsExactly("first");
        assertThat(System.getProperty(EVALUATED)).isNull();
        assertThat(loader.find("first")).isPresent();
        assertThat(System.getProperty(EVALUATED)).isEqualTo("first");
    }

    @Test
    void a_broken_file_is_reported_at_every_start_and_leaves_the_others_working() {
        plugin("one", "first", "1");
        Fixtures.write(folder, "plugins/one/broken.groovy", "command('broken') {\n  sumary 'x'\n}");
        Fixtures.write(folder, "plugins/one/unclosed.groovy", "command('unclosed') {");
        for (int start = 0; start < 2; start++) {
            PluginLoader loader = loader();

            assertThat(loader.names()).containsExactly("first");
            assertThat(loader.problems())
                    .extracting(PluginProblem::file)
                    .containsExactly("one/broken.groovy", "one/unclosed.groovy");
            assertThat(loader.problems().get(0).line()).isEqualTo(2);
            assertThat(loader.plugins().get(0).state()).isEqualTo("2 broken");
        }
    }

    @Test
    void a_changed_file_is_compiled_again_and_the_old_entry_removed() {
        plugin("one", "first", "1");
        plugin("one", "first-of-all", "0");
        loader();
        plugin("one", "first", "changed");

        assertThat(loader().find("first").orElseThrow().summary()).isEqualTo("changed");
        assertThat(cached()).hasSize(2);
    }

    @Test
    void an_entry_that_is_not_whole_is_compiled_again() throws IOException {
        plugin("one", "first", "1");
        loader();
        for (byte[] damage : List.of(new byte[0], new byte[] {1, 2, 3}, new byte[5_000])) {
            Files.write(cached().get(0), damage);

            assertThat(loader().find("first").orElseThrow().summary()).isEqualTo("1");
            assertThat(Files.size(cached().get(0))).isGreaterThan(1_000).isNotEqualTo(5_000);
        }
    }

    @Test
    void the_cache_is_private_and_not_trusted_otherwise() throws IOException {
        plugin("one", "first", "1");
        loader();
        Path cache = folder.resolve("home/cache/plugins");
        assertThat(permissions(cache)).isEqualTo("rwx------");
        assertThat(permissions(cached().get(0))).isEqualTo("rw-------");
        System.clearProperty(EVALUATED);
        chmod(cache, "rwxrwxrwx");

        loader();

        // Evaluated at once, as a file that is in no cache is.
        assertThat(System.getProperty(EVALUATED)).isEqualTo("first");
    }

    @Test
    void classes_of_the_build_are_used_without_writing() {
        plugin("one", "first", "1");
        PluginCompiler.main(new String[] {
            folder.resolve("plugins").toString(),
            folder.resolve("target/plugin-classes").toString()
        });
        System.clearProperty(EVALUATED);
        PluginLoader loader = loader();

        assertThat(System.getProperty(EVALUATED)).isNull();
        assertThat(loader.find("first")).isPresent();
        assertThat(folder.resolve("home")).doesNotExist();
    }

    @Test
    void a_build_is_reproducible_and_keeps_only_what_is_there() throws IOException {
        plugin("one", "first", "1");
        plugin("one", "second", "2");
        Path classes = folder.resolve("a");
        PluginCompiler.compile(folder.resolve("plugins"), classes);
        PluginCompiler.compile(folder.resolve("plugins"), folder.resolve("b"));
        for (Path entry : PluginFolder.entries(classes, "*")) {
            assertThat(folder.resolve("b").resolve(entry.getFileName())).hasSameBinaryContentAs(entry);
        }
        Files.delete(folder.resolve("plugins/one/second.groovy"));
        PluginCompiler.compile(folder.resolve("plugins"), classes);
        assertThat(PluginFolder.entries(classes, "*")).hasSize(1);
        PluginCompiler.compile(folder.resolve("absent"), folder.resolve("c"));
    }

    @Test
    void a_build_with_a_broken_file_fails_and_names_it() {
        Fixtures.write(folder, "plugins/one/broken.groovy", "command('broken') {\n  sumary 'x'\n}");

        assertThatExceptionOfType(DirshException.class)
                .isThrownBy(() -> PluginCompiler.compile(folder.resolve("plugins"), folder.resolve("a")))
                .withMessageStartingWith("one/broken.groovy:2: no such word 'sumary'");
    }

    @Test
    void reload_takes_what_changed_came_and_went() throws IOException {
        plugin("one", "first", "1");
        plugin("one", "second", "2");
        plugin("one", "third", "3");
        PluginLoader loader = loader();
        plugin("one", "first", "changed");
        plugin("new", "fourth", "4");
        Files.delete(folder.resolve("plugins/one/third.groovy"));

        assertThat(loader.reload()).containsExactly("first", "fourth", "third");
        assertThat(loader.names()).containsExactly("first", "fourth", "second");
        assertThat(loader.find("first").orElseThrow().summary()).isEqualTo("changed");
        assertThat(loader.reload()).isEmpty();
    }

    @Test
    void reload_keeps_the_old_version_of_a_file_that_is_broken_now() {
        plugin("one", "first", "1");
        PluginLoader loader = loader();
        Fixtures.write(folder, "plugins/one/first.groovy", "command('first') { sumary }");

        assertThat(loader.reload()).isEmpty();
        assertThat(loader.find("first").orElseThrow().summary()).isEqualTo("1");
        assertThat(loader.problems()).hasSize(1);
        assertThat(loader.reload()).isEmpty();
        assertThat(loader.find("first")).isPresent();
        plugin("one", "first", "mended");
        assertThat(loader.reload()).containsExactly("first");
        assertThat(loader.problems()).isEmpty();
        assertThat(loader.find("first").orElseThrow().summary()).isEqualTo("mended");
    }

    @Test
    void reload_keeps_an_old_version_that_nobody_had_asked_for_yet() {
        plugin("one", "first", "1");
        loader();
        PluginLoader lazy = loader();
        Fixtures.write(folder, "plugins/one/first.groovy", "command('first') { sumary }");

        lazy.reload();

        assertThat(lazy.find("first").orElseThrow().summary()).isEqualTo("1");
    }

    @Test
    void the_first_of_two_equal_names_wins() {
        plugin("one", "first", "of one");
        plugin("two", "first", "of two");
        PluginLoader loader = loader();

        assertThat(loader.find("first").orElseThrow().summary()).isEqualTo("of one");
        assertThat(loader.problems())
                .asString()
                .isEqualTo("[two/first.groovy: 'first' is already declared by one/first.groovy]");
    }

    @Test
    void plugins_of_the_user_are_loaded_too() {
        plugin("one", "first", "1");
        Fixtures.write(folder, "home/plugins/mine/hello.groovy", source("hello", "2"));

        assertThat(loader().names()).containsExactly("first", "hello");
    }

    @Test
    void what_others_can_write_is_not_loaded() throws IOException {
        Path file = Fixtures.write(folder, "home/plugins/mine/hello.groovy", source("hello", "2"));
        for (Path open : List.of(folder.resolve("home/plugins"), folder.resolve("home/plugins/mine"), file)) {
            String before = permissions(open);
            chmod(open, "rwxrwxrwx");
            PluginLoader loader = loader();

            assertThat(loader.names()).isEmpty();
            assertThat(loader.problems())
                    .singleElement()
                    .asString()
                    .endsWith("is writable by everybody; it is not loaded");
            chmod(open, before);
        }
    }

    @Test
    void a_link_in_the_plugins_of_the_user_is_not_followed() throws IOException {
        Path file = Fixtures.write(folder, "elsewhere/hello.groovy", source("hello", "2"));
        Files.createDirectories(folder.resolve("home/plugins/mine"));
        Files.createSymbolicLink(folder.resolve("home/plugins/mine/hello.groovy"), file);

        assertThat(loader().names()).isEmpty();
    }

    private void plugin(String plugin, String name, String summary) {
        Fixtures.write(folder, "plugins/" + plugin + "/" + name + ".groovy", source(name, summary));
    }

    private static String source(String name, String summary) {
        return "System.setProperty('" + EVALUATED + "', '" + name + "')\ncommand('" + name + "') { summary '" + summary
                + "'; run { } }";
    }

    private PluginLoader loader() {
        return PluginLoader.of(folder, folder.resolve("home"));
    }

    private List<Path> cached() {
        try (Stream<Path> entries = Files.list(folder.resolve("home/cache/plugins"))) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void chmod(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
}
