package dirsh.entry.csv;

import dirsh.entry.EntryFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;

/**
 * Rows read off the bytes of a UTF-8 file, as the parser reads them off its characters.
 *
 * <p>They end before a row that takes more than looking for quotes, separators and line ends: there the parser goes on, which
 * knows what is wrong with it or that it is right all the same.
 */
final class PlainRows implements AutoCloseable {

    /** A longer row is for the parser. */
    private static final int LONGEST_ROW = 1 << 18;

    private static final int MOST_CELLS = 1 << 12;

    /** Instead of a place: the parser must go on. */
    private static final int NOT_PLAIN = -1;

    /** Instead of a place: more bytes are needed. */
    private static final int MORE = -2;

    private static final byte ORDINARY = 0;
    private static final byte BEYOND_ASCII = 1;
    private static final byte APOSTROPHE = 2;
    private static final byte QUOTE = 3;
    private static final byte SEPARATOR = 4;
    private static final byte LINE_FEED = 5;
    private static final byte RETURN = 6;

    private final InputStream in;
    private final byte[] kinds = new byte[1 << Byte.SIZE];
    private final String quote;
    private final CsvRow row = new CsvRow();
    private final byte[] bytes = new byte[LONGEST_ROW];

    private int begin;
    private int end;
    private boolean read;
    private long line = 1;

    /** Where the cell at hand ends, and what was met in it. */
    private int to;

    private int lines;
    private boolean beyondAscii;
    private boolean doubled;

    private PlainRows(InputStream in, char separator, char quote) {
        this.in = in;
        this.quote = String.valueOf(quote);
        for (int b = Byte.MAX_VALUE + 1; b < kinds.length; b++) {
            kinds[b] = BEYOND_ASCII;
        }
        kinds['\''] = APOSTROPHE;
        kinds['\n'] = LINE_FEED;
        kinds['\r'] = RETURN;
        kinds[separator] = SEPARATOR;
        kinds[quote] = QUOTE;
    }

    /** Whether the rows of a file may be read so. */
    static boolean suits(EntryFile file, CsvForm form) {
        char separator = form.separator().orElse(',');
        boolean usual = separator <= Byte.MAX_VALUE
                && separator != '\''
                && form.quote() <= Byte.MAX_VALUE
                && form.quote() != '\'';
        if (!usual || !Files.isRegularFile(file.path())) {
            return false;
        }
        try (InputStream begin = new BufferedInputStream(Files.newInputStream(file.path()), 1 << 4)) {
            return file.encoding(begin).charset().equals(StandardCharsets.UTF_8);
        } catch (IOException e) {
            // Who reads the file says why.
            return false;
        }
    }

    /**
     * The rows of a file that suits.
     *
     * @param raw its bytes from the first one, which are closed with the rows
     */
    static PlainRows open(EntryFile file, InputStream raw, char separator, char quote) throws IOException {
        InputStream in = new BufferedInputStream(raw, 1 << 10);
        file.encoding(in);
        return new PlainRows(in, separator, quote);
    }

    /** Passes over lines before the header; false if they do not end. */
    boolean skipLines(int count) throws IOException {
        for (int skipped = 0; skipped < count; skipped++) {
            if (!fill()) {
                return false;
            }
            while (begin < end && bytes[begin] != '\n' && bytes[begin] != '\r') {
                begin++;
            }
            if (begin + 1 >= end) {
                return false;
            }
            begin += bytes[begin] == '\r' && bytes[begin + 1] == '\n' ? 2 : 1;
        }
        return true;
    }

    /** Takes the header: from now on only wanted cells are kept. */
    void keepOnly(Header wanted) {
        row.keepOnly(wanted);
    }

    /** The bytes from the next row on, for the parser; nothing more is read here. */
    InputStream rest() {
        return new SequenceInputStream(new ByteArrayInputStream(bytes, begin, end - begin), in);
    }

    /** The line of the next row, from 1. */
    long line() {
        return line;
    }

    /** Whether no row is left, not even one for the parser. */
    boolean isEnd() {
        return read && begin == end;
    }

