package dirsh.command;

import dirsh.compare.ComparedAttribute;
import dirsh.compare.Comparison;
import dirsh.compare.KnownFiles;
import dirsh.compare.MissingPerson;
import dirsh.connector.Extraction;
import dirsh.connector.Filter;
import dirsh.connector.files.AttributeTable;
import dirsh.connector.files.ConnectorFolder;
import dirsh.connector.files.EntryMapping;
import dirsh.connector.files.FolderCheck;
import dirsh.connector.files.MappingRules;
import dirsh.connector.files.SyncState;
import dirsh.connector.log.LogFile;
import dirsh.connector.log.LogSummary;
import dirsh.diagnose.Diagnoser;
import dirsh.diagnose.Finding;
import dirsh.exchange.Recipient;
import dirsh.model.Counted;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.model.NoteKind;
import dirsh.model.Person;
import dirsh.model.Place;
import dirsh.model.Problem;
import dirsh.model.Unid;
import dirsh.source.AddressBook;
import dirsh.source.Projection;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The connector's files of a session, and what they say about its books. */
public final class Connector {

    /** The tag of Mapnotes.tbl that fills an attribute we compare. Names are left out: conventions for them differ. */
    private static final Map<String, String> TAGS = tags();

    private final Session session;
    private final Console console;
    private final Clock clock;
    private final Map<String, Set<String>> present = new HashMap<>();
    private @Nullable Opened opened;

    /**
     * The files that were opened.
     *
     * @param zone the time zone of the connector's server, whose times have none
     * @param ownReplica whether the open book is told to be the replica the connector reads
     */
    private record Opened(ConnectorFolder folder, ZoneId zone, boolean ownReplica) {
        Optional<Instant> instant(Optional<LocalDateTime> time) {
            return time.map(local -> local.atZone(zone).toInstant());
        }
    }

    Connector(Session session, Console console, Clock clock) {
        this.session = session;
        this.console = console;
        this.clock = clock;
    }

    private static Map<String, String> tags() {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(Recipient.DEPARTMENT, "Department");
        tags.put(Recipient.PHONE, "Phone");
        tags.put(Recipient.COMPANY, "Company");
        tags.put(Recipient.TITLE, "Title");
        tags.put(Recipient.FIRST_NAME, "FirstName");
        tags.put(Recipient.LAST_NAME, "LastName");
        return tags;
    }

