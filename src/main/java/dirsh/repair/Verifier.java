package dirsh.repair;

import dirsh.connector.ConnectorReading;
import dirsh.connector.FlagItem;
import dirsh.connector.FlagReading;
import dirsh.model.Note;
import dirsh.model.NotesTime;
import dirsh.model.Unid;
import dirsh.repair.Verification.InExchange;
import dirsh.repair.Verification.LastSave;
import dirsh.repair.Verification.Person;
import dirsh.repair.Verification.Stored;
import dirsh.repair.VerifiedPeople.Known;
import dirsh.source.AddressBook;
import dirsh.source.BookFeature;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at every document a run repaired once more, and at Exchange where an export is at hand. What it saw is kept with
 * the run, so that the next time it can tell what changed.
 */
public final class Verifier {

    private final RunStore runs;
    private final Clock clock;
    private final String user;

    /**
     * A verifier.
     *
     * @param user who is recorded as having closed or reopened a run
     */
    public Verifier(RunStore runs, Clock clock, String user) {
        this.runs = runs;
        this.clock = clock;
        this.user = user;
    }

    /**
     * Verifies a run and closes or reopens it.
     *
     * @param run the run
     * @param book the book it wrote to, as it is now
     * @param exchange what Exchange says, if an export is open
     * @param close whether the run is not to wait any longer for those who are not settled
     */
    public Verification verify(Run run, AddressBook book, Optional<ExchangeView> exchange, boolean close) {
        VerifiedPeople before = runs.verified(run.id());
        Map<Unid, Change> changes = new HashMap<>();
        run.plan().changes().forEach(change -> changes.put(change.unid(), change));
        List<Person> people = new ArrayList<>();
        for (Entry entry : run.entries()) {
            Change change = changes.get(entry.unid());
            if (entry.outcome() == Outcome.DONE && change != null) {
                Person person = person(entry, change, book, exchange, before.of(entry.unid()));
                people.add(close ? reported(person) : person);
            }
        }
        boolean judged = (run.state() == RunState.OPEN || run.state() == RunState.FINISHED)
                && (run.plan().undoes().isEmpty() || run.offline());
        RunState state = judged ? state(run, people, exchange.isPresent(), close) : run.state();
        RunSummary known = runs.summary(run.id());
        List<String> notes = new VerificationNotes(run, known, before, people, book, exchange).of(state);
        if (judged) {
            runs.keep(run.id(), after(before, people, exchange));
            known = runs.keep(run.with(state, List.of()).summary());
            if (state != run.state()) {
                try (AuditLog audit = runs.audit(user)) {
                    audit.verified(run, run.state() + " to " + state);
                }
            }
        }
        boolean fileOnly = !book.features().contains(BookFeature.LIVE);
        return new Verification(known, people, close ? 0 : run.awaited(), fileOnly, exchange.isPresent(), notes);
    }

    /**
     * Only Exchange shows that a repair came through, but a person who is lost again is work in any case. A kit has come to
     * its end once a fresh export shows all its documents; an Exchange export that misses somebody opens it again.
     */
    private static RunState state(Run run, List<Person> people, boolean againstExchange, boolean close) {
        boolean pending = people.stream().anyMatch(Person::isPending) || (run.awaited() > 0 && !close);
        if (pending) {
            return RunState.OPEN;
        }
        return againstExchange || close || run.offline() ? RunState.FINISHED : run.state();
    }

    private Person person(
            Entry entry, Change change, AddressBook book, Optional<ExchangeView> exchange, Optional<Known> before) {
        Optional<Note> note = book.read(entry.unid());
        Stored stored = note.map(found -> stored(found, entry, change)).orElse(Stored.GONE);
        boolean seenBefore = before.isPresent() && !before.get().seenAt().isEmpty();
        InExchange inExchange =
                exchange.map(view -> inExchange(view, entry.unid(), seenBefore)).orElse(InExchange.NOT_LOOKED_AT);
        boolean seenNow = !seenBefore && inExchange == InExchange.APPEARED;
        LastSave saved = stored == Stored.HELD
                ? LastSave.NONE
                : note.map(Verifier::lastSave).orElse(LastSave.NONE);
        boolean reported = before.filter(Known::reported)
                .filter(old -> old.stored() == stored)
                .filter(old -> inExchange == InExchange.NOT_LOOKED_AT || old.exchange() == inExchange)
                .isPresent();
        return new Person(
                entry.unid(),
                entry.fullName(),
                stored,
                inExchange,
                seenNow ? clock.instant().toString() : before.map(Known::seenAt).orElse(""),
                seenNow
                        ? exchange.orElseThrow().address()
                        : before.map(Known::seenIn).orElse(""),
                saved,
                before.map(old -> news(old, stored, inExchange)).orElse(""),
                reported);
    }

    private static InExchange inExchange(ExchangeView view, Unid unid, boolean seenBefore) {
        if (!view.absent().contains(unid)) {
            return InExchange.APPEARED;
        }
        return seenBefore ? InExchange.NO_LONGER : InExchange.NOT_YET;
    }

    private static Stored stored(Note note, Entry entry, Change change) {
        boolean asPlanned = change.after() instanceof Change.Restore restore
                ? FlagItem.fingerprint(FlagItem.of(note)).equals(restore.itemHash())
                : ConnectorReading.of(note) == FlagReading.YES;
        if (!asPlanned) {
            return Stored.LOST;
        }
        return note.sequence() == entry.sequence() ? Stored.HELD : Stored.CHANGED;
    }

    private static LastSave lastSave(Note note) {
        NotesTime revised = note.times().revised();
        List<NotesTime> revisions = note.revisions();
        String at = revised != null
                ? revised.toString()
                : revisions.isEmpty() ? "" : revisions.get(revisions.size() - 1).toString();
        return new LastSave(note.lastUpdatedBy(), at);
    }

    /** What the verification before said otherwise. */
    private static String news(Known before, Stored stored, InExchange exchange) {
        if (stored.isLost() && !before.stored().isLost()) {
            return stored + " since";
        }
        if (!stored.isLost() && before.stored().isLost()) {
            return "repaired since";
        }
        if (exchange == InExchange.NOT_LOOKED_AT || exchange == before.exchange()) {
            return "";
        }
        return exchange == InExchange.APPEARED ? "appeared" : exchange == InExchange.NO_LONGER ? "left Exchange" : "";
    }

    private static Person reported(Person person) {
        return new Person(
                person.unid(),
                person.fullName(),
                person.stored(),
                person.exchange(),
                person.seenAt(),
                person.seenIn(),
                person.saved(),
                person.news(),
                person.stored().isLost() || person.exchange() != InExchange.APPEARED);
    }

    private VerifiedPeople after(VerifiedPeople before, List<Person> people, Optional<ExchangeView> exchange) {
        Map<Unid, Known> after = new LinkedHashMap<>();
        for (Person person : people) {
            InExchange known = before.of(person.unid()).map(Known::exchange).orElse(InExchange.NOT_LOOKED_AT);
            after.put(
                    person.unid(),
                    new Known(
                            person.stored(),
                            exchange.isPresent() ? person.exchange() : known,
                            person.seenAt(),
                            person.seenIn(),
                            person.reported()));
        }
        return new VerifiedPeople(
                clock.instant().toString(),
                exchange.map(ExchangeView::address).orElse(before.export()),
                exchange.map(ExchangeView::content).orElse(before.content()),
                after);
    }
}
