package dirsh.command;

import dirsh.exchange.RecipientSource;
import dirsh.home.Home;
import dirsh.model.Counted;
import dirsh.model.DirshException;
import dirsh.model.NoteKind;
import dirsh.repair.Applier;
import dirsh.repair.AuditEntry;
import dirsh.repair.ExchangeView;
import dirsh.repair.Limits;
import dirsh.repair.Plan;
import dirsh.repair.Run;
import dirsh.repair.RunPlace;
import dirsh.repair.RunState;
import dirsh.repair.RunStore;
import dirsh.repair.RunSummary;
import dirsh.repair.Setting;
import dirsh.repair.Timing;
import dirsh.repair.Undo;
import dirsh.repair.UnfinishedRun;
import dirsh.repair.UnfinishedRuns;
import dirsh.repair.Verification;
import dirsh.repair.Verifier;
import dirsh.repair.kit.Kit;
import dirsh.source.BookIdentity;
import dirsh.source.SourceAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The commands that plan, write, take back and verify. Nothing here writes without a plan and somebody's word. */
public final class Repairs {

    /**
     * What repairs need from outside.
     *
     * @param home where plans and runs are kept
     * @param clock stamps saves and records
     * @param user who is recorded as having saved
     */
    public record Environment(Home home, Clock clock, String user) {}

    /** So many unfinished runs are listed one by one. */
    private static final int MOST_LISTED = 10;

    private final Session session;
    private final Console console;
    private final CurrentWork work;
    private final Environment environment;
    private final RunStore runs;
    private final UnfinishedRuns unfinished;

    Repairs(Session session, Console console, CurrentWork work, Environment environment) {
        this.session = session;
        this.console = console;
        this.work = work;
        this.environment = environment;
        this.runs = new RunStore(environment.home(), environment.clock());
        this.unfinished = new UnfinishedRuns(runs, environment.home());
    }

    /** Applies a plan by the arguments of the {@code apply} command: from a file, the pipe, or the one made last. */
    public Run apply(Arguments arguments) {
        Object file = arguments.get("file");
        Plan plan = session.plans().toApply(file, arguments.input());
        warnOfInterrupted(plan);
        OpenBook book = bookFor(plan.lockKey(), plan.replicaId(), plan.address());
        ApplyOptions options = new ApplyOptions(arguments, book.book());
        options.requireShare(plan, () -> book.survey(session.cancellation())
                .diagnosis()
                .of(NoteKind.PERSON)
                .candidates());
        if (!plan.changes().isEmpty()) {
            int most = options.most(plan);
            confirm(
                    most,
                    (most < plan.size() ? most + " of " : "") + Counted.of(plan.size(), "document") + " in "
                            + book.book().identity().address() + ", " + Counted.of(plan.saves(), "save") + " (plan "
                            + plan.id()
                            + ")",
                    arguments.get("yes") == Boolean.TRUE,
                    file instanceof CharSequence ? "apply " + file : "apply");
        }
        Applier applier = applier(book, arguments);
        return told(work.shielded(() -> applier.apply(plan, book.book(), options.limits())));
    }

    /** Writes a plan as files for a server on which dirsh cannot run. */
    public Kit kit(Arguments arguments) {
        return kits().write(arguments);
    }

    private Kits kits() {
        return new Kits(session, console, this, runs, environment);
    }

    /** Takes back what a run repaired. */
    public Run undo(Arguments arguments) {
        String id = String.valueOf(arguments.get("run"));
        Run run = runs.load(id);
        if (run.offline()) {
            throw DirshException.badInput(
                    "run " + id + " was carried out by a kit, not by dirsh",
                    "open FRESH-EXPORT.dxl; kit " + id + " FOLDER --undo");
        }
        OpenBook book = ownBook(run);
        Undo undo = new Undo(book.book());
        Plan plan = undo.of(run);
        int willReadNo = undo.willReadNo(plan);
        if (!plan.changes().isEmpty()) {
            console.warn(Counted.of(willReadNo, "person", "people")
                    + " will read No again; the next sync may delete them in Exchange");
            confirm(
                    willReadNo > 0 ? willReadNo : plan.size(),
                    Counted.of(plan.size(), "document goes back to what it was", "documents go back to what they were")
                            + " before run " + id + ", " + Counted.of(willReadNo, "person", "people")
                            + " will read No again",
                    arguments.get("yes") == Boolean.TRUE,
                    "undo " + id);
        }
        Applier applier = applier(book, arguments);
        return told(work.shielded(() ->
                applier.apply(plan, book.book(), Limits.NONE.withRate(ApplyOptions.rate(arguments, book.book())))));
    }

