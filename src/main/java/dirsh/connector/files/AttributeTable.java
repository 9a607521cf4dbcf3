package dirsh.connector.files;

import dirsh.model.Place;
import dirsh.model.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.lang3.StringUtils;

/**
 * An Amap.tbl: the attributes of one directory that are synchronised, each with a tag and a maximum length (KB Q180517).
 *
 * @param name the file as messages call it
 * @param attributes in the order of the file
 */
public record AttributeTable(String name, List<Attribute> attributes) {

    /** A tag has at most so many characters (KB Q240910). */
    private static final int LONGEST_TAG = 10;

    /** The sum of all lengths must not be much more (KB Q180517). */
    private static final int LONGEST_ENTRY = 9500;

    /**
     * One attribute.
     *
     * @param tag by which rules name it
     * @param longest the number of characters after which its value is cut
     * @param attribute its own name: the item of a Notes document, or the attribute of the Exchange directory
     * @param line where the file says so, from 1
     */
    public record Attribute(String tag, int longest, String attribute, int line) {}

    public AttributeTable {
        attributes = List.copyOf(attributes);
    }

    /** Reads a table; each line that is wrong is a problem and left out. */
    static AttributeTable parse(FileLines file, Consumer<Problem> problems) {
        List<Attribute> attributes = new ArrayList<>();
        Set<String> tags = new HashSet<>();
        int sum = 0;
        for (int i = 0; i < file.lines().size(); i++) {
            String line = file.lines().get(i);
            if (!FileLines.says(line)) {
                continue;
            }
            Place place = Place.line(file.name(), i + 1L, 1);
            int tab = line.indexOf('\t');
            if (tab >= 0) {
                problems.accept(new Problem(
                        Place.line(file.name(), i + 1L, tab + 1L),
                        "a tab stands here; the connector wants blanks (KB Q180517)"));
            }
            String[] words = StringUtils.split(line);
            int lengthAt =
                    line.indexOf(words.length > 1 ? words[1] : words[0], line.indexOf(words[0]) + words[0].length());
            if (words.length < 3 || !words[1].matches("[0-9]{1,6}")) {
                problems.accept(new Problem(
                        Place.line(file.name(), i + 1L, Math.max(0, lengthAt) + 1L),
                        "a line has a tag, a maximum length and the name of an attribute"));
                continue;
            }
            if (words[0].length() > LONGEST_TAG) {
                problems.accept(new Problem(
                        place, "the tag has more than " + LONGEST_TAG + " characters, so no rule loads (KB Q240910)"));
            }
            Attribute attribute = new Attribute(words[0], Integer.parseInt(words[1]), words[2], i + 1);
            if (!tags.add(attribute.tag().toLowerCase(Locale.ROOT))) {
                problems.accept(new Problem(place, "the tag " + words[0] + " is defined twice"));
                continue;
            }
            sum += attribute.longest();
            attributes.add(attribute);
        }
        if (sum > LONGEST_ENTRY) {
            problems.accept(new Problem(
                    Place.line(file.name(), 0, 0),
                    "the lengths add up to " + sum + "; more than about " + LONGEST_ENTRY
                            + " is too much (KB Q180517)"));
        }
        return new AttributeTable(file.name(), attributes);
    }

    /** The attribute of that tag; case does not matter. */
    public Optional<Attribute> of(String tag) {
        return attributes.stream()
                .filter(attribute -> attribute.tag().equalsIgnoreCase(tag))
                .findFirst();
    }
}
