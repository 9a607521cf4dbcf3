package dirsh;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A {@code console} block of a document: what is typed behind {@code $}, and what the terminal shows then.
 *
 * @param name the document and the line where the block begins
 * @param steps the commands in order
 */
record Transcript(String name, List<Step> steps) {

    static final String PROMPT = "$ ";
    static final String ANY_LINES = "…";

    Transcript {
        steps = List.copyOf(steps);
    }

    /**
     * A command and what follows it.
     *
     * @param command what is typed; several lines if a quote goes over them
     * @param output the lines shown
     */
    record Step(String command, List<String> output) {
        Step {
            output = List.copyOf(output);
        }

        /** The step as the document shows it. */
        String text() {
            return PROMPT + command + "\n"
                    + String.join("", output.stream().map(line -> line + "\n").toList());
        }
    }

    /** All blocks of a document. */
    static List<Transcript> of(String document, String text) {
        List<Transcript> transcripts = new ArrayList<>();
        List<String> block = null;
        int begin = 0;
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (block == null && line.strip().equals("```console")) {
                block = new ArrayList<>();
                begin = number;
            } else if (block != null && line.strip().equals("```")) {
                transcripts.add(new Transcript(document + ":" + begin, steps(block)));
                block = null;
            } else if (block != null) {
                block.add(line);
            }
        }
        return transcripts;
    }

    private static List<Step> steps(List<String> lines) {
        List<Step> steps = new ArrayList<>();
        String command = "";
        List<String> output = new ArrayList<>();
        for (String line : Stream.concat(lines.stream(), Stream.of(PROMPT)).toList()) {
            if (ShellWords.areOpen(command)) {
                command += "\n" + line;
            } else if (line.startsWith(PROMPT)) {
                if (!command.isEmpty()) {
                    steps.add(new Step(command, output));
                }
                command = line.substring(PROMPT.length());
                output.clear();
            } else {
                output.add(line);
            }
        }
        return steps;
    }

    /** Whether lines are as expected, where a line of {@link #ANY_LINES} stands for any number of them. */
    static boolean matches(List<String> expected, List<String> actual) {
        if (expected.isEmpty()) {
            return actual.isEmpty();
        }
        List<String> rest = expected.subList(1, expected.size());
        if (expected.get(0).strip().equals(ANY_LINES)) {
            return Stream.iterate(0, from -> from <= actual.size(), from -> from + 1)
                    .anyMatch(from -> matches(rest, actual.subList(from, actual.size())));
        }
        return !actual.isEmpty()
                && expected.get(0).equals(actual.get(0))
                && matches(rest, actual.subList(1, actual.size()));
    }
}