    /** Brings an interrupted run to its end. */
    public Run resume(Arguments arguments) {
        String id = String.valueOf(arguments.get("run"));
        Run run = runs.load(id);
        if (run.offline()) {
            throw DirshException.badInput(
                    "run " + id + " is carried out by a kit, not by dirsh",
                    "run the agent of the kit again; then: open FRESH-EXPORT.dxl; verify " + id);
        }
        if (run.state() != RunState.INTERRUPTED) {
            console.note("run " + id + " is " + run.state() + ": nothing was written");
            return run;
        }
        OpenBook book = ownBook(run);
        int left = run.plan().size() - run.summary().done() - run.summary().refused();
        confirm(
                left,
                left + " documents of run " + id + " are left",
                arguments.get("yes") == Boolean.TRUE,
                "resume " + id);
        Applier applier = applier(book, arguments);
        return told(work.shielded(() -> applier.resume(id, book.book())));
    }

    /**
     * Looks at what a run repaired; the last run if none is named.
     *
     * @param close whether the run is not to wait any longer for those who are not settled
     * @param agentLog the log that the agent of a kit wrote; its run is verified then
     */
    public Verification verify(@Nullable String id, boolean close, @Nullable String agentLog) {
        Optional<Kits.Log> log = kits().log(id, agentLog);
        Run run = runs.load(log.map(Kits.Log::run).orElseGet(() -> id == null ? lastRun() : id));
        OpenBook book = lookedAt(run);
        List<String> ofKit = run.offline() ? kits().settle(run, book, log) : List.of();
        boolean awaitsExchange = run.plan().undoes().isEmpty() || !run.offline();
        Optional<ExchangeView> exchange =
                session.hasRecipients() && awaitsExchange ? Optional.of(exchangeView(book)) : Optional.empty();
        return new Verifier(runs, environment.clock(), environment.user())
                .verify(run.offline() ? runs.load(run.id()) : run, book.book(), exchange, close)
                .after(ofKit);
    }

    /** The book that shows what became of a run: for one of a kit the current one, since the kit's own export cannot. */
    OpenBook lookedAt(Run run) {
        boolean fresh = run.offline()
                && !session.bookNames().isEmpty()
                && session.book(null)
                        .book()
                        .identity()
                        .replicaId()
                        .equalsIgnoreCase(run.plan().replicaId());
        RunPlace place = run.place();
        return fresh ? session.book(null) : bookFor(place.store(), run.plan().replicaId(), place.address());
    }

    private ExchangeView exchangeView(OpenBook book) {
        RecipientSource source = session.recipients(null).source();
        return new ExchangeView(
                source.address(),
                source.contentToken(),
                source.dated(),
                session.comparisons().notInExchange(book));
    }

    /** Who changed what and when: of one run, or of all; so many of the last lines, or all. */
    public List<AuditEntry> audit(@Nullable String run, @Nullable Integer last) {
        return runs.audited(Optional.ofNullable(run), last == null ? 0 : last, console::warn);
    }

    /** Records what was sent to a server's console, or what it answered. */
    void console(String server, String command, String outcome) {
        runs.console(environment.user(), server, command, outcome);
    }

    /** The runs that wait for the user. */
    List<UnfinishedRun> unfinished() {
        return unfinished.list();
    }

    /** The runs that wait for the user, of a book and its replicas. */
    List<UnfinishedRun> unfinished(BookIdentity book) {
        return unfinished.list().stream()
                .filter(run -> planOf(run)
                        .filter(plan -> plan.replicaId().equalsIgnoreCase(book.replicaId()))
                        .isPresent())
                .map(unfinished::counted)
                .toList();
    }

    /** The plan of a run; nothing if it cannot be read, which the list of all runs says. */
    private Optional<Plan> planOf(UnfinishedRun run) {
        try {
            return Optional.of(runs.plan(run.id()));
        } catch (DirshException e) {
            return Optional.empty();
        }
    }

