package dirsh.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each case with all texts in memory, with some and with hardly any of them there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TextStoreTest {

    private static final int NO_ROOM = 0;
    private static final int SOME_ROOM = 100_000;
    private static final int ALL_ROOM = 100_000_000;

    @ParameterizedTest
    @ValueSource(ints = {NO_ROOM, SOME_ROOM, ALL_ROOM})
    void texts_of_any_length_come_back_one_behind_the_other(int room) {
        TextStore store = new TextStore(new PagedBytes(new Room(room)));
        List<String> texts = new ArrayList<>();
        for (int length : new int[] {0, 1, 127, 128, 4_094, 4_095, 4_096, 16_383, 16_384, 1_040_000, 3_000_000, 5}) {
            String text = "é山a".repeat(length).substring(0, length);
            texts.add(text);
            int end = store.end();
            assertThat(store.add(text)).isEqualTo(end);
        }

        int at = 0;
        for (String text : texts) {
            assertThat(store.get(at)).isEqualTo(text);
            assertThat(store.isEmpty(at)).isEqualTo(text.isEmpty());
            at = store.after(at);
        }
        assertThat(at).isEqualTo(store.end());
        assertThat(store.after(0, texts.size())).isEqualTo(store.end());
    }

    @ParameterizedTest
    @ValueSource(ints = {NO_ROOM, SOME_ROOM, ALL_ROOM})
    void each_of_many_texts_is_found_at_its_offset_in_any_order(int room) {
        TextStore store = new TextStore(new PagedBytes(new Room(room)));
        Random random = new Random(5);
        List<String> texts = new ArrayList<>();
        List<Integer> offsets = new ArrayList<>();
        for (int number = 0; number < 20_000; number++) {
            String text = number + "ö".repeat(random.nextInt(120));
            texts.add(text);
            offsets.add(store.add(text));
            int earlier = random.nextInt(texts.size());
            assertThat(store.get(offsets.get(earlier))).isEqualTo(texts.get(earlier));
        }
        for (int turn = 0; turn < 40_000; turn++) {
            int number = random.nextInt(texts.size());
            byte[] text = texts.get(number).getBytes(StandardCharsets.UTF_8);
            assertThat(store.holds(offsets.get(number), text)).isTrue();
            text[random.nextInt(text.length)] ^= 1;
            assertThat(store.holds(offsets.get(number), text)).isFalse();
        }
    }

    /** Its length is the last byte of a page, and there is no other page yet. */
    @ParameterizedTest
    @ValueSource(ints = {NO_ROOM, SOME_ROOM, ALL_ROOM})
    void an_empty_text_that_ends_with_a_page_is_empty(int room) {
        for (int pages = 1; pages <= 9; pages++) {
            TextStore store = new TextStore(new PagedBytes(new Room(room)));
            int end = (pages << ScratchPages.PAGE_BITS) - 1;
            while (store.end() < end) {
                store.add("x".repeat(Math.min(end - store.end() - 1, 100)));
            }
            int at = store.add("");
            assertThat(store.get(at)).isEmpty();
            assertThat(store.holds(at, new byte[0])).isTrue();
            assertThat(store.after(at)).isEqualTo(store.end());
        }
    }
}
