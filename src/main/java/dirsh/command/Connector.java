package dirsh.command;

import dirsh.compare.ComparedAttribute;
import dirsh.compare.Comparison;
import dirsh.compare.KnownFiles;
import dirsh.compare.MissingPerson;
import dirsh.connector.Extraction;
import dirsh.connector.Filter;
import dirsh.connector.files.ConnectorFolder;
import dirsh.connector.files.EntryMapping;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The connector's files of a session, and what they say about its books. */
public final class Connector {

    /** The tag of Mapnotes.tbl that fills an attribute we compare. Names are left out: conventions for them differ. */
    private static final Map<String, String> TAGS = tags();

    private final Session session;
    private final Console console;
    private final ConnectorCheck check;
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
        this.check = new ConnectorCheck(session, clock);
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
        return session.bookNames().isEmpty()
                ? check.withoutBook(files, zone)
                : check.against(session.book(in).book(), files, zone);
    }

    /** The source books of the connector that are not open, as far as its files name them; one counts as open under its name. */
    List<String> closedBooks(List<OpenBook> open) {
        Opened now = opened;
        return now == null ? List.of() : ConnectorCheck.closedBooks(now.folder(), open);
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
        Set<String> items = all.isEmpty() ? Set.of() : check.present(book, all);
        List<Filter> counting =
                all.stream().filter(filter -> items.contains(filter.item())).toList();
        return new Extraction(counting, now.ownReplica() ? lastExtract(now) : Optional.empty());
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
        check.problems(book, files, now.zone()).forEach(problem -> problems.add(problem.toString()));
        check.unseen(book, files)
                .forEach(item -> problems.add("a filter looks at " + item + ", which this view does not hold"));
        return new KnownFiles(
                files.hasSettings(),
                files.rules().isPresent() && files.notesAttributes().isPresent(),
                files.notesState().isPresent(),
                extraction(book).lastExtract().isPresent(),
                problems,
                notCompared(files, compared));
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
        book.book().scan(Projection.of(Diagnoser.items()), session.cancellation(), (Note note) -> {
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
