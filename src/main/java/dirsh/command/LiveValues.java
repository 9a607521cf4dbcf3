package dirsh.command;

import dirsh.compare.ComparedAttribute;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Diagnoser;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What a session has of each kind of thing, for completion. */
final class LiveValues implements Candidates {

    /** More than a screen of names helps nobody to choose. */
    private static final int MOST_NAMES = 200;

    private final Session session;

    LiveValues(Session session) {
        this.session = session;
    }

    @Override
    public List<String> candidates(ParameterKind kind, String prefix) {
        return switch (kind) {
            case PERSON ->
                session.bookNames().isEmpty() ? List.of() : session.book(null).personNames(prefix, MOST_NAMES);
            case ITEM_NAMES -> beginning(prefix, itemNames());
            case CAUSES ->
                beginning(prefix, Arrays.stream(Cause.values()).map(Cause::id).toList());
            case BOOK -> beginning(prefix, session.bookNames());
            case RECIPIENTS -> beginning(prefix, session.recipientNames());
            case RUN -> beginning(prefix, session.repairs().runIds());
            case PLAN -> beginning(prefix, session.plans().ids());
            case NAMES ->
                beginning(
                        prefix,
                        ComparedAttribute.ALL.stream()
                                .map(ComparedAttribute::attribute)
                                .toList());
            case TEXT,
                    FORMULA,
                    FIELDS,
                    CONDITION,
                    COMMAND_LINE,
                    FILE,
                    FOLDER,
                    ADDRESS,
                    NUMBER,
                    DECIMAL,
                    CHOICE,
                    TOPIC,
                    SWITCH -> List.of();
        };
    }

    private static List<String> beginning(String prefix, Collection<String> known) {
        String start = prefix.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(each -> each.toLowerCase(Locale.ROOT).startsWith(start))
                .toList();
    }

    /** The items every diagnosis looks at, and those of the documents seen. */
    private Set<String> itemNames() {
        Set<String> names = new TreeSet<>(Diagnoser.items());
        session.books().forEach(book -> names.addAll(book.itemNames()));
        return names;
    }
}
