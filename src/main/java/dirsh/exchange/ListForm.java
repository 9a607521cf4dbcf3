package dirsh.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How lists of addresses stand in one text.
 *
 * <p>A directory export of Exchange 5.5 joins with {@code %}, csvde with {@code ;} and a backslash before one that belongs to
 * a value; scripts of the Exchange Management Shell join with whatever they like, see {@link JoinedAddresses}.
 */
sealed interface ListForm {

    /** The addresses of one text. */
    List<String> split(String text);

    /** Each text is one value. */
    record Single() implements ListForm {
        @Override
        public List<String> split(String text) {
            return List.of(text);
        }
    }

    /**
     * Values joined by a text that no value holds.
     *
     * @param separator the text between two values
     */
    record Joined(String separator) implements ListForm {
        @Override
        public List<String> split(String text) {
            List<String> values = new ArrayList<>();
            int from = 0;
            for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
                values.add(text.substring(from, at));
                from = at + separator.length();
            }
            values.add(text.substring(from));
            return values;
        }
    }

    /** Values joined by a semicolon, or where there is none by a bar; one behind a backslash belongs to a value (csvde). */
    record Escaped() implements ListForm {
        private static final Pattern SEMICOLON = Pattern.compile("(?<!\\\\);");
        private static final Pattern BAR = Pattern.compile("\\|");

        @Override
        public List<String> split(String text) {
            Pattern joiner = SEMICOLON.matcher(text).find() ? SEMICOLON : BAR;
            return joiner.splitAsStream(text)
                    .map(value -> value.replace("\\;", ";").strip())
                    .filter(value -> !value.isEmpty())
                    .toList();
        }
    }

    /** Values joined by an unknown sign, which may also occur inside them. */
    record Guessed() implements ListForm {
        @Override
        public List<String> split(String text) {
            return JoinedAddresses.split(text.replace("\\;", ";"));
        }
    }
}
