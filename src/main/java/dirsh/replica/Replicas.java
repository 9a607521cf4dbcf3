package dirsh.replica;

import dirsh.model.Cancellation;
import dirsh.model.Counted;
import dirsh.model.DeletionStub;
import dirsh.model.Flow;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.NoteKind;
import dirsh.model.Problem;
import dirsh.model.Unid;
import dirsh.source.AddressBook;
import dirsh.source.BookFeature;
import dirsh.source.NoteSink;
import dirsh.source.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.LongConsumer;

/**
 * Several replicas of a directory, or copies of it, held against each other.
 *
 * <p>Each book passes once; after the last one the differences come one by one, and only the documents they are about are read
 * again.
 */
public final class Replicas {

    private static final byte[] NO_CONTENT = new byte[16];

    private final Set<NoteKind> kinds;
    private final boolean byName;
    private final DocumentKeys keys;
    private final DocumentContent content;
    private final List<Book> books = new ArrayList<>();
    private final BitSet asked = new BitSet();
    private final BitSet conflicts = new BitSet();

    /** A book that has passed. */
    private record Book(String name, AddressBook content, Holdings holdings) {}

    /**
     * Nothing yet.
     *
     * @param kinds the kinds of document told of
     * @param byName whether the books are copies, whose documents have other UNIDs
     * @param sameStorage whether all of them are stored in the same way
     */
    public Replicas(Set<NoteKind> kinds, boolean byName, boolean sameStorage) {
        this.kinds = Set.copyOf(kinds);
        this.byName = byName;
        this.keys = byName ? new DocumentKeys.ByName() : new DocumentKeys.ByUnid();
        this.content = new DocumentContent(sameStorage);
    }

    /**
     * Passes through a book.
     *
     * @param passed is told how many documents have passed
     * @return what could not be compared, in sentences
     */
    public List<String> add(String name, AddressBook book, Cancellation cancellation, LongConsumer passed) {
        Pass pass = new Pass(books.size(), passed);
        books.add(new Book(name, book, pass.holdings));
        book.scan(Projection.ALL, cancellation, pass);
        return pass.remarks(name);
    }

    /** One pass through a book. */
    private final class Pass implements NoteSink {
        private final int book;
        private final LongConsumer passed;
        private final Holdings holdings = new Holdings();
        private final List<Problem> problems = new ArrayList<>();
        private long documents;
        private int doubled;
        private int truncated;
        private int unreadable;

        private Pass(int book, LongConsumer passed) {
            this.book = book;
            this.passed = passed;
        }

        @Override
        public void note(Note note) {
            documents++;
            passed.accept(documents);
            OptionalInt found = keys.number(book, note);
            if (found.isEmpty()) {
                return;
            }
            int number = found.getAsInt();
            if (holdings.isDocument(number)) {
                doubled++;
                return;
            }
            boolean part = note.is(NoteFlag.TRUNCATED);
            truncated += part ? 1 : 0;
            holdings.put(
                    number,
                    part ? Holdings.Kind.TRUNCATED : Holdings.Kind.DOCUMENT,
                    Revision.of(note),
                    content.digest(note));
            if (kinds.contains(NoteKind.of(note))) {
                asked.set(number);
            }
            if (note.is(NoteFlag.CONFLICT)) {
                conflicts.set(number);
            }
        }

        @Override
        public void stub(DeletionStub stub) {
            OptionalInt number = keys.number(stub);
            // Where a book holds both, the document came back later.
            if (number.isPresent() && holdings.kind(number.getAsInt()) == Holdings.Kind.NOTHING) {
                holdings.put(number.getAsInt(), Holdings.Kind.STUB, Revision.of(stub), NO_CONTENT);
            }
        }

        @Override
        public void problem(Problem problem) {
            if (unreadable == 0) {
                problems.add(problem);
            }
            unreadable++;
        }

        private List<String> remarks(String name) {
            List<String> remarks = new ArrayList<>();
            if (unreadable > 0) {
                remarks.add(Counted.of(unreadable, "record") + " of " + name
                        + " could not be read as they should, first " + problems.get(0));
            }
            if (truncated > 0) {
                remarks.add(Counted.of(truncated, "document is", "documents are") + " not stored as a whole in " + name
                        + ": their items are not compared");
            }
            if (doubled > 0) {
                remarks.add(Counted.of(doubled, "document", "documents") + " of " + name
                        + " not compared: another one has the same name");
            }
            return remarks;
        }
    }

    /** The differences one by one; a document may have more than one. */
    public Flow<ReplicaDifference> differences(Cancellation cancellation) {
        return Flow.<ReplicaDifference>ofPass(found -> {
            for (int number = 0; number < keys.size(); number++) {
                if (asked.get(number)) {
                    cancellation.check();
                    of(number).forEach(found);
                }
            }
        });
    }

