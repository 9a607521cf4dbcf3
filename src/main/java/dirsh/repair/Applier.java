package dirsh.repair;

import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.source.AddressBook;
import dirsh.source.BookFeature;
import dirsh.source.BookWriter;
import dirsh.source.SaveConflictException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out plans, document by document, with the journal ahead of every save. The only writer of address books. */
public final class Applier {

    /** Told after each document how many are behind and how many there are. */
    @FunctionalInterface
    public interface Progress {
        void at(long done, long total);
    }

    private final RunStore runs;
    private final Clock clock;
    private final String user;
    private final Cancellation cancellation;
    private final Progress progress;

    public Applier(RunStore runs, Clock clock, String user, Cancellation cancellation, Progress progress) {
        this.runs = runs;
        this.clock = clock;
        this.user = user;
        this.cancellation = cancellation;
        this.progress = progress;
    }

    /**
     * Applies a plan to the book it was made for.
     *
     * @param pilot how many documents to repair at most; 0 for all
     * @throws DirshException if the book is not the planned one, cannot be written, or a save fails
     */
    public Run apply(Plan plan, AddressBook book, int pilot) {
        requireSameBook(plan, book);
        List<Change> todo = new ArrayList<>();
        for (Change change : plan.changes()) {
            cancellation.check();
            Optional<Note> note = book.read(change.unid());
            if (note.isEmpty() || !DocumentRepair.isAsPlanned(note.get(), change, plan.mode())) {
                todo.add(change);
            }
        }
        if (todo.isEmpty()) {
            return Run.nothingToDo(
                    plan, plan.changes().stream().map(Applier::asPlanned).toList());
        }
        try (BookLock lock = runs.lock(book.identity().lockKey())) {
            String id = runs.create(plan);
            lock.heldFor(id);
            try (Journal journal = new Journal(runs.folder(id), plan, clock)) {
                journal.started(user, book.contentToken());
                return carryOut(id, plan, book, journal, pilot);
            }
        }
    }

    /**
     * Brings an interrupted run to its end; a run that ended is returned as it is and nothing is written.
     *
     * @throws DirshException as for {@link #apply}
     */
    public Run resume(String id, AddressBook book) {
        Run run = runs.load(id);
        if (run.state() != RunState.INTERRUPTED) {
            return run;
        }
        requireSameBook(run.plan(), book);
        try (BookLock lock = runs.lock(book.identity().lockKey());
                Journal journal = new Journal(runs.folder(id), run.plan(), clock)) {
            lock.heldFor(id);
            if (journal.begun().isPresent()) {
                // Killed around the replacement of the file: settle first whether it happened.
                book.writer(journal).publish();
            } else if (!journal.unids().isEmpty()
                    && !journal.state().contentToken().equals(book.contentToken())) {
                abandon(journal);
            }
            journal.resumed(user, book.contentToken());
            return carryOut(id, run.plan(), book, journal, 0);
        }
    }

    private Run carryOut(String id, Plan plan, AddressBook book, Journal journal, int pilot) {
        BookWriter writer = book.writer(journal);
        DocumentRepair repair = new DocumentRepair(writer, journal, plan.mode(), clock, user);
        int repaired = 0;
        long passed = 0;
        boolean stopped = false;
        for (Change change : plan.changes()) {
            stopped = cancellation.requested();
            if (stopped || (pilot > 0 && repaired == pilot)) {
                break;
            }
            Outcome outcome = journal.state().entry(change.unid()).outcome();
            if (outcome == Outcome.UNTOUCHED || outcome == Outcome.AT_NO) {
                make(repair, change, id);
                repaired += journal.state().entry(change.unid()).outcome() == Outcome.DONE ? 1 : 0;
            }
            passed++;
            progress.at(passed, plan.size());
        }
        writer.publish();
        if (stopped) {
            journal.stopped();
        } else {
            journal.end();
        }
        List<Entry> entries = List.copyOf(journal.state().entries().values());
        RunState state = stopped ? RunState.INTERRUPTED : endState(plan, entries, book);
        Run run = new Run(id, state, plan, entries, NextSteps.after(plan, entries, id, state, book));
        if (!stopped) {
            runs.keep(run.summary());
            plan.undoes().ifPresent(undone -> markUndone(undone, run));
        }
        return run;
    }

    private static void make(DocumentRepair repair, Change change, String id) {
        try {
            repair.make(change);
        } catch (SaveConflictException e) {
            throw DirshException.failed(
                    "document " + change.unid() + " stands at No and somebody keeps saving it", "resume " + id, e);
        }
    }

    /** The saves of the run never reached the file, and the file is another one now. */
    private static void abandon(Journal journal) {
        for (Entry entry : journal.state().entries().values().stream().toList()) {
            if (journal.unids().contains(entry.unid())) {
                journal.refused(
                        entry.unid(), "the file was replaced before the run's saves reached it; make a new plan");
            }
        }
        journal.dropDocuments();
    }

    private void markUndone(String id, Run undo) {
        if (undo.count(Outcome.DONE) > 0) {
            RunSummary old = runs.load(id).summary();
            runs.keep(new RunSummary(
                    old.id(),
                    RunState.UNDONE,
                    old.planned(),
                    old.done(),
                    old.refused(),
                    old.mode(),
                    old.book(),
                    old.undoes()));
        }
    }

    /** Open where people are to appear in Exchange; an export is finished once it is written. */
    private static RunState endState(Plan plan, List<Entry> entries, AddressBook book) {
        boolean repaired = entries.stream().anyMatch(entry -> entry.outcome() == Outcome.DONE);
        boolean live = book.features().contains(BookFeature.LIVE);
        return live && repaired && plan.undoes().isEmpty() ? RunState.OPEN : RunState.FINISHED;
    }

    private static Entry asPlanned(Change change) {
        return Entry.planned(change).with(Outcome.DONE, "", change.sequence(), "");
    }

    private static void requireSameBook(Plan plan, AddressBook book) {
        if (!plan.replicaId().equalsIgnoreCase(book.identity().replicaId())) {
            throw DirshException.badInput(
                    "the plan is for replica " + plan.replicaId() + ", but "
                            + book.identity().address() + " is replica "
                            + book.identity().replicaId(),
                    "open " + plan.address());
        }
        if (!book.features().contains(BookFeature.SAVES)) {
            throw DirshException.badInput(
                    book.identity().address() + " (" + book.identity().storage() + ") is read-only",
                    "export it as DXL and apply there, or open domino:SERVER!!names.nsf");
        }
    }
}
