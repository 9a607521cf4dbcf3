package dirsh.command;

import dirsh.compare.Comparison;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Explanation;
import dirsh.diagnose.Finding;
import dirsh.diagnose.NoteView;
import dirsh.exchange.RecipientSource;
import dirsh.formula.Formula;
import dirsh.model.Answer;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Flow;
import dirsh.model.Note;
import dirsh.repair.UnfinishedRun;
import dirsh.repair.Withheld;
import dirsh.source.AddressBook;
import dirsh.source.BookIdentity;
import dirsh.source.OpenOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the commands of one run of dirsh share: the open books and recipients, and the questions they can be asked.
 *
 * <p>Repairs are in {@link Repairs}. Names of books may be null everywhere: the current one is meant then.
 */
public final class Session implements AutoCloseable, Candidates, PromptState {

    private static final List<String> USUAL_ITEMS =
            List.of("FullName", "ShortName", "InternetAddress", "AvailableForDirSync");

    private final Opener opener;
    private final Console console;
    private final CurrentWork work;
    private final Supplier<? extends Catalogue> catalogue;
    private final Map<String, OpenBook> books = new LinkedHashMap<>();
    private final Map<String, OpenRecipients> exchanges = new LinkedHashMap<>();
    private final Plans plans;
    private final Repairs repairs;
    private final Connector connector;
    private final Comparisons comparisons;
    private final Calibrations calibrations;
    private final Snapshots snapshots;
    private String currentBook = "";
    private String currentExchange = "";

    public Session(
            Opener opener,
            Console console,
            CurrentWork work,
            Repairs.Environment environment,
            Supplier<? extends Catalogue> catalogue) {
        this.opener = opener;
        this.console = console;
        this.work = work;
        this.catalogue = catalogue;
        this.plans = new Plans(this, console, environment);
        this.repairs = new Repairs(this, console, work, environment);
        this.connector = new Connector(this, console, environment.clock());
        this.comparisons = new Comparisons(this, console, catalogue);
        this.calibrations = new Calibrations(this);
        this.snapshots = new Snapshots(this, console, environment);
    }

    /** The plans made and read. */
    public Plans plans() {
        return plans;
    }

    /** Runs and everything that writes. */
    public Repairs repairs() {
        return repairs;
    }

    /** What goes to Domino itself rather than to an open book alone. */
    public DominoCommands domino() {
        return new DominoCommands(this, opener, console);
    }

    /** The replicas of a directory. */
    public ReplicaCommands replicas() {
        return new ReplicaCommands(this, console);
    }

    /** The connector's files and logs. */
    public Connector connector() {
        return connector;
    }

    /** Who else reads the flag. */
    public OtherReaders readers() {
        return new OtherReaders(this, catalogue::get);
    }

    /** How the books compare with Exchange. */
    public Comparisons comparisons() {
        return comparisons;
    }

    /** What the next sync would do. */
    public Foresight foresight() {
        return new Foresight(this);
    }

    /** All there is to tell of a book, for a report. */
    public Overviews overviews() {
        return new Overviews(this, repairs.store());
    }

    /** Whether this is the fault of KB Q245837, and what Exchange refutes. */
    public Calibrations calibrations() {
        return calibrations;
    }

    /** What books held at earlier moments. */
    public Snapshots snapshots() {
        return snapshots;
    }

    /** The sample directory and its simulated sync. */
    public Samples samples() {
        return new Samples(opener, console, work);
    }

    /** Opens an address book; it becomes the current one. */
    public OpenBook open(String address, @Nullable String as) {
        return open(address, as, SourceOptions.NONE, OpenOptions.DEFAULT);
    }

