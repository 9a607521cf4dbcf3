package dirsh.source.dxl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.model.DirshException;
import dirsh.model.ItemFlag;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.BookWriter;
import dirsh.source.ItemImage;
import dirsh.source.MemoryOverlay;
import dirsh.source.NoteEdit;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DxlEncodingTest {

    private static final Unid SECOND =
            Unid.parse("7E3A91C4D25F4B0841258ADD002D5191").orElseThrow();
    private static final String FLAG = "AvailableForDirSync";

    @TempDir
    Path folder;

    private static String content(String declaration) {
        String text = Dxl.database(
                Dxl.person("<item name='LastName'><text>M\u00fcller</text></item>", Dxl.item("<text>1</text>")),
                Dxl.personWithUnid(
                        SECOND.toString(),
                        "<item name='LastName'><text>\u00c5se</text></item>",
                        Dxl.item("<text>Yes</text>")));
        return declaration + text.substring(Dxl.DECLARATION.length());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UTF-8|<?xml version='1.0' encoding='utf-8'?>|no mark",
                "UTF-8|<?xml version='1.0'?>|no mark",
                "UTF-8||no mark",
                "UTF-8|<?xml version='1.0' encoding='UTF-8'?>|mark",
                "ISO-8859-1|<?xml version='1.0' encoding='ISO-8859-1'?>|no mark",
                "windows-1252|<?xml version='1.0' encoding='windows-1252'?>|no mark",
                "UTF-16LE|<?xml version='1.0' encoding='UTF-16'?>|mark",
                "UTF-16BE|<?xml version='1.0' encoding='UTF-16'?>|mark",
                "UTF-16LE|<?xml version='1.0' encoding='UTF-16LE'?>|no mark",
                "UTF-16BE||mark",
            })
    void every_encoding_with_exact_offsets_is_read_and_edited(Charset charset, String declaration, String mark)
            throws IOException {
        String text = content(declaration == null ? "" : declaration + "\n");
        String marked = (mark.equals("mark") ? "\uFEFF" : "") + text;
        Path file = Dxl.write(folder, marked, charset);
        try (DxlBook book = DxlBook.open(file, "names.dxl")) {
            List<Note> notes = Dxl.scan(file).notes();
            assertThat(notes).extracting(note -> note.text("LastName")).containsExactly("M\u00fcller", "\u00c5se");
            for (Note note : notes) {
                assertThat(book.read(note.unid())).contains(note);
            }
            int offset = marked.substring(0, marked.indexOf("<document")).getBytes(charset).length;
            assertThat(notes.get(0).place().offset()).isEqualTo(offset);
            List<ItemImage> images = book.images(SECOND, FLAG);
            assertThat(images).containsExactly(new ItemImage(1, Dxl.item("<text>Yes</text>")));
            BookWriter writer = book.writer(new MemoryOverlay());
            Note saved = writer.save(edit(2, new NoteEdit.Text("1", Set.of(ItemFlag.SUMMARY))));
            writer.publish();
            assertThat(book.read(SECOND)).contains(saved);
        }
        String edited = new String(Files.readAllBytes(file), charset);
        assertThat(edited).contains(Dxl.item("<text>1</text>")).doesNotContain("Yes");
        int start = marked.lastIndexOf("<document");
        assertThat(edited).startsWith(marked.substring(0, start)).endsWith("</document>\n</database>\n");
    }

    @Test
    void a_character_the_encoding_lacks_is_written_as_a_reference() throws IOException {
        Charset charset = Charset.forName("ISO-8859-1");
        Path file = Dxl.write(folder, content("<?xml version='1.0' encoding='ISO-8859-1'?>\n"), charset);
        try (DxlBook book = DxlBook.open(file, "names.dxl")) {
            BookWriter writer = book.writer(new MemoryOverlay());
            Note saved = writer.save(edit(2, new NoteEdit.Text("\u5c71\uD83D\uDE00\u00fc", Set.of(ItemFlag.SUMMARY))));
            assertThat(saved.text(FLAG)).isEqualTo("\u5c71\uD83D\uDE00\u00fc");
            writer.publish();
        }
        assertThat(new String(Files.readAllBytes(file), charset)).contains("<text>&#23665;&#128512;\u00fc</text>");
    }

    @Test
    void an_encoding_without_exact_offsets_is_read_but_not_edited() {
        Charset charset = Charset.forName("Shift_JIS");
        String text = Dxl.database(Dxl.person("<item name='LastName'><text>\u5c71</text></item>"));
        Path file = Dxl.write(folder, text.replace("utf-8", "Shift_JIS"), charset);
        try (DxlBook book = DxlBook.open(file, "names.dxl")) {
            Note note = Dxl.scan(file).only();
            assertThat(note.text("LastName")).isEqualTo("\u5c71");
            assertThat(book.read(note.unid())).contains(note);
            assertThatThrownBy(() -> book.writer(new MemoryOverlay()))
                    .isInstanceOf(DirshException.class)
                    .hasMessage("names.dxl: a file in Shift_JIS can be read but not edited");
        }
    }

    private static NoteEdit edit(int sequence, NoteEdit.Content content) {
        return new NoteEdit(SECOND, sequence, FLAG, content, Instant.parse("2026-11-22T13:15:00Z"), "CN=Two/O=Acme");
    }
}
