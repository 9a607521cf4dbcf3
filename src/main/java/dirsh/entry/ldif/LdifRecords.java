package dirsh.entry.ldif;

import dirsh.entry.AttributeNames;
import dirsh.entry.AttributeOptions;
import dirsh.entry.Entry;
import dirsh.entry.EntryFile;
import dirsh.entry.EntrySink;
import dirsh.model.DirshException;
import dirsh.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** The records of an LDIF file one by one: each begins with its name, {@code dn}, and ends at an empty line. */
final class LdifRecords {

    private static final String EXPORT = "ldifde -f recipients.ldf, or ldapsearch -LLL: the whole content once more";
    private static final List<String> CHANGES = List.of("modify", "delete", "modrdn", "moddn");

    /** What the decoder of texts puts in the place of bytes that are none; it may also be there by itself. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final int DN = 0;
    private static final int VERSION = 1;
    private static final int CHANGE_TYPE = 2;
    private static final int CONTROL = 3;

    /** Which characters may stand in the name of an attribute, options included. */
    private static final boolean[] PART_OF_NAME = partOfName();

    private final EntryFile file;
    private final LdifLines lines;
    private final NameTable names;
    private final int nameSlot;
    private final NameTable keywords =
            new NameTable(new AttributeNames(List.of("dn", "version", "changetype", "control")));
    private final LineNames foreseen = new LineNames();
    private final Entry.Builder builder = new Entry.Builder();
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private long records;
    private boolean partial;

    LdifRecords(EntryFile file, LdifLines lines, AttributeNames wanted) {
        this.file = file;
        this.lines = lines;
        this.names = new NameTable(wanted);
        this.nameSlot = wanted.slot("dn");
    }

    /** Passes the next record on; false if there is none. */
    boolean pass(EntrySink sink) throws IOException {
        do {
            if (!lines.next()) {
                if (records == 0) {
                    throw file.bad(1, 1, "there is no entry in the file", EXPORT);
                }
                return false;
            }
        } while (lines.from() == lines.to());
        records++;
        long begin = lines.line();
        int colon = colon();
        int keyword = keywords.slot(lines.bytes(), lines.from(), colon);
        if (keyword == VERSION && records == 1) {
            version(colon);
            return true;
        }
        if (keyword != DN) {
            throw bad(lines.from(), "an entry begins with another line than dn");
        }
        take(colon, nameSlot);
        foreseen.nextEntry();
        boolean first = true;
        while (lines.next() && lines.from() < lines.to()) {
            attribute(first);
            first = false;
        }
        if (partial) {
            partial = false;
            sink.problem(new Problem(file.place(begin, 1), AttributeOptions.PARTIAL));
        }
        sink.entry(builder.build(file.place(begin, 1)));
        return true;
    }

    /** The version stands alone or right above the first entry. */
    private void version(int colon) throws IOException {
        if (!text(value(colon), lines.to()).equals("1")) {
            throw bad(wrong(colon, "1"), "LDIF of another version than 1");
        }
    }

    private void attribute(boolean first) throws IOException {
        LineNames.Name name = foreseen.of(lines.bytes(), lines.from(), lines.to());
        if (name != null) {
            take(lines.from() + name.written().length - 1, name.slot());
            return;
        }
        int colon = colon();
        if (first) {
            int keyword = keywords.slot(lines.bytes(), lines.from(), colon);
            if (keyword == CHANGE_TYPE) {
                refuseChange(colon);
                return;
            }
            if (keyword == CONTROL) {
                throw bad(lines.from(), "a change record (control), where entries with their content are expected");
            }
        }
        byte[] bytes = lines.bytes();
        int end = lines.from();
        while (end < colon && bytes[end] != ';') {
            end++;
        }
        int slot = names.slot(bytes, lines.from(), end);
        if (end < colon) {
            take(colon, withOptions(slot, text(end, colon)));
            return;
        }
        // Keywords mean something else in the first line of an entry.
        if (keywords.slot(bytes, lines.from(), colon) == AttributeNames.UNWANTED) {
            foreseen.learn(bytes, lines.from(), colon, slot);
        }
        take(colon, slot);
    }

