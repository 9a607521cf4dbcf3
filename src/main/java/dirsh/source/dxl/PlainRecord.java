package dirsh.source.dxl;

import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.NoteTimes;
import dirsh.model.NotesTime;
import dirsh.model.Place;
import dirsh.model.Unid;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one {@code document} or {@code note} off plain bytes, as {@link DxlRecord} does off tokens. Only data documents without
 * any problem are plain.
 */
final class PlainRecord {

    private static final byte[] DOCUMENT = ascii("document");
    private static final byte[] NOTE = ascii("note");
    private static final byte[] NOTEINFO = ascii("noteinfo");
    private static final byte[] UPDATED_BY = ascii("updatedby");
    private static final byte[] REVISIONS = ascii("revisions");
    private static final byte[] CREATED = ascii("created");
    private static final byte[] MODIFIED = ascii("modified");
    private static final byte[] REVISED = ascii("revised");
    private static final byte[] ADDED = ascii("addedtofile");
    private static final byte[] NAME = ascii("name");
    private static final byte[] NAME_START = ascii("<name>");
    private static final byte[] NAME_END = ascii("</name>");
    private static final byte[] ITEM = ascii("item");

    private final PlainMarkup markup;
    private final PlainContent content;
    private final PlainItems items;
    private final PlainTimes times;

    private @Nullable String form;
    private @Nullable Unid parent;
    private Set<NoteFlag> flags = EnumSet.noneOf(NoteFlag.class);
    private @Nullable Unid unid;
    private int noteId;
    private int sequence;
    private @Nullable NotesTime created;
    private @Nullable NotesTime modified;
    private @Nullable NotesTime revised;
    private @Nullable NotesTime added;
    private List<String> updatedBy = new ArrayList<>();
    private List<NotesTime> revisions = new ArrayList<>();

