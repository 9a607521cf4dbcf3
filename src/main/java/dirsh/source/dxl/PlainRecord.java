package dirsh.source.dxl;

import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.Place;
import dirsh.model.Unid;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one {@code document} or {@code note} off plain bytes, as {@link DxlRecord} does off tokens. Only data documents without
 * any problem are plain.
 */
final class PlainRecord {

    private static final byte[] DOCUMENT = "document".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTE = "note".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ITEM = "item".getBytes(StandardCharsets.US_ASCII);

    private final PlainMarkup markup;
    private final PlainContent content;
    private final PlainHeader header;
    private final PlainItems items;

    /** The start tag read last, which most documents share with the one before. */
    private byte[] tag = {};

    private boolean note;
    private @Nullable String form;
    private @Nullable Unid parent;
    private Set<NoteFlag> flags = Set.of();

    PlainRecord(PlainMarkup markup, PlainContent content, PlainHeader header, PlainItems items) {
        this.markup = markup;
        this.content = content;
        this.header = header;
        this.items = items;
    }

    /** Whether an element begins here that may be a plain data document. */
    boolean isAt(int at) {
        byte next = markup.bytes()[at + 1];
        return (next == 'd' && begins(at, DOCUMENT)) || (next == 'n' && begins(at, NOTE));
    }

    private boolean begins(int at, byte[] name) {
        return markup.bytes()[at] == '<'
                && markup.at(at + 1, name)
                && isSpaceOrEnd(markup.bytes()[at + 1 + name.length]);
    }

    private static boolean isSpaceOrEnd(byte b) {
        return b == ' ' || b == '>' || b == '\n' || b == '\r' || b == '\t' || b == '/';
    }

    /** Reads the element; the note is asked for afterwards. */
    int read(int from) {
        header.reset();
        items.reset();
        int at = startTag(from);
        byte[] all = markup.bytes();
        while (true) {
            at = markup.space(at);
            if (all[at + 1] == 'i' && begins(at, ITEM)) {
                at = items.read(at);
            } else if (all[at] == '<' && all[at + 1] == '/') {
                if (header.unid() == null) {
                    throw markup.failure(from);
                }
                return markup.endTag(at, note ? NOTE : DOCUMENT);
            } else {
                at = header.read(at);
            }
        }
    }

    /** The note that was read. */
    Note note(String replicaId, Place place) {
        Unid unid = header.unid();
        if (unid == null) {
            throw new IllegalStateException("a plain document has a UNID");
        }
        return new Note(
                unid,
                header.noteId(),
                header.sequence(),
                header.times(),
                flags,
                form,
                parent,
                header.updatedBy(),
                header.revisions(),
                replicaId,
                items.summarySize(),
                items.items(),
                place);
    }

    private int startTag(int from) {
        if (tag.length > 0 && markup.at(from, tag)) {
            return from + tag.length;
        }
        long line = markup.line();
        tag = new byte[0];
        int end = content.startTag(from);
        if (markup.isEmpty()) {
            throw markup.failure(from);
        }
        attributes(from);
        if (markup.line() == line) {
            tag = Arrays.copyOfRange(markup.bytes(), from, end);
        }
        return end;
    }

    private void attributes(int from) {
        note = markup.bytes()[from + 1] == 'n';
        boolean data = !note;
        form = null;
        parent = null;
        flags = EnumSet.noneOf(NoteFlag.class);
        for (int i = 0; i < markup.attributes(); i++) {
            String value = markup.attributeValue(i);
            switch (markup.attributeName(i)) {
                case "form" -> form = value;
                case "class" -> data |= value.equalsIgnoreCase("document");
                case "parent" -> parent = Unid.parse(value).orElseThrow(() -> markup.failure(from));
                case "response" -> flag(NoteFlag.RESPONSE, value, from);
                case "conflict" -> flag(NoteFlag.CONFLICT, value, from);
                case "truncated" -> {
                    if (!value.equalsIgnoreCase("false") && !value.equalsIgnoreCase("none")) {
                        flags.add(NoteFlag.TRUNCATED);
                    }
                }
                case "replicaid" -> throw markup.failure(from);
                default -> {
                    // Others say nothing about a document inside a database.
                }
            }
        }
        if (!data) {
            throw markup.failure(from);
        }
        flags = Set.copyOf(flags);
    }

    private void flag(NoteFlag flag, String value, int at) {
        if (value.equals("true")) {
            flags.add(flag);
        } else if (!value.equals("false")) {
            throw markup.failure(at);
        }
    }
}
