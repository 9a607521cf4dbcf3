package dirsh.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextStoreTest {

    @Test
    void texts_of_any_length_come_back_also_across_chunks() {
        TextStore store = new TextStore();
        List<String> texts = new ArrayList<>();
        List<Integer> offsets = new ArrayList<>();
        for (int length : new int[] {0, 1, 127, 128, 16_383, 16_384, 1_040_000, 3_000_000, 5}) {
            String text = "é山a".repeat(length).substring(0, length);
            texts.add(text);
            offsets.add(store.add(text));
        }

        int at = 0;
        for (int i = 0; i < texts.size(); i++) {
            assertThat(at).isEqualTo(offsets.get(i));
            assertThat(store.get(at)).isEqualTo(texts.get(i));
            at = store.after(at);
        }
    }
}
