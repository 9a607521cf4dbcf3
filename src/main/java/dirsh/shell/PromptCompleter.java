package dirsh.shell;

import dirsh.shell.Completion.Choice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;
import org.jspecify.annotations.Nullable;

/**
 * Completion at the prompt: never late, never throwing.
 *
 * <p>Every question is asked on a thread of its own. One that takes too long goes on, and its answer is there when the
 * same question comes again. Answers are kept while a line is being typed.
 */
final class PromptCompleter implements Completer {

    private static final long DEADLINE_MILLIS = 100;

    /** Late questions at a time; a source that hangs must not cost a thread for each TAB. */
    private static final int MOST_LATE = 4;

    /** What is asked: the same text may stand for different things. */
    private record Question(
            Spot.Wants wants, String command, String parameter, String typed, String owner, String source) {
        static Question at(Spot spot) {
            return new Question(
                    spot.wants(),
                    spot.spec() == null ? "" : spot.spec().name(),
                    spot.parameter() == null ? "" : spot.parameter().name(),
                    spot.typed(),
                    spot.owner(),
                    spot.source() == null ? "" : spot.source().name());
        }
    }

    private final Completion completion;
    private final Map<Question, FutureTask<List<Choice>>> asked = new LinkedHashMap<>();

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

    /** Drops the answers, which a command may make wrong; questions that are late stay asked. */
    void forget() {
        asked.values().removeIf(FutureTask::isDone);
    }

    /** The choices, or none if they take too long or fail. */
    List<Choice> choices(Spot spot) {
        FutureTask<List<Choice>> task = task(spot);
        if (task == null) {
            return List.of();
        }
        try {
            return task.get(DEADLINE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (ExecutionException e) {
            asked.values().remove(task); // it may go well next time
            return List.of();
        } catch (TimeoutException e) {
            return List.of();
        }
    }

    private @Nullable FutureTask<List<Choice>> task(Spot spot) {
        Question question = Question.at(spot);
        FutureTask<List<Choice>> before = asked.get(question);
        if (before != null) {
            return before;
        }
        if (asked.values().stream().filter(each -> !each.isDone()).count() >= MOST_LATE) {
            return null;
        }
        FutureTask<List<Choice>> task = new FutureTask<>(() -> completion.choices(spot));
        asked.put(question, task);
        Thread thread = new Thread(task, "dirsh-completion");
        thread.setDaemon(true);
        thread.start();
        return task;
    }
}
