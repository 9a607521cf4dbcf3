package dirsh.shell;

import dirsh.command.CurrentWork;
import dirsh.plugin.GroovyLines;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Groovy, which is built when the first line needs it: that takes longer than everything else at the start. */
final class Groovy {

    private final Supplier<GroovyLines> build;
    private final CurrentWork work;
    private @Nullable GroovyLines lines;
    private @Nullable Object last;

    Groovy(Supplier<GroovyLines> build, CurrentWork work) {
        this.build = build;
        this.work = work;
    }

    /** The value of a line, which ends at once when it is to stop. */
    @Nullable
    Object evaluate(String code) {
        GroovyLines engine = lines();
        return work.<@Nullable Object>promptly(() -> engine.evaluate(code));
    }

    /** What a closure makes of the objects of a pipe. */
    List<?> stage(String closure, List<?> input) {
        GroovyLines engine = lines();
        return work.promptly(() -> engine.stage(closure, input));
    }

    /** The engine. */
    synchronized GroovyLines lines() {
        GroovyLines built = lines;
        if (built == null) {
            built = build.get();
            built.remember(last);
            last = null;
            lines = built;
        }
        return built;
    }

    /** Makes the result of a command what lines call {@code _}, as soon as there is a line. */
    synchronized void remember(@Nullable Object value) {
        if (lines != null) {
            lines.remember(value);
        } else if (value != null) {
            last = value;
        }
    }

    /** The names of the values kept; none as long as no line was run. */
    synchronized Set<String> variables() {
        return lines == null ? Set.of() : lines.variables();
    }

    /** The members that begin so of what names joined by dots stand for; no code is run to find them. */
    synchronized List<String> members(String owner, String prefix) {
        Optional<Object> value = Optional.empty();
        boolean first = true;
        for (String part : owner.split("\\.", -1)) {
            int bracket = part.indexOf('[');
            String name = bracket < 0 ? part : part.substring(0, bracket);
            value = first ? kept(name) : value.flatMap(each -> Members.field(each, name));
            value = bracket < 0 ? value : value.flatMap(Members::element);
            first = false;
        }
        return value.map(each -> Members.of(each, prefix)).orElse(List.of());
    }

    private Optional<Object> kept(String name) {
        return lines == null ? Optional.ofNullable(name.equals("_") ? last : null) : lines.value(name);
    }

    /** Loads what Groovy needs by running a line in an engine of its own. */
    void warmUp() {
        build.get().evaluate("[1].collect { it + 1 }");
    }
}
