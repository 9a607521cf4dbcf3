package dirsh;

import java.util.ArrayList;
import java.util.List;

/** A line for a system shell, split into words as far as transcripts need it: blanks and both kinds of quotes. */
final class ShellWords {

    private ShellWords() {}

    /**
     * The words of a line.
     *
     * @throws IllegalArgumentException if a quote is open at the end
     */
    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean begun = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (quote != 0 ? letter == quote : letter == '\'' || letter == '"') {
                quote = quote != 0 ? 0 : letter;
                begun = true;
            } else if (quote == 0 && Character.isWhitespace(letter)) {
                if (begun) {
                    words.add(word.toString());
                    word.setLength(0);
                }
                begun = false;
            } else {
                word.append(letter);
                begun = true;
            }
        }
        if (quote != 0) {
            throw new IllegalArgumentException("a quote is open at the end of: " + line);
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }

    /** Whether a quote is open at the end, so that the next line belongs to it. */
    static boolean areOpen(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            if (quote != 0 ? letter == quote : letter == '\'' || letter == '"') {
                quote = quote != 0 ? 0 : letter;
            }
        }
        return quote != 0;
    }
}
