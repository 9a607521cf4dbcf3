package dirsh.repair.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a line of LotusScript that is known to be right: names in lower case, strings behind their first quote. */
final class LotusScriptWords {

    private static final Pattern WORD =
            Pattern.compile("\\s+|'.*|\"((?:[^\"]|\"\")*)\"|[A-Za-z_]\\w*\\$?|\\d+|<>|<=|>=|[-+*/&=<>(),.:#]");

    private final List<String> words = new ArrayList<>();
    private int next;

    LotusScriptWords(String line) {
        Matcher word = WORD.matcher(line);
        while (word.find() && !word.group().startsWith("'")) {
            if (word.group(1) != null) {
                words.add("\"" + word.group(1).replace("\"\"", "\""));
            } else if (!word.group().isBlank()) {
                words.add(word.group().toLowerCase(Locale.ROOT).replace("$", ""));
            }
        }
    }

    boolean isEmpty() {
        return next >= words.size();
    }

    String peek() {
        return isEmpty() ? "" : words.get(next);
    }

    /** The first word of the line, also once it was taken. */
    String first() {
        return words.get(0);
    }

    String take() {
        return words.get(next++);
    }

    boolean takeIf(String... all) {
        boolean here = words.size() >= next + all.length
                && words.subList(next, next + all.length).equals(List.of(all));
        next += here ? all.length : 0;
        return here;
    }

    boolean isLabel() {
        return words.size() == 2 && words.get(1).equals(":");
    }

    /** The operator of a level that comes next, or an empty word. */
    String takeOne(List<String> operators) {
        return operators.contains(peek()) ? take() : "";
    }
}
