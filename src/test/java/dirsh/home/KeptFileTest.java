package dirsh.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptFileTest {

    private static final KeptFile RECIPE = new KeptFile("recipe", "{\"kind\":\"recipe\"", "cook --save");

    @TempDir
    private Path folder;

    @Test
    void a_file_of_another_kind_is_left_as_it_is() throws IOException {
        for (String text : new String[] {"<database/>", "{\"kind\":\"plan\"}", "[{\"kind\":\"recipe\"}]"}) {
            Path file = Files.writeString(folder.resolve("names.dxl"), text);

            assertThatThrownBy(() -> RECIPE.write(file, Map.of("kind", "recipe"), 1))
                    .isInstanceOfSatisfying(DirshException.class, e -> {
                        assertThat(e.problem()).isEqualTo(file + " exists and is no recipe: it is left as it is");
                        assertThat(e.tryThis()).isEqualTo("cook --save names.dxl.recipe.json");
                    });
            assertThat(file).hasContent(text);
        }
        assertThatThrownBy(() -> RECIPE.write(folder, Map.of("kind", "recipe"), 1))
                .hasMessageContaining("is no recipe");
    }

    @Test
    void an_older_one_of_the_kind_and_an_empty_file_are_replaced() throws IOException {
        Path file = Files.writeString(folder.resolve("r.json"), "");
        RECIPE.write(file, Map.of("kind", "recipe"), 1);
        RECIPE.write(file, Map.of("kind", "recipe"), 0);

        assertThat(file).hasContent("{\"kind\":\"recipe\"}\n");
    }

    @Test
    void what_cannot_be_read_is_named_with_a_way_out() throws IOException {
        Path bad = Files.writeString(folder.resolve("bad.json"), "nonsense");

        assertThatThrownBy(() -> RECIPE.read(bad, "bad.json", data -> data))
                .isInstanceOfSatisfying(DirshException.class, e -> {
                    assertThat(e.problem()).startsWith("bad.json:1:");
                    assertThat(e.tryThis()).isEqualTo("cook --save bad.json.recipe.json");
                });
        assertThatThrownBy(() -> RECIPE.read(folder.resolve("none.json"), "none.json", data -> data))
                .hasMessage("no recipe file none.json");
    }
}
