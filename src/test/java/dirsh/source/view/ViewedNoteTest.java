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

    private static final List<String> TEXTS =
            List.of("", " ", "1", "Yes", "ja", "no", "Person", "Group", "a;b", "; ;", ";", "cn=a,o=b", "CN=a/O=b", "a");

    /** The classes of entries that tell no form. */
    private static final List<String> CLASSES =
            List.of("person", "dominoPerson", "top", "Group", "groupOfNames", "device");

    private final Random random = new Random(3);

    @Test
    void a_row_becomes_the_same_document_whatever_stood_before_it() {
        ViewedNote shared = new ViewedNote(Projection.ALL, Optional.of(";"));
        for (int i = 0; i < 20_000; i++) {
            Entry entry = entry();
            ViewedNote alone = new ViewedNote(Projection.ALL, Optional.of(";"));

            assertThat(shared.note(entry)).isEqualTo(alone.note(entry));
        }
    }

    @Test
    void an_entry_without_form_is_of_the_kind_its_classes_mean_whatever_stood_before_it() {
        ViewedNote shared = new ViewedNote(Projection.ALL, Optional.empty());
        int documents = 0;
        for (int i = 0; i < 5_000; i++) {
            Entry.Builder builder = new Entry.Builder();
            for (int times = random.nextInt(4); times > 0; times--) {
                builder.add(DirectoryAttribute.OBJECT_CLASS.slot(), CLASSES.get(random.nextInt(CLASSES.size())));
            }
            builder.add(DirectoryAttribute.COMMON_NAME.slot(), TEXTS.get(random.nextInt(TEXTS.size())));
            Entry entry = builder.build(Place.line("view.ldif", i, 0));
            ViewedNote alone = new ViewedNote(Projection.ALL, Optional.empty());

            assertThat(shared.note(entry)).isEqualTo(alone.note(entry));
            documents += shared.note(entry).isPresent() ? 1 : 0;
        }
        assertThat(documents).isBetween(1_000, 4_900);
    }

    private Entry entry() {
        Entry.Builder entry = new Entry.Builder();
        for (DirectoryAttribute attribute : DirectoryAttribute.values()) {
            for (int times = random.nextInt(20) / 9; times >= 0; times--) {
                entry.add(attribute.slot(), TEXTS.get(random.nextInt(TEXTS.size())));
            }
        }
        return entry.build(Place.line("view.csv", random.nextInt(9), 0));
    }
}