    /** Opens an address book with what the command was told about it; only a live one takes the second options. */
    OpenBook open(String address, @Nullable String as, SourceOptions options, OpenOptions live) {
        options.doubts(address).forEach(console::warn);
        Opener.Opened<AddressBook> opened = opener.book(address, options, live, console::askSecret, cancellation());
        Optional<Supplier<AddressBook>> again = Files.isRegularFile(opener.file(address))
                ? Optional.of(
                        () -> opener.book(address, options, live, question -> Optional.empty(), new Cancellation())
                                .content())
                : Optional.empty();
        OpenBook book =
                new OpenBook(as == null ? opened.name() : as, opened.content(), console, connector::extraction, again);
        OpenBook old = books.put(book.name(), book);
        if (old != null) {
            old.book().close();
        }
        currentBook = book.name();
        BookIdentity identity = book.book().identity();
        String replica = identity.replicaId().isEmpty() ? "no replica id" : "replica " + identity.replicaId();
        String title = identity.title().isEmpty() ? "" : ", \"" + identity.title() + "\"";
        console.note("opened " + book.name() + ": " + identity.storage() + " " + address + ", " + replica + title);
        book.book().particulars().forEach(console::note);
        ViewLimits.of(book.book()).ifPresent(console::warn);
        return book;
    }

    /**
     * Opens an export of recipients; it becomes the current one.
     *
     * @param partial whether it is known to hold only some of them, so that it is taken however few people match
     */
    public OpenRecipients exchange(String address, @Nullable String as, boolean partial) {
        return exchange(address, as, partial, SourceOptions.NONE);
    }

    /** Opens recipients with what the command was told about them. */
    public OpenRecipients exchange(Arguments arguments) {
        return exchange(
                String.valueOf(arguments.get("address")),
                (String) arguments.get("as"),
                Boolean.TRUE.equals(arguments.get("partial")),
                SourceOptions.of(arguments));
    }

    private OpenRecipients exchange(String address, @Nullable String as, boolean partial, SourceOptions options) {
        options.doubts(address).forEach(console::warn);
        Opener.Opened<RecipientSource> opened = opener.recipients(address, options, console::askSecret);
        String name = as == null ? opened.name() : as;
        OpenRecipients recipients =
                new OpenRecipients(name, new ToldRecipients(name, opened.content(), console), partial);
        OpenRecipients old = exchanges.put(recipients.name(), recipients);
        if (old != null) {
            old.source().close();
        }
        currentExchange = recipients.name();
        console.note("Exchange is " + recipients.name() + ": " + address + (partial ? ", some of the people" : ""));
        return recipients;
    }

    /**
     * An open book.
     *
     * @throws DirshException if there is none of that name, or none at all
     */
    public OpenBook book(@Nullable String name) {
        OpenBook book = books.get(name == null ? currentBook : name);
        if (book != null) {
            return book;
        }
        throw name == null || books.isEmpty()
                ? DirshException.badInput("no address book is open", "open names.dxl")
                : DirshException.badInput(
                        "no open book '" + name + "'" + Suggestions.didYouMean(name, books.keySet()),
                        "one of: " + String.join(", ", books.keySet()));
    }

    /** The file or folder of a name that the user gave. */
    public Path file(String name) {
        return opener.file(name);
    }

    /** The open book of that store, if there is one. */
    Optional<OpenBook> bookOf(String lockKey) {
        return books.values().stream()
                .filter(book -> book.book().identity().lockKey().equals(lockKey))
                .findFirst();
    }

    /** The other open replicas of a book. */
    List<OpenBook> replicasOf(OpenBook book) {
        BookIdentity identity = book.book().identity();
        return books.values().stream()
                .filter(other -> !other.book().identity().lockKey().equals(identity.lockKey()))
                .filter(other -> other.book().identity().isReplicaOf(identity))
                .toList();
    }

    /** A book and its other open replicas, in the order they were opened. */
    List<OpenBook> replicasAndSelf(OpenBook book) {
        return books.values().stream()
                .filter(other -> other.book().identity().isReplicaOf(book.book().identity()))
                .toList();
    }

    /** All open books, in the order they were opened. */
    List<OpenBook> books() {
        return List.copyOf(books.values());
    }

    /** All open exports of recipients, in the order they were opened. */
    List<OpenRecipients> exchanges() {
        return List.copyOf(exchanges.values());
    }

    public Set<String> bookNames() {
        return books.keySet();
    }

    /** Whether an Exchange export is open. */
    boolean hasRecipients() {
        return !exchanges.isEmpty();
    }

