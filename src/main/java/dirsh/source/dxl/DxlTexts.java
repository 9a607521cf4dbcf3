package dirsh.source.dxl;

import dirsh.model.Problem;
import dirsh.source.NoteSink;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads character data with its {@code break} and {@code nonxmlchar} elements, within limits. */
final class DxlTexts {

    private static final int PREVIEW = 4096;

    /** What a text takes beside its characters, so that many empty ones reach the limit as well. */
    private static final int OVERHEAD = 16;

    private static final int REPLACEMENT = 0xFFFD;

    private final DxlTokens tokens;
    private final NoteSink problems;
    private final Set<Long> longTexts;

    private int room;
    private boolean cut;
    private long bytes;
    private boolean rawLineEnd;

    /**
     * @param longTexts file offsets of texts that are too long to be read
     */
    DxlTexts(DxlTokens tokens, NoteSink problems, Set<Long> longTexts) {
        this.tokens = tokens;
        this.problems = problems;
        this.longTexts = longTexts;
    }

    /** Begins another record: all its texts together are held to the limit. */
    void resetRoom() {
        room = DxlInput.LIMIT;
        cut = false;
    }

    /** Whether the record's texts have reached the limit, so that nothing more is kept of it. */
    boolean isFull() {
        return room <= 0;
    }

    void resetBytes() {
        bytes = 0;
    }

    void addBytes(long count) {
        bytes += count;
    }

    long bytes() {
        return bytes;
    }

    void resetRawLineEnd() {
        rawLineEnd = false;
    }

    /** Whether a raw line end stood in a text since the last reset. */
    boolean rawLineEnd() {
        return rawLineEnd;
    }

    /** The text of the element whose start is the current token, to its end. */
    String read() {
        room -= OVERHEAD;
        String first = null;
        StringBuilder all = null;
        int depth = tokens.depth();
        long from = -1;
        int token = tokens.next();
        while (tokens.depth() >= depth) {
            if (from >= 0) {
                bytes += tokens.start() - from;
                from = -1;
            }
            String piece = null;
            if (DxlTokens.isText(token)) {
                from = tokens.start();
                piece = piece();
            } else if (token == DxlTokens.START) {
                piece = element();
            }
            if (piece != null) {
                if (first == null) {
                    first = piece;
                } else {
                    all = (all == null ? new StringBuilder(first) : all).append(piece);
                }
            }
            token = tokens.next();
        }
        if (from >= 0) {
            bytes += tokens.start() - from;
        }
        return all != null ? all.toString() : first != null ? first : "";
    }

    /** The characters of the current token, cut where the limit is reached. */
    String piece() {
        if (isFull()) {
            return cut("");
        }
        if (!longTexts.isEmpty() && longTexts.contains(tokens.start())) {
            return cut(preview());
        }
        String piece = tokens.text();
        if (piece.indexOf('\n') >= 0) {
            rawLineEnd |= holdsLineEnd();
        }
        if (piece.length() > room) {
            return cut(piece.substring(0, Math.min(PREVIEW, room)));
        }
        room -= piece.length();
        return piece;
    }

    private String cut(String kept) {
        if (!cut) {
            problem("the texts of a document are longer than 16 MiB; only the beginning is kept");
        }
        cut = true;
        room = 0;
        return kept;
    }

    private String preview() {
        return tokens.source(tokens.start(), PREVIEW).orElse("");
    }

    /** A character reference to a line end is part of the value; only the source tells it from a layout break. */
    private boolean holdsLineEnd() {
        long start = tokens.start();
        return tokens.source(start, (int) (tokens.end() - start))
                .map(written -> written.indexOf('\n') >= 0 || written.indexOf('\r') >= 0)
                .orElse(true);
    }

    private @Nullable String element() {
        String characters = null;
        switch (tokens.name()) {
            case "break" -> characters = "\n";
            case "nonxmlchar" -> characters = nonXml(tokens.attribute("value"));
            default -> problem("an unexpected element in a text, which is passed over");
        }
        tokens.skip();
        room--;
        return characters == null || !isFull() ? characters : cut("");
    }

    private String nonXml(@Nullable String value) {
        int code = -1;
        try {
            code = value == null ? -1 : Integer.parseInt(value, 16);
        } catch (NumberFormatException e) {
            code = -1;
        }
        if (!Character.isValidCodePoint(code)) {
            problem("the value of a nonxmlchar element is no character code");
            code = REPLACEMENT;
        }
        return Character.toString(code);
    }

    private void problem(String text) {
        problems.problem(new Problem(tokens.place(), text));
    }
}
