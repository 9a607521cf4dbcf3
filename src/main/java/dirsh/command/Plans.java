package dirsh.command;

import dirsh.compare.Comparison;
import dirsh.compare.MissingPerson;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Diagnosis;
import dirsh.diagnose.OtherFlagFinding;
import dirsh.formula.Formula;
import dirsh.home.Home;
import dirsh.home.PrivateFiles;
import dirsh.model.Answer;
import dirsh.model.Counted;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.repair.Change;
import dirsh.repair.Plan;
import dirsh.repair.PlanDiff;
import dirsh.repair.PlanFile;
import dirsh.repair.PlanRequest;
import dirsh.repair.Planner;
import dirsh.repair.Recurrence;
import dirsh.repair.RepairMode;
import dirsh.repair.RunStore;
import dirsh.source.BookFeature;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The plans of a session: made from what its books say, kept under the user's home, read from files. */
public final class Plans {

    /** What tells whom a new plan takes: of no use with a plan that is there already. */
    private static final List<String> FOR_NEW_PLANS = List.of(
            "cause",
            "person",
            "where",
            "missing-in-exchange",
            "at-risk",
            "limit",
            "mode",
            "systematic",
            "groups",
            "save",
            "in");

    private static final String ENDING = ".json";
    private static final Pattern ID = Pattern.compile("[0-9a-f]+");

    private final Session session;
    private final Console console;
    private final Repairs.Environment environment;
    private @Nullable Plan last;

    Plans(Session session, Console console, Repairs.Environment environment) {
        this.session = session;
        this.console = console;
        this.environment = environment;
    }

    /** The plan made or read last in this session. */
    public Optional<Plan> last() {
        return Optional.ofNullable(last);
    }

    /** The folder that plans and runs are kept in. */
    Home home() {
        return environment.home();
    }

    /** Makes a plan by the arguments of the {@code plan} command. */
    public Plan make(Arguments arguments) {
        String in = (String) arguments.get("in");
        OpenBook book = session.book(in);
        int replicas = replicas(arguments);
        Optional<Comparison> comparison = comparison(arguments, book);
        PlanRequest request = request(arguments, book, comparison);
        Map<Cause, String> refuted = session.calibrations().refuted(book, comparison);
        // Who is in Exchange and at risk has most to lose: whoever asks for these people gets all of them.
        ReplicaHealth replicaHealth = new ReplicaHealth(book, session.replicasOf(book), session.cancellation());
        Planner planner = new Planner(
                book.book(),
                comparison,
                atRisk(arguments) ? Map.of() : refuted,
                finding -> atRisk(arguments) ? Optional.empty() : replicaHealth.elsewhere(finding),
                session.cancellation());
        Diagnosis diagnosis = book.survey(session.cancellation()).stored();
        Plan planned = planner.plan(
                request.causes().contains(Cause.REPLICA_DIVERGENCE)
                        ? diagnosis.with(replicaHealth.diverging())
                        : diagnosis,
                request);
        RunStore runs = new RunStore(environment.home(), environment.clock());
        Plan plan = planned.with(
                planned.outlook().with(replicas, Recurrence.of(planned, book.book(), runs, console::warn)));
        last = plan;
        book.book().particulars().forEach(console::note);
        plan.outlook().withheld().forEach(withheld -> console.warn(withheld.sentence()));
        plan.outlook().elsewhere().forEach(healthy -> console.warn(healthy.sentence()));
        warnOfFeeds(plan, book);
        warnOfLost(plan);
        PlanFile.write(plan, PrivateFiles.folder(environment.home().plans()).resolve(plan.id() + ENDING));
        String save = (String) arguments.get("save");
        if (save != null) {
            PlanFile.write(plan, session.file(save));
            console.note("plan " + plan.id() + ": " + Counted.of(plan.size(), "document") + ", saved as " + save);
        }
        return plan;
    }

    /** A feed that runs would damage again what is repaired. A copy has no other clock than its latest save. */
    private void warnOfFeeds(Plan plan, OpenBook book) {
        boolean live = book.book().features().contains(BookFeature.LIVE);
        Optional<Instant> now = live
                ? Optional.of(environment.clock().instant())
                : book.survey(session.cancellation()).clock().now();
        if (now.isPresent()) {
            Iterable<Note> damaged = () -> plan.changes().stream()
                    .flatMap(change -> book.book().read(change.unid()).stream())
                    .iterator();
            RunningFeed.of(damaged, now.get()).forEach(feed -> console.warn(feed.sentence(live)));
        }
    }

    /** Undo puts stored items back: what the book cannot put back has to be known before. */
    private void warnOfLost(Plan plan) {
        Set<String> kinds = new TreeSet<>();
        int documents = 0;
        for (Change change : plan.changes()) {
            List<String> lost = change.before().stream()
                    .flatMap(kept -> kept.image().lost().stream())
                    .toList();
            kinds.addAll(lost);
            documents += lost.isEmpty() ? 0 : 1;
        }
        if (documents > 0) {
            console.warn("undo will not be able to put back the flag item of " + documents + " documents: "
                    + String.join(", ", kinds));
        }
    }

