package dirsh.compare;

import dirsh.model.Counted;
import dirsh.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What was held against what.
 *
 * @param books the address books whose people are told of
 * @param closed source books of the connector that are not open, so that their people are not known
 * @param recipients the number of recipients compared
 * @param contested the number of those between which ambiguous people could not choose
 * @param attributes the attributes that were compared: both sides have them
 * @param groups the number of distribution groups among the recipients, which were not compared
 * @param problems records of the recipients' source that could not be read
 */
public record Compared(
        List<ComparedBook> books,
        List<String> closed,
        int recipients,
        int contested,
        List<String> attributes,
        int groups,
        List<Problem> problems) {

    public Compared {
        books = List.copyOf(books);
        closed = List.copyOf(closed);
        attributes = List.copyOf(attributes);
        problems = List.copyOf(problems);
    }

    /** The number of people told of. */
    public int people() {
        return books.stream().mapToInt(ComparedBook::people).sum();
    }

    /** Both sides in words, then what was not compared. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        String each = books.stream()
                .map(book -> String.format(Locale.ROOT, "%,d of %s", book.people(), book.name()))
                .collect(Collectors.joining(", "));
        lines.add(String.format(
                Locale.ROOT,
                "%s%s and %s",
                Counted.of(people(), "person", "people"),
                books.size() > 1 ? " (" + each + ")" : "",
                Counted.of(recipients, "recipient")));
        if (!closed.isEmpty()) {
            lines.add("source books of the connector that are not open: " + String.join(", ", closed));
        }
        if (groups > 0) {
            lines.add(Counted.of(groups, "distribution group is", "distribution groups are")
                    + " not compared with people");
        }
        if (!problems.isEmpty()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%s of Exchange could not be read as they should, first %s",
                    Counted.of(problems.size(), "record"),
                    problems.get(0)));
        }
        return lines;
    }
}