    private List<ReplicaDifference> of(int number) {
        List<Book> holding = with(number, Holdings::isDocument);
        List<Book> stubs = with(number, (holdings, at) -> holdings.kind(at) == Holdings.Kind.STUB);
        boolean lacking = holding.size() + stubs.size() < books.size();
        List<DifferenceKind> found = new ArrayList<>();
        if (!stubs.isEmpty()) {
            found.add(DifferenceKind.DELETED);
        }
        if (lacking) {
            found.add(conflicts.get(number) ? DifferenceKind.CONFLICT_DOCUMENT : DifferenceKind.ONLY_HERE);
        }
        Optional<DifferenceKind> saved = saved(number, holding);
        saved.ifPresent(found::add);
        boolean suspect = isSuspect(number, holding);
        if (found.isEmpty() && !suspect) {
            return List.of();
        }
        List<Side> sides = books.stream().map(book -> side(book, number)).toList();
        List<Side> documents =
                sides.stream().filter(side -> side.note().isPresent()).toList();
        Unid unid = holding.isEmpty() ? keys.unid(0, number) : keys.unid(books.indexOf(holding.get(0)), number);
        List<ReplicaDifference> differences = new ArrayList<>();
        for (DifferenceKind kind : found) {
            boolean withItems = saved.isPresent() && kind == saved.get();
            differences.add(new ReplicaDifference(
                    unid, kind, sides, withItems ? DifferingItem.of(documents, content) : List.of()));
        }
        if (suspect) {
            differences.addAll(diverging(documents));
        }
        return differences;
    }

    private List<Book> with(int number, BiPredicate<Holdings, Integer> test) {
        return books.stream().filter(book -> test.test(book.holdings(), number)).toList();
    }

    /** Whether and how the replicas that hold a document hold it in different revisions. */
    private Optional<DifferenceKind> saved(int number, List<Book> holding) {
        if (byName || holding.size() < 2) {
            return Optional.empty();
        }
        boolean newer = false;
        for (Book one : holding) {
            for (Book other : holding) {
                Revision revision = one.holdings().revision(number);
                if (revision.isRival(other.holdings().revision(number))) {
                    return Optional.of(DifferenceKind.SAVE_CONFLICT);
                }
                newer |= revision.isNewer(other.holdings().revision(number));
            }
        }
        return newer ? Optional.of(DifferenceKind.NEWER) : Optional.empty();
    }

    /** Whether two replicas have other contents under the same revision, or copies other contents. */
    private boolean isSuspect(int number, List<Book> holding) {
        for (Book one : holding) {
            for (Book other : holding) {
                if (isComparable(one.holdings(), other.holdings(), number)
                        && !one.holdings().isSameContent(other.holdings(), number)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isComparable(Holdings one, Holdings other, int number) {
        boolean whole = one.kind(number) == Holdings.Kind.DOCUMENT && other.kind(number) == Holdings.Kind.DOCUMENT;
        return whole && (byName || one.revision(number).isSame(other.revision(number)));
    }

    /** The sides that replication takes for equal, as far as they are not; a book of that revision may stand alone. */
    private List<ReplicaDifference> diverging(List<Side> documents) {
        List<ReplicaDifference> differences = new ArrayList<>();
        List<Side> left = new ArrayList<>(documents);
        left.removeIf(side -> side.note().orElseThrow().is(NoteFlag.TRUNCATED));
        while (!left.isEmpty()) {
            Revision revision = left.get(0).revision().orElseThrow();
            List<Side> same = new ArrayList<>(left);
            same.removeIf(side -> !byName && !side.revision().orElseThrow().isSame(revision));
            left.removeAll(same);
            List<DifferingItem> items = DifferingItem.of(same, content);
            if (!items.isEmpty()) {
                boolean known = same.stream()
                        .allMatch(side -> side.revision().orElseThrow().isKnown());
                differences.add(new ReplicaDifference(
                        same.get(0).unid(),
                        known && !byName ? DifferenceKind.REPLICA_DIVERGENCE : DifferenceKind.DIFFERENT,
                        same,
                        items));
            }
        }
        return differences;
    }

    /**
     * Whether two replicas of a document hold the same.
     *
     * @param sameStorage whether both books are stored in the same way
     */
    public static boolean areAlike(Note one, Note other, boolean sameStorage) {
        DocumentContent content = new DocumentContent(sameStorage);
        return Arrays.equals(content.digest(one), content.digest(other));
    }

    private Side side(Book book, int number) {
        Holdings holdings = book.holdings();
        boolean saves = book.content().features().contains(BookFeature.SAVES);
        if (holdings.kind(number) == Holdings.Kind.NOTHING) {
            return new Side(book.name(), Side.NOTHING, new Unid(0, 0), Optional.empty(), Optional.empty(), saves);
        }
        Unid unid = keys.unid(books.indexOf(book), number);
        boolean stub = holdings.kind(number) == Holdings.Kind.STUB;
        return new Side(
                book.name(),
                stub ? Side.STUB : Side.DOCUMENT,
                unid,
                Optional.of(holdings.revision(number)),
                stub ? Optional.empty() : book.content().read(unid),
                saves);
    }
}
