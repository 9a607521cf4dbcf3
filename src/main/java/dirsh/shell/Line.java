package dirsh.shell;

import java.util.List;

/**
 * A command line: one stage, or several joined by pipes.
 *
 * @param stages at least one
 * @param text what was typed
 */
record Line(List<Stage> stages, String text) {
    Line {
        stages = List.copyOf(stages);
    }
}
