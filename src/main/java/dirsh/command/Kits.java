package dirsh.command;

import dirsh.model.Counted;
import dirsh.model.DirshException;
import dirsh.repair.OfflineRuns;
import dirsh.repair.Outcome;
import dirsh.repair.Plan;
import dirsh.repair.Run;
import dirsh.repair.RunStore;
import dirsh.repair.Undo;
import dirsh.repair.kit.AgentLog;
import dirsh.repair.kit.Kit;
import dirsh.repair.kit.KitWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The offline kits of a session: written for a plan or an undo, and closed by the log that comes back. */
final class Kits {

    private final Session session;
    private final Console console;
    private final Repairs repairs;
    private final RunStore runs;
    private final OfflineRuns offline;

    Kits(Session session, Console console, Repairs repairs, RunStore runs, Repairs.Environment environment) {
        this.session = session;
        this.console = console;
        this.repairs = repairs;
        this.runs = runs;
        this.offline = new OfflineRuns(runs, environment.clock(), environment.user());
    }

    /** Writes a kit by the arguments of the {@code kit} command. */
    Kit write(Arguments arguments) {
        Object named = arguments.get("plan");
        String folder = String.valueOf(arguments.get("folder"));
        if (arguments.get("undo") == Boolean.TRUE) {
            return undo(String.valueOf(named), folder);
        }
        Plan plan = session.plans().toApply(named, Optional.empty());
        offline.ofPlan(plan.hash())
                .filter(id -> runs.load(id).count(Outcome.UNTOUCHED) > 0)
                .ifPresent(id -> console.warn("run " + id + " of this plan is with a kit already; use one of the two"));
        OpenBook book = repairs.bookFor(plan.lockKey(), plan.replicaId(), plan.address());
        return write(plan, book, folder);
    }

    private Kit undo(String id, String folder) {
        Run run = runs.load(id);
        OpenBook book = repairs.lookedAt(run);
        if (run.offline()) {
            offline.requireFresh(run, book.book());
        }
        Undo undo = new Undo(book.book());
        Plan plan = undo.of(run);
        int willReadNo = undo.willReadNo(plan);
        if (willReadNo > 0) {
            console.warn(Counted.of(willReadNo, "person", "people")
                    + " will read No again once the kit's agent ran; the next sync may delete them in Exchange");
        }
        return write(plan, book, folder);
    }

    private Kit write(Plan plan, OpenBook book, String folder) {
        return new KitWriter(offline, session.cancellation()).write(plan, book.book(), session.file(folder), folder);
    }

    /**
     * The log of a kit's agent, if one is named.
     *
     * @param run the run it has to be of; the one of its plan if none is named
     */
    Optional<Log> log(@Nullable String run, @Nullable String file) {
        if (file == null) {
            return Optional.empty();
        }
        AgentLog log = AgentLog.read(session.file(file), file);
        String id = run != null
                ? run
                : offline.ofPlan(log.planHash())
                        .orElseThrow(() -> DirshException.badInput(
                                file + ":1: no run here is of a kit for the plan of this log", "runs"));
        Run of = runs.load(id);
        if (!of.plan().hash().equals(log.planHash())) {
            throw DirshException.badInput(
                    file + ":1: the log is of another plan than run " + id + ", which is of plan "
                            + of.plan().id(),
                    "verify --log " + file + ", or the log of that kit");
        }
        if (!of.offline()) {
            throw DirshException.badInput(
                    "run " + id + " was applied by dirsh itself: no kit has a log of it", "verify " + id);
        }
        log.outcomes().keySet().stream()
                .filter(unid ->
                        of.entries().stream().noneMatch(entry -> entry.unid().equals(unid)))
                .findFirst()
                .ifPresent(unid -> {
                    throw DirshException.badInput(
                            file + ": the plan of run " + id + " has no document " + unid, "verify --log " + file);
                });
        return Optional.of(new Log(id, log));
    }

    /**
     * A log and its run.
     *
     * @param run the id of the run
     * @param content what it says
     */
    record Log(String run, AgentLog content) {}

    /** Takes over what the log and the book show; says what the user should know. */
    List<String> settle(Run run, OpenBook book, Optional<Log> log) {
        return offline.settle(
                run, book.book(), log.map(taken -> taken.content().outcomes()).orElse(Map.of()));
    }
}
