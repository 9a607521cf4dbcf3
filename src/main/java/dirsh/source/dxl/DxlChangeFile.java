package dirsh.source.dxl;

import dirsh.model.Note;
import dirsh.source.NoteEdit;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * DXL for Domino's importer that holds one item of each document and nothing else.
 *
 * <p>It is made for the document option UPDATE_ELSE_IGNORE, which replaces the items in it and leaves the others: with a
 * REPLACE option the documents would lose every other item, with a CREATE option there would be each person twice.
 *
 * <p>It is pure ASCII, so that a LotusScript program can look at it in any code page.
 */
public final class DxlChangeFile {

    private static final DxlEncoding ASCII = DxlEncoding.bytes(StandardCharsets.US_ASCII.name());

    private final Writer out;
    private final String itemName;
    private final CharsetEncoder encoder = StandardCharsets.US_ASCII.newEncoder();

    private DxlChangeFile(Writer out, String itemName) {
        this.out = out;
        this.itemName = itemName;
    }

    /**
     * Begins a file.
     *
     * @param replicaId the replica the importer has to find
     * @param mark what the second line says of the file's origin; no two hyphens in a row
     * @param itemName the item
     */
    public static DxlChangeFile begin(Writer out, String replicaId, String mark, String itemName) throws IOException {
        DxlChangeFile file = new DxlChangeFile(out, itemName);
        file.line("<?xml version='1.0' encoding='utf-8'?>");
        file.line("<!-- " + mark + " -->");
        file.line("<database xmlns='http://www.lotus.com/dxl' version='9.0' replicaid='" + replicaId + "'>");
        return file;
    }

    /**
     * Adds a document, in the form its source had it. Neither sequence nor times are said: they are the importer's.
     *
     * @param text what the item is to hold
     */
    public void add(Note note, NoteEdit.Text text) throws IOException {
        String form = note.formAttribute();
        String element = form == null ? "note" : "document";
        line(form == null ? "<note class='document'>" : "<document form='" + DxlText.plain(form, encoder) + "'>");
        line("<noteinfo noteid='" + note.noteIdText().toLowerCase(Locale.ROOT) + "' unid='" + note.unid() + "'/>");
        line(DxlItemText.element(itemName, text, "", ASCII));
        line("</" + element + ">");
    }

    /** Ends the file. */
    public void end() throws IOException {
        line("</database>");
    }

    private void line(String text) throws IOException {
        out.append(text).append("\r\n");
    }
}
