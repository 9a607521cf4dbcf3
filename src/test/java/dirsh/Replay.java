package dirsh;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A transcript typed again in a folder of its own.
 *
 * <p>Ids of runs and plans differ each time. The ones a document shows stand for the ones that came in the same places, in
 * what is typed after them too. Paths are shown as if the folder were an administrator's.
 */
final class Replay {

    private static final String SHOWN_FOLDER = "/home/admin";
    private static final String SHOWN_ROOT = "/opt/dirsh";
    private static final Pattern RUN_ID = Pattern.compile("\\b\\d{8}-\\d{6}[a-z]*-[0-9a-f]{4}(-\\d+)?\\b");
    private static final Pattern PLAN_ID = Pattern.compile("(?<![0-9A-Za-z-])[0-9a-f]{12}(?![0-9A-Za-z-])");
    private static final Pattern TIME =
            Pattern.compile("\\b\\d{4}-\\d\\d-\\d\\d([T ]\\d\\d:\\d\\d(:\\d\\d([.,]\\d+)?)?)?(Z|[+-]\\d\\d:?\\d\\d)?");

    private final Workplace workplace;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private int lastCode;

    Replay(Path folder) {
        this.workplace = Workplace.in(folder);
    }

    /** The same commands with what they show now. */
    List<Transcript.Step> of(Transcript transcript) {
        List<Transcript.Step> steps = new ArrayList<>();
        for (Transcript.Step step : transcript.steps()) {
            List<String> output = run(step.command());
            pair(RUN_ID, step.output(), output);
            pair(PLAN_ID, step.output(), output);
            steps.add(new Transcript.Step(
                    step.command(), output.stream().map(this::shown).toList()));
        }
        return steps;
    }

    /** Whether a step shows what the document says, but for times of day. */
    static boolean agree(Transcript.Step expected, Transcript.Step actual) {
        return Transcript.matches(timeless(expected.output()), timeless(actual.output()));
    }

    private static List<String> timeless(List<String> lines) {
        return lines.stream()
                .map(line -> TIME.matcher(line.stripTrailing()).replaceAll("TIME"))
                .toList();
    }

    private List<String> run(String command) {
        List<String> words = ShellWords.of(command);
        if (words.equals(List.of("echo", "$?"))) {
            return List.of(Integer.toString(lastCode));
        }
        if (words.isEmpty() || !words.get(0).equals("scripts/dirsh")) {
            throw new AssertionError("a transcript can type scripts/dirsh and echo $? only: " + command);
        }
        Workplace.Ran ran = workplace.dirsh(
                words.subList(1, words.size()).stream().map(this::typed).toList());
        lastCode = ran.code();
        return ran.both().lines().toList();
    }

    private void pair(Pattern pattern, List<String> expected, List<String> actual) {
        List<String> shown = found(pattern, expected);
        List<String> real = found(pattern, actual);
        for (int i = 0; i < Math.min(shown.size(), real.size()); i++) {
            if (!ids.containsValue(real.get(i))) {
                ids.putIfAbsent(shown.get(i), real.get(i));
            }
        }
    }

    private static List<String> found(Pattern pattern, List<String> lines) {
        return List.copyOf(new LinkedHashSet<>(pattern.matcher(String.join("\n", lines))
                .results()
                .map(MatchResult::group)
                .toList()));
    }

    private String typed(String word) {
        String typed = word.replace(SHOWN_FOLDER, workplace.folder().toString());
        for (Map.Entry<String, String> id : ids.entrySet()) {
            typed = typed.replace(id.getKey(), id.getValue());
        }
        return typed;
    }

    private String shown(String line) {
        String shown = line.replace(workplace.folder().toString(), SHOWN_FOLDER)
                .replace(Workplace.ROOT.toString(), SHOWN_ROOT);
        for (Map.Entry<String, String> id : ids.entrySet()) {
            shown = shown.replace(id.getValue(), id.getKey());
        }
        return shown;
    }
}
