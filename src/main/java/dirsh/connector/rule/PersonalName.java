package dirsh.connector.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.lang3.StringUtils;

/**
 * A person's name in one of two styles: 1 is {@code First Middle Last}, 2 is {@code Last, First Middle} (KB Q180517).
 *
 * <p>A name of one part is first and last name. That style 2 without a comma is such a name is ours.
 *
 * @param first the first name or initials
 * @param middle everything between
 * @param last the last name
 */
record PersonalName(String first, String middle, String last) {

    /** The name and, if it is given, the style; else the style is 2 where there is a comma. */
    static PersonalName of(List<String> arguments) {
        String text = arguments.get(0).strip();
        boolean second = RuleFunction.given(arguments, 1)
                .map(style -> style.strip().equals("2"))
                .orElseGet(() -> text.contains(","));
        if (!second) {
            return firstToLast(words(text));
        }
        int comma = text.indexOf(',');
        if (comma < 0) {
            return new PersonalName(text, "", text);
        }
        String last = text.substring(0, comma).strip();
        List<String> given = words(text.substring(comma + 1));
        if (given.isEmpty()) {
            return new PersonalName(last, "", last);
        }
        return new PersonalName(given.get(0), String.join(" ", given.subList(1, given.size())), last);
    }

    private static PersonalName firstToLast(List<String> words) {
        if (words.isEmpty()) {
            return new PersonalName("", "", "");
        }
        int end = words.size() - 1;
        String middle = end > 1 ? String.join(" ", words.subList(1, end)) : "";
        return new PersonalName(words.get(0), middle, words.get(end));
    }

    private static List<String> words(String text) {
        return new ArrayList<>(Arrays.asList(StringUtils.split(text, ' ')));
    }
}
