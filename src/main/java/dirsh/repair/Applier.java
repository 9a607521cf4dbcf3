package dirsh.repair;

import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.source.AddressBook;
import dirsh.source.BookFeature;
import dirsh.source.BookWriter;
import dirsh.source.Overlay;
import dirsh.source.SaveConflictException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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
        if (isDone(plan, book)) {
            return Run.nothingToDo(
                    plan, plan.changes().stream().map(Applier::asPlanned).toList());
        }
        try (BookLock lock = runs.lock(book.identity().lockKey(), false)) {
            String content = book.contentHash();
            String id = runs.create(plan);
            lock.heldFor(id);
            try (Journal journal = journal(id, plan, book)) {
                BookWriter writer = writer(id, book, journal);
                return resumable(id, () -> {
                    journal.started(user, content, pilot);
                    return carryOut(id, plan, book, writer, journal, pilot);
                });
            }
        }
    }

    /** Whether there is nothing left to write; stops at the first document that is not as planned. */
    private boolean isDone(Plan plan, AddressBook book) {
        for (Change change : plan.changes()) {
            cancellation.check();
            Optional<Note> note = book.read(change.unid());
            if (note.isEmpty() || !DocumentRepair.isAsPlanned(note.get(), change, plan.mode())) {
                return false;
            }
        }
        return true;
    }

    /** A book that cannot be written at all leaves no run behind. */
    private BookWriter writer(String id, AddressBook book, Journal journal) {
        try {
            return book.writer(journal);
        } catch (DirshException e) {
            runs.discard(id);
            throw e;
        }
    }

    private Journal journal(String id, Plan plan, AddressBook book) {
        return Journal.open(runs.folder(id), plan, book.features().contains(BookFeature.LIVE), clock);
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
        try (BookLock lock = runs.lock(book.identity().lockKey(), false);
                Journal journal = journal(id, run.plan(), book)) {
            lock.heldFor(id);
            return resumable(id, () -> {
                settle(book, journal);
                journal.resumed(user, book.contentHash());
                int pilot = journal.state().pilot();
                return carryOut(id, run.plan(), book, book.writer(journal), journal, pilot);
            });
        }
    }

    /**
     * Makes the journal agree with the file: a replacement that was begun is made or recognised; of a file that
     * somebody put there meanwhile nothing is known any more.
     */
    private static void settle(AddressBook book, Journal journal) {
        String content = book.contentHash();
        Optional<Overlay.Publication> begun = journal.begun();
        boolean known = begun.isPresent()
                ? content.equals(begun.get().before())
                        || content.equals(begun.get().after())
                : journal.state().content().isEmpty()
                        || content.equals(journal.state().content());
        if (!known) {
            journal.replaced();
        } else if (begun.isPresent()) {
            book.writer(journal).publish();
        }
    }

    /** Whatever ends a run that has begun, the user is told how it goes on. */
    private static Run resumable(String id, Supplier<Run> work) {
        try {
            return work.get();
        } catch (DirshException e) {
            String first = e.tryThis().isEmpty() || e.tryThis().startsWith("resume ") ? "" : e.tryThis() + "; then: ";
            throw new DirshException(e.outcome(), e.problem(), first + "resume " + id, e);
        }
    }

    private Run carryOut(String id, Plan plan, AddressBook book, BookWriter writer, Journal journal, int pilot) {
        DocumentRepair repair = new DocumentRepair(writer, journal, plan.mode(), clock, user);
        int repaired = journal.state().repaired();
        long passed = 0;
        boolean stopped = false;
        for (Change change : plan.changes()) {
            Outcome outcome = journal.state().entry(change.unid()).outcome();
            stopped = cancellation.requested();
            if (stopped || (pilot > 0 && repaired >= pilot && outcome != Outcome.AT_NO)) {
                break;
            }
            if (outcome == Outcome.UNTOUCHED || outcome == Outcome.AT_NO) {
                make(repair, change, id);
                repaired += journal.state().isRepaired(change.unid()) ? 1 : 0;
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
        List<String> notes = new ArrayList<>(NextSteps.after(plan, entries, id, state, book));
        if (journal.torn()) {
            notes.add(0, "the journal's last record was torn and was dropped; its document was looked at again");
        }
        Run run = new Run(id, state, plan, entries, notes, true);
        if (!stopped) {
            // In this order, so that a run killed in between is resumed and does both again.
            plan.undoes().ifPresent(undone -> markUndone(undone, run));
            runs.keep(run.summary());
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

    private void markUndone(String id, Run undo) {
        if (undo.count(Outcome.DONE) > 0 && runs.ids().contains(id)) {
            runs.keep(runs.load(id).with(RunState.UNDONE, List.of()).summary());
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
                    "export it as DXL and apply there: open names.dxl");
        }
    }
}
