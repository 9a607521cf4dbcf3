package dirsh.command;

import dirsh.model.Answer;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Flow;
import dirsh.model.NoteKind;
import dirsh.replica.ReplicaDifference;
import dirsh.replica.Replicas;
import dirsh.source.BookFeature;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The replicas of a directory: with whom it replicated, and what differs between those that are open. */
public final class ReplicaCommands {

    /** Between two words to the console about progress. */
    private static final int PROGRESS_STEP = 1000;

    private final Session session;
    private final Console console;

    ReplicaCommands(Session session, Console console) {
        this.session = session;
        this.console = console;
    }

    /** With whom the database replicated last, when and in which direction. */
    public List<Answer> history(Arguments arguments) {
        if (!list(arguments).isEmpty()) {
            throw DirshException.badInput(
                    "replicas list takes no books but --in NAME", "replicas compare BOOK BOOK, to compare them");
        }
        return session.domino().replicas((String) arguments.get("in"));
    }

    /**
     * What differs between open books, one document after the other.
     *
     * @throws DirshException as bad input if there are fewer than two, or they are no replicas of each other
     */
    public Flow<ReplicaDifference> compare(Arguments arguments) {
        List<OpenBook> books = books(arguments);
        boolean byName = "name".equals(arguments.get("by"));
        books.forEach(ReplicaCommands::requireItems);
        if (byName) {
            warnOfSources(books);
        } else {
            requireReplicas(books);
        }
        Cancellation cancellation = session.cancellation();
        Replicas replicas = replicas(books, kinds(arguments), byName, cancellation);
        if (books.stream().noneMatch(book -> book.book().features().contains(BookFeature.DELETION_STUBS))) {
            console.note("deletion stubs are shown by NSF files only: who is in one book only may have been deleted in"
                    + " the other");
        }
        return replicas.differences(cancellation);
    }

    /** Books that have passed, ready to be held against each other. */
    Replicas replicas(List<OpenBook> books, Set<NoteKind> kinds, boolean byName, Cancellation cancellation) {
        Set<String> storages = new TreeSet<>();
        books.forEach(book -> storages.add(book.book().identity().storage()));
        Replicas replicas = new Replicas(kinds, byName, storages.size() == 1);
        for (OpenBook book : books) {
            replicas.add(book.name(), book.book(), cancellation, passed -> {
                        if (passed % PROGRESS_STEP == 0) {
                            console.progress("reading " + book.name(), passed, 0);
                        }
                    })
                    .forEach(console::warn);
        }
        return replicas;
    }

    private List<OpenBook> books(Arguments arguments) {
        List<OpenBook> books = new ArrayList<>();
        for (Object name : list(arguments)) {
            OpenBook book = session.book(name.toString());
            if (books.contains(book)) {
                throw DirshException.badInput(
                        "replicas compare names " + name + " twice", "replicas compare with two different books");
            }
            books.add(book);
        }
        if (books.isEmpty()) {
            books.addAll(session.replicasAndSelf(session.book((String) arguments.get("in"))));
        }
        if (books.size() < 2) {
            throw DirshException.badInput(
                    "replicas compare needs two open books at least",
                    "open hub1.dxl; open hub2.dxl; replicas compare hub1 hub2");
        }
        return books;
    }

    private static List<?> list(Arguments arguments) {
        return arguments.get("books") instanceof List<?> books ? books : List.of();
    }

    private static Set<NoteKind> kinds(Arguments arguments) {
        if (Boolean.TRUE.equals(arguments.get("all"))) {
            return EnumSet.allOf(NoteKind.class);
        }
        Set<NoteKind> kinds = EnumSet.of(NoteKind.PERSON);
        if (Boolean.TRUE.equals(arguments.get("groups"))) {
            kinds.add(NoteKind.GROUP);
        }
        return kinds;
    }

    private static void requireItems(OpenBook book) {
        if (!book.book().features().contains(BookFeature.ITEM_DETAILS)) {
            throw DirshException.badInput(
                    book.name() + " (" + book.book().identity().storage() + ") shows neither types nor flags of items",
                    "compare DXL exports, NSF files or live directories");
        }
    }

    private static void requireReplicas(List<OpenBook> books) {
        OpenBook first = books.get(0);
        for (OpenBook book : books) {
            if (!first.book().identity().isReplicaOf(book.book().identity())) {
                throw DirshException.badInput(
                        book.name() + " is no replica of " + first.name() + ": " + id(book) + ", not " + id(first),
                        "replicas compare " + first.name() + " " + book.name()
                                + " --by name, if one is a copy of the other");
            }
        }
    }

    private static String id(OpenBook book) {
        String id = book.book().identity().replicaId();
        return id.isEmpty() ? "no replica id" : "replica " + id;
    }

    /** Who is in two source books is exported twice, and the second is turned away (event 6206). */
    private void warnOfSources(List<OpenBook> books) {
        List<String> sources = books.stream()
                .filter(session.connector()::isSource)
                .map(OpenBook::name)
                .toList();
        if (sources.size() > 1) {
            console.warn(
                    String.join(" and ", sources) + " are both source books of the connector: a person in more than"
                            + " one is exported from each, and all but the first are turned away (event 6206)");
        }
    }
}
