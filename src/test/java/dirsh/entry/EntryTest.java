package dirsh.entry;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.model.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EntryTest {

    private static final Place PLACE = Place.line("r.ldif", 1, 1);
    private static final int SLOTS = 70;

    @Test
    void each_slot_tells_its_texts_in_order_however_often_it_and_others_are_there() {
        Random random = new Random(7);
        Entry.Builder builder = new Entry.Builder();
        for (int round = 0; round < 2_000; round++) {
            List<List<String>> expected = new ArrayList<>();
            for (int slot = 0; slot < SLOTS; slot++) {
                expected.add(new ArrayList<>());
            }
            // Slots that are 64 apart share a bit.
            int range = round % 2 == 0 ? SLOTS : 4;
            for (int i = random.nextInt(12); i > 0; i--) {
                int slot = random.nextInt(range);
                builder.add(slot, "text " + i);
                expected.get(slot).add("text " + i);
            }
            Entry entry = builder.build(PLACE);
            for (int slot = 0; slot < SLOTS; slot++) {
                List<String> texts = expected.get(slot);
                assertThat(entry.all(slot)).isEqualTo(texts);
                assertThat(entry.has(slot)).isEqualTo(!texts.isEmpty());
                assertThat(entry.first(slot)).isEqualTo(texts.isEmpty() ? "" : texts.get(0));
                boolean shares = slot >= 64
                        ? !expected.get(slot - 64).isEmpty()
                        : slot + 64 < SLOTS && !expected.get(slot + 64).isEmpty();
                if (texts.size() != 1) {
                    assertThat(entry.only(slot)).isEmpty();
                } else if (!shares) {
                    assertThat(entry.only(slot)).isEqualTo(texts.get(0));
                }
            }
        }
    }

    @Test
    void a_text_loses_the_blanks_around_it_whatever_character_it_begins_and_ends_with() {
        Entry.Builder builder = new Entry.Builder();
        for (char c = 0; c < 0x3100; c++) {
            for (String text : List.of(String.valueOf(c), c + "a", "a" + c, c + "a" + c, "a" + c + "b", " " + c)) {
                builder.add(0, text);
                assertThat(builder.build(PLACE).first(0))
                        .as("character %d", (int) c)
                        .isEqualTo(text.strip());
            }
        }
    }
}
