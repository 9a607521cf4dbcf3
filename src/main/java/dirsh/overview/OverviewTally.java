package dirsh.overview;

import dirsh.compare.AmbiguousPerson;
import dirsh.compare.AtRiskPerson;
import dirsh.compare.Comparison;
import dirsh.compare.MissingPerson;
import dirsh.connector.FlagReading;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Finding;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.NoteKind;
import dirsh.model.NotesName;
import dirsh.model.NotesTime;
import dirsh.model.Person;
import dirsh.model.Unid;
import dirsh.overview.ReportedPerson.Repaired;
import dirsh.repair.InExchange;
import dirsh.repair.KnownRun;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Adds up what is known of each person, while one pass goes through the book for names, units and servers. */
public final class OverviewTally {

    /** The items the documents of the pass must carry. */
    public static final List<String> ITEMS =
            List.of("Form", "Type", "FullName", "LastName", "ListName", "MailServer", "$Conflict");

    private static final String HEALTHY = "nothing in this document keeps the connector from exporting it";

    private final Map<Unid, Finding> findings = new HashMap<>();
    private final Set<Unid> atRisk = new HashSet<>();
    private final Set<Unid> missing = new HashSet<>();
    private final Map<Unid, AmbiguousPerson> ambiguous = new HashMap<>();
    private final Map<Unid, Repaired> repaired = new HashMap<>();
    private final boolean againstExchange;
    private final List<ReportedPerson> people = new ArrayList<>();
    private final Map<String, Counter> units = new LinkedHashMap<>();
    private final Map<String, Counter> servers = new LinkedHashMap<>();
    private @Nullable Instant lastSave;

    /** The people of a unit or server so far. */
    private static final class Counter {
        private final String name;
        private int people;
        private int leftOut;
        private int atRisk;

        Counter(String name) {
            this.name = name;
        }
    }

    /**
     * A tally that no document was added to yet.
     *
     * @param left everybody the connector leaves out
     * @param comparison with Exchange, if an export is open
     * @param runs on the book, the oldest first
     */
    public OverviewTally(List<Finding> left, Optional<Comparison> comparison, List<KnownRun> runs) {
        left.forEach(finding -> findings.put(finding.unid(), finding));
        againstExchange = comparison.isPresent();
        comparison.ifPresent(with -> {
            with.atRisk().stream().map(AtRiskPerson::unid).forEach(atRisk::add);
            with.ambiguous().forEach(person -> ambiguous.put(person.unid(), person));
            for (MissingPerson person : with.missing()) {
                missing.add(person.unid());
                person.finding().ifPresent(finding -> findings.putIfAbsent(person.unid(), finding));
            }
        });
        for (KnownRun run : runs) {
            if (run.stands()) {
                run.people()
                        .forEach(person -> repaired.put(
                                person.unid(),
                                new Repaired(
                                        run.summary().id(),
                                        person.cause(),
                                        person.stored(),
                                        person.seenAt(),
                                        person.seenIn())));
            }
        }
    }

    /** Takes a document of the book; other kinds than persons are passed over. */
    public void add(Note note) {
        if (NoteKind.of(note) != NoteKind.PERSON) {
            return;
        }
        saved(note);
        Optional<Standing> standing = standing(note);
        String unit = new NotesName(note.text("FullName")).organisation();
        String server = new NotesName(note.text("MailServer")).abbreviated();
        if (!note.is(NoteFlag.CONFLICT)) {
            count(units, unit, standing);
            count(servers, server, standing);
        }
        standing.ifPresent(found -> people.add(person(note, found, unit, server)));
    }

    private void saved(Note note) {
        NotesTime revised = note.times().revised();
        if (revised != null) {
            revised.instant()
                    .filter(time -> lastSave == null || time.isAfter(lastSave))
                    .ifPresent(time -> lastSave = time);
        }
    }

    private static void count(Map<String, Counter> counters, String name, Optional<Standing> standing) {
        // Names of units and servers differ by nothing but capitals where somebody typed them.
        Counter counter = counters.computeIfAbsent(name.toLowerCase(Locale.ROOT), unused -> new Counter(name));
        counter.people++;
        counter.leftOut += standing.filter(Standing::isAffected).isPresent() ? 1 : 0;
        counter.atRisk += standing.filter(found -> found == Standing.AT_RISK).isPresent() ? 1 : 0;
    }

