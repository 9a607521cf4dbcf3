package dirsh.repair;

import dirsh.home.Home;
import dirsh.home.PrivateFiles;
import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The runs that wait for the user, cheap enough to be asked for at every prompt.
 *
 * <p>A summary is read once for as long as its file stays the same, over sessions too, and no journal is read but short
 * ones on demand. A run that another living process is at does not wait for anybody.
 */
public final class UnfinishedRuns {

    /** Plan and journal of so many bytes are read in a few milliseconds. */
    private static final long SHORT = 1 << 18;

    /** So many summaries have to be read before it pays to keep what they said. */
    private static final int MANY = 20;

    private final RunStore runs;
    private final Home home;
    private final Map<String, Known> known = new HashMap<>();
    private boolean remembered;
    private int news;

    /** The unfinished runs of a store under that home. */
    public UnfinishedRuns(RunStore runs, Home home) {
        this.runs = runs;
        this.home = home;
    }

    /**
     * A summary that was read.
     *
     * @param file tells whether it is still that file
     * @param run the run, if it waits for somebody
     */
    private record Known(String file, Optional<UnfinishedRun> run) {}

    /** Those runs, the oldest first; how much is left is said where it is known at once. */
    public List<UnfinishedRun> list() {
        recall();
        List<UnfinishedRun> unfinished = new ArrayList<>();
        Optional<Set<String>> held = Optional.empty();
        for (String id : runs.folders()) {
            Optional<UnfinishedRun> run = state(id);
            if (run.isPresent() && run.get().isInterrupted() && held.isEmpty()) {
                held = Optional.of(runs.running());
            }
            boolean waits = run.isPresent()
                    && (run.get().state() == RunState.OPEN
                            || (run.get().isInterrupted()
                                    && !held.orElse(Set.of()).contains(id)));
            if (waits) {
                unfinished.add(run.get());
            }
        }
        if (news >= MANY) {
            remember();
        }
        return unfinished;
    }

    /** Takes over what an earlier session found settled; each entry counts only while its summary is the same file. */
    private void recall() {
        if (remembered) {
            return;
        }
        remembered = true;
        try {
            Files.readString(home.settledRuns()).lines().forEach(line -> {
                int blank = line.indexOf(' ');
                if (blank > 0) {
                    known.put(line.substring(0, blank), new Known(line.substring(blank + 1), Optional.empty()));
                }
            });
        } catch (IOException e) {
            known.clear(); // Then every summary is read once.
        }
    }

    private void remember() {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(known).forEach((id, run) -> {
            if (run.run().isEmpty()) {
                text.append(id).append(' ').append(run.file()).append('\n');
            }
        });
        try {
            PrivateFiles.folder(home.folder().resolve("cache"));
            PrivateFiles.write(home.settledRuns(), text.toString());
        } catch (DirshException e) {
            return; // It only saves time.
        } finally {
            news = 0;
        }
    }

    /** The run with how much is left, where that takes no long look. */
    public UnfinishedRun counted(UnfinishedRun run) {
        Path folder = home.runs().resolve(run.id());
        try {
            if (run.left() >= 0 || size(folder.resolve(RunStore.PLAN)) + size(folder.resolve(Journal.FILE)) > SHORT) {
                return run;
            }
            RunSummary summary = runs.load(run.id()).summary();
            return new UnfinishedRun(
                    run.id(), run.state(), summary.planned() - summary.done() - summary.refused(), summary.planned());
        } catch (IOException | DirshException e) {
            return run; // That it cannot be read is said by the command that needs it.
        }
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** The run if it is open. */
    private Optional<UnfinishedRun> waiting(String id) {
        RunSummary summary = runs.summary(id);
        return summary.state() == RunState.OPEN
                ? Optional.of(new UnfinishedRun(id, RunState.OPEN, summary.notYet(), summary.seen() + summary.notYet()))
                : Optional.empty();
    }

    private Optional<UnfinishedRun> state(String id) {
        Path folder = home.runs().resolve(id);
        try {
            BasicFileAttributes file =
                    Files.readAttributes(folder.resolve(RunStore.SUMMARY), BasicFileAttributes.class);
            // Each writing of a summary makes a new file.
            String now = file.fileKey() + " " + file.lastModifiedTime().to(TimeUnit.NANOSECONDS) + " " + file.size();
            Known before = known.get(id);
            if (before == null || !before.file().equals(now)) {
                before = new Known(now, waiting(id));
                known.put(id, before);
                news++;
            }
            return before.run();
        } catch (NoSuchFileException e) {
            return Files.exists(folder.resolve(RunStore.PLAN))
                    ? Optional.of(new UnfinishedRun(id, RunState.INTERRUPTED, -1, 0))
                    : Optional.empty();
        } catch (IOException | DirshException e) {
            return Optional.empty(); // A run that cannot be read is said by the command that lists them all.
        }
    }
}
