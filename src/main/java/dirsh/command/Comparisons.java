package dirsh.command;

import dirsh.command.RememberedComparison.Question;
import dirsh.compare.ComparedAttribute;
import dirsh.compare.Comparer;
import dirsh.compare.Comparison;
import dirsh.compare.RecipientIndex;
import dirsh.model.DirshException;
import dirsh.model.Unid;
import dirsh.source.BookFeature;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The comparisons of a session's address books with its recipients.
 *
 * <p>All open source books are held against the recipients together, so that nobody's recipient is called unexpected because
 * its person is in another book; who is told of is another question.
 */
public final class Comparisons {

    private final Session session;
    private final Console console;
    private final Mappings mappings;
    private final RememberedIndex indexes = new RememberedIndex();
    private final RememberedComparison last = new RememberedComparison();

    Comparisons(Session session, Console console, Supplier<? extends Catalogue> catalogue) {
        this.session = session;
        this.console = console;
        this.mappings = new Mappings(catalogue::get);
    }

    /** Compares by the arguments of the {@code compare} command: every open source book, or the one that is named. */
    public Comparison compare(Arguments arguments) {
        Object book = Optional.ofNullable(arguments.get("book")).orElse(arguments.get("in"));
        OpenBook first = session.book((String) book);
        List<OpenBook> sources = sources(first);
        return compare(
                sources,
                book == null ? sources : List.of(first),
                session.recipients((String) arguments.get("recipients")),
                mappings.attributes((String) arguments.get("mapping"), names(arguments.get("attributes"))));
    }

    private static List<String> names(@Nullable Object given) {
        return given instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Compares a book with the current recipients by the usual attributes. */
    public Comparison of(OpenBook book) {
        return of(book, Optional.empty());
    }

    /**
     * Compares a book with the current recipients.
     *
     * @param attributes what to compare, which may be nothing; if empty, the usual attributes
     * @throws DirshException as bad input if too few people match for the export to be the whole one of this book
     */
    Comparison of(OpenBook book, Optional<List<ComparedAttribute>> attributes) {
        return compare(
                sources(book),
                List.of(book),
                session.recipients(null),
                attributes.orElseGet(() -> mappings.attributes(null, List.of())));
    }

    /** The people of a book without a recipient of their own. */
    Set<Unid> notInExchange(OpenBook book) {
        Comparison comparison = of(book);
        Set<Unid> absent = new HashSet<>();
        comparison.missing().forEach(person -> absent.add(person.unid()));
        comparison.ambiguous().forEach(person -> absent.add(person.unid()));
        return absent;
    }

    private Comparison compare(
            List<OpenBook> sources,
            List<OpenBook> told,
            OpenRecipients recipients,
            List<ComparedAttribute> attributes) {
        RecipientIndex index = indexes.of(recipients.source(), session.cancellation());
        index.warnings().forEach(console::warn);
        List<String> closed = session.connector().closedBooks(session.books());
        Question question = new Question(index, attributes, names(told), closed);
        Comparison comparison = last.answer(question, () -> surveys(sources, OpenBook::freshSurvey))
                .orElseGet(() -> made(sources, question));
        if (!recipients.partial()) {
            comparison.refusal().ifPresent(problem -> {
                throw refused(problem, recipients, told.size() > 1);
            });
        }
        comparison.warning().ifPresent(console::warn);
        return session.connector().explained(comparison, told);
    }

    private Comparison made(List<OpenBook> sources, Question question) {
        Comparer comparer = new Comparer(question.index(), question.attributes(), names(sources));
        for (OpenBook book : sources) {
            comparer.begin(book.name());
            book.compare(comparer, session.cancellation());
        }
        Comparison comparison = comparer.finish(question.told(), question.closed());
        List<OpenBook.Survey> surveys = surveys(sources, OpenBook::lastSurvey);
        if (surveys.size() == sources.size()) {
            last.remember(question, surveys, comparison);
        }
        return comparison;
    }

    /** The last pass through each book, without those that are asked in vain or have something to tell at each time. */
    private static List<OpenBook.Survey> surveys(
            List<OpenBook> books, Function<OpenBook, Optional<OpenBook.Survey>> last) {
        return books.stream()
                .filter(book -> book.book().leftOpen().isEmpty())
                .flatMap(book -> last.apply(book).stream())
                .toList();
    }

    private static DirshException refused(String problem, OpenRecipients recipients, boolean several) {
        return DirshException.badInput(
                problem,
                (several ? "compare BOOK for one of the books alone, or " : "")
                        + "exchange " + recipients.source().address()
                        + " --partial, if this export is known to hold only some of the people");
    }

    private static List<String> names(List<OpenBook> books) {
        return books.stream().map(OpenBook::name).toList();
    }

    /**
     * A book and the others the connector may read, in the order they were opened: not its replicas, and of each other
     * directory only one. What shows a directory from outside, such as LDAP, is compared alone.
     */
    private List<OpenBook> sources(OpenBook first) {
        if (!isWhole(first)) {
            return List.of(first);
        }
        List<OpenBook> sources = new ArrayList<>();
        for (OpenBook book : session.books()) {
            boolean known = !book.name().equals(first.name())
                    && (isReplica(first, book) || sources.stream().anyMatch(other -> isReplica(other, book)));
            if (isWhole(book) && !known) {
                sources.add(book);
            }
        }
        return sources;
    }

    private static boolean isWhole(OpenBook book) {
        return book.book().features().contains(BookFeature.ITEM_DETAILS);
    }

    private static boolean isReplica(OpenBook one, OpenBook two) {
        return one.book().identity().isReplicaOf(two.book().identity());
    }
}