    /** The next row; null where none is left, or the parser must go on. */
    @Nullable
    CsvRow next() throws IOException {
        while (true) {
            if (begin == end && !fill()) {
                return null;
            }
            int after = row();
            if (after >= 0) {
                boolean empty = row.width() == 0;
                begin = after;
                line += lines + 1;
                if (!empty) {
                    return row;
                }
            } else if (after == NOT_PLAIN || !fill()) {
                return null;
            }
        }
    }

    /** Reads more behind what is left; false if nothing came. */
    private boolean fill() throws IOException {
        System.arraycopy(bytes, begin, bytes, 0, end - begin);
        end -= begin;
        begin = 0;
        if (read || end == bytes.length) {
            return false;
        }
        int more = in.readNBytes(bytes, end, bytes.length - end);
        end += more;
        read = end < bytes.length;
        return more > 0;
    }

    /** Reads a row, which has no cell if the line is empty; gives where the next one begins. */
    private int row() {
        row.begin(line);
        lines = 0;
        int at = begin;
        while (true) {
            beyondAscii = false;
            doubled = false;
            boolean quoted = at < end && kind(at) == QUOTE;
            int from = quoted ? at + 1 : at;
            int after = quoted ? quoted(from) : unquoted(from);
            if (after < 0) {
                return after;
            }
            boolean last = after == end || kind(after) != SEPARATOR;
            boolean empty = last && row.width() == 0 && to == from;
            if (empty ? quoted : !cell(from)) {
                return NOT_PLAIN;
            }
            if (last) {
                return afterRow(after);
            }
            at = after + 1;
        }
    }

    private byte kind(int at) {
        return kinds[Byte.toUnsignedInt(bytes[at])];
    }

    /** Behind the line end. */
    private int afterRow(int at) {
        if (at == end || kind(at) == LINE_FEED) {
            return Math.min(at + 1, end);
        }
        if (at + 1 == end && !read) {
            return MORE;
        }
        return at + 1 < end && kind(at + 1) == LINE_FEED ? at + 2 : at + 1;
    }

    private int unquoted(int from) {
        int at = from;
        while (at < end) {
            byte kind = kind(at);
            if (kind != ORDINARY) {
                if (kind == QUOTE) {
                    return NOT_PLAIN;
                }
                if (kind >= SEPARATOR) {
                    to = at;
                    return at;
                }
                meet(kind);
            }
            at++;
        }
        to = at;
        return read ? at : MORE;
    }

    private int quoted(int from) {
        int at = from;
        while (at < end) {
            byte kind = kind(at);
            if (kind == QUOTE) {
                if (at + 1 == end || kind(at + 1) >= SEPARATOR) {
                    to = at;
                    return at + 1 == end && !read ? MORE : at + 1;
                }
                if (kind(at + 1) != QUOTE) {
                    return NOT_PLAIN;
                }
                doubled = true;
                at++;
            } else if (kind == RETURN || (kind == LINE_FEED && bytes[at - 1] != '\r')) {
                lines++;
            } else if (kind != ORDINARY) {
                meet(kind);
            }
            at++;
        }
        return read ? NOT_PLAIN : MORE;
    }

    private void meet(byte kind) {
        if (kind == BEYOND_ASCII) {
            beyondAscii = true;
        } else if (kind == APOSTROPHE) {
            row.meetApostrophe();
        }
    }

    /** Adds the cell at hand; false if it is for the parser. */
    private boolean cell(int from) {
        if (row.width() == MOST_CELLS) {
            return false;
        }
        if (!beyondAscii) {
            row.add(row.wantsNext() ? text(from, StandardCharsets.ISO_8859_1) : "", hasContent(from));
            return true;
        }
        String text = text(from, StandardCharsets.UTF_8);
        // It stands for bytes that are no characters, unless it was written so.
        if (text.indexOf('\uFFFD') >= 0) {
            return false;
        }
        row.add(row.wantsNext() ? text : "", !text.isBlank());
        return true;
    }

    private String text(int from, Charset charset) {
        String text = new String(bytes, from, to - from, charset);
        return doubled ? text.replace(quote + quote, quote) : text;
    }

    private boolean hasContent(int from) {
        int at = from;
        while (at < to && Character.isWhitespace(bytes[at])) {
            at++;
        }
        return at < to;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
