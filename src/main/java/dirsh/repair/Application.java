package dirsh.repair;

import dirsh.model.DirshException;
import dirsh.source.AddressBook;
import dirsh.source.BookFeature;
import dirsh.source.BookWriter;
import dirsh.source.SaveConflictException;
import dirsh.source.SaveRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run being carried out: document by document in planned order, as far and as fast as its limits say.
 *
 * <p>It ends whole, at a limit, at the pilot, because somebody asked, or because the store failed. Only the last two leave
 * the run to be resumed.
 */
final class Application {

    /** So many failed documents in a row mean that the store is gone rather than that the documents are odd. */
    private static final int MOST_FAILURES_IN_A_ROW = 3;

    private final String id;
    private final Plan plan;
    private final AddressBook book;
    private final Journal journal;
    private final AuditLog audit;
    private final Setting setting;
    private final Limits limits;
    private final Pilot pilot;
    private final Pace pace;
    private final List<DirshException> failures = new ArrayList<>();
    private BookWriter writer;
    private DocumentRepair repair;
    private int repaired;
    private int failuresInARow;
    private Optional<String> pilotProblem = Optional.empty();
    private boolean asked;

    Application(
            String id,
            Plan plan,
            AddressBook book,
            BookWriter writer,
            Journal journal,
            AuditLog audit,
            Setting setting) {
        this.id = id;
        this.plan = plan;
        this.book = book;
        this.journal = journal;
        this.audit = audit;
        this.setting = setting;
        this.limits = journal.state().limits();
        this.repaired = journal.state().repaired();
        this.pilot = new Pilot(plan, book, setting);
        this.pace = new Pace(limits, () -> setting.runs().rate(id), setting.timing(), setting.cancellation());
        this.writer = writer;
        this.repair = new DocumentRepair(writer, journal, audit, plan.mode(), setting);
    }

    /**
     * Goes on where the journal says.
     *
     * @throws DirshException if the store or the journal failed: then the run is to be resumed; or if the pilot did not
     *     hold: then it has ended there
     */
    Run carryOut() {
        pass();
        writer.publish();
        if (!failures.isEmpty()) {
            journal.stopped();
            throw failed();
        }
        if (asked) {
            journal.stopped();
            Run stopped = run(RunState.INTERRUPTED);
            audit.end(stopped.state() + ": " + stopped.totals());
            return stopped;
        }
        if (pilotSize() > 0 && !journal.state().pilotPassed() && pilotProblem.isEmpty()) {
            pilotProblem = pilot.problem(entries());
        }
        journal.end();
        Run run = run(endState());
        audit.end(run.state() + ": " + run.totals());
        // In this order, so that a run killed in between is resumed and does both again.
        plan.undoes().ifPresent(undone -> markUndone(undone, run));
        setting.runs().keep(run.summary());
        if (pilotProblem.isPresent()) {
            throw DirshException.failed(
                    "the pilot did not hold, nothing beyond it was written: " + pilotProblem.get(), "undo " + id, null);
        }
        return run;
    }

    private void pass() {
        long passed = 0;
        for (Change change : plan.changes()) {
            Outcome outcome = journal.state().entry(change.unid()).outcome();
            asked |= setting.cancellation().requested();
            if (asked || (outcome != Outcome.AT_NO && !mayBegin())) {
                return;
            }
            if (outcome == Outcome.UNTOUCHED || outcome == Outcome.AT_NO) {
                pace.next();
                if (setting.cancellation().requested() && outcome == Outcome.UNTOUCHED) {
                    asked = true;
                    return;
                }
                if (!make(change)) {
                    return;
                }
            }
            passed++;
            setting.progress().at("repairing", passed, plan.size());
        }
    }

    /** Whether one more document may be repaired. */
    private boolean mayBegin() {
        if (limits.limit() > 0 && repaired >= limits.limit()) {
            return false;
        }
        boolean pilotIsWhole = pilotSize() > 0 && repaired >= pilotSize();
        return !pilotIsWhole || journal.state().pilotPassed() || passPilot();
    }

    private int pilotSize() {
        return limits.pilotOf(book.features().contains(BookFeature.LIVE));
    }

    /** Whether the documents behind the pilot may follow. */
    private boolean passPilot() {
        writer.publish();
        pilotProblem = pilot.problem(entries());
        if (pilotProblem.isPresent() || !limits.goesOnAfterPilot()) {
            return false;
        }
        if (limits.untilVerified() && !pilot.isSeen(entries())) {
            asked = true;
            return false;
        }
        journal.piloted();
        writer = book.writer(journal);
        repair = new DocumentRepair(writer, journal, audit, plan.mode(), setting);
        return true;
    }

    /** Repairs one document; false if the run has to stop because the store failed. */
    private boolean make(Change change) {
        try {
            repair.make(change);
            repaired += journal.state().isRepaired(change.unid()) ? 1 : 0;
            failuresInARow = 0;
            return true;
        } catch (StoreFailedException | SaveConflictException | SaveRefusedException e) {
            failures.add(e);
            failuresInARow++;
            boolean enough = limits.stopAfter() > 0 && failures.size() >= limits.stopAfter();
            return !enough && failuresInARow < MOST_FAILURES_IN_A_ROW && !isAtNo(change);
        }
    }

    private boolean isAtNo(Change change) {
        return journal.state().entry(change.unid()).outcome() == Outcome.AT_NO;
    }

    private DirshException failed() {
        DirshException first = failures.get(0);
        Optional<Entry> atNo = entries().stream()
                .filter(entry -> entry.outcome() == Outcome.AT_NO)
                .findFirst();
        String urgent =
                atNo.map(entry -> "; " + entry.fullName() + " may stand at No").orElse("");
        return DirshException.failed(
                first.problem() + "; " + run(RunState.INTERRUPTED).totals() + urgent, first.tryThis(), first);
    }

    private List<Entry> entries() {
        return List.copyOf(journal.state().entries().values());
    }

    private Run run(RunState state) {
        List<Entry> entries = entries();
        List<String> notes = new ArrayList<>(NextSteps.after(plan, entries, id, state, book));
        if (journal.torn()) {
            notes.add(0, "the journal's last record was torn and was dropped; its document was looked at again");
        }
        return new Run(id, state, plan, RunPlace.of(book.identity()), entries, notes, false, true);
    }

    /** Open where people are to appear in Exchange; an export is finished once it is written. */
    private RunState endState() {
        boolean repaired = entries().stream().anyMatch(entry -> entry.outcome() == Outcome.DONE);
        boolean live = book.features().contains(BookFeature.LIVE);
        return live && repaired && plan.undoes().isEmpty() ? RunState.OPEN : RunState.FINISHED;
    }

    private void markUndone(String undone, Run undo) {
        RunStore runs = setting.runs();
        if (undo.count(Outcome.DONE) > 0 && runs.ids().contains(undone)) {
            runs.keep(runs.load(undone).with(RunState.UNDONE, List.of()).summary());
        }
    }
}
