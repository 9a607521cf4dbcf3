package dirsh.shell;

import dirsh.shell.Completion.Choice;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/** Completion at the prompt: never late, never throwing. */
final class PromptCompleter implements Completer {

    private static final long DEADLINE_MILLIS = 100;

    private final Completion completion;
    private @Nullable FutureTask<List<Choice>> running;

    PromptCompleter(Completion completion) {
        this.completion = completion;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        if (line instanceof PromptLine ours) {
            int order = 0;
            for (Choice choice : choices(ours.spot())) {
                String help = choice.help().isEmpty() ? null : choice.help();
                candidates.add(
                        new Candidate(choice.value(), choice.value(), null, help, null, null, choice.whole(), order++));
            }
        }
    }

    /** The choices, or none if they take too long or fail. */
    List<Choice> choices(Spot spot) {
        FutureTask<List<Choice>> before = running;
        if (before != null && !before.isDone()) {
            return List.of(); // one late question at a time
        }
        FutureTask<List<Choice>> task = new FutureTask<>(() -> completion.choices(spot));
        running = task;
        Thread thread = new Thread(task, "dirsh-completion");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(DEADLINE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException | TimeoutException e) {
            return List.of();
        }
    }
}
