package dirsh.diagnose;

import dirsh.connector.ConnectorReading;
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

    private final TakenNames takenNames = new TakenNames();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<NoteKind, Tally> tallies = new EnumMap<>(NoteKind.class);
    private int healthy;
    private int healthyProtected;

    /** The items a note must carry to be judged. */
    public static List<String> items() {
        List<String> items = new ArrayList<>(Person.ITEMS);
        items.add(FlagItem.NAME);
        items.addAll(Blockers.ITEMS);
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
        Map<Cause, String> causes = causes(note, kind);
        FlagReading reads = ConnectorReading.of(note);
        if (kind == NoteKind.PERSON && causes.isEmpty()) {
            takenNames.take(new Person(note)).ifPresent(sentence -> causes.put(Cause.DUPLICATE_PERSON, sentence));
        }
        Optional<Finding> finding = causes.isEmpty() ? Optional.empty() : Optional.of(finding(note, kind, causes));
        Verdict verdict = new Verdict(kind, note.is(NoteFlag.CONFLICT), FormShows.of(note), reads, finding);
        tally.count(verdict);
        finding.ifPresent(findings::add);
        if (finding.isEmpty()) {
            healthy++;
            List<Item> items = FlagItem.of(note);
            healthyProtected += items.get(0).has(ItemFlag.PROTECTED) ? 1 : 0;
        }
        return Optional.of(verdict);
    }

    /** What the document itself shows, by precedence; changeable, so that the caller can add what others show. */
    static Map<Cause, String> causes(Note note, NoteKind kind) {
        Map<Cause, String> causes = new TreeMap<>(Blockers.of(note, kind));
        causes.putAll(FlagFault.of(note));
        return causes;
    }

    /** All verdicts together. */
    public Diagnosis diagnosis() {
        return new Diagnosis(findings, tallies, healthyProtected * 2 > healthy);
    }

    private static Finding finding(Note note, NoteKind kind, Map<Cause, String> causes) {
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
                ConnectorReading.of(note),
                repairs,
                offered,
                new ArrayList<>(causes.values()),
                note.sequence(),
                FlagItem.fingerprint(FlagItem.of(note)));
    }
}
