package dirsh.command;

import dirsh.compare.Comparer;
import dirsh.diagnose.Diagnoser;
import dirsh.diagnose.Diagnosis;
import dirsh.diagnose.Finding;
import dirsh.diagnose.Verdict;
import dirsh.model.Answer;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Note;
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
import org.jspecify.annotations.Nullable;

/** An address book of the session, with what one pass through it came to; a changed store is passed through again. */
public final class OpenBook implements Answer {

    /** Between two words to the console about progress. */
    private static final int PROGRESS_STEP = 1000;

    private final String name;
    private final AddressBook book;
    private final Console console;
    private @Nullable Survey survey;
    private String surveyedContent = "";

    OpenBook(String name, AddressBook book, Console console) {
        this.name = name;
        this.book = book;
        this.console = console;
    }

    /**
     * What one pass came to.
     *
     * @param diagnosis who is left out and why
     * @param roster who is in the book
     * @param problems records that could not be read as they should
     */
    public record Survey(Diagnosis diagnosis, Roster roster, List<Problem> problems) {
        public Survey {
            problems = List.copyOf(problems);
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
        Survey known = survey;
        return known != null && surveyedContent.equals(book.contentToken()) ? known : pass(cancellation, null);
    }

    /** Feeds every person to a comparison; the pass serves as survey too. */
    public void compare(Comparer comparer, Cancellation cancellation) {
        pass(cancellation, comparer);
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
        return book.read(unid)
                .orElseThrow(() -> DirshException.badInput(
                        "no document " + unid + " in " + book.identity().address(), "find @All --items FullName"));
    }

    /** Names to complete, from the last pass; none while there was no pass. */
    List<String> personNames(String prefix, int most) {
        Survey known = survey;
        return known == null ? List.of() : known.roster().names(prefix, most);
    }

    private Survey pass(Cancellation cancellation, @Nullable Comparer comparer) {
        String content = book.contentToken();
        Diagnoser diagnoser = new Diagnoser();
        Roster roster = new Roster();
        List<Problem> problems = new ArrayList<>();
        book.scan(Projection.of(Diagnoser.items()), cancellation, new NoteSink() {
            private long passed;

            @Override
            public void note(Note note) {
                Optional<Verdict> verdict = diagnoser.judge(note);
                if (verdict.isPresent() && !verdict.get().conflict()) {
                    roster.add(note);
                    if (comparer != null && verdict.get().kind() == NoteKind.PERSON) {
                        comparer.person(new Person(note), verdict.get().finding());
                    }
                }
                passed++;
                if (passed % PROGRESS_STEP == 0) {
                    console.progress("reading " + name, passed, 0);
                }
            }

            @Override
            public void problem(Problem problem) {
                problems.add(problem);
            }
        });
        book.leftOpen().ifPresent(console::note);
        Survey fresh = new Survey(diagnoser.diagnosis(), roster, problems);
        survey = fresh;
        surveyedContent = content;
        return fresh;
    }
}