    /** An open Exchange export; the current one if none is named. */
    OpenRecipients recipients(@Nullable String name) {
        OpenRecipients recipients = exchanges.get(name == null ? currentExchange : name);
        if (recipients != null) {
            return recipients;
        }
        throw name == null || exchanges.isEmpty()
                ? DirshException.badInput("no Exchange export is open", "exchange recipients.csv")
                : DirshException.badInput(
                        "no open Exchange export '" + name + "'" + Suggestions.didYouMean(name, exchanges.keySet()),
                        "one of: " + String.join(", ", exchanges.keySet()));
    }

    public Status status(@Nullable String in, boolean listProblems) {
        OpenBook book = book(in);
        Optional<Comparison> comparison =
                hasRecipients() ? Optional.of(comparisons().of(book)) : Optional.empty();
        Map<Cause, String> refuted = calibrations.refuted(book, comparison);
        OpenBook.Survey survey = book.survey(cancellation());
        return new Status(
                book.book().identity(),
                survey.diagnosis(),
                comparison,
                Withheld.of(survey.stored().findings(false), refuted, comparison),
                survey.problems(),
                listProblems,
                repairs.unfinished(book.book().identity()));
    }

    /** The people, and groups where asked for, that a formula picks. */
    public List<FoundPerson> find(
            Formula formula, @Nullable List<String> items, @Nullable String in, boolean groups, boolean stored) {
        return finding(formula, items, in, groups, stored).toList();
    }

    /** The same one by one, as the book is read; it is read no further than somebody takes them. */
    public Flow<FoundPerson> finding(
            Formula formula, @Nullable List<String> items, @Nullable String in, boolean groups, boolean stored) {
        return new FormulaSearch(formula, items == null ? USUAL_ITEMS : items, groups, stored)
                .over(book(in), console, this::cancellation);
    }

    public NoteView show(String person, @Nullable String in) {
        OpenBook book = book(in);
        Note note = book.person(person, cancellation());
        return new NoteView(note, book.book().places(note.unid()));
    }

    /** The stored items of a book that need not be open, a line each; see {@link StoredItems#canonical}. */
    public String canonicalItems(String address) {
        return new StoredItems(opener, cancellation()).canonical(address);
    }

    /** Counts and a hash of a book that need not be open. */
    public Answer fingerprint(String address) {
        return new StoredItems(opener, cancellation()).fingerprint(address);
    }

    public Explanation why(String person, @Nullable String in) {
        OpenBook book = book(in);
        Note note = book.person(person, cancellation());
        return new Explanation(
                note,
                book.finding(note.unid(), cancellation()),
                connector.extraction(book.book()),
                ViewLimits.unseen(book.book()),
                new ReplicaHealth(book, replicasOf(book), cancellation()).divergence(note));
    }

    /** Everybody left out, or only by these causes. */
    public List<Finding> diagnose(@Nullable List<Cause> causes, @Nullable String in, boolean groups) {
        return book(in).survey(cancellation()).diagnosis().findings(groups).stream()
                .filter(finding -> causes == null || causes.contains(finding.cause()))
                .toList();
    }

    /** What the rules of the plugins report about the people of a book. */
    public List<RuleReport> check(@Nullable String in) {
        return RuleReport.of(catalogue.get().rules(), book(in).book(), cancellation());
    }

    @Override
    public List<String> candidates(ParameterKind kind, String prefix) {
        return new LiveValues(this).candidates(kind, prefix);
    }

    /** The names of the open Exchange exports. */
    Set<String> recipientNames() {
        return exchanges.keySet();
    }

    @Override
    public String bookName() {
        return currentBook;
    }

    /** Tells the user something beside the results. */
    public void note(String line) {
        console.note(line);
    }

    @Override
    public List<UnfinishedRun> unfinished() {
        return repairs.unfinished();
    }

    Cancellation cancellation() {
        return work.get();
    }

    @Override
    public void close() {
        books.values().forEach(book -> book.book().close());
        books.clear();
        exchanges.values().forEach(recipients -> recipients.source().close());
        exchanges.clear();
        opener.close();
    }
}
