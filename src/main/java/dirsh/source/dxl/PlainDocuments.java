package dirsh.source.dxl;

import dirsh.model.Note;
import dirsh.model.Place;
import dirsh.source.Projection;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** A walk along the elements that a database holds, on the bytes of its file. */
final class PlainDocuments {

    private static final byte[] ROOT = DxlBeginning.ROOT.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATABASE_INFO = "<databaseinfo".getBytes(StandardCharsets.US_ASCII);

    /** So close before it the end of the window may be why something is not plain. */
    private static final int MARGIN = 4096;

    private final String file;
    private final ByteWindow window;
    private final PlainMarkup markup = new PlainMarkup();
    private final PlainRecord record;
    private int at;
    private long line;
    private long lineStart;

    /**
     * @param file the file's name as the user gave it
     */
    PlainDocuments(String file, FileChannel channel, Projection projection) {
        this.file = file;
        window = new ByteWindow(channel);
        PlainContent content = new PlainContent(markup);
        PlainItems items = new PlainItems(markup, content, new ItemOpenings(markup, content, projection));
        record = new PlainRecord(markup, content, new PlainHeader(markup, content), items);
    }

    /** Goes to a place. */
    void moveTo(Place place) throws IOException {
        long index = place.offset() - window.offset();
        if (index < 0 || index >= window.length()) {
            window.moveTo(place.offset());
            index = 0;
        }
        at = (int) index;
        line = place.line();
        lineStart = place.offset() - place.column() + 1;
    }

    /** File offset of where the walk is. */
    long offset() {
        return window.offset() + at;
    }

    /** Passes over white space and tells where it ends. */
    Place next() throws IOException {
        begin();
        int end = markup.space(at);
        // A line end of two bytes must not be cut in two.
        while (end >= window.length() - 1 && window.advance(at)) {
            at = 0;
            begin();
            end = markup.space(at);
        }
        arrive(end);
        return new Place(file, line, offset() - lineStart + 1, offset());
    }

    private void begin() {
        markup.in(window);
        markup.line(line, lineStart);
    }

    private void arrive(int end) {
        at = end;
        line = markup.line();
        lineStart = markup.lineStart();
    }

    /** Whether the end of the database stands here, and nothing but white space behind it. */
    boolean isEnd() throws IOException {
        if (!begins("</")) {
            return false;
        }
        try {
            arrive(markup.endTag(at, ROOT));
        } catch (PlainMarkup.NotPlain e) {
            return false;
        }
        next();
        return window.isLast() && at == window.length();
    }

    private boolean begins(String text) {
        return markup.at(at, text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Whether an element begins here that a parser can take on its own. */
    boolean isElement() {
        byte[] bytes = window.bytes();
        return bytes[at] == '<' && Character.isLetter(bytes[at + 1]) && !markup.at(at, DATABASE_INFO);
    }

    /** Reads the document or note that begins here, and goes behind it; false if there is no plain one. */
    boolean read() throws IOException {
        if (at > window.length() - MARGIN && window.advance(at)) {
            at = 0;
            begin();
        }
        if (!record.isAt(at)) {
            return false;
        }
        while (true) {
            try {
                arrive(record.read(at));
                return true;
            } catch (PlainMarkup.NotPlain e) {
                if (markup.stopped() < window.length() - MARGIN || !window.advance(at)) {
                    return false;
                }
                at = 0;
                begin();
            }
        }
    }

    /** What was read. */
    Note note(String replicaId, Place place) {
        return record.note(replicaId, place);
    }
}
