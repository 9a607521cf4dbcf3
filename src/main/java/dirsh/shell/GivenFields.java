package dirsh.shell;

import dirsh.command.CommandSpec;
import dirsh.command.Example;
import dirsh.model.Flow;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The names of the fields that commands give, for completion: those of what a command gave last, or else those that an
 * example in its declaration shows. No command is run to find them.
 */
final class GivenFields {

    private final Map<String, List<String>> last = new ConcurrentHashMap<>();

    /** Takes note of what a command gave, which may be a flow that nobody has taken yet; gives the same. */
    @Nullable
    Object noted(String command, @Nullable Object value) {
        if (value instanceof Flow<?> flow) {
            return notedFlow(command, flow);
        }
        if (value instanceof Collection<?> rows) {
            rows.stream().limit(1).forEach(row -> note(command, row));
        } else if (value != null) {
            note(command, value);
        }
        return value;
    }

    private <T> Flow<T> notedFlow(String command, Flow<T> flow) {
        return taker -> {
            boolean[] noted = {false};
            flow.each(row -> {
                if (!noted[0]) {
                    noted[0] = true;
                    note(command, row);
                }
                return taker.test(row);
            });
        };
    }

    private void note(String command, @Nullable Object row) {
        if (row != null) {
            List<String> names = Members.fieldNames(row);
            if (!names.isEmpty()) {
                last.put(command, names);
            }
        }
    }

    /** The fields of a command's rows, in their order; none if it was neither run nor shown yet. */
    List<String> of(CommandSpec command) {
        List<String> given = last.get(command.name());
        return given != null
                ? given
                : command.examples().stream()
                        .filter(example -> example.line().indexOf('|') < 0)
                        .map(GivenFields::shownBy)
                        .filter(names -> !names.isEmpty())
                        .findFirst()
                        .orElse(List.of());
    }

    /** The heads of the table that an example shows. */
    private static List<String> shownBy(Example example) {
        List<String> heads = Arrays.asList(
                example.gives().strip().lines().findFirst().orElse("").split("\\s{2,}", -1));
        return heads.size() > 1 && heads.stream().allMatch(head -> head.matches("\\w+")) ? heads : List.of();
    }
}