    /** The same runs in one line each with what to type, for the start of a session. */
    public List<String> unfinishedInWords() {
        List<UnfinishedRun> waiting = unfinished.list();
        List<String> lines = new ArrayList<>();
        waiting.stream()
                .limit(MOST_LISTED)
                .forEach(run -> lines.add(unfinished.counted(run).sentence()));
        if (waiting.size() > MOST_LISTED) {
            lines.add("and " + (waiting.size() - MOST_LISTED) + " more: runs --unfinished");
        }
        return lines;
    }

    private void warnOfInterrupted(Plan plan) {
        unfinished.list().stream()
                .filter(UnfinishedRun::isInterrupted)
                .filter(run -> planOf(run).filter(plan::equals).isPresent())
                .forEach(run -> console.warn(
                        "run " + run.id() + " of this plan was interrupted; to go on with it: resume " + run.id()));
    }

    /** All runs, or those not brought to their end. */
    public List<RunSummary> runs(boolean unfinished) {
        return runs.list(console::warn).stream()
                .filter(run -> !unfinished || run.state() == RunState.INTERRUPTED || run.state() == RunState.OPEN)
                .toList();
    }

    public Run run(String id) {
        return runs.load(id);
    }

    List<String> runIds() {
        return runs.ids();
    }

    private String lastRun() {
        List<RunSummary> repairs = runs.list(console::warn).stream()
                .filter(run -> run.undoes().isEmpty())
                .toList();
        if (repairs.isEmpty()) {
            throw DirshException.badInput("there is no run to verify", "plan, then apply");
        }
        return repairs.get(repairs.size() - 1).id();
    }

    private Run told(Run run) {
        console.note((run.id().isEmpty() ? "" : "run " + run.id() + ": ") + run.totals());
        run.notes().forEach(console::note);
        return run;
    }

    /** Changes how fast a run saves, also from another shell while it does. */
    public void rate(String id, double perSecond) {
        runs.setRate(id, perSecond);
        console.note("run " + id + " saves "
                + (perSecond > 0 ? "at most " + perSecond + " documents a second" : "as fast as it goes"));
    }

    private Applier applier(OpenBook book, Arguments arguments) {
        Setting.Progress progress = new Setting.Progress() {
            @Override
            public void at(String what, long done, long total) {
                console.progress(what, done, total);
            }

            @Override
            public void note(String line) {
                console.note(line);
            }
        };
        return new Applier(new Setting(
                runs,
                environment.clock(),
                environment.user(),
                work.get(),
                progress,
                Timing.REAL,
                PilotSighting.of(session, console, book),
                arguments.get("break-lock") == Boolean.TRUE));
    }

    /** The open book of the store, or of the replica; else the store is opened. */
    OpenBook bookFor(String lockKey, String replicaId, String address) {
        Optional<OpenBook> same = session.bookOf(lockKey);
        if (same.isPresent()) {
            return same.get();
        }
        if (!session.bookNames().isEmpty()) {
            OpenBook current = session.book(null);
            if (current.book().identity().replicaId().equalsIgnoreCase(replicaId)) {
                return current;
            }
        }
        return session.open(new RunPlace(address, lockKey).isFile() ? lockKey : address, null);
    }

    /** The store a run wrote to, as long as it is there; else an open copy of the same replica, and the user is told. */
    private OpenBook ownBook(Run run) {
        RunPlace place = run.place();
        if (place.isFile() && Files.notExists(Path.of(place.store()))) {
            OpenBook copy = bookFor(place.store(), run.plan().replicaId(), place.address());
            console.note(place.store() + " is gone; taking "
                    + copy.book().identity().address() + ", which is the same replica");
            return copy;
        }
        Optional<OpenBook> same = session.bookOf(place.store());
        if (same.isPresent()) {
            return same.get();
        }
        String address = place.isFile() ? place.store() : place.address();
        String name = SourceAddress.parse(address).baseName();
        // A book that is open under the name stays open.
        return session.open(address, session.bookNames().contains(name) ? name + "-of-run" : null);
    }

    private void confirm(int count, String what, boolean yes, String again) {
        if (yes || count == 0) {
            return;
        }
        Optional<String> answer = console.ask(what + ". Type " + count + " to go on: ");
        if (answer.isEmpty()) {
            throw DirshException.badInput("nobody is there to confirm " + what, again + " --yes");
        }
        if (!answer.get().strip().equals(Integer.toString(count))) {
            throw DirshException.badInput("not confirmed: nothing was written", again);
        }
    }
}
