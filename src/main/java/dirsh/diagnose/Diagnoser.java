package dirsh.diagnose;

import dirsh.connector.Extraction;
import dirsh.connector.FlagItem;
import dirsh.connector.FlagReader;
import dirsh.connector.FlagReading;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.NoteKind;
import dirsh.model.Person;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Judges documents one by one, in stored order, and adds them up to a {@link Diagnosis}.
 *
 * <p>Persons and groups get a verdict; documents of other kinds are only counted.
 */
public final class Diagnoser {

    /** Of what the document shows beside the flag, what keeps it from any reader rather than from the connector. */
    private static final Set<Cause> KEEPS_FROM_ALL =
            EnumSet.of(Cause.WRONG_FORM, Cause.CONFLICT_DOCUMENT, Cause.TRUNCATED, Cause.READER_RESTRICTED);

    private final FlagReader reader;
    private final Extraction extraction;
    private final TakenNames takenNames = new TakenNames();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<NoteKind, Tally> tallies = new EnumMap<>(NoteKind.class);
    private int healthy;
    private int healthyProtected;

    /** Judges by the flag as the Exchange connector reads it; its settings are not known. */
    public Diagnoser() {
        this(FlagReader.CONNECTOR, Extraction.UNKNOWN);
    }

    /**
     * A diagnoser.
     *
     * @param reader who reads the flag
     * @param extraction which documents the connector's settings take
     */
    public Diagnoser(FlagReader reader, Extraction extraction) {
        this.reader = reader;
        this.extraction = extraction;
    }

    /** The items a note must carry to be judged by the connector's reading alone. */
    public static List<String> items() {
        List<String> items = new ArrayList<>(Person.ITEMS);
        items.add(FlagItem.NAME);
        items.addAll(Blockers.ITEMS);
        return items;
    }

    /** The items a note must carry for this diagnoser. */
    public List<String> needed() {
        List<String> items = items();
        items.addAll(reader.items());
        items.addAll(extraction.items());
        return items;
    }

    /** Judges one document; empty for kinds that are only counted. */
    public Optional<Verdict> judge(Note note) {
        NoteKind kind = NoteKind.of(note);
        Tally tally = tallies.computeIfAbsent(kind, unused -> new Tally());
        if (kind != NoteKind.PERSON && kind != NoteKind.GROUP) {
            tally.count(note);
            return Optional.empty();
        }
        FlagReading reads = reader.read(note);
        Map<Cause, String> causes =
                reader.isConnector() ? causes(note, kind, extraction) : causesForOther(note, kind, reads);
        if (kind == NoteKind.PERSON && causes.isEmpty() && reader.isConnector()) {
            add(causes, Cause.DUPLICATE_PERSON, takenNames.take(new Person(note)));
        }
        Optional<Finding> finding =
                causes.isEmpty() ? Optional.empty() : Optional.of(finding(note, kind, reads, causes));
        Verdict verdict = new Verdict(kind, note.is(NoteFlag.CONFLICT), FormShows.of(note), reads, finding);
        tally.count(verdict);
        if (finding.isPresent()) {
            findings.add(finding.get());
        } else {
            healthy++;
            List<Item> items = FlagItem.of(note);
            healthyProtected += !items.isEmpty() && items.get(0).has(ItemFlag.PROTECTED) ? 1 : 0;
        }
        return Optional.of(verdict);
    }

    /** What the document itself shows, by precedence; changeable, so that the caller can add what others show. */
    static Map<Cause, String> causes(Note note, NoteKind kind, Extraction extraction) {
        Map<Cause, String> causes = Blockers.of(note, kind);
        causes.putAll(FlagFault.of(note));
        add(causes, Cause.FILTERED_OUT, extraction.filteredOut(note));
        return causes;
    }

    private static void add(Map<Cause, String> causes, Cause cause, Optional<String> sentence) {
        if (sentence.isPresent()) {
            causes.put(cause, sentence.get());
        }
    }

    /** What keeps a document from another reader: what is stored counts only where that reader takes it for no Yes. */
    private Map<Cause, String> causesForOther(Note note, NoteKind kind, FlagReading reads) {
        Map<Cause, String> causes = Blockers.of(note, kind);
        causes.keySet().retainAll(KEEPS_FROM_ALL);
        if (reads != FlagReading.YES) {
            Map<Cause, String> faults = FlagFault.of(note);
            causes.putAll(faults);
            if (faults.isEmpty()) {
                causes.put(Cause.FILTERED_OUT, "the reader " + reader.name() + " does not pick the document");
            }
        }
        return causes;
    }

    /** What would keep the document out if its flag were as a repair leaves it; empty if nothing. */
    public static Optional<Cause> afterRepair(Note note, Extraction extraction) {
        List<Item> items = new ArrayList<>(note.items());
        items.removeIf(item -> item.isNamed(FlagItem.NAME));
        items.add(Item.text(FlagItem.NAME, FlagItem.YES));
        Note repaired = note.toBuilder().items(items).build();
        return causes(repaired, NoteKind.of(note), extraction).keySet().stream().findFirst();
    }

    /**
     * The finding of a person who is missing in Exchange although nothing in the document keeps the connector from it:
     * an update sync does not look at it again.
     */
    public static Optional<Finding> notModified(Note note, Extraction extraction) {
        return extraction.notModified(note).map(sentence -> {
            Map<Cause, String> causes = new TreeMap<>();
            causes.put(Cause.NOT_MODIFIED, sentence + "; any save makes the next update sync look at it");
            return finding(note, NoteKind.of(note), FlagReader.CONNECTOR.read(note), causes);
        });
    }

    /** All verdicts together. */
    public Diagnosis diagnosis() {
        return new Diagnosis(findings, tallies, healthyProtected * 2 > healthy);
    }

    private static Finding finding(Note note, NoteKind kind, FlagReading reads, Map<Cause, String> causes) {
        Cause cause = causes.keySet().iterator().next();
        ToggleRepairs repairs = RepairPolicy.toggleRepairs(note, kind, cause);
        boolean offered = RepairPolicy.offered(note, kind, cause, repairs);
        return new Finding(
                note.unid(),
                note.noteId(),
                kind,
                kind == NoteKind.GROUP ? note.text("ListName") : new Person(note).fullName(),
                cause,
                FormShows.of(note),
                reads,
                repairs,
                offered,
                new ArrayList<>(causes.values()),
                note.sequence(),
                FlagItem.fingerprint(FlagItem.of(note)));
    }
}