    /** Opens a copy of the connector's files; from now on what they say counts. */
    public void open(@Nullable String folder, @Nullable String zone, boolean ownReplica) {
        if (folder == null) {
            throw DirshException.badInput("connector open needs a folder", "connector open exchconn");
        }
        ConnectorFolder files = ConnectorFolder.open(folder, session.file(folder));
        Opened fresh = new Opened(files, zone(zone), ownReplica);
        opened = fresh;
        console.note("connector files in " + folder + ": " + String.join(", ", files.found())
                + (files.absent().isEmpty() ? "" : "; absent: " + String.join(", ", files.absent())));
        files.filters()
                .forEach(filter -> console.note("filter " + filter.name() + ": " + filter.item()
                        + (filter.equal() ? " is " : " is not ")
                        + String.join(filter.all() ? " and " : " or ", filter.values())));
        lastExtract(fresh)
                .ifPresent(time -> console.note("the connector last looked for changes at " + time
                        + (ownReplica ? "" : "; --own-replica if the open book is the replica it reads")));
        if (!files.problems().isEmpty()) {
            console.warn(Counted.of(files.problems().size(), "line is", "lines are") + " wrong: connector check");
        }
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneId.systemDefault() : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw DirshException.badInput("'" + name + "' is no time zone", "--zone Europe/Berlin");
        }
    }

    /** What is wrong in the files of a folder, or of those that are open, and between them and the current book. */
    public ConnectorReport check(@Nullable String folder, @Nullable String in) {
        Opened now = opened;
        if (folder == null && now == null) {
            throw DirshException.badInput("no files of the connector are open", "connector check FOLDER");
        }
        ConnectorFolder files = folder == null && now != null
                ? now.folder()
                : ConnectorFolder.open(String.valueOf(folder), session.file(String.valueOf(folder)));
        ZoneId zone = now == null ? ZoneId.systemDefault() : now.zone();
        if (session.bookNames().isEmpty()) {
            List<String> doubts = new ArrayList<>();
            if (!files.filters().isEmpty()) {
                doubts.add("whether the filters look at items that exist: no address book is open");
            }
            return new ConnectorReport(files, problems(files, zone, item -> true), doubts);
        }
        AddressBook book = session.book(in).book();
        List<Problem> problems = new ArrayList<>(problems(files, zone, isItem(book, files)));
        problems.addAll(cut(book, files));
        List<String> doubts = new ArrayList<>();
        List<String> closed = closedBooks(files, session.books());
        if (!closed.isEmpty()) {
            doubts.add("whether there is more to say: of the connector's source books these are not open: "
                    + String.join(", ", closed));
        }
        List<String> unseen = unseen(book, files);
        if (!unseen.isEmpty()) {
            doubts.add("whether the filters on " + String.join(", ", unseen)
                    + " are void and whom they leave out: this view does not hold the items");
        }
        return new ConnectorReport(files, problems, doubts);
    }

    /** The source books of the connector that are not open, as far as its files name them; one counts as open under its name. */
    List<String> closedBooks(List<OpenBook> open) {
        Opened now = opened;
        return now == null ? List.of() : closedBooks(now.folder(), open);
    }

    private static List<String> closedBooks(ConnectorFolder files, List<OpenBook> open) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (OpenBook book : open) {
            names.add(plainName(book.name()));
            names.add(plainName(book.book().identity().address()));
        }
        return files.sourceBooks().stream()
                .filter(source -> !names.contains(plainName(source)))
                .toList();
    }

    /** Whether the connector's files name the book as one of its sources. */
    boolean isSource(OpenBook book) {
        Opened now = opened;
        return now != null
                && now.folder().sourceBooks().stream()
                        .map(Connector::plainName)
                        .anyMatch(source -> source.equalsIgnoreCase(plainName(book.name()))
                                || source.equalsIgnoreCase(
                                        plainName(book.book().identity().address())));
    }

    /** The name of a database without server, folders and extension. */
    private static String plainName(String address) {
        return address.strip().replaceFirst("^.*[/\\\\!]", "").replaceFirst("\\.[^.]*$", "");
    }

    /** How many people have values longer than the connector takes. */
    private List<Problem> cut(AddressBook book, ConnectorFolder files) {
        EntryMapping mapping = files.mapping();
        Map<AttributeTable.Attribute, Integer> counts = new LinkedHashMap<>();
        book.scan(Projection.of(mapping.items()).and(Person.ITEMS), session.cancellation(), note -> {
            if (NoteKind.of(note) == NoteKind.PERSON) {
                mapping.cut(note).forEach(attribute -> counts.merge(attribute, 1, Integer::sum));
            }
        });
        List<Problem> problems = new ArrayList<>();
        counts.forEach((attribute, count) -> problems.add(new Problem(
                files.notesAttributes()
                        .map(table -> Place.line(table.name(), attribute.line(), 1))
                        .orElse(Place.line(files.address(), 0, 0)),
                Counted.of(count, "person has", "people have") + " more in " + attribute.attribute() + " than the "
                        + attribute.longest() + " characters of " + attribute.tag() + ": the rest is cut")));
        return problems;
    }

    /** What a log of the connector says. */
    public LogSummary log(String file) {
        return LogSummary.of(new LogFile(file, session.file(file)), session.cancellation());
    }

    /** Which documents the connector takes out of a book, as far as its files say; void filters are left out. */
    Extraction extraction(AddressBook book) {
        Opened now = opened;
        if (now == null) {
            return Extraction.UNKNOWN;
        }
        List<Filter> all = now.folder().filters();
        Set<String> items = all.isEmpty() ? Set.of() : present(book, all);
        List<Filter> counting =
                all.stream().filter(filter -> items.contains(filter.item())).toList();
        return new Extraction(counting, now.ownReplica() ? lastExtract(now) : Optional.empty());
    }

    /** The items of the filters that a Person or Group document of the book has; a filter on any other is void. */
    private Set<String> present(AddressBook book, List<Filter> filters) {
        Set<String> wanted = new LinkedHashSet<>();
        filters.forEach(filter -> wanted.add(filter.item()));
        String key = book.identity().lockKey() + '\n' + book.contentToken() + '\n' + wanted;
        Set<String> known = present.get(key);
        if (known != null) {
            return known;
        }
        Set<String> found = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        book.scan(Projection.of(wanted).and(List.of("Form", "Type")), session.cancellation(), note -> {
            NoteKind kind = NoteKind.of(note);
            if (kind == NoteKind.PERSON || kind == NoteKind.GROUP) {
                wanted.stream().filter(item -> note.first(item).isPresent()).forEach(found::add);
            }
        });
        present.put(key, found);
        return found;
    }

    /** The mapping by the open files, else the one the connector comes with. */
    EntryMapping mapping() {
        Opened now = opened;
        return now == null ? EntryMapping.shipped() : now.folder().mapping();
    }

    /**
     * How much of the files is open and understood.
     *
     * @param compared the attributes that are compared
     */
    KnownFiles known(AddressBook book, List<String> compared) {
        Opened now = opened;
        if (now == null) {
            return KnownFiles.NONE;
        }
        ConnectorFolder files = now.folder();
        List<String> problems = new ArrayList<>();
        problems(files, now.zone(), isItem(book, files)).forEach(problem -> problems.add(problem.toString()));
        unseen(book, files)
                .forEach(item -> problems.add("a filter looks at " + item + ", which this view does not hold"));
        return new KnownFiles(
                files.hasSettings(),
                files.rules().isPresent() && files.notesAttributes().isPresent(),
                files.notesState().isPresent(),
                extraction(book).lastExtract().isPresent(),
                problems,
                notCompared(files, compared));
    }

    private List<Problem> problems(ConnectorFolder files, ZoneId zone, Predicate<String> isItem) {
        return new FolderCheck(files, LocalDateTime.now(clock.withZone(zone))).problems(isItem);
    }

    /** Whether any Person or Group document has an item of a name; true where a view cannot tell. */
    private Predicate<String> isItem(AddressBook book, ConnectorFolder files) {
        Set<String> known = present(book, files.filters());
        boolean whole = ViewLimits.unseen(book).isEmpty();
        return item -> !whole || known.contains(item);
    }

    /** The items of filters that a view does not hold, so that nobody knows whom they leave out. */
    private List<String> unseen(AddressBook book, ConnectorFolder files) {
        Set<String> known = present(book, files.filters());
        return ViewLimits.unseen(book).isEmpty()
                ? List.of()
                : files.filters().stream()
                        .map(Filter::item)
                        .filter(item -> !known.contains(item))
                        .toList();
    }

    /** The tags that rules fill and that no compared attribute stands for. */
    private static List<String> notCompared(ConnectorFolder files, List<String> compared) {
        Set<String> seen = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        compared.forEach(attribute -> seen.add(TAGS.getOrDefault(attribute, attribute)));
        List<String> tags = new ArrayList<>();
        for (MappingRules.PlacedRule placed :
                files.rules().map(MappingRules::rules).orElse(List.of())) {
            if (seen.add(placed.rule().target())) {
                tags.add(placed.rule().target());
            }
        }
        return tags;
    }

    /**
     * The attributes we compare that the connector's own rules fill, as they fill them; empty where no rules are open, and a list
     * of none where they fill none of these.
     */
    Optional<List<ComparedAttribute>> mappedAttributes() {
        Opened now = opened;
        Optional<MappingRules> rules =
                now == null ? Optional.empty() : now.folder().rules();
        return rules.map(known -> {
            EntryMapping mapping = mapping();
            List<ComparedAttribute> mapped = new ArrayList<>();
            for (ComparedAttribute attribute : ComparedAttribute.ALL) {
                String tag = TAGS.get(attribute.attribute());
                if (tag != null && known.of(tag).isPresent()) {
                    mapped.add(attribute.by(
                            new ComparedAttribute.Rule(mapping.items(), note -> mapping.value(tag, note))));
                }
            }
            return mapped;
        });
    }

    /** When the last full reload was, if the files say so. */
    Optional<Instant> fullReload() {
        Opened now = opened;
        return now == null
                ? Optional.empty()
                : now.instant(now.folder().notesState().flatMap(SyncState::fullLoad));
    }

    private static Optional<Instant> lastExtract(Opened files) {
        return files.instant(files.folder().notesState().flatMap(SyncState::lastExtract));
    }

    /** The comparison with what an update sync passes over said of people who are missing without another reason. */
    Comparison explained(Comparison comparison, List<OpenBook> books) {
        Comparison explained = comparison;
        for (OpenBook book : books) {
            explained = explained(explained, book);
        }
        return explained;
    }

    private Comparison explained(Comparison comparison, OpenBook book) {
        Extraction extraction = extraction(book.book());
        if (extraction.lastExtract().isEmpty()) {
            return comparison;
        }
        Set<Unid> unexplained = new HashSet<>();
        comparison.missing().stream()
                .filter(person -> person.finding().isEmpty())
                .filter(person -> person.isIn(book.name()))
                .forEach(person -> unexplained.add(person.unid()));
        Map<Unid, Finding> findings = new HashMap<>();
        book.book().scan(Projection.of(new Diagnoser().needed()), session.cancellation(), (Note note) -> {
            if (unexplained.contains(note.unid())) {
                Diagnoser.notModified(note, extraction).ifPresent(found -> findings.put(note.unid(), found));
            }
        });
        List<MissingPerson> missing = comparison.missing().stream()
                .map(person -> {
                    boolean here = person.isIn(book.name());
                    Finding found = here ? findings.get(person.unid()) : null;
                    return found == null ? person : person.because(found);
                })
                .toList();
        return comparison.withMissing(missing);
    }
}
