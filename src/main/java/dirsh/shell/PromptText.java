package dirsh.shell;

import dirsh.command.PromptState;
import dirsh.model.DirshException;
import dirsh.repair.UnfinishedRun;
import java.util.ArrayList;
import java.util.List;

/** The prompt itself: the current book and, while there are any, how many runs wait for the user. */
final class PromptText {

    private PromptText() {}

    /** Such as {@code dirsh names [1 to resume, 2 to verify]> }. */
    static String of(PromptState state) {
        StringBuilder text = new StringBuilder("dirsh");
        if (!state.bookName().isEmpty()) {
            text.append(' ').append(state.bookName());
        }
        String waiting = waiting(state);
        if (!waiting.isEmpty()) {
            text.append(" [").append(waiting).append(']');
        }
        return text.append("> ").toString();
    }

    private static String waiting(PromptState state) {
        List<UnfinishedRun> runs;
        try {
            runs = state.unfinished();
        } catch (DirshException e) {
            return "runs cannot be read"; // `runs` says why; the prompt has to come all the same.
        }
        long interrupted = runs.stream().filter(UnfinishedRun::isInterrupted).count();
        List<String> parts = new ArrayList<>();
        if (interrupted > 0) {
            parts.add(interrupted + " to resume");
        }
        if (runs.size() > interrupted) {
            parts.add(runs.size() - interrupted + " to verify");
        }
        return String.join(", ", parts);
    }
}