    PlainRecord(PlainMarkup markup, PlainContent content, PlainItems items, PlainTimes times) {
        this.markup = markup;
        this.content = content;
        this.items = items;
        this.times = times;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether an element begins here that may be a plain data document. */
    boolean isAt(int at) {
        byte next = markup.bytes()[at + 1];
        return (next == 'd' && begins(at, DOCUMENT)) || (next == 'n' && begins(at, NOTE));
    }

    private boolean begins(int at, byte[] name) {
        return markup.at(at + 1, name) && isSpaceOrEnd(markup.bytes()[at + 1 + name.length]);
    }

    private static boolean isSpaceOrEnd(byte b) {
        return b == ' ' || b == '>' || b == '\n' || b == '\r' || b == '\t' || b == '/';
    }

    /** Reads the element; the note is asked for afterwards. */
    int read(int from) {
        reset();
        int at = content.startTag(from);
        boolean note = markup.bytes()[from + 1] == 'n';
        if (markup.isEmpty()) {
            throw markup.failure(from);
        }
        attributes(note, from);
        while (true) {
            at = markup.space(at);
            byte[] all = markup.bytes();
            if (all[at] == '<' && all[at + 1] == 'i' && begins(at, ITEM)) {
                at = items.read(at);
            } else if (all[at] == '<' && all[at + 1] == '/') {
                if (unid == null) {
                    throw markup.failure(from);
                }
                return markup.endTag(at, note ? NOTE : DOCUMENT);
            } else {
                at = child(at);
            }
        }
    }

    /** The note that was read. */
    Note note(String replicaId, Place place) {
        if (unid == null) {
            throw new IllegalStateException("a plain document has a UNID");
        }
        return new Note(
                unid,
                noteId,
                sequence,
                new NoteTimes(created, modified, revised, added),
                flags,
                form,
                parent,
                updatedBy,
                revisions,
                replicaId,
                items.summarySize(),
                items.items(),
                place);
    }

    private void reset() {
        form = null;
        parent = null;
        flags = EnumSet.noneOf(NoteFlag.class);
        unid = null;
        noteId = 0;
        sequence = 0;
        created = null;
        modified = null;
        revised = null;
        added = null;
        updatedBy = new ArrayList<>();
        revisions = new ArrayList<>();
        items.reset();
    }

    private void attributes(boolean note, int from) {
        boolean data = !note;
        for (int i = 0; i < markup.attributes(); i++) {
            String value = markup.attributeValue(i);
            switch (markup.attributeName(i)) {
                case "form" -> form = value;
                case "class" -> data |= value.equalsIgnoreCase("document");
                case "parent" -> parent = unid(value, from);
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
    }

    private Unid unid(String text, int at) {
        return Unid.parse(text).orElseThrow(() -> markup.failure(at));
    }

    private void flag(NoteFlag flag, String value, int at) {
        if (value.equals("true")) {
            flags.add(flag);
        } else if (!value.equals("false")) {
            throw markup.failure(at);
        }
    }

    private int child(int from) {
        int at = content.startTag(from);
        int name = from + 1;
        int nameEnd = markup.nameEnd();
        if (markup.is(name, nameEnd, NOTEINFO)) {
            return noteinfo(from, at);
        }
        if (markup.isEmpty()) {
            return at;
        }
        if (markup.is(name, nameEnd, UPDATED_BY)) {
            return names(at);
        }
        if (markup.is(name, nameEnd, REVISIONS)) {
            return times.all(at, REVISIONS, revisions);
        }
        return content.skip(at, markup.bytes(), name, nameEnd, 1);
    }

    private int names(int from) {
        int at = markup.space(from);
        while (markup.at(at, NAME_START)) {
            int start = at + NAME_START.length;
            int end = markup.text(start);
            updatedBy.add(markup.decoded(start, end));
            at = markup.space(markup.at(end, NAME_END) ? end + NAME_END.length : markup.endTag(end, NAME));
        }
        return markup.endTag(at, UPDATED_BY);
    }

    private int noteinfo(int from, int behind) {
        if (unid != null) {
            throw markup.failure(from);
        }
        for (int i = 0; i < markup.attributes(); i++) {
            switch (markup.attributeName(i)) {
                case "unid" -> unid = unid(markup.attributeValue(i), from);
                case "noteid" -> noteId = number(markup.attributeValue(i), 16, from);
                case "sequence" -> sequence = number(markup.attributeValue(i), 10, from);
                default -> {
                    // The schema has no others.
                }
            }
        }
        if (unid == null) {
            throw markup.failure(from);
        }
        if (markup.isEmpty()) {
            return behind;
        }
        int at = markup.space(behind);
        while (markup.bytes()[at] != '<' || markup.bytes()[at + 1] != '/') {
            at = markup.space(headerTime(at));
        }
        return markup.endTag(at, NOTEINFO);
    }

    private int number(String value, int radix, int at) {
        try {
            return DxlRecord.unsigned(value, radix);
        } catch (NumberFormatException e) {
            throw markup.failure(at);
        }
    }

    private int headerTime(int from) {
        int at = content.startTag(from);
        int name = from + 1;
        int nameEnd = markup.nameEnd();
        boolean empty = markup.isEmpty();
        if (markup.is(name, nameEnd, CREATED)) {
            at = empty ? at : times.only(at, CREATED);
            created = empty ? null : times.found();
        } else if (markup.is(name, nameEnd, MODIFIED)) {
            at = empty ? at : times.only(at, MODIFIED);
            modified = empty ? null : times.found();
        } else if (markup.is(name, nameEnd, REVISED)) {
            at = empty ? at : times.only(at, REVISED);
            revised = empty ? null : times.found();
        } else if (markup.is(name, nameEnd, ADDED)) {
            at = empty ? at : times.only(at, ADDED);
            added = empty ? null : times.found();
        } else if (!empty) {
            at = content.skip(at, markup.bytes(), name, nameEnd, 1);
        }
        return at;
    }
}
