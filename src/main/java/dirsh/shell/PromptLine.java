package dirsh.shell;

import java.util.List;
import org.jline.reader.CompletingParsedLine;

/**
 * A line at the prompt as JLine wants to see it: one word, the one to complete.
 *
 * @param line the whole text
 * @param cursor where the cursor stands
 * @param spot the word's place and what fits there
 */
record PromptLine(String line, int cursor, Spot spot) implements CompletingParsedLine {

    private static final String NEEDS_QUOTES = " \t;|\"'#";

    @Override
    public String word() {
        return spot.typed();
    }

    @Override
    public int wordCursor() {
        return spot.typed().length();
    }

    @Override
    public int wordIndex() {
        return 0;
    }

    @Override
    public List<String> words() {
        return List.of(spot.typed());
    }

    @Override
    public int rawWordCursor() {
        return cursor - spot.start();
    }

    @Override
    public int rawWordLength() {
        return spot.end() - spot.start();
    }

    /** The value in quotes if it needs them; the closing one is left out while more is to follow. */
    @Override
    public CharSequence escape(CharSequence candidate, boolean complete) {
        String value = candidate.toString();
        boolean plain = spot.quote() == 0
                && (spot.wants() != Spot.Wants.VALUE || value.chars().noneMatch(c -> NEEDS_QUOTES.indexOf(c) >= 0));
        if (plain) {
            return value;
        }
        char quote = value.indexOf('"') >= 0 ? '\'' : spot.quote() == 0 ? '"' : spot.quote();
        return complete ? quote + value + quote : quote + value;
    }
}
