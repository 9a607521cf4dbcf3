package dirsh.repair;

import dirsh.home.Home;
import dirsh.home.PrivateFiles;
import dirsh.json.Json;
import dirsh.json.JsonObject;
import dirsh.model.Counted;
import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The runs under the user's home, one folder each: {@code plan.json}, {@code journal.jsonl} and, once the run ended,
 * {@code summary.json}, later {@code verified.json}. A run without a summary was interrupted.
 */
public final class RunStore {

    static final String PLAN = "plan.json";
    static final String SUMMARY = "summary.json";
    private static final String VERIFIED = "verified.json";
    private static final String RATE = "rate";

    private final Home home;
    private final Clock clock;

    public RunStore(Home home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /**
     * All runs, the oldest first.
     *
     * @param damaged is told, in one line each, which runs cannot be read; the others are listed all the same
     */
    public List<RunSummary> list(Consumer<String> damaged) {
        List<RunSummary> runs = new ArrayList<>();
        for (String id : ids()) {
            try {
                runs.add(summary(id));
            } catch (DirshException e) {
                damaged.accept("run " + id + " cannot be read: " + e.problem());
            }
        }
        return runs;
    }

    /** The ids of all runs, the oldest first. */
    public List<String> ids() {
        return folders().stream()
                .filter(id -> Files.exists(home.runs().resolve(id).resolve(PLAN)))
                .toList();
    }

    /** The names in the folder of the runs, whole or not, in order. */
    List<String> folders() {
        if (!Files.isDirectory(home.runs())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(home.runs())) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw DirshException.failed("cannot read " + home.runs() + ": " + e.getMessage(), "doctor", e);
        }
    }

    /** One run with what became of each document. */
    public Run load(String id) {
        Path folder = folder(id);
        Plan plan = PlanFile.read(folder.resolve(PLAN));
        JournalState journal =
                Files.exists(folder.resolve(Journal.FILE)) ? Journal.read(folder, plan) : new JournalState(plan);
        RunState state = hasEnded(id) ? summary(id).state() : RunState.INTERRUPTED;
        RunPlace place = journal.place().orElseGet(() -> RunPlace.of(plan));
        List<Entry> entries = List.copyOf(journal.entries().values());
        Run run = new Run(id, state, plan, place, entries, List.of(), journal.offline(), false);
        return run.with(state, notes(run));
    }

    private List<String> notes(Run run) {
        String id = run.id();
        return switch (run.state()) {
            case INTERRUPTED -> List.of("go on with: resume " + id);
            case OPEN -> {
                if (run.awaited() > 0) {
                    yield List.of(
                            Counted.of(run.awaited(), "document is", "documents are") + " with the kit",
                            "when its agent ran: open FRESH-EXPORT.dxl; verify " + id + " --log agent-log.csv");
                }
                RunSummary summary = summary(id);
                yield List.of(
                        summary.seen() + " of " + (summary.seen() + summary.notYet()) + " people were seen in Exchange",
                        NextSteps.sync(run.offline() || !run.place().isFile(), id));
            }
            case FINISHED, UNDONE -> List.of();
        };
    }

    /** Whether a run came to its end; one without a summary was interrupted. */
    boolean hasEnded(String id) {
        return Files.exists(folder(id).resolve(SUMMARY));
    }

    /** The plan of a run. */
    public Plan plan(String id) {
        return PlanFile.read(folder(id).resolve(PLAN));
    }

    /**
     * Keeps how far a run is.
     *
     * @return the summary with the time the run ended and what the verifications of it came to
     */
    RunSummary keep(RunSummary summary) {
        boolean again = hasEnded(summary.id());
        String ended = again ? summary(summary.id()).ended() : clock.instant().toString();
        VerifiedPeople verified = verified(summary.id());
        RunSummary whole = verified.export().isEmpty()
                ? summary.with(ended, summary.seen(), summary.notYet())
                : summary.with(ended, verified.seen(), verified.notYet());
        write(summary.id(), SUMMARY, Json.write(whole.fields(), 1) + "\n");
        return whole;
    }

    /** Keeps what the verifications of a run came to. */
    void keep(String id, VerifiedPeople verified) {
        write(id, VERIFIED, verified.json());
    }

    private void write(String id, String file, String text) {
        PrivateFiles.write(folder(id).resolve(file), text);
    }

