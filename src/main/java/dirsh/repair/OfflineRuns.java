package dirsh.repair;

import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.AddressBook;
import dirsh.source.BookFeature;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The runs that a kit carries out where dirsh cannot: begun with the kit, brought forward by the log that comes back and by
 * a fresh export. Their plan, journal and summary are those of every run.
 */
public final class OfflineRuns {

    private final RunStore runs;
    private final Clock clock;
    private final String user;

    /**
     * The offline runs of a store.
     *
     * @param user who is recorded as having made the kit or taken its log
     */
    public OfflineRuns(RunStore runs, Clock clock, String user) {
        this.runs = runs;
        this.clock = clock;
        this.user = user;
    }

    /** Why a document is no longer the planned one; empty if it still is. */
    public static Optional<String> drift(Optional<Note> note, Change change) {
        return note.isEmpty()
                ? Optional.of("the document is no longer in the book")
                : DocumentRepair.drift(note.get(), change);
    }

    /**
     * Begins a run, open from the start: dirsh itself never saves for it, so there is nothing to resume.
     *
     * @param book the book the kit is made from
     * @param refused planned documents that are not in the kit, with the reasons
     * @param files writes the kit of the run of that id; if it fails there is no run
     * @return the id of the run
     */
    public String begin(Plan plan, AddressBook book, Map<Unid, String> refused, Consumer<String> files) {
        String id = runs.create(plan);
        try {
            RunPlace place = RunPlace.of(book.identity());
            try (AuditLog audit = runs.audit(user);
                    Journal journal = journal(id, plan)) {
                audit.begin("kit", id, place, plan);
                journal.started(user, book.author(user), place, book.contentHash(), Limits.NONE);
                for (Change change : plan.changes()) {
                    String reason = refused.get(change.unid());
                    if (reason != null) {
                        audit.refused(change, reason);
                        journal.refused(change.unid(), reason);
                    }
                }
                journal.handedOver();
                // The summary comes before the files: a kit without its run could not be verified.
                runs.keep(runs.load(id).with(RunState.OPEN, List.of()).summary());
                files.accept(id);
                audit.end("kit written");
            }
            return id;
        } catch (RuntimeException e) {
            runs.discard(id);
            throw e;
        }
    }

    /** The planned documents of a run that were left out of its kit. */
    public List<Entry> refused(String id) {
        return runs.load(id).entries().stream()
                .filter(entry -> entry.outcome() == Outcome.REFUSED)
                .toList();
    }

    /** The last run of a kit for the plan of that hash. */
    public Optional<String> ofPlan(String hash) {
        Optional<String> last = Optional.empty();
        for (String id : runs.ids()) {
            // The name of a run ends in the first digits of its plan.
            boolean likely = hash.length() > 4 && id.endsWith("-" + hash.substring(0, 4));
            if (likely && runs.plan(id).hash().equals(hash) && runs.load(id).offline()) {
                last = Optional.of(id);
            }
        }
        return last;
    }

    /**
     * Refuses the export that a kit was made from: it cannot show what became of the kit.
     *
     * @throws DirshException as bad input if it is that export
     */
    public void requireFresh(Run run, AddressBook book) {
        String content = Journal.read(runs.folder(run.id()), run.plan()).content();
        boolean live = book.features().contains(BookFeature.LIVE);
        if (!live && !content.isEmpty() && content.equals(book.contentHash())) {
            throw DirshException.badInput(
                    book.identity().address() + " is the export that the kit of run " + run.id() + " was made from",
                    "export the directory again; then: open FRESH-EXPORT.dxl; verify " + run.id());
        }
    }

    /**
     * Takes over what the agent says and what the book shows. Where they differ the book decides; nothing is recorded
     * twice.
     *
     * @param book a fresh export, or the directory itself
     * @param reported the agent's last word on each document; empty without a log
     * @return what the user should know, in sentences
     */
    public List<String> settle(Run run, AddressBook book, Map<Unid, Reported> reported) {
        requireFresh(run, book);
        List<Settled> news = new ArrayList<>();
        List<Settled> all = new ArrayList<>();
        for (int i = 0; i < run.entries().size(); i++) {
            Change change = run.plan().changes().get(i);
            Settled settled = Settled.of(
                    change,
                    run.entries().get(i),
                    book.read(change.unid()),
                    Optional.ofNullable(reported.get(change.unid())),
                    run.plan().mode());
            all.add(settled);
            if (settled.isNews()) {
                news.add(settled);
            }
        }
        if (!news.isEmpty()) {
            record(run, book, news);
        }
        return notes(run, book, all);
    }

    private void record(Run run, AddressBook book, List<Settled> news) {
        try (AuditLog audit = runs.audit(user);
                Journal journal = journal(run.id(), run.plan())) {
            audit.begin("verify", run.id(), RunPlace.of(book.identity()), run.plan());
            news.forEach(settled -> settled.record(journal, audit));
            journal.end();
            audit.end(news.size() + " outcomes of the kit recorded");
        }
        RepairedPeople.forget(run.id(), runs);
        Run now = runs.load(run.id());
        run.plan().undoes().filter(undone -> now.count(Outcome.DONE) > 0).ifPresent(undone -> {
            if (runs.ids().contains(undone)) {
                runs.keep(runs.load(undone).with(RunState.UNDONE, List.of()).summary());
            }
        });
        runs.keep(now.with(run.state(), List.of()).summary());
    }

    private Journal journal(String id, Plan plan) {
        return Journal.open(runs.folder(id), plan, false, clock);
    }

    private static List<String> notes(Run run, AddressBook book, List<Settled> all) {
        List<String> notes = new ArrayList<>();
        long unseen = all.stream().filter(Settled::isUnseen).count();
        if (unseen > 0) {
            notes.add(unseen + " of the documents that the agent says are done are not as planned in "
                    + book.identity().address()
                    + ": an older export, another replica, or a save since; the book decides");
        }
        all.stream()
                .filter(settled -> settled.entry().outcome() == Outcome.AT_NO)
                .forEach(settled -> notes.add("MAY STAND AT NO: "
                        + settled.entry().fullName() + "; run the agent again now, or set the field to Yes by hand"));
        long refused = all.stream()
                .filter(settled -> settled.entry().outcome() == Outcome.REFUSED)
                .count();
        if (refused > 0) {
            notes.add(refused + " refused, for the reasons in: runs " + run.id());
        }
        return notes;
    }
}
