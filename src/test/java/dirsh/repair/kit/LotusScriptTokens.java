package dirsh.repair.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of one line of LotusScript, in lower case; a string is its first quote, a number the digit 0. */
final class LotusScriptTokens {

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_LINE = 250;
    private static final int LONGEST_STRING = 16267;
    private static final Pattern TOKEN =
            Pattern.compile("\\s+|'.*|\"(?:[^\"]|\"\")*\"|[A-Za-z_]\\w*\\$?|\\d+|<>|<=|>=|[-+*/&=<>(),.:#]");

    private final List<String> words = new ArrayList<>();
    private int next;

    LotusScriptTokens(String line) {
        if (line.length() > LONGEST_LINE) {
            throw new LotusScript.Mistake("the line is too long");
        }
        Matcher token = TOKEN.matcher(line);
        int at = 0;
        while (at < line.length()) {
            token.region(at, line.length());
            if (!token.lookingAt()) {
                throw new LotusScript.Mistake("no token begins with " + line.charAt(at));
            }
            add(token.group());
            at = token.end();
        }
    }

    private void add(String text) {
        char first = text.charAt(0);
        if (Character.isWhitespace(first) || first == '\'') {
            return;
        }
        if (first == '"') {
            require(text.length() <= LONGEST_STRING, "a string is too long");
            words.add("\"");
        } else if (Character.isDigit(first)) {
            words.add("0");
        } else {
            require(text.length() <= LONGEST_NAME, "a name is too long: " + text);
            words.add(text.toLowerCase(Locale.ROOT).replace("$", ""));
        }
    }

    static void require(boolean right, String what) {
        if (!right) {
            throw new LotusScript.Mistake(what);
        }
    }

    boolean isEmpty() {
        return next >= words.size();
    }

    /** The next word, or an empty one at the end of the line. */
    String peek() {
        return isEmpty() ? "" : words.get(next);
    }

    boolean isAt(String word) {
        return peek().equals(word);
    }

    /** Whether the line ends in these words and has none before them. */
    boolean is(String... all) {
        return next == 0 && words.equals(List.of(all));
    }

    boolean endsWith(String word) {
        return !words.isEmpty() && words.get(words.size() - 1).equals(word);
    }

    int size() {
        return words.size();
    }

    String take() {
        require(!isEmpty(), "the line ends too early");
        return words.get(next++);
    }

    boolean takeIf(String word) {
        if (isAt(word)) {
            next++;
            return true;
        }
        return false;
    }

    void take(String... expected) {
        for (String word : expected) {
            String found = isEmpty() ? "the end of the line" : take();
            require(found.equals(word), word + " is expected, not " + found);
        }
    }

    String name() {
        String word = take();
        require(Character.isLetter(word.charAt(0)) || word.charAt(0) == '_', "a name is expected, not " + word);
        return word;
    }

    void end() {
        require(isEmpty(), "the line goes on: " + peek());
    }
}
