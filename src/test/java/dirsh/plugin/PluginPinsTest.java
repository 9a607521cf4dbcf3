package dirsh.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PluginPinsTest {

    @TempDir
    private Path folder;

    private Path pins;

    @BeforeEach
    void aPluginOfTheUser() {
        pins = folder.resolve("home/plugins.pins");
        write("hello", "1");
    }

    @Test
    void a_plugin_is_pinned_when_it_is_first_loaded() throws IOException {
        assertThat(loader(false).takeChanges()).isEmpty();

        assertThat(pins).content().matches("[0-9a-f]{64}  mine/hello\\.groovy\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(pins)))
                .isEqualTo("rw-------");
    }

    @Test
    void plugins_of_the_distribution_are_not_pinned() {
        Fixtures.write(folder, "plugins/one/first.groovy", source("first", "1"));
        loader(false);

        assertThat(pins).content().doesNotContain("first");
    }

    @Test
    void a_change_is_told_once() {
        loader(false);
        write("hello", "2");
        PluginLoader loader = loader(false);

        assertThat(loader.find("hello").orElseThrow().summary()).isEqualTo("2");
        assertThat(loader.takeChanges())
                .containsExactly("plugin mine/hello.groovy changed since it was last loaded; it is taken as it is now");
        assertThat(loader.takeChanges()).isEmpty();
        assertThat(loader(false).takeChanges()).isEmpty();
    }

    @Test
    void locked_plugins_are_loaded_as_they_were_pinned_only() {
        loader(false);
        assertThat(loader(true).names()).containsExactly("hello");

        write("hello", "2");
        write("later", "new");
        PluginLoader locked = loader(true);

        assertThat(locked.names()).isEmpty();
        assertThat(locked.problems())
                .extracting(PluginProblem::toString)
                .containsExactly(
                        "mine/hello.groovy: changed since it was pinned; it is not loaded, since plugins are locked",
                        "mine/later.groovy: is new; it is not loaded, since plugins are locked");
        write("hello", "1");
        assertThat(loader(true).names()).containsExactly("hello");
    }

    @Test
    void what_was_loaded_stays_when_a_locked_plugin_changes() {
        loader(false);
        PluginLoader locked = loader(true);
        write("hello", "2");

        assertThat(locked.reload()).isEmpty();
        assertThat(locked.find("hello").orElseThrow().summary()).isEqualTo("1");
    }

    @Test
    void jars_are_pinned_and_refused_like_files() throws IOException {
        jar("one");
        loader(false);
        assertThat(pins).content().contains("  mine/mine.jar\n").contains("  alone.jar\n");
        jar("two");

        assertThat(loader(true).problems())
                .extracting(PluginProblem::file)
                .containsExactlyInAnyOrder("mine/mine.jar", "alone.jar");
        assertThat(loader(false).takeChanges()).hasSize(2);
    }

    @Test
    void a_jar_in_a_folder_that_others_can_write_is_not_loaded() throws IOException {
        jar("one");
        Files.setPosixFilePermissions(
                folder.resolve("home/plugins/mine/mine.jar"), PosixFilePermissions.fromString("rw-rw-r--"));

        assertThat(loader(false).problems())
                .singleElement()
                .asString()
                .isEqualTo("mine/mine.jar: is writable by its group (chmod g-w); it is not loaded");
    }

    @Test
    void pins_that_others_can_write_are_not_trusted() throws IOException {
        loader(false);
        Files.setPosixFilePermissions(pins, PosixFilePermissions.fromString("rw-rw-rw-"));
        PluginLoader locked = loader(true);

        assertThat(locked.names()).isEmpty();
        assertThat(locked.takeChanges()).singleElement().asString().endsWith("it is not trusted");
    }

    @Test
    void a_file_that_comes_changes_or_goes_makes_the_plugins_stale() throws IOException {
        PluginLoader loader = loader(false);
        assertThat(loader.isStale()).isFalse();
        write("another", "1");
        assertThat(loader.isStale()).isTrue();
        assertThat(loader.reload()).containsExactly("another");
        assertThat(loader.isStale()).isFalse();
        write("another", "longer than before");
        assertThat(loader.isStale()).isTrue();
        loader.reload();
        jar("one");
        assertThat(loader.isStale()).isTrue();
        loader.reload();
        Files.delete(folder.resolve("home/plugins/mine/another.groovy"));
        assertThat(loader.isStale()).isTrue();
        assertThat(loader.reload()).containsExactly("another");
    }

    private void jar(String content) throws IOException {
        for (String name : new String[] {"mine/mine.jar", "alone.jar"}) {
            try (JarOutputStream jar =
                    new JarOutputStream(Files.newOutputStream(folder.resolve("home/plugins/" + name)))) {
                jar.putNextEntry(new JarEntry("content-" + content));
                jar.write(content.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void write(String name, String summary) {
        Fixtures.write(folder, "home/plugins/mine/" + name + ".groovy", source(name, summary));
    }

    private static String source(String name, String summary) {
        return "command('" + name + "') { summary '" + summary + "'; run { } }";
    }

    private PluginLoader loader(boolean locked) {
        return PluginLoader.of(folder, folder.resolve("home"), locked);
    }
}