    /** The slot of an attribute with options; notes whether a range of its values goes on to the last one. */
    private int withOptions(int slot, String options) {
        if (slot == AttributeNames.UNWANTED || AttributeOptions.isLanguage(options)) {
            return AttributeNames.UNWANTED;
        }
        AttributeOptions.range(options).ifPresent(range -> partial = !range.isLast());
        return slot;
    }

    /** ldifde writes {@code changetype: add} above the content of each entry; all other changes are none of it. */
    private void refuseChange(int colon) throws IOException {
        String type = text(value(colon), lines.to()).strip().toLowerCase(Locale.ROOT);
        if (!type.equals("add")) {
            String known = CHANGES.contains(type) ? "changetype " + type : "changetype";
            throw bad(
                    wrong(colon, "add"),
                    "a change record (" + known + "), where entries with their content are expected");
        }
    }

    /** Where a line goes wrong whose value may only be this one: behind it if the value begins so, as after a bad fold. */
    private int wrong(int colon, String right) throws IOException {
        int value = value(colon);
        return text(value, lines.to()).startsWith(right) ? value + right.length() : lines.from();
    }

    /** The position of the colon behind the name of an attribute. */
    private int colon() {
        byte[] bytes = lines.bytes();
        int from = lines.from();
        int to = lines.to();
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == ':' && i > from) {
                return i;
            }
            if (b < 0 || !PART_OF_NAME[b]) {
                throw bad(i, i == from && b == ' ' ? "a folded line without a begin" : "no name of an attribute");
            }
        }
        throw bad(to, "no colon behind the name of an attribute");
    }

    /** Also of its options, such as {@code ;range=1500-*}. */
    private static boolean[] partOfName() {
        boolean[] part = new boolean[Byte.MAX_VALUE + 1];
        for (int b = 0; b < part.length; b++) {
            boolean letter = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
            part[b] = letter || (b >= '0' && b <= '9') || "-;._=*".indexOf(b) >= 0;
        }
        return part;
    }

    /** Where a plain value begins. */
    private int value(int colon) {
        byte[] bytes = lines.bytes();
        int to = lines.to();
        int at = colon + 1;
        while (at < to && bytes[at] == ' ') {
            at++;
        }
        return at;
    }

    private void take(int colon, int slot) throws IOException {
        byte kind = colon + 1 < lines.to() ? lines.bytes()[colon + 1] : 0;
        if (kind == '<') {
            throw bad(colon + 1, "a value that is to be read from a URL; such values are not fetched");
        }
        if (slot == AttributeNames.UNWANTED) {
            return;
        }
        if (kind == ':') {
            decoded(slot, value(colon + 1));
        } else {
            builder.add(slot, text(value(colon), lines.to()));
        }
    }

    private void decoded(int slot, int from) throws IOException {
        int end = lines.to();
        while (end > from && lines.bytes()[end - 1] == ' ') {
            end--;
        }
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(Arrays.copyOfRange(lines.bytes(), from, end));
        } catch (IllegalArgumentException e) {
            throw bad(notBase64(from, end), "a value that is not base64");
        }
        try {
            builder.add(slot, utf8.decode(ByteBuffer.wrap(decoded)).toString());
        } catch (CharacterCodingException binary) {
            return; // a picture or a GUID: bytes that are no text name nobody
        }
    }

    /** The first byte that cannot be in base64; the end if the value is only too short. */
    private int notBase64(int from, int to) {
        int at = from;
        while (at < to && isBase64(lines.bytes()[at])) {
            at++;
        }
        while (at < to && lines.bytes()[at] == '=') {
            at++;
        }
        return Math.min(at, Math.max(from, to - 1));
    }

    private static boolean isBase64(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || b == '+' || b == '/';
    }

    private String text(int from, int to) throws IOException {
        byte[] bytes = lines.bytes();
        if (lines.isAscii()) {
            // The bytes are the characters, in this charset too, which need not be looked through for it.
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) < 0) {
            return text;
        }
        ByteBuffer value = ByteBuffer.wrap(bytes, from, to - from);
        try {
            return utf8.decode(value).toString();
        } catch (CharacterCodingException e) {
            int at = value.position();
            throw file.undecodable(lines.lineOf(at), lines.columnOf(at), StandardCharsets.UTF_8);
        }
    }

    private DirshException bad(int position, String what) {
        return file.bad(lines.lineOf(position), lines.columnOf(position), what, EXPORT);
    }
}
