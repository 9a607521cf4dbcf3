package dirsh.source.view;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.entry.Entry;
import dirsh.model.Place;
import dirsh.source.Projection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ViewedNoteTest {

    private static final List<String> TEXTS = List.of(
            "person",
            "dominoPerson",
            "top",
            "Group",
            "groupOfNames",
            "device",
            "Yes",
            "No",
            "1",
            "Jane Doe;jdoe",
            "Acme",
            "CN=Jane Doe,O=Acme");

    @Test
    void a_document_is_the_same_whatever_was_read_before() {
        Random random = new Random(43);
        for (Optional<String> separator : List.of(Optional.<String>empty(), Optional.of(";"))) {
            ViewedNote used = new ViewedNote(Projection.ALL, separator);
            int documents = 0;
            for (int round = 0; round < 5_000; round++) {
                Entry entry = entry(random, round);
                assertThat(used.note(entry)).isEqualTo(new ViewedNote(Projection.ALL, separator).note(entry));
                documents += used.note(entry).isPresent() ? 1 : 0;
            }
            assertThat(documents).isBetween(1_000, 4_900);
        }
    }

    /** Few attributes with few texts, so that what was read before is often nearly the same. */
    private static Entry entry(Random random, int line) {
        DirectoryAttribute[] attributes = DirectoryAttribute.values();
        Entry.Builder builder = new Entry.Builder();
        for (int i = random.nextInt(4); i > 0; i--) {
            builder.add(DirectoryAttribute.OBJECT_CLASS.slot(), TEXTS.get(random.nextInt(6)));
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            DirectoryAttribute attribute = attributes[random.nextInt(attributes.length)];
            boolean kind = attribute == DirectoryAttribute.FORM || attribute == DirectoryAttribute.TYPE;
            if (!kind || random.nextInt(4) == 0) {
                builder.add(attribute.slot(), TEXTS.get(random.nextInt(TEXTS.size())));
            }
        }
        return builder.build(Place.line("d.ldif", line, 1));
    }
}
