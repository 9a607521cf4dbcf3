package dirsh.repair;

import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.source.AddressBook;
import dirsh.source.BookFeature;
import dirsh.source.BookWriter;
import dirsh.source.Overlay;
import java.util.Optional;
import java.util.function.Supplier;

/** Carries out plans, with the journal ahead of every save. The only writer of address books. */
public final class Applier {

    private final Setting setting;
    private final RunStore runs;

    public Applier(Setting setting) {
        this.setting = setting;
        this.runs = setting.runs();
    }

    /**
     * Applies a plan to the book it was made for.
     *
     * @throws DirshException if the book is not the planned one, cannot be written, or a save fails
     */
    public Run apply(Plan plan, AddressBook book, Limits limits) {
        requireSameBook(plan, book);
        requireSighting(limits, "apply --until-verified");
        if (isDone(plan, book)) {
            return Run.nothingToDo(
                    plan, plan.changes().stream().map(Applier::asPlanned).toList());
        }
        try (BookLock lock = lock(book);
                AuditLog audit = runs.audit(setting.user())) {
            String content = book.contentHash();
            String id = runs.create(plan);
            lock.heldFor(id);
            try (Journal journal = journal(id, plan, book)) {
                BookWriter writer = writer(id, book, journal);
                return resumable(id, () -> {
                    audit.begin(plan.undoes().isPresent() ? "undo" : "apply", id, RunPlace.of(book.identity()), plan);
                    journal.started(
                            setting.user(), book.author(setting.user()), RunPlace.of(book.identity()), content, limits);
                    return new Application(id, plan, book, writer, journal, audit, setting).carryOut();
                });
            }
        }
    }

    private void requireSighting(Limits limits, String again) {
        if (limits.untilVerified() && setting.sighting().isEmpty()) {
            throw DirshException.badInput(
                    "nothing is open in which the pilot could be seen",
                    "exchange recipients.csv, or open another replica; then: " + again);
        }
    }

    private BookLock lock(AddressBook book) {
        BookLock lock = runs.lock(book.identity().lockKey(), setting.breakLock());
        lock.left().ifPresent(owner -> setting.progress().note("took over the lock of " + owner + ", which is gone"));
        return lock;
    }

    /** Whether there is nothing left to write; stops at the first document that is not as planned. */
    private boolean isDone(Plan plan, AddressBook book) {
        long passed = 0;
        for (Change change : plan.changes()) {
            setting.cancellation().check();
            Optional<Note> note = book.read(change.unid());
            if (note.isEmpty() || !DocumentRepair.isAsPlanned(note.get(), change, plan.mode())) {
                return false;
            }
            passed++;
            setting.progress().at("checking", passed, plan.size());
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
        return Journal.open(runs.folder(id), plan, book.features().contains(BookFeature.LIVE), setting.clock());
    }

    /**
     * Brings an interrupted run to its end; a run that ended is returned as it is and nothing is written.
     *
     * @throws DirshException as for {@link #apply}
     */
    public Run resume(String id, AddressBook book) {
        if (runs.hasEnded(id)) {
            return runs.load(id);
        }
        // The journal is read once, below: of a long run it is most of the work.
        Plan plan = runs.plan(id);
        requireSameBook(plan, book);
        try (BookLock lock = lock(book);
                AuditLog audit = runs.audit(setting.user());
                Journal journal = journal(id, plan, book)) {
            lock.heldFor(id);
            return resumable(id, () -> {
                if (!journal.state().pilotPassed()) {
                    requireSighting(journal.state().limits(), "resume " + id);
                }
                audit.begin("resume", id, RunPlace.of(book.identity()), plan);
                settle(book, journal);
                journal.resumed(setting.user(), book.author(setting.user()), book.contentHash());
                return new Application(id, plan, book, book.writer(journal), journal, audit, setting).carryOut();
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
    private Run resumable(String id, Supplier<Run> work) {
        try {
            return work.get();
        } catch (DirshException e) {
            if (runs.hasEnded(id)) {
                throw e;
            }
            String first = e.tryThis().isEmpty() || e.tryThis().startsWith("resume ") ? "" : e.tryThis() + "; then: ";
            throw new DirshException(e.outcome(), e.problem(), first + "resume " + id, e);
        }
    }

    private static Entry asPlanned(Change change) {
        return Entry.planned(change).with(Outcome.DONE, "", change.sequence(), "");
    }

    private static String replica(String address, String id) {
        return address + (id.isEmpty() ? " without replica id" : " (replica " + id + ")");
    }

    private static void requireSameBook(Plan plan, AddressBook book) {
        if (!book.identity().isReplicaOf(plan.lockKey(), plan.replicaId())) {
            throw DirshException.badInput(
                    "the plan is for " + replica(plan.address(), plan.replicaId()) + ", but this is "
                            + replica(book.identity().address(), book.identity().replicaId()),
                    "open " + plan.address());
        }
        if (!book.features().contains(BookFeature.SAVES)) {
            throw DirshException.badInput(
                    book.identity().address() + " (" + book.identity().storage() + ") is read-only",
                    "export it as DXL and apply there: open names.dxl");
        }
    }
}