    /** How the person stands; empty if there is nothing to tell. */
    private Optional<Standing> standing(Note note) {
        Unid unid = note.unid();
        Finding finding = findings.get(unid);
        if (note.is(NoteFlag.CONFLICT)) {
            return Optional.of(Standing.CONFLICT);
        }
        if (atRisk.contains(unid)) {
            return Optional.of(Standing.AT_RISK);
        }
        if (ambiguous.containsKey(unid)) {
            return Optional.of(Standing.UNCLEAR);
        }
        if (finding != null) {
            return Optional.of(
                    finding.cause().isPolicy()
                            ? Standing.ON_PURPOSE
                            : missing.contains(unid) ? Standing.MISSING : Standing.LEFT_OUT);
        }
        if (repaired.containsKey(unid)) {
            return Optional.of(Standing.REPAIRED);
        }
        return missing.contains(unid) ? Optional.of(Standing.MISSING) : Optional.empty();
    }

    private ReportedPerson person(Note note, Standing standing, String unit, String server) {
        Unid unid = note.unid();
        Finding finding = findings.get(unid);
        return new ReportedPerson(
                unid,
                note.noteIdText(),
                new Person(note).shownName(),
                standing,
                finding != null ? finding.cause().id() : otherCause(standing),
                finding != null ? finding.formShows().toString() : "",
                (finding != null ? finding.connectorReads() : FlagReading.YES).toString(),
                inExchange(unid, standing),
                unit,
                server,
                evidence(finding, ambiguous.get(unid), standing),
                finding != null
                        ? RepairOutlook.of(finding)
                        : standing == Standing.REPAIRED ? RepairOutlook.DONE : RepairOutlook.NONE,
                Optional.ofNullable(repaired.get(unid)));
    }

    private static String otherCause(Standing standing) {
        return switch (standing) {
            case UNCLEAR -> ReportedPerson.AMBIGUOUS;
            case REPAIRED -> "";
            case AT_RISK, MISSING, LEFT_OUT, ON_PURPOSE, CONFLICT -> MissingPerson.UNEXPLAINED;
        };
    }

    private InExchange inExchange(Unid unid, Standing standing) {
        if (!againstExchange || standing == Standing.CONFLICT || ambiguous.containsKey(unid)) {
            return InExchange.UNKNOWN;
        }
        return missing.contains(unid) ? InExchange.NO : InExchange.YES;
    }

    private List<String> evidence(@Nullable Finding finding, @Nullable AmbiguousPerson several, Standing standing) {
        List<String> evidence = new ArrayList<>();
        if (finding != null) {
            evidence.addAll(finding.evidence());
        } else if (standing != Standing.UNCLEAR) {
            evidence.add(HEALTHY);
        }
        if (several != null) {
            evidence.add("matches by " + several.key() + ": " + String.join(", ", several.recipients()));
        }
        return evidence;
    }

    /** When a Person document was saved last, as ISO 8601 in GMT; empty if no document tells. */
    String lastSave() {
        return lastSave == null ? "" : lastSave.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The people to tell of: by standing, then by cause, then by name. */
    List<ReportedPerson> people() {
        ToIntFunction<ReportedPerson> precedence =
                person -> Cause.of(person.cause()).map(Cause::ordinal).orElse(Cause.values().length);
        return people.stream()
                .sorted(Comparator.comparing(ReportedPerson::standing)
                        .thenComparingInt(precedence)
                        .thenComparing(person -> person.fullName().toLowerCase(Locale.ROOT))
                        .thenComparing(ReportedPerson::unid))
                .toList();
    }

    /** The organisation units, those with most people left out first. */
    List<UnitCount> units() {
        return sorted(units);
    }

    /** The mail servers, those with most people left out first. */
    List<UnitCount> mailServers() {
        return sorted(servers);
    }

    private static List<UnitCount> sorted(Map<String, Counter> counters) {
        return counters.values().stream()
                .map(counter -> new UnitCount(counter.name, counter.people, counter.leftOut, counter.atRisk))
                .sorted(Comparator.comparingInt(UnitCount::leftOut)
                        .thenComparingInt(UnitCount::people)
                        .reversed()
                        .thenComparing(UnitCount::name))
                .toList();
    }
}
