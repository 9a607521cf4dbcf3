package dirsh.command;

import dirsh.compare.Comparison;
import dirsh.diagnose.Cause;
import dirsh.formula.Formula;
import dirsh.home.Home;
import dirsh.home.PrivateFiles;
import dirsh.model.Answer;
import dirsh.model.DirshException;
import dirsh.model.Unid;
import dirsh.repair.Change;
import dirsh.repair.Plan;
import dirsh.repair.PlanFile;
import dirsh.repair.PlanRequest;
import dirsh.repair.Planner;
import dirsh.repair.RepairMode;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The plans of a session: made from what its books say, kept under the user's home, read from files. */
public final class Plans {

    private final Session session;
    private final Console console;
    private final Home home;
    private @Nullable Plan last;

    Plans(Session session, Console console, Home home) {
        this.session = session;
        this.console = console;
        this.home = home;
    }

    /** The plan made or read last in this session. */
    public Optional<Plan> last() {
        return Optional.ofNullable(last);
    }

    /** Makes a plan by the arguments of the {@code plan} command. */
    public Plan make(Arguments arguments) {
        String in = (String) arguments.get("in");
        OpenBook book = session.book(in);
        PlanRequest request = request(arguments, book);
        Planner planner = new Planner(book.book(), session.cancellation());
        Plan plan = planner.plan(book.survey(session.cancellation()).diagnosis(), request);
        last = plan;
        book.book().particulars().forEach(console::note);
        warnOfLost(plan);
        PlanFile.write(plan, PrivateFiles.folder(home.plans()).resolve(plan.id() + ".json"));
        String save = (String) arguments.get("save");
        if (save != null) {
            PlanFile.write(plan, session.file(save));
            console.note("plan " + plan.id() + ": " + plan.size() + " documents, saved as " + save);
        }
        return plan;
    }

    /** Undo puts stored items back: what the book cannot put back has to be known before. */
    private void warnOfLost(Plan plan) {
        Set<String> kinds = new TreeSet<>();
        int documents = 0;
        for (Change change : plan.changes()) {
            List<String> lost = change.before().stream()
                    .flatMap(image -> image.lost().stream())
                    .toList();
            kinds.addAll(lost);
            documents += lost.isEmpty() ? 0 : 1;
        }
        if (documents > 0) {
            console.warn("undo will not be able to put back the flag item of " + documents + " documents: "
                    + String.join(", ", kinds));
        }
    }

    /** The plan that was named, came through the pipe, or was made last. */
    Plan toApply(@Nullable Object file, Optional<List<?>> piped) {
        if (file instanceof Plan plan) {
            return plan;
        }
        if (file != null) {
            Plan plan = PlanFile.read(session.file(file.toString()), file.toString());
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
