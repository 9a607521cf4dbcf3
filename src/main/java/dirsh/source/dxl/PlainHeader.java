package dirsh.source.dxl;

import dirsh.model.NoteTimes;
import dirsh.model.NotesTime;
import dirsh.model.Unid;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a document tells about itself beside its items: {@code noteinfo}, {@code updatedby}, {@code revisions}. */
final class PlainHeader {

    private static final byte[] NOTEINFO = ascii("noteinfo");
    private static final byte[] UPDATED_BY = ascii("updatedby");
    private static final byte[] REVISIONS = ascii("revisions");
    private static final byte[] UPDATED_BY_START = ascii("<updatedby>");
    private static final byte[] REVISIONS_START = ascii("<revisions>");
    private static final byte[] NOTE_ID = ascii("noteid");
    private static final byte[] UNID = ascii("unid");
    private static final byte[] SEQUENCE = ascii("sequence");
    private static final byte[] NAME = ascii("name");
    private static final byte[] NAME_START = ascii("<name>");
    private static final byte[] NAME_END = ascii("</name>");

    private static final int CREATED = 0;
    private static final int MODIFIED = 1;
    private static final int REVISED = 2;
    private static final int ADDED = 3;
    private static final byte[][] TIMES = {
        ascii("created"), ascii("modified"), ascii("revised"), ascii("addedtofile"), ascii("lastaccessed")
    };

    private static final int UNID_DIGITS = 32;

    /** How many names are remembered, one for each value of a hash: few people save most documents. */
    private static final int NAMES = 256;

    private final PlainMarkup markup;
    private final PlainContent content;
    private final PlainTimes timeReader;
    private final byte[][] nameBytes = new byte[NAMES][];
    private final String[] names = new String[NAMES];

    private @Nullable Unid unid;
    private int noteId;
    private int sequence;
    private final @Nullable NotesTime[] times = new NotesTime[TIMES.length];
    private List<String> updatedBy = new ArrayList<>();
    private List<NotesTime> revisions = new ArrayList<>();

    PlainHeader(PlainMarkup markup, PlainContent content) {
        this.markup = markup;
        this.content = content;
        this.timeReader = new PlainTimes(markup, content);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Begins another record. */
    void reset() {
        unid = null;
        noteId = 0;
        sequence = 0;
        Arrays.fill(times, null);
        updatedBy = new ArrayList<>();
        revisions = new ArrayList<>();
    }

    /** Reads an element of a document that is no item. */
    int read(int from) {
        if (markup.at(from, UPDATED_BY_START)) {
            return names(from + UPDATED_BY_START.length);
        }
        if (markup.at(from, REVISIONS_START)) {
            return timeReader.all(from + REVISIONS_START.length, REVISIONS, revisions);
        }
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
            return timeReader.all(at, REVISIONS, revisions);
        }
        return content.skip(at, markup.bytes(), name, nameEnd, 1);
    }

    /** The id of the document; null if it was not read. */
    @Nullable
    Unid unid() {
        return unid;
    }

    int noteId() {
        return noteId;
    }

    int sequence() {
        return sequence;
    }

    NoteTimes times() {
        return new NoteTimes(times[CREATED], times[MODIFIED], times[REVISED], times[ADDED]);
    }

    List<String> updatedBy() {
        return updatedBy;
    }

    List<NotesTime> revisions() {
        return revisions;
    }

    private int noteinfo(int from, int behind) {
        if (unid != null) {
            throw markup.failure(from);
        }
        for (int i = 0; i < markup.attributes(); i++) {
            int start = markup.attributeStart(i);
            int end = markup.attributeEnd(i);
            if (markup.is(start, end, UNID)) {
                unid = unid(markup.valueStart(i), markup.valueEnd(i));
            } else if (markup.is(start, end, NOTE_ID)) {
                noteId = number(markup.valueStart(i), markup.valueEnd(i), 16);
            } else if (markup.is(start, end, SEQUENCE)) {
                sequence = number(markup.valueStart(i), markup.valueEnd(i), 10);
            }
        }
        if (unid == null) {
            throw markup.failure(from);
        }
        if (markup.isEmpty()) {
            return behind;
        }
        byte[] all = markup.bytes();
        int at = markup.space(behind);
        while (all[at] != '<' || all[at + 1] != '/') {
            at = markup.space(time(at));
        }
        return markup.endTag(at, NOTEINFO);
    }

    private Unid unid(int from, int to) {
        if (to - from != UNID_DIGITS) {
            throw markup.failure(from);
        }
        int middle = from + UNID_DIGITS / 2;
        return new Unid(digits(from, middle), digits(middle, to));
    }

    private long digits(int from, int to) {
        byte[] all = markup.bytes();
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = PlainCharacters.digit(all[i], 16);
            if (digit < 0) {
                throw markup.failure(i);
            }
            value = value << 4 | digit;
        }
        return value;
    }

    private int number(int from, int to, int radix) {
        byte[] all = markup.bytes();
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = PlainCharacters.digit(all[i], radix);
            if (digit < 0 || to - from > 7) {
                return unusual(from, to, radix);
            }
            value = value * radix + digit;
        }
        return to > from ? value : unusual(from, to, radix);
    }

    private int unusual(int from, int to, int radix) {
        try {
            return DxlRecord.unsigned(markup.utf8(from, to), radix);
        } catch (NumberFormatException e) {
            throw markup.failure(from);
        }
    }

    private int time(int from) {
        for (int i = 0; i < TIMES.length; i++) {
            byte[] name = TIMES[i];
            if (markup.bytes()[from + 1 + name.length] == '>'
                    && markup.at(from + 1, name)
                    && markup.bytes()[from] == '<') {
                int end = timeReader.only(from + name.length + 2, name);
                times[i] = timeReader.found();
                return end;
            }
        }
        return otherTime(from);
    }

    private int otherTime(int from) {
        int at = content.startTag(from);
        int name = from + 1;
        int nameEnd = markup.nameEnd();
        for (int i = 0; i < TIMES.length; i++) {
            if (markup.is(name, nameEnd, TIMES[i])) {
                boolean empty = markup.isEmpty();
                int end = empty ? at : timeReader.only(at, TIMES[i]);
                times[i] = empty ? null : timeReader.found();
                return end;
            }
        }
        return markup.isEmpty() ? at : content.skip(at, markup.bytes(), name, nameEnd, 1);
    }

    private int names(int from) {
        int at = markup.space(from);
        while (markup.at(at, NAME_START)) {
            int start = at + NAME_START.length;
            int end = markup.text(start);
            updatedBy.add(name(start, end));
            at = markup.space(markup.at(end, NAME_END) ? end + NAME_END.length : markup.endTag(end, NAME));
        }
        return markup.endTag(at, UPDATED_BY);
    }

    private String name(int from, int to) {
        byte[] all = markup.bytes();
        int length = to - from;
        int hash = length < 8 ? length : 31 * (31 * length + all[from + 4]) + 7 * all[from + 5] + all[to - 7];
        int slot = hash & NAMES - 1;
        byte[] known = nameBytes[slot];
        if (known == null || !Arrays.equals(all, from, to, known, 0, known.length)) {
            nameBytes[slot] = Arrays.copyOfRange(all, from, to);
            names[slot] = markup.decoded(from, to);
        }
        return names[slot];
    }
}