    /** What the verifications of a run came to so far. */
    VerifiedPeople verified(String id) {
        Path file = folder(id).resolve(VERIFIED);
        return Files.exists(file)
                ? VerifiedPeople.read("verification of run " + id, file.toString(), text(id, file))
                : VerifiedPeople.NONE;
    }

    /** The log of who changed what, open for appending. */
    AuditLog audit(String user) {
        return AuditLog.open(home, clock, user);
    }

    /** Records what was sent to a server's console, or what it answered; on disk when this returns. */
    public void console(String user, String server, String command, String outcome) {
        try (AuditLog log = audit(user)) {
            log.console(server, command, outcome);
        }
    }

    /** The lines of the audit log; see {@link AuditLog#read}. */
    public List<AuditEntry> audited(Optional<String> run, int last, Consumer<String> damaged) {
        return AuditLog.read(home, run, last, damaged);
    }

    /** Makes the folder of a new run with its plan in it. */
    String create(Plan plan) {
        PrivateFiles.folder(home.runs());
        List<String> taken = new ArrayList<>(folders());
        String id = RunId.next(clock.instant(), plan.id(), taken);
        while (!PrivateFiles.newFolder(home.runs().resolve(id))) {
            // Another process took it meanwhile.
            taken.add(id);
            id = RunId.next(clock.instant(), plan.id(), taken);
        }
        PlanFile.write(plan, home.runs().resolve(id).resolve(PLAN));
        return id;
    }

    /** Removes a run that could not begin. */
    void discard(String id) {
        for (String file : List.of(Journal.FILE, RATE, SUMMARY, PLAN, "")) {
            PrivateFiles.delete(home.runs().resolve(id).resolve(file));
        }
    }

    /**
     * Changes how fast a run saves, also while it does.
     *
     * @param perSecond documents a second; 0 for as fast as it goes
     */
    public void setRate(String id, double perSecond) {
        if (!(perSecond >= 0)) {
            throw DirshException.badInput("a rate cannot be negative", "rate " + id + " 5");
        }
        PrivateFiles.write(folder(id).resolve(RATE), perSecond + "\n");
    }

    /** The rate somebody set for a run, in documents a second. */
    OptionalDouble rate(String id) {
        Path file = home.runs().resolve(id).resolve(RATE);
        if (!Files.exists(file)) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(Double.parseDouble(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
            // It is no reason to stop in the middle of a run.
            return OptionalDouble.empty();
        }
    }

    Path folder(String id) {
        // A name with a NUL is no path at all.
        Path folder = id.indexOf('\0') < 0 ? home.runs().resolve(id).normalize() : home.runs();
        boolean inside = home.runs().equals(folder.getParent());
        if (!inside || !Files.exists(folder.resolve(PLAN))) {
            throw DirshException.badInput("no run '" + id + "'", "runs");
        }
        return folder;
    }

    /** Takes the book for this process, so that no two runs write to it at once. */
    BookLock lock(String lockKey, boolean breaking) {
        return BookLock.take(home.locks(), lockKey, clock, breaking);
    }

    /** The runs that some process is carrying out now. */
    public Set<String> running() {
        return BookLock.holders(home.locks()).stream().map(LockOwner::run).collect(Collectors.toSet());
    }

    private static RunState state(JsonObject data) {
        String word = data.text("state");
        for (RunState state : RunState.values()) {
            if (state.toString().equals(word)) {
                return state;
            }
        }
        throw data.wrong("state", "a state of runs");
    }

    /** One run in one row. */
    RunSummary summary(String id) {
        Path file = folder(id).resolve(SUMMARY);
        if (!Files.exists(file)) {
            return load(id).summary();
        }
        JsonObject data = JsonObject.read("run " + id, file.toString(), text(id, file));
        return new RunSummary(
                id,
                state(data),
                data.number("planned"),
                data.number("done"),
                data.number("refused"),
                data.text("mode"),
                data.text("book"),
                data.optionalText("undoes").orElse(""),
                data.optionalText("ended").orElse(""),
                data.has("seen") ? data.number("seen") : 0,
                data.has("notYet") ? data.number("notYet") : 0);
    }

    private static String text(String id, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw DirshException.failed("cannot read " + file + ": " + DirshException.reason(e), "runs " + id, e);
        }
    }
}
