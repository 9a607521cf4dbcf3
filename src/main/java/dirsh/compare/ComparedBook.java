package dirsh.compare;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How many people of an address book were compared, and how many of them Exchange has.
 *
 * @param name the name it goes by; empty where only one was compared
 * @param people all of them
 * @param exported those whom the sync has exported by what the connector reads, ambiguous ones included
 * @param found those of the exported who are in Exchange
 */
public record ComparedBook(String name, int people, int exported, int found) {

    private static final int FEWEST_TO_REFUSE = 20;
    private static final int PERCENT_TO_BELIEVE = 60;

    /** Adds the book's name to the fields of a row, where several books were compared. */
    static void put(Map<String, Object> fields, String name) {
        if (!name.isEmpty()) {
            fields.put("book", name);
        }
    }

    /**
     * Why the recipients cannot be those of this book, or not all of them, in one line.
     *
     * <p>Only people for whom the connector reads Yes count: the sync has exported them, whatever is wrong with the others.
     * An ambiguous person is in Exchange too. An export that somebody cut off, filtered or took from another organisation
     * would make everybody else look missing.
     *
     * @param recipients how many there are in all
     */
    Optional<String> refusal(int recipients) {
        boolean few = exported >= FEWEST_TO_REFUSE && found * 100L < exported * (long) PERCENT_TO_BELIEVE;
        boolean none = exported > 0 && recipients == 0;
        return few || none
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%,d of %,d people%s whom the connector reads as Yes matched: this is an empty, a cut off or another"
                                + " organisation's Exchange file",
                        found,
                        exported,
                        name.isEmpty() ? "" : " of " + name))
                : Optional.empty();
    }
}
