package dirsh.diagnose;

import dirsh.connector.ConnectorReading;
import dirsh.connector.Extraction;
import dirsh.connector.FlagItem;
import dirsh.connector.FlagReading;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.NoteKind;
import dirsh.model.Person;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Judges documents one by one, in stored order, and adds them up to a {@link Diagnosis}.
 *
 * <p>Persons and groups get a verdict; documents of other kinds are only counted.
 */
public final class Diagnoser {

    private final Extraction extraction;
    private final TakenNames takenNames = new TakenNames();
    private final Shared shared = new Shared();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<NoteKind, Tally> tallies = new EnumMap<>(NoteKind.class);
    private int healthy;
    private int healthyProtected;

    /** Judges by the flag as the Exchange connector reads it; its settings are not known. */
    public Diagnoser() {
        this(Extraction.UNKNOWN);
    }

    /**
     * A diagnoser.
     *
     * @param extraction which documents the connector's settings take
     */
    public Diagnoser(Extraction extraction) {
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
        items.addAll(extraction.items());
        return items;
    }

    /** Judges one document; empty for kinds that are only counted. */
    public Optional<Verdict> judge(Note note) {
        Item usual = extraction.filters().isEmpty() ? UsualPerson.flag(note) : null;
        NoteKind kind = usual != null ? NoteKind.PERSON : NoteKind.of(note);
        Tally tally = tallies.computeIfAbsent(kind, unused -> new Tally());
        if (kind != NoteKind.PERSON && kind != NoteKind.GROUP) {
            tally.count(note);
            return Optional.empty();
        }
        FlagReading reads = usual != null ? FlagReading.YES : ConnectorReading.of(note);
        Map<Cause, String> causes = usual != null ? new TreeMap<>() : causes(note, kind, extraction);
        if (kind == NoteKind.PERSON && causes.isEmpty()) {
            add(causes, Cause.DUPLICATE_PERSON, takenNames.take(new Person(note)));
        }
        Optional<Finding> finding =
                causes.isEmpty() ? Optional.empty() : Optional.of(finding(note, kind, reads, causes, shared));
        FlagReading shows = usual != null ? FlagReading.YES : FormShows.of(note);
        Verdict verdict = new Verdict(kind, note.is(NoteFlag.CONFLICT), shows, reads, finding);
        tally.count(verdict);
        if (finding.isPresent()) {
            findings.add(finding.get());
        } else {
            healthy++;
            Optional<Item> flag = usual != null ? Optional.of(usual) : note.first(FlagItem.NAME);
            healthyProtected += flag.isPresent() && flag.get().has(ItemFlag.PROTECTED) ? 1 : 0;
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
            return finding(note, NoteKind.of(note), ConnectorReading.of(note), causes, new Shared());
        });
    }

    /**
     * The finding of somebody who is healthy here while another replica holds other items under the same revision: only a
     * save on one side makes replication look at the document again.
     *
     * @param sentence what the other replica holds
     */
    public static Finding diverging(Note note, String sentence) {
        Map<Cause, String> causes = new TreeMap<>();
        causes.put(Cause.REPLICA_DIVERGENCE, sentence);
        return finding(note, NoteKind.of(note), ConnectorReading.of(note), causes, new Shared());
    }

    /** All verdicts together. */
    public Diagnosis diagnosis() {
        return new Diagnosis(findings, tallies, healthyProtected * 2 > healthy);
    }

    private static Finding finding(
            Note note, NoteKind kind, FlagReading reads, Map<Cause, String> causes, Shared shared) {
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
                shared.one(List.copyOf(causes.values())),
                note.sequence(),
                shared.one(FlagItem.fingerprint(FlagItem.of(note))));
    }
}
