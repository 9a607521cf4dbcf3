package dirsh.repair;

import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.AddressBook;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The first documents of a run, looked at once more before the rest may follow. */
final class Pilot {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(2);

    private final Plan plan;
    private final AddressBook book;
    private final Setting setting;

    Pilot(Plan plan, AddressBook book, Setting setting) {
        this.plan = plan;
        this.book = book;
        this.setting = setting;
    }

    /** What is wrong with a repaired document when it is read from the book anew; empty if all are as planned. */
    Optional<String> problem(List<Entry> entries) {
        Map<Unid, Change> changes = new HashMap<>();
        plan.changes().forEach(change -> changes.put(change.unid(), change));
        for (Entry entry : done(entries)) {
            Optional<Note> note = book.read(entry.unid());
            Change change = changes.get(entry.unid());
            if (note.isEmpty() || change == null || !DocumentRepair.isAsPlanned(note.get(), change, plan.mode())) {
                return Optional.of("document " + entry.unid() + " does not read back as planned");
            }
        }
        return Optional.empty();
    }

    /** Waits until everybody repaired is seen on the other side; false if somebody asked to stop before. */
    boolean isSeen(List<Entry> entries) {
        Sighting sighting = setting.sighting().orElseThrow();
        List<Entry> pilot = done(entries);
        setting.progress()
                .note("the pilot is repaired; waiting until " + sighting.where() + " shows its " + pilot.size()
                        + " people: run an update sync and export again; Ctrl-C ends the wait");
        while (true) {
            Set<Unid> seen = sighting.seen(pilot);
            long count =
                    pilot.stream().filter(entry -> seen.contains(entry.unid())).count();
            setting.progress().at("waiting for the pilot", count, pilot.size());
            if (count == pilot.size()) {
                return true;
            }
            setting.timing().rest(LOOK_AGAIN_AFTER, setting.cancellation());
            if (setting.cancellation().requested()) {
                return false;
            }
        }
    }

    private static List<Entry> done(List<Entry> entries) {
        return entries.stream().filter(entry -> entry.outcome() == Outcome.DONE).toList();
    }
}
