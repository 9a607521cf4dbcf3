package dirsh.source.dxl;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.Samples;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DxlSamplesTest {

    private static final String FLAG = "AvailableForDirSync";

    @Test
    void every_real_file_has_the_documents_and_items_of_its_index() throws IOException {
        Path folder = Samples.path("dxl");
        int withUnid = 0;
        for (String line : Files.readAllLines(folder.resolve("INDEX.tsv"))) {
            String[] columns = line.split("\t", -1);
            if (!columns[0].equals("file")) {
                Dxl.Found scan = Dxl.scan(folder.resolve(columns[0]));
                assertThat(scan.notes().size() + scan.problems().size())
                        .as(line)
                        .isEqualTo(Integer.parseInt(columns[8]));
                // Tests of other projects made some of the files by hand, without UNID.
                assertThat(scan.problems())
                        .extracting(Problem::text)
                        .allMatch(text -> text.startsWith("a document without a valid UNID"));
                for (Note note : scan.notes()) {
                    assertThat(note.items()).as(line).hasSize(Integer.parseInt(columns[10]));
                    withUnid++;
                }
            }
        }
        assertThat(withUnid).isEqualTo(6);
    }

    @Test
    void the_note_that_also_exists_as_NSF_opens() {
        Note note = Dxl.scan(Samples.path("nsf/invalidtimedate.pair.dxl.xml")).only();
        assertThat(note.items()).hasSize(13);
        assertThat(note.parent()).hasToString("C12585B4004B62318FBB8DBFCD362EBC");
        assertThat(note.flags()).containsExactly(NoteFlag.RESPONSE);
        assertThat(note.times().created()).isNull();
        assertThat(note.times().revised()).hasToString("2019-08-20 17:30:28.80 +02:00");
        Item list = note.first("$ICAL_UPDATE_SEQUENCE").orElseThrow();
        assertThat(list.type()).isEqualTo(ItemType.NUMBER_LIST);
        assertThat(list.has(ItemFlag.SUMMARY)).isFalse();
        assertThat(list.summaryStated()).isTrue();
    }

    @Test
    void the_document_with_a_doctype_opens() {
        Note note = Dxl.scan(Samples.path("dxl-examples/single-document-with-doctype.dxl"))
                .only();
        assertThat(note.form()).isEqualTo("Person");
        assertThat(note.place().line()).isEqualTo(3);
        assertThat(note.replicaId()).isEqualTo("86257A1B0042C0DE");
    }

    @Test
    void the_26_persons_have_the_shapes_they_are_named_after() throws IOException {
        Dxl.Found found = Dxl.scan(Samples.path("dxl-examples/persons.dxl"));
        assertThat(found.problems()).isEmpty();
        Map<String, Note> shapes = new HashMap<>();
        for (String line : Files.readAllLines(Samples.path("dxl-examples/persons.tsv"))) {
            String[] columns = line.split("\t", -1);
            found.notes().stream()
                    .filter(note -> note.unid().toString().equals(columns[1]))
                    .forEach(note -> shapes.put(columns[0], note));
        }
        assertThat(shapes).hasSize(26);
        Map<String, String> stored = new HashMap<>();
        shapes.forEach((shape, note) -> stored.put(shape, stored(note)));
        assertThat(stored).containsExactlyInAnyOrderEntriesOf(expectedShapes());
        assertThat(shapes.get("note-form").form()).isEqualTo("Person");
        assertThat(shapes.get("note-form").formAttribute()).isNull();
        assertThat(shapes.get("healthy").formAttribute()).isEqualTo("Person");
        for (String conflict : List.of("conflict", "note-form-conflict")) {
            Note note = shapes.get(conflict);
            assertThat(note.flags()).containsExactlyInAnyOrder(NoteFlag.CONFLICT, NoteFlag.RESPONSE);
            assertThat(note.parent()).hasToString(Dxl.UNID);
        }
        assertThat(shapes.get("truncated").flags()).containsExactly(NoteFlag.TRUNCATED);
    }

    private static Map<String, String> expectedShapes() {
        String healthy = "text [1] [summary]";
        Map<String, String> shapes = new HashMap<>();
        for (String shape : List.of("tag-line-break", "conflict", "truncated", "note-form", "note-form-conflict")) {
            shapes.put(shape, healthy);
        }
        shapes.put("healthy", "text [1] [protected, summary]");
        shapes.put("no", "text [0] [summary]");
        shapes.put("blank", "text [] [summary]");
        shapes.put("missing", "");
        shapes.put("nonsummary", "text [1] [] stated");
        shapes.put("label-yes", "text [Yes] [summary]");
        shapes.put("number", "number [1] [summary]");
        shapes.put("textlist", "text list [1] [summary]");
        shapes.put("textlist-mixed", "text list [1; 0] [summary]");
        shapes.put("richtext", "rich text [1] []");
        shapes.put("rawitemdata", "note references [31] [summary] stated");
        shapes.put("raw-placeholder-type0", "no value [] []");
        shapes.put("duplicate", "text [1] [summary] + text [0] [summary]");
        shapes.put("duplicate-nonsummary-second", "text [1] [summary] + text [1] [] stated");
        shapes.put("trailing-blank", "text [1 ] [summary]");
        shapes.put("break", "text [1\n] [summary]");
        shapes.put("nonxmlchar", "text [1\u0001] [summary]");
        shapes.put("fullwidth-digit", "text [\uFF11] [summary]");
        shapes.put("name-case", healthy);
        shapes.put("sealed", "text [ABCDEF1234567890] [seal, sealed, summary]");
        shapes.put("placeholder", "text [] [placeholder, summary]");
        return shapes;
    }

    private static String stored(Note note) {
        List<String> items = note.items(FLAG).stream()
                .map(item -> item.type() + " [" + item.value().display() + "] "
                        + item.flags().stream().map(ItemFlag::toString).sorted().toList()
                        + (item.summaryStated() ? " stated" : "")
                        + (item.value() instanceof ItemValue.Texts texts && texts.rawLineEnd() ? " raw line end" : ""))
                .toList();
        return String.join(" + ", items);
    }
}
