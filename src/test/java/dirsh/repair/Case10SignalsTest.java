package dirsh.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dirsh.faults.Child;
import dirsh.faults.Disk;
import dirsh.faults.Pause;
import dirsh.faults.TwoThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * INT, TERM, HUP and closed output while dirsh opens the book, checks the plan, saves, and writes the file. The document in
 * hand gets both its saves, the exit code is 130, and {@code resume} makes the run whole.
 *
 * <p>The process waits at an operation of its disk while the signal is sent, so that no phase is missed. The gate
 * sends INT in every phase and the others while saving; {@code -Ddirsh.signals=all} sends all of them in all phases.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Case10SignalsTest {

    private static final int INTERRUPTED = 130;
    private static final List<String> SIGNALS = List.of("INT", "TERM", "HUP");
    private static final boolean ALL = "all".equals(System.getProperty("dirsh.signals"));
    private static final Path PROCESSES = Path.of("/proc");

    @TempDir
    Path folder;

    @Test
    void signal_in_any_phase_leaves_a_run_that_resume_makes_whole() throws Exception {
        assumeTrue(signalsReachChildren(), "signals reach processes started from here, and /proc shows their threads");
        List<Round> rounds = new ArrayList<>();
        phases().forEach((phase, at) -> SIGNALS.forEach(signal -> {
            if (ALL || signal.equals("INT") || phase.equals("saving")) {
                rounds.add(new Round(signal, phase, at));
            }
        }));
        TwoThreads.share(rounds.size(), i -> signalled(rounds.get(i)));
    }

    /** One signal while dirsh waits at an operation of a phase. */
    private record Round(String signal, String phase, int at) {}

    /** The operations at which each phase is met. */
    private Map<String, Integer> phases() throws Exception {
        List<String> trace = Stage.trace(folder.resolve("traced"));
        List<Integer> reads = Stage.numbers(trace, "read", "names.dxl");
        List<Integer> records = Stage.numbers(trace, "change", "journal.jsonl");
        List<Integer> published = Stage.numbers(trace, "change", "names.dxl");
        Map<String, Integer> phases = new LinkedHashMap<>();
        phases.put("opening", reads.get(0));
        phases.put("checking", reads.get(2));
        phases.put("saving", records.get(records.size() / 2));
        phases.put("publishing", published.get(published.size() - 1));
        return phases;
    }

    private void signalled(Round round) throws Exception {
        String signal = round.signal();
        String phase = round.phase();
        String as = signal + " while " + phase;
        Stage stage = Stage.in(folder.resolve(signal + "-" + phase), RepairMode.TOGGLE);
        Pause pause = stage.pause("pause");
        byte[] before = Files.readAllBytes(stage.book());
        try (Child child = stage.start(pause, round.at())) {
            pause.awaitArrival(child);
            send(signal, child.process());
            awaitHandler(child.process());
            pause.go();
            assertThat(child.end()).as(as + "\n" + child).isEqualTo(INTERRUPTED);
        }
        if (stage.runs().ids().isEmpty()) {
            assertThat(phase).as(as).isIn("opening", "checking");
            assertThat(Files.readAllBytes(stage.book())).as(as).isEqualTo(before);
            return;
        }
        JournalText journal = JournalText.of(stage.runs(), stage.id());
        assertThat(journal.last().values())
                .as(as + ": the document in hand has both saves")
                .doesNotContain("at no");
        if (phase.equals("saving")) {
            assertThat(journal.stopped()).as(as).isTrue();
            assertThat(journal.last())
                    .as(as)
                    .isNotEmpty()
                    .hasSizeLessThan(stage.plan().size());
        }
        stage.resumeAndCheck();
    }

    @Test
    void output_that_nobody_reads_any_more_leaves_a_run_that_is_whole() throws Exception {
        int saving = Stage.numbers(Stage.trace(folder.resolve("traced")), "change", "journal.jsonl")
                .get(20);
        Stage stage = Stage.in(folder.resolve("closed"), RepairMode.TOGGLE);
        Pause pause = stage.pause("pause");
        Process process = Child.builder(
                        stage.folder(),
                        Disk.waiting(stage.folder(), saving, pause),
                        "dirsh.Main",
                        List.of("-c", Stage.APPLY))
                .start();
        try (Child child = Child.of(process)) {
            pause.awaitArrival(child);
            process.getInputStream().close();
            process.getErrorStream().close();
            pause.go();
            assertThat(child.end()).isIn(0, INTERRUPTED);
        }
        stage.resumeAndCheck();
    }

    private static void send(String signal, Process process) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** Waits until the process has begun to handle the signal: a thread does that which bears its name. */
    private static void awaitHandler(Process process) throws IOException {
        while (!threads(process).contains("dirsh-signal")) {
            assertThat(process.isAlive()).isTrue();
            Thread.onSpinWait();
        }
    }

    private static List<String> threads(Process process) throws IOException {
        List<String> names = new ArrayList<>();
        try (Stream<Path> threads = Files.list(PROCESSES.resolve(process.pid() + "/task"))) {
            for (Path thread : threads.toList()) {
                try {
                    names.add(Files.readString(thread.resolve("comm")).strip());
                } catch (IOException e) {
                    names.add("(just ended)");
                }
            }
        } catch (UncheckedIOException e) {
            return names;
        }
        return names;
    }

    /** A process started in the background ignores INT and HUP from birth, and so do its children. */
    private static boolean signalsReachChildren() throws IOException {
        Path status = PROCESSES.resolve("self/status");
        if (!Files.exists(status)) {
            return false;
        }
        String ignored = Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .findFirst()
                .orElse("SigIgn: 0");
        long mask = Long.parseUnsignedLong(ignored.substring(7).strip(), 16);
        return (mask & 0b11) == 0;
    }
}
