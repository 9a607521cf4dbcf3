package dirsh.shell;

import dirsh.model.Answer;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.LinkedHashMap;
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
        if (value instanceof Collection<?>) {
            return ofList(fieldNames(value), prefix);
        }
        TreeSet<String> names = new TreeSet<>(fieldNames(value));
        if (!(value instanceof Answer) && !(value instanceof Map<?, ?>)) {
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

    /** The names of the fields of a value or, if it is a list, of its first element, in their order. */
    static List<String> fieldNames(Object value) {
        return List.copyOf(fields(value).keySet());
    }

    /** The names of a list's members that begin so: of its elements, which Groovy reads through it, and its own. */
    static List<String> ofList(List<String> fields, String prefix) {
        TreeSet<String> names = new TreeSet<>(fields);
        names.addAll(OF_LISTS);
        return names.stream().filter(name -> name.startsWith(prefix)).toList();
    }

    /** The first element of a list; anything else is its own. */
    static Optional<Object> element(Object value) {
        return value instanceof Collection<?> several
                ? several.stream().findFirst().map(each -> each)
                : Optional.of(value);
    }

    private static Map<String, ?> fields(Object value) {
        if (value instanceof Answer answer) {
            return answer.fields();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> fields = new LinkedHashMap<>();
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
