package dirsh.command;

import dirsh.compare.Comparer;
import dirsh.connector.Extraction;
import dirsh.diagnose.BookClock;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Diagnoser;
import dirsh.diagnose.Diagnosis;
import dirsh.diagnose.Finding;
import dirsh.diagnose.Verdict;
import dirsh.model.Answer;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.NoteKind;
import dirsh.model.Person;
import dirsh.model.Problem;
import dirsh.model.Unid;
import dirsh.source.AddressBook;
import dirsh.source.BookIdentity;
import dirsh.source.NoteSink;
import dirsh.source.Projection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An address book of the session, with what one pass through it came to; a changed store is passed through again. */
public final class OpenBook implements Answer {

    private final String name;
    private final AddressBook book;
    private final Console console;
    private final Function<AddressBook, Extraction> extraction;
    private Map<Cause, String> refuted = Map.of();
    private final Set<String> itemNames = new ConcurrentSkipListSet<>();
    private final Optional<Supplier<AddressBook>> again;
    private @Nullable Roster early;
    private @Nullable Survey survey;
    private RememberedPeople people = new RememberedPeople();
    private Extraction surveyedBy = Extraction.UNKNOWN;
    private String surveyedContent = "";

    /**
     * A book.
     *
     * @param extraction what the connector's files say about the book, asked at every pass
     * @param again opens the same store a second time; empty where that is more than opening a file
     */
    OpenBook(
            String name,
            AddressBook book,
            Console console,
            Function<AddressBook, Extraction> extraction,
            Optional<Supplier<AddressBook>> again) {
        this.name = name;
        this.book = book;
        this.console = console;
        this.extraction = extraction;
        this.again = again;
    }

    /**
     * What one pass came to.
     *
     * @param stored who is left out and why, as the stored items have it
     * @param diagnosis the same, with the causes that Exchange refutes marked as such
     * @param roster who is in the book
     * @param problems records that could not be read as they should
     * @param clock when the latest save was
     */
    public record Survey(
            Diagnosis stored, Diagnosis diagnosis, Roster roster, List<Problem> problems, BookClock clock) {
        public Survey {
            problems = List.copyOf(problems);
        }

        private Survey refuting(Map<Cause, String> causes) {
            return new Survey(stored, stored.refuting(causes), roster, problems, clock);
        }
    }

    /** The name it goes by in this session. */
    public String name() {
        return name;
    }

    @Override
    public Map<String, Object> fields() {
        BookIdentity identity = book.identity();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("address", identity.address());
        fields.put("storage", identity.storage());
        fields.put("title", identity.title());
        fields.put("replicaId", identity.replicaId());
        return fields;
    }

    public AddressBook book() {
        return book;
    }

    /** What a pass through the book as it is now comes to. */
    public Survey survey(Cancellation cancellation) {
        return freshSurvey().orElseGet(() -> pass(cancellation, null));
    }

    /** What the last pass came to, whether the book is still as it was or not. */
    Optional<Survey> lastSurvey() {
        return Optional.ofNullable(survey);
    }

    /** What the last pass came to, if the book is still as it was. */
    Optional<Survey> freshSurvey() {
        return lastSurvey().filter(known -> isFresh());
    }

    /** Whether the last pass went through the book as it is now, with the connector's files as they are now. */
    private boolean isFresh() {
        return surveyedContent.equals(book.contentToken()) && surveyedBy.equals(extraction.apply(book));
    }

    /** Marks causes that Exchange refutes: no plan takes their documents by itself. */
    void refute(Map<Cause, String> causes) {
        Survey known = survey;
        survey = known == null || causes.equals(refuted) ? known : known.refuting(causes);
        refuted = Map.copyOf(causes);
    }

    /** Feeds every person to a comparison, from what the last pass left if that does; a pass serves as survey too. */
    public void compare(Comparer comparer, Cancellation cancellation) {
        if (survey != null && people.suffice(comparer) && isFresh()) {
            people.feed(comparer, cancellation);
            book.leftOpen().ifPresent(console::note);
        } else {
            pass(cancellation, comparer);
        }
    }

    /** What the diagnosis found for a document. */
    public Optional<Finding> finding(Unid unid, Cancellation cancellation) {
        return survey(cancellation).diagnosis().findings().stream()
                .filter(finding -> finding.unid().equals(unid))
                .findFirst();
    }

    /**
     * The document of the one person the text names.
     *
     * @throws DirshException if nobody or more than one goes by it
     */
    public Note person(String text, Cancellation cancellation) {
        Unid unid = Unid.parse(text.strip())
                .orElseGet(() -> survey(cancellation).roster().find(text));
        Optional<Note> read = book.read(unid);
        read.ifPresent(note -> note.items().forEach(item -> itemNames.add(item.name())));
        return read.orElseThrow(() -> DirshException.badInput(
                "no document " + unid + " in " + book.identity().address(), "find @All --items FullName"));
    }

    /** The names of all items of the documents read as a whole so far. */
    Set<String> itemNames() {
        return itemNames;
    }

    /**
     * Names to complete, from the last pass; before the first from a look of its own into the file, since a book belongs
     * to the thread of the commands.
     */
    List<String> personNames(String prefix, int most) {
        Survey known = survey;
        return (known == null ? early() : known.roster()).names(prefix, most);
    }

    private synchronized Roster early() {
        Roster roster = early;
        if (roster == null) {
            Roster found = new Roster();
            again.ifPresent(open -> {
                try (AddressBook own = open.get()) {
                    own.scan(Projection.of(Person.ITEMS), new Cancellation(), note -> {
                        if (NoteKind.of(note) == NoteKind.PERSON && !note.is(NoteFlag.CONFLICT)) {
                            found.add(note);
                        }
                    });
                }
            });
            early = found;
            roster = found;
        }
        return roster;
    }

    private Survey pass(Cancellation cancellation, @Nullable Comparer comparer) {
        String content = book.contentToken();
        Extraction now = extraction.apply(book);
        Diagnoser diagnoser = new Diagnoser(now);
        Roster roster = new Roster();
        RememberedPeople remembered = new RememberedPeople();
        List<Problem> problems = new ArrayList<>();
        BookClock clock = new BookClock();
        List<String> items = diagnoser.needed();
        if (comparer != null) {
            items.addAll(comparer.items());
        }
        NoteSink sink = new NoteSink() {
            @Override
            public void note(Note note) {
                Optional<Verdict> verdict = diagnoser.judge(note);
                clock.take(note);
                if (verdict.isPresent() && !verdict.get().conflict()) {
                    roster.add(note);
                    if (verdict.get().kind() == NoteKind.PERSON) {
                        Person person = new Person(note);
                        remembered.add(person, verdict.get().finding());
                        if (comparer != null) {
                            comparer.person(person, verdict.get().finding());
                        }
                    }
                }
            }

            @Override
            public void problem(Problem problem) {
                problems.add(problem);
            }
        };
        items.addAll(RememberedPeople.ITEMS);
        book.scan(Projection.of(items), cancellation, new ToldPass(name, console, sink));
        book.leftOpen().ifPresent(console::note);
        Diagnosis stored = diagnoser.diagnosis();
        Survey fresh = new Survey(stored, stored.refuting(refuted), roster, problems, clock);
        survey = fresh;
        people = remembered;
        surveyedContent = content;
        surveyedBy = now;
        return fresh;
    }
}
