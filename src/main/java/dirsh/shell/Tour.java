package dirsh.shell;

import dirsh.command.Console;
import dirsh.home.TemporaryFolder;
import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The guided walk through the main job, on invented people in a temporary folder.
 *
 * <p>It runs in a shell of its own with a {@code DIRSH_HOME} of its own, so that neither the books of the user nor the
 * plans, runs and audit log are touched.
 */
final class Tour {

    /**
     * One stop of the tour.
     *
     * @param heading what is to be seen
     * @param lines the command lines that show it
     */
    private record Step(String heading, String lines) {}

    private static final List<Step> STEPS = List.of(
            new Step(
                    "A directory of invented people, and the recipients Exchange has",
                    "sample . --people 60\nopen names.dxl\nexchange exchange.csv"),
            new Step("The sync is incomplete although the form shows Yes: one screen says who is worst off", "status"),
            new Step(
                    "What keeps people out, read from the stored items",
                    "diagnose --cause not-summary,label-stored,wrong-type"),
            new Step("Why it is so for one of them, rule by rule", "why(diagnose(cause: 'not-summary').first())"),
            new Step("The address book against Exchange", "compare | { it*.byCause.flatten() }"),
            new Step(
                    "A plan takes only people in whose documents all evidence means Yes; nothing is written yet",
                    "diagnose | plan"),
            new Step("What the next sync would do, now and after the plan", "rehearse"),
            new Step("The repair: the journal first, then No and Yes saved back to back", "apply --yes"),
            new Step(
                    "The next update sync, simulated, and the recipients Exchange has after it",
                    "sample . --next-sync\nexchange exchange-next.csv"),
            new Step("Whether the repair holds and who has appeared", "verify"));

    private final Surroundings surroundings;
    private final Screen screen;
    private final Asking asking;
    private final Console console;

    Tour(Surroundings surroundings, Screen screen, Asking asking, Console console) {
        this.surroundings = surroundings;
        this.screen = screen;
        this.asking = asking;
        this.console = console;
    }

    /** Walks from stop to stop; gives nothing to show, since the stops showed it. */
    @Nullable
    Object walk() {
        try (TemporaryFolder folder = TemporaryFolder.of("dirsh-tour-")) {
            stopsIn(folder.path());
        } catch (IOException e) {
            throw DirshException.failed("the tour has no folder: " + DirshException.reason(e), "df -h", e);
        }
        return null;
    }

    private void stopsIn(Path folder) {
        // Closed before the folder goes: its books are files in there.
        try (Wiring wiring = new Wiring(in(folder), screen, Invocation.parse(List.of()), asking, Pager.NONE)) {
            stops(wiring);
        }
    }

    private void stops(Wiring wiring) {
        int number = 0;
        for (Step step : STEPS) {
            number++;
            console.note("");
            console.note(number + " of " + STEPS.size() + ". " + step.heading());
            for (String line : step.lines().lines().toList()) {
                console.note("dirsh> " + line);
                Sequence sequence = new Sequence(false);
                wiring.runner().run(line, sequence);
                if (sequence.code() >= ExitCode.BAD_INPUT) {
                    return;
                }
            }
            if (number < STEPS.size() && !goesOn()) {
                return;
            }
        }
        console.note("");
        console.note(
                "That is the main job. `help` lists every command; `sample FOLDER` writes such a directory to keep.");
    }

    private boolean goesOn() {
        if (surroundings.work().get().requested()) {
            return false;
        }
        if (asking == Asking.NOBODY) {
            return true;
        }
        Optional<String> answer = console.ask("Enter goes on, q leaves:");
        return answer.isPresent() && !answer.get().strip().equalsIgnoreCase("q");
    }

    private Surroundings in(Path folder) {
        Map<String, String> environment = new LinkedHashMap<>(surroundings.environment());
        environment.put("DIRSH_HOME", folder.resolve("home").toString());
        return new Surroundings(
                surroundings.in(),
                surroundings.out(),
                surroundings.err(),
                surroundings.terminal(),
                environment,
                folder,
                surroundings.userHome(),
                surroundings.root(),
                surroundings.version(),
                surroundings.work());
    }
}
