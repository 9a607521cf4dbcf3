package dirsh.shell;

import java.util.List;
import java.util.Optional;

/**
 * A command line: one stage, or several joined by pipes.
 *
 * @param stages at least one
 * @param target the file that gets the result instead of the screen, if one stands at the end
 * @param text what was typed
 */
record Line(List<Stage> stages, Optional<Redirect> target, String text) {
    Line {
        stages = List.copyOf(stages);
    }
}
