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
