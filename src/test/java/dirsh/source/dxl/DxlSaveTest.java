package dirsh.source.dxl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.model.ItemFlag;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.BookWriter;
import dirsh.source.ItemImage;
import dirsh.source.MemoryOverlay;
import dirsh.source.NoteEdit;
import dirsh.source.SaveConflictException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DxlSaveTest {

    private static final Unid UNID = Unid.parse(Dxl.UNID).orElseThrow();
    private static final String FLAG = "AvailableForDirSync";
    private static final Instant NOON = Instant.parse("2026-11-22T13:15:00Z");
    private static final String USER = "CN=Two/O=Acme";
    private static final String HEAD =
            """
            <document form='Person'>
            <noteinfo noteid='8f6' unid='7E3A91C4D25F4B0841258ADD002D5190' sequence='2'>
            <created><datetime>20240311T091500,00+01</datetime></created>
            <modified><datetime dst='true'>20240612T081502,17+02</datetime></modified>
            <revised><datetime dst='true'>20240612T081501,93+02</datetime></revised></noteinfo>
            <updatedby><name>CN=Admin One/O=Acme</name></updatedby>
            """;
    private static final String STAMPED =
            """
            <document form='Person'>
            <noteinfo noteid='8f6' unid='7E3A91C4D25F4B0841258ADD002D5190' sequence='3'>
            <created><datetime>20240311T091500,00+01</datetime></created>
            <modified><datetime>20261122T131500,00+00</datetime></modified>
            <revised><datetime>20261122T131500,00+00</datetime></revised></noteinfo>
            <updatedby><name>CN=Admin One/O=Acme</name><name>CN=Two/O=Acme</name></updatedby>
            <revisions><datetime>20261122T131500,00+00</datetime></revisions>
            """;

    @TempDir
    Path folder;

    /** The file's document after a save, having checked that nothing else changed. */
    private String saved(String document, NoteEdit.Content content) {
        return saved(document, content, 2);
    }

    private String saved(String document, NoteEdit.Content content, int sequence) {
        String before = Dxl.database("<!-- before -->\n" + document + "<!-- behind -->\n");
        Path file = Dxl.write(folder, before);
        try (DxlBook book = DxlBook.open(file, "names.dxl")) {
            BookWriter writer = book.writer(new MemoryOverlay());
            writer.save(new NoteEdit(UNID, sequence, FLAG, content, NOON, USER));
            assertThat(Dxl.text(file)).isEqualTo(before);
            writer.publish();
        }
        String after = Dxl.text(file);
        int start = before.indexOf(document);
        String tail = before.substring(start + document.length());
        assertThat(after).startsWith(before.substring(0, start)).endsWith(tail);
        return after.substring(start, after.length() - tail.length());
    }

    private static NoteEdit.Text yes(ItemFlag... flags) {
        List<ItemFlag> all = new ArrayList<>(List.of(flags));
        all.add(ItemFlag.SUMMARY);
        return new NoteEdit.Text("1", Set.copyOf(all));
    }

    @Test
    void one_item_takes_the_place_of_the_first_and_the_stamps_are_those_of_a_save() {
        String before = HEAD
                + """
                <item name='Type'><text>Person</text></item>
                  <item name='availablefordirsync' summary='false'><richtext><par>1</par>
                </richtext></item>
                <!-- kept --><item name='A' ><text>x</text ></item>

                <item name='AvailableForDirSync'><number>0</number></item>
                <item name="B"><text/></item>
                </document>
                """;
        assertThat(saved(before, yes(ItemFlag.PROTECTED)))
                .isEqualTo(
                        STAMPED
                                + """
                <item name='Type'><text>Person</text></item>
                  <item name='availablefordirsync' protected='true'><text>1</text></item>
                <!-- kept --><item name='A' ><text>x</text ></item>
                <item name="B"><text/></item>
                </document>
                """);
    }

    @Test
    void a_missing_item_is_appended_on_a_line_of_its_own() {
        assertThat(saved(HEAD + "\t<item name='A'><text>x</text></item>\n</document>\n", yes()))
                .isEqualTo(STAMPED + "\t<item name='A'><text>x</text></item>\n"
                        + "\t<item name='AvailableForDirSync'><text>1</text></item>\n</document>\n");
        assertThat(saved(HEAD + "</document>\n", yes()))
                .endsWith("</revisions>\n<item name='AvailableForDirSync'><text>1</text></item>\n</document>\n");
    }

    @Test
    void a_document_on_one_line_stays_on_one_line() {
        String before = "<document><noteinfo unid='" + Dxl.UNID + "'/></document>\n";
        assertThat(saved(before, yes(), 0))
                .isEqualTo("<document><noteinfo unid='" + Dxl.UNID + "' sequence='1'>"
                        + "<modified><datetime>20261122T131500,00+00</datetime></modified>"
                        + "<revised><datetime>20261122T131500,00+00</datetime></revised></noteinfo>"
                        + "<updatedby><name>CN=Two/O=Acme</name></updatedby>"
                        + "<revisions><datetime>20261122T131500,00+00</datetime></revisions>"
                        + "<item name='AvailableForDirSync'><text>1</text></item></document>\n");
    }

    @Test
    void prefixes_line_ends_and_existing_stamps_are_kept_to() {
        String before =
                "<d:document xmlns:d='http://www.lotus.com/dxl'>\r\n<d:noteinfo sequence=\"2\" unid='" + Dxl.UNID
                        + "'>\r\n<d:lastaccessed/><d:revised/></d:noteinfo>\r\n<d:updatedby><d:name>CN=Two/O=Acme</d:name></d:updatedby>"
                        + "\r\n<d:revisions/>\r\n<d:item name='A'><d:text>x</d:text></d:item>\r\n</d:document>\r\n";
        assertThat(saved(before, new NoteEdit.Text("", Set.of())))
                .isEqualTo(
                        "<d:document xmlns:d='http://www.lotus.com/dxl'>\r\n<d:noteinfo sequence='3' unid='" + Dxl.UNID
                                + "'><d:modified><d:datetime>20261122T131500,00+00</d:datetime></d:modified>"
                                + "\r\n<d:lastaccessed/><d:revised><d:datetime>20261122T131500,00+00</d:datetime></d:revised></d:noteinfo>"
                                + "\r\n<d:updatedby><d:name>CN=Two/O=Acme</d:name></d:updatedby>"
                                + "\r\n<d:revisions><d:datetime>20261122T131500,00+00</d:datetime></d:revisions>"
                                + "\r\n<d:item name='A'><d:text>x</d:text></d:item>"
                                + "\r\n<d:item name='AvailableForDirSync' summary='false'><d:text/></d:item>\r\n</d:document>\r\n");
    }

    @Test
    void a_text_is_escaped_so_that_it_reads_back_the_same() {
        String value = "<a>&\"']]>\n\r\t\u0001\uFFFE\uD83D\uDE00 \u00e9 ";
        Path file = Dxl.write(folder, Dxl.database(Dxl.person()));
        try (DxlBook book = DxlBook.open(file, "names.dxl")) {
            BookWriter writer = book.writer(new MemoryOverlay());
            Note note = writer.save(new NoteEdit(
                    UNID,
                    2,
                    "A'&<\u00e9",
                    new NoteEdit.Text(value, Set.of(ItemFlag.SUMMARY)),
                    NOON,
                    "CN=O'Hara & Söhne"));
            assertThat(note.first("A'&<\u00e9").orElseThrow().texts()).containsExactly(value);
            assertThat(note.updatedBy()).endsWith("CN=O'Hara & Söhne");
        }
    }

    @Test
    void another_parser_sees_exactly_one_item_and_a_second_save_changes_only_the_stamps() throws Exception {
        String document = Dxl.person(
                Dxl.item("<text>1</text>"), "<item name='A'><text>a</text></item>", Dxl.item("<text>0</text>"));
        Path file = Dxl.write(folder, Dxl.database(document));
        for (int sequence = 2; sequence <= 3; sequence++) {
            try (DxlBook book = DxlBook.open(file, "names.dxl")) {
                BookWriter writer = book.writer(new MemoryOverlay());
                writer.save(new NoteEdit(UNID, sequence, FLAG, yes(), NOON, USER));
                writer.publish();
            }
            Document dom = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(Dxl.text(file).getBytes(StandardCharsets.UTF_8)));
            NodeList items = dom.getElementsByTagName("item");
            assertThat(items.getLength()).isEqualTo(2);
            assertThat(((Element) items.item(0)).getAttribute("name")).isEqualTo(FLAG);
            assertThat(items.item(0).getTextContent()).isEqualTo("1");
            Element info = (Element) dom.getElementsByTagName("noteinfo").item(0);
            assertThat(info.getAttribute("sequence")).isEqualTo(Integer.toString(sequence + 1));
            assertThat(dom.getElementsByTagName("name").getLength()).isEqualTo(2);
        }
    }

    @Test
    void writing_an_item_and_putting_the_images_back_restores_all_items_byte_for_byte() {
        Random random = new Random(20261122);
        for (int round = 0; round < 300; round++) {
            List<String> items = items(random);
            String space = List.of("\n", "", "\r\n  ", "\n\n").get(random.nextInt(4));
            String document = HEAD + String.join(space, items) + "\n</document>\n";
            Path file = Dxl.write(folder, Dxl.database(document));
            try (DxlBook book = DxlBook.open(file, "names.dxl")) {
                List<ItemImage> images = book.images(UNID, FLAG);
                Note before = book.read(UNID).orElseThrow();
                BookWriter writer = book.writer(new MemoryOverlay());
                writer.save(new NoteEdit(UNID, 2, FLAG, yes(), NOON, USER));
                Note after = writer.save(new NoteEdit(UNID, 3, FLAG, new NoteEdit.Images(images), NOON, USER));
                assertThat(after.items()).as(document).isEqualTo(before.items());
                writer.publish();
                assertThat(book.images(UNID, FLAG)).isEqualTo(images);
                assertThat(book.images(UNID, "Other")).as(document).hasSize((int)
                        items.stream().filter(item -> item.contains("'Other'")).count());
            }
            String text = Dxl.text(file);
            String found = text.substring(text.indexOf("</revisions>"), text.indexOf("</document>"));
            assertThat(found.replaceAll("\\s*(<item|$)", "$1"))
                    .as(document)
                    .isEqualTo(("</revisions>" + String.join("", items)).replaceAll("\\s*(<item|$)", "$1"));
        }
    }

    private static List<String> items(Random random) {
        List<String> shapes = List.of(
                "<item name='AvailableForDirSync'><text>1</text></item>",
                "<item  name=\"availableForDirSync\"\n summary='false'><text\n>0</text></item >",
                "<item name='AvailableForDirSync'><richtext>\n<par>1&#10;</par></richtext></item>",
                "<item name='AVAILABLEFORDIRSYNC' summary='true'><rawitemdata type='4'>\nMQ==\n</rawitemdata></item>",
                "<item name='Other'><text>x</text></item>",
                "<item name='Other' names='true'><textlist><text>\u00e9</text><text/></textlist></item>");
        List<String> items = new ArrayList<>();
        for (int count = random.nextInt(6); count > 0; count--) {
            items.add(shapes.get(random.nextInt(shapes.size())));
        }
        return items;
    }

    @Test
    void a_file_changed_underneath_is_a_conflict_for_every_save() {
        Path file = Dxl.write(folder, Dxl.database(Dxl.person()));
        try (DxlBook book = DxlBook.open(file, "names.dxl")) {
            MemoryOverlay overlay = new MemoryOverlay();
            BookWriter writer = book.writer(overlay);
            Dxl.write(folder, Dxl.database("<!-- somebody else -->", Dxl.person()));
            assertThatThrownBy(() -> writer.save(new NoteEdit(UNID, 2, FLAG, yes(), NOON, USER)))
                    .isInstanceOf(SaveConflictException.class)
                    .hasMessage("names.dxl was changed by somebody else; nothing was saved");
            assertThat(overlay.unids()).isEmpty();
        }
    }
}
