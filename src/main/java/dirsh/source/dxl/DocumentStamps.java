package dirsh.source.dxl;

import dirsh.source.NoteEdit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The stamps that Domino sets with each save: sequence, revised and modified time, updated-by and revisions.
 *
 * <p>Missing elements are created where the schema has them (dxl-format, section 1).
 */
final class DocumentStamps {

    private static final Pattern SEQUENCE = Pattern.compile("(\\ssequence\\s*=\\s*)('[^']*'|\"[^\"]*\")");

    private final DocumentBytes document;
    private final DocumentLayout layout;
    private final ByteEdits edits;

    DocumentStamps(DocumentBytes document, DocumentLayout layout, ByteEdits edits) {
        this.document = document;
        this.layout = layout;
        this.edits = edits;
    }

    /** Adds the stamps to the edits. */
    void stamp(NoteEdit edit, int sequence) {
        DocumentLayout.Span noteinfo = layout.document().child("noteinfo");
        if (noteinfo == null) {
            throw new IllegalStateException("a document that is addressed has a noteinfo");
        }
        String datetime = element("datetime", DxlTimes.write(edit.time()));
        header(noteinfo, sequence, datetime);
        String name = element(
                "name", DxlText.plain(edit.user(), document.encoding().charset().newEncoder()));
        DocumentLayout.Span updatedBy = layout.document().child("updatedby");
        DocumentLayout.Span revisions = layout.document().child("revisions");
        if (updatedBy == null) {
            insertBehind(noteinfo, element("updatedby", name));
        } else if (!edit.user().equals(lastName(updatedBy))) {
            append(updatedBy, name);
        }
        if (revisions == null) {
            insertBehind(updatedBy == null ? noteinfo : updatedBy, element("revisions", datetime));
        } else {
            append(revisions, datetime);
        }
    }

    private void header(DocumentLayout.Span noteinfo, int sequence, String datetime) {
        String startTag = document.source(noteinfo.start(), noteinfo.contentStart());
        Matcher stated = SEQUENCE.matcher(startTag);
        String raised;
        if (stated.find()) {
            raised = startTag.substring(0, stated.end(1)) + "'" + sequence + "'" + startTag.substring(stated.end());
        } else {
            int close = startTag.length() - (noteinfo.isOneTag() ? 2 : 1);
            raised = startTag.substring(0, close) + " sequence='" + sequence + "'" + startTag.substring(close);
        }
        String modified = element("modified", datetime);
        String revised = element("revised", datetime);
        if (noteinfo.isOneTag()) {
            edits.replace(noteinfo.start(), noteinfo.end(), open(raised, modified + revised));
            return;
        }
        edits.replace(noteinfo.start(), noteinfo.contentStart(), raised);
        DocumentLayout.Span created = noteinfo.child("created");
        DocumentLayout.Span oldModified = noteinfo.child("modified");
        put(noteinfo, oldModified, created, "modified", datetime);
        put(noteinfo, noteinfo.child("revised"), oldModified == null ? created : oldModified, "revised", datetime);
    }

    /** Renews a time's content, or creates the element behind the one it follows. */
    private void put(
            DocumentLayout.Span noteinfo,
            DocumentLayout.@Nullable Span old,
            DocumentLayout.@Nullable Span previous,
            String name,
            String datetime) {
        if (old != null && old.isOneTag()) {
            edits.replace(old.start(), old.end(), element(name, datetime));
        } else if (old != null) {
            edits.replace(old.contentStart(), old.contentEnd(), datetime);
        } else if (previous != null) {
            insertBehind(previous, element(name, datetime));
        } else {
            edits.insert(noteinfo.contentStart(), element(name, datetime));
        }
    }

    private void insertBehind(DocumentLayout.Span previous, String element) {
        edits.insert(previous.end(), spaceBefore(document, previous.start()) + element);
    }

    private void append(DocumentLayout.Span parent, String element) {
        List<DocumentLayout.Span> children = parent.children();
        if (parent.isOneTag()) {
            edits.replace(parent.start(), parent.end(), open(document.source(parent.start(), parent.end()), element));
        } else if (children.isEmpty()) {
            edits.insert(parent.contentStart(), element);
        } else {
            insertBehind(children.get(children.size() - 1), element);
        }
    }

    /** An element whose start and end were one tag, with content. */
    private static String open(String tag, String content) {
        Matcher name = Pattern.compile("<([^\\s/>]+)").matcher(tag);
        if (!name.find()) {
            throw new IllegalStateException("an element begins with its name");
        }
        return tag.substring(0, tag.length() - 2) + ">" + content + "</" + name.group(1) + ">";
    }

    private String element(String name, String content) {
        String qualified = layout.prefix() + name;
        return "<" + qualified + ">" + content + "</" + qualified + ">";
    }

    private static @Nullable String lastName(DocumentLayout.Span updatedBy) {
        List<DocumentLayout.Span> names = updatedBy.children();
        return names.isEmpty() ? null : names.get(names.size() - 1).text();
    }

    /** The white space that stands before an element: a line end and its indentation, as a rule. */
    static String spaceBefore(DocumentBytes document, int start) {
        int unit = document.encoding().unit();
        int from = start;
        while (from >= unit && isSpace(document.source(from - unit, from))) {
            from -= unit;
        }
        return document.source(from, start);
    }

    private static boolean isSpace(String character) {
        return character.equals(" ") || character.equals("\n") || character.equals("\r") || character.equals("\t");
    }
}
