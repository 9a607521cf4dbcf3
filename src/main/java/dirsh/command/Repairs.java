package dirsh.command;

import dirsh.compare.Comparison;
import dirsh.diagnose.Cause;
import dirsh.formula.Formula;
import dirsh.home.Home;
import dirsh.home.PrivateFiles;
import dirsh.model.Answer;
import dirsh.model.DirshException;
import dirsh.model.Unid;
import dirsh.repair.Applier;
import dirsh.repair.Plan;
import dirsh.repair.PlanFile;
import dirsh.repair.PlanRequest;
import dirsh.repair.Planner;
import dirsh.repair.RepairMode;
import dirsh.repair.Run;
import dirsh.repair.RunState;
import dirsh.repair.RunStore;
import dirsh.repair.RunSummary;
import dirsh.repair.Undo;
import dirsh.repair.Verification;
import dirsh.repair.Verifier;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    private final Session session;
    private final Console console;
    private final CurrentWork work;
    private final Environment environment;
    private final RunStore runs;
    private @Nullable Plan lastPlan;

    Repairs(Session session, Console console, CurrentWork work, Environment environment) {
        this.session = session;
        this.console = console;
        this.work = work;
        this.environment = environment;
        this.runs = new RunStore(environment.home(), environment.clock());
    }

    /** The plan made or read last in this session. */
    public Optional<Plan> lastPlan() {
        return Optional.ofNullable(lastPlan);
    }

    /** Makes a plan by the arguments of the {@code plan} command. */
    public Plan plan(Arguments arguments) {
        String in = (String) arguments.get("in");
        OpenBook book = session.book(in);
        PlanRequest request = request(arguments, book);
        Planner planner = new Planner(book.book(), session.cancellation());
        Plan plan = planner.plan(book.survey(session.cancellation()).diagnosis(), request);
        lastPlan = plan;
        PlanFile.write(plan, PrivateFiles.folder(environment.home().plans()).resolve(plan.id() + ".json"));
        String save = (String) arguments.get("save");
        if (save != null) {
            PlanFile.write(plan, session.file(save));
            console.note("plan " + plan.id() + ": " + plan.size() + " documents, saved as " + save);
        }
        return plan;
    }

    /**
     * Applies a plan: from a file, through the pipe, or the one made last.
     *
     * @param file a plan file, or null
     * @param piped what came through the pipe
     * @param yes whether the number of documents is confirmed already
     * @param pilot how many documents to repair at most; null for all
     */
    public Run apply(@Nullable Object file, Optional<List<?>> piped, boolean yes, @Nullable Integer pilot) {
        Plan plan = planToApply(file, piped);
        OpenBook book = bookFor(plan.lockKey(), plan.replicaId(), plan.address());
        if (!plan.changes().isEmpty()) {
            confirm(
                    plan.size(),
                    plan.size() + " documents in " + book.book().identity().address() + ", " + plan.saves()
                            + " saves (plan " + plan.id() + ")",
                    yes,
                    file instanceof CharSequence ? "apply " + file : "apply");
        }
        return told(work.shielded(() -> applier().apply(plan, book.book(), pilot == null ? 0 : pilot)));
    }

    /** Takes back what a run repaired. */
    public Run undo(String id, boolean yes) {
        Run run = runs.load(id);
        OpenBook book =
                bookFor(run.plan().lockKey(), run.plan().replicaId(), run.plan().address());
        Undo undo = new Undo(book.book());
        Plan plan = undo.of(run);
        int willReadNo = undo.willReadNo(plan);
        if (!plan.changes().isEmpty()) {
            console.warn(willReadNo + " people will read No again; the next sync may delete them in Exchange");
            confirm(
                    plan.size(),
                    plan.size() + " documents go back to what they were before run " + id,
                    yes,
                    "undo " + id);
        }
        return told(work.shielded(() -> applier().apply(plan, book.book(), 0)));
    }

    /** Brings an interrupted run to its end. */
    public Run resume(String id, boolean yes) {
        Run run = runs.load(id);
        if (run.state() != RunState.INTERRUPTED) {
            console.note("run " + id + " is " + run.state() + ": nothing was written");
            return run;
        }
        OpenBook book =
                bookFor(run.plan().lockKey(), run.plan().replicaId(), run.plan().address());
        int left = run.plan().size() - run.summary().done() - run.summary().refused();
        confirm(left, left + " documents of run " + id + " are left", yes, "resume " + id);
        return told(work.shielded(() -> applier().resume(id, book.book())));
    }

    /** Looks at what a run repaired; the last run if none is named. */
    public Verification verify(@Nullable String id) {
        Run run = runs.load(id == null ? lastRun() : id);
        OpenBook book =
                bookFor(run.plan().lockKey(), run.plan().replicaId(), run.plan().address());
        Optional<Set<Unid>> notInExchange =
                session.hasRecipients() ? Optional.of(notInExchange(book)) : Optional.empty();
        return new Verifier(runs).verify(run, book.book(), notInExchange);
    }

    private Set<Unid> notInExchange(OpenBook book) {
        Comparison comparison = session.compare(book.name(), null, List.of());
        Set<Unid> absent = new HashSet<>();
        comparison.missing().forEach(person -> absent.add(person.unid()));
        comparison.ambiguous().forEach(person -> absent.add(person.unid()));
        return absent;
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

    private Applier applier() {
        return new Applier(
                runs,
                environment.clock(),
                environment.user(),
                work.get(),
                (done, total) -> console.progress("repairing", done, total));
    }

    private Plan planToApply(@Nullable Object file, Optional<List<?>> piped) {
        if (file instanceof Plan plan) {
            return plan;
        }
        if (file != null) {
            Plan plan = PlanFile.read(session.file(file.toString()), file.toString());
            lastPlan = plan;
            return plan;
        }
        if (piped.isPresent()) {
            if (piped.get().size() == 1 && piped.get().get(0) instanceof Plan plan) {
                return plan;
            }
            throw DirshException.badInput("apply takes a plan from the pipe", "diagnose | plan | apply");
        }
        return lastPlan().orElseThrow(() -> DirshException.badInput("there is no plan yet", "plan, or apply FILE"));
    }

    /** The open book of the store, or of the replica; else the store is opened. */
    private OpenBook bookFor(String lockKey, String replicaId, String address) {
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
        return session.open(lockKey.startsWith("/") || lockKey.indexOf(':') == 1 ? lockKey : address, null);
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

    private PlanRequest request(Arguments arguments, OpenBook book) {
        Set<Unid> named = new HashSet<>();
        for (Object person : list(arguments.get("person"))) {
            named.add(book.person(person.toString(), session.cancellation()).unid());
        }
        Integer limit = (Integer) arguments.get("limit");
        String mode = (String) arguments.get("mode");
        return new PlanRequest(
                causes(arguments.get("cause")),
                named,
                among(arguments, book),
                causes(arguments.get("systematic")),
                arguments.get("groups") == Boolean.TRUE,
                limit == null ? 0 : limit,
                mode == null ? RepairMode.TOGGLE : RepairMode.of(mode));
    }

    private Optional<Set<Unid>> among(Arguments arguments, OpenBook book) {
        Among among = new Among();
        arguments.input().ifPresent(input -> among.only(unids(input)));
        boolean missing = arguments.get("missing-in-exchange") == Boolean.TRUE;
        boolean atRisk = arguments.get("at-risk") == Boolean.TRUE;
        if (missing || atRisk) {
            Comparison comparison = session.compare(book.name(), null, List.of());
            Set<Unid> people = new HashSet<>();
            if (missing) {
                comparison.missing().forEach(person -> people.add(person.unid()));
            }
            if (atRisk) {
                comparison.atRisk().forEach(person -> people.add(person.unid()));
            }
            among.only(people);
        }
        if (arguments.get("where") instanceof Formula where) {
            boolean groups = arguments.get("groups") == Boolean.TRUE;
            among.only(unids(session.find(where, List.of(), book.name(), groups, false)));
        }
        return among.people();
    }

    private static Set<Unid> unids(List<?> people) {
        Set<Unid> unids = new HashSet<>();
        for (Object person : people) {
            if (person instanceof Comparison comparison) {
                comparison.missing().forEach(missing -> unids.add(missing.unid()));
                continue;
            }
            Object unid = person instanceof Answer answer ? answer.fields().get("unid") : null;
            unids.add(Optional.ofNullable(unid)
                    .flatMap(text -> Unid.parse(text.toString()))
                    .orElseThrow(() -> DirshException.badInput(
                            "plan takes people from the pipe, not "
                                    + person.getClass().getSimpleName(),
                            "diagnose | plan")));
        }
        return unids;
    }

    private static Set<Cause> causes(@Nullable Object value) {
        Set<Cause> causes = EnumSet.noneOf(Cause.class);
        list(value).forEach(cause -> causes.add((Cause) cause));
        return causes;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /** People that several conditions leave over. */
    private static final class Among {
        private @Nullable Set<Unid> left;

        void only(Set<Unid> people) {
            if (left == null) {
                left = new HashSet<>(people);
            } else {
                left.retainAll(people);
            }
        }

        Optional<Set<Unid>> people() {
            return Optional.ofNullable(left);
        }
    }
}