    /** Shows the file named by {@code --show} as a diff; no book needs to be open. It is the plan read last then. */
    public PlanDiff show(Arguments arguments) {
        String file = String.valueOf(arguments.get("show"));
        for (String name : FOR_NEW_PLANS) {
            Object value = arguments.get(name);
            if (value != null && !value.equals(false) && !value.equals(List.of())) {
                throw DirshException.badInput(
                        "plan --show shows a plan as it is: --" + name + " is for new plans", "plan --show " + file);
            }
        }
        if (arguments.input().isPresent()) {
            throw DirshException.badInput("plan --show takes nothing from the pipe", "plan --show " + file);
        }
        int replicas = replicas(arguments);
        Plan read = read(file);
        Plan plan = read.with(read.outlook().with(replicas, Optional.empty()));
        last = plan;
        return new PlanDiff(plan);
    }

    /** The plan of a file, or the saved one of an id. */
    private Plan read(String name) {
        Path file = session.file(name);
        Path saved = environment.home().plans().resolve(name + ENDING);
        return !Files.exists(file) && ID.matcher(name).matches() && Files.exists(saved)
                ? PlanFile.read(saved, name)
                : PlanFile.read(file, name);
    }

    /** The ids of the plans saved by themselves, the newest first. */
    List<String> ids() {
        File[] files = environment.home().plans().toFile().listFiles((folder, name) -> name.endsWith(ENDING));
        if (files == null) {
            return List.of();
        }
        return Arrays.stream(files)
                .sorted(Comparator.comparingLong(File::lastModified).reversed().thenComparing(File::getName))
                .map(file -> file.getName().substring(0, file.getName().length() - ENDING.length()))
                .toList();
    }

    private static int replicas(Arguments arguments) {
        Integer replicas = (Integer) arguments.get("replicas");
        return replicas == null ? 1 : replicas;
    }

    /** How the book compares with Exchange, if an export is open; one must be if people in or out of Exchange are asked for. */
    private Optional<Comparison> comparison(Arguments arguments, OpenBook book) {
        return session.hasRecipients() || missing(arguments) || atRisk(arguments)
                ? Optional.of(session.comparisons().of(book))
                : Optional.empty();
    }

    private static boolean missing(Arguments arguments) {
        return arguments.get("missing-in-exchange") == Boolean.TRUE;
    }

    private static boolean atRisk(Arguments arguments) {
        return arguments.get("at-risk") == Boolean.TRUE;
    }

    /** The plan that was named, came through the pipe, or was made last. */
    Plan toApply(@Nullable Object file, Optional<List<?>> piped) {
        if (file instanceof Plan plan) {
            return plan;
        }
        if (file != null) {
            Plan plan = read(file.toString());
            last = plan;
            return plan;
        }
        if (piped.isPresent()) {
            if (piped.get().size() == 1 && piped.get().get(0) instanceof Plan plan) {
                return plan;
            }
            throw DirshException.badInput("apply takes a plan from the pipe", "diagnose | plan | apply");
        }
        return last().orElseThrow(() -> DirshException.badInput("there is no plan yet", "plan, or apply FILE"));
    }

    private PlanRequest request(Arguments arguments, OpenBook book, Optional<Comparison> comparison) {
        Set<Unid> named = new HashSet<>();
        for (Object person : list(arguments.get("person"))) {
            named.add(book.person(person.toString(), session.cancellation()).unid());
        }
        Integer limit = (Integer) arguments.get("limit");
        String mode = (String) arguments.get("mode");
        return new PlanRequest(
                causes(arguments.get("cause")),
                named,
                among(arguments, book, comparison),
                causes(arguments.get("systematic")),
                arguments.get("groups") == Boolean.TRUE,
                limit == null ? 0 : limit,
                mode == null ? RepairMode.TOGGLE : RepairMode.of(mode));
    }

    private Optional<Set<Unid>> among(Arguments arguments, OpenBook book, Optional<Comparison> exchange) {
        Among among = new Among();
        arguments.input().ifPresent(input -> among.only(unids(input, book)));
        if (missing(arguments) || atRisk(arguments)) {
            Comparison comparison = exchange.orElseThrow();
            Set<Unid> people = new HashSet<>();
            if (missing(arguments)) {
                comparison.missing().forEach(person -> people.add(person.unid()));
            }
            if (atRisk(arguments)) {
                comparison.atRisk().forEach(person -> people.add(person.unid()));
            }
            among.only(people);
        }
        if (arguments.get("where") instanceof Formula where) {
            boolean groups = arguments.get("groups") == Boolean.TRUE;
            among.only(unids(session.find(where, List.of(), book.name(), groups, false), book));
        }
        return among.people();
    }

    private Set<Unid> unids(List<?> people, OpenBook book) {
        Set<Unid> unids = new HashSet<>();
        for (Object person : people) {
            if (person instanceof Comparison comparison) {
                unids.addAll(missing(comparison, book));
                continue;
            }
            if (person instanceof OtherFlagFinding other) {
                throw DirshException.badInput(
                        "a plan repairs AvailableForDirSync only, not " + other.flag(),
                        "diagnose --flag " + other.flag() + ", and change it in Notes");
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

    /** The people of a comparison who are missing, of this book alone where several were compared. */
    private Set<Unid> missing(Comparison comparison, OpenBook book) {
        Set<Unid> here = new HashSet<>();
        Set<String> elsewhere = new TreeSet<>();
        for (MissingPerson person : comparison.missing()) {
            if (person.isIn(book.name())) {
                here.add(person.unid());
            } else {
                elsewhere.add(person.book());
            }
        }
        elsewhere.forEach(name -> session.note("people of " + name + " need a plan of their own: plan --in " + name));
        return here;
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
