package dirsh.shell;

import dirsh.model.Answer;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What may stand behind a dot: the fields of an answer as its JSON shows them, those of the elements of a list, and
 * methods.
 */
final class Members {

    /** What Groovy gives to every list and is used most. */
    private static final List<String> OF_LISTS = List.of(
            "any", "collect", "count", "countBy", "each", "every", "find", "findAll", "first", "groupBy", "join",
            "last", "max", "min", "size", "sort", "sum", "take", "unique");

    private Members() {}

    /** The names that begin so, in order. */
    static List<String> of(Object value, String prefix) {
        TreeSet<String> names = new TreeSet<>(fields(value).keySet());
        if (value instanceof Collection<?>) {
            names.addAll(OF_LISTS);
        } else if (!(value instanceof Answer) && !(value instanceof Map<?, ?>)) {
            Stream.of(value.getClass().getMethods())
                    .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                    .filter(method -> method.getDeclaringClass() != Object.class)
                    .map(Method::getName)
                    .filter(name -> name.matches("[a-z]\\w*"))
                    .forEach(names::add);
        }
        return names.stream().filter(name -> name.startsWith(prefix)).toList();
    }

    /** The value of a field; of a list that of its first element, which stands for the type of all. */
    static Optional<Object> field(Object value, String name) {
        return Optional.ofNullable(fields(value).get(name));
    }

    private static Map<String, ?> fields(Object value) {
        if (value instanceof Answer answer) {
            return answer.fields();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> fields = new java.util.LinkedHashMap<>();
            map.forEach((key, each) -> {
                if (key instanceof String text && each != null) {
                    fields.put(text, each);
                }
            });
            return fields;
        }
        return value instanceof Collection<?> several && !several.isEmpty()
                ? Optional.<Object>ofNullable(several.iterator().next())
                        .map(Members::fields)
                        .orElse(Map.of())
                : Map.of();
    }
}
