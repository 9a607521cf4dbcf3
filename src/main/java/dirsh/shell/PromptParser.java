package dirsh.shell;

import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells JLine where a line ends and what stands at the cursor; a backslash is no escape. */
final class PromptParser implements Parser {

    private final LineParser lines;

    PromptParser(LineParser lines) {
        this.lines = lines;
    }

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        if (context == ParseContext.ACCEPT_LINE && !closedByHand(line) && lines.needsMore(line)) {
            throw new EOFError(-1, cursor, "the line goes on");
        }
        boolean completing = context == ParseContext.COMPLETE;
        Spot spot = Spot.of(lines, line, completing ? cursor : line.length());
        return new PromptLine(line, completing ? cursor : line.length(), spot);
    }

    @Override
    public boolean isEscapeChar(char c) {
        return false;
    }

    /** An empty line ends what is open, so that its error can be seen. */
    private static boolean closedByHand(String line) {
        int lineEnd = line.lastIndexOf('\n');
        return lineEnd >= 0 && line.substring(lineEnd).isBlank();
    }
}
