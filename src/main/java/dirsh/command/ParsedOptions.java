package dirsh.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a command line, sorted but not converted yet.
 *
 * @param positional what stood without a name, in order
 * @param options what stood as {@code --name}: the text, {@code true} for a switch, or a list where it was repeated
 */
public record ParsedOptions(List<?> positional, Map<String, ?> options) {
    public ParsedOptions {
        positional = List.copyOf(positional);
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }
}
