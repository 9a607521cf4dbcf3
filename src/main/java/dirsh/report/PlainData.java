package dirsh.report;

import dirsh.json.Json;
import dirsh.model.Answer;
import dirsh.model.DirshException;
import dirsh.model.MappedList;
import dirsh.model.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Any value a command or the prompt may answer with, brought down to maps, lists, texts, numbers and booleans. The elements
 * of a list are brought down when they are taken out.
 */
final class PlainData {

    private PlainData() {}

    /** The value as plain data; what is none of these kinds becomes its text. */
    static @Nullable Object of(@Nullable Object value) {
        return plain(value, 0);
    }

    /** The fields of an answer or the entries of a map as plain data; any other value under the name {@code value}. */
    static Map<String, @Nullable Object> row(@Nullable Object value) {
        if (value instanceof Answer answer) {
            return entries(answer.fields(), 1);
        }
        if (value instanceof Map<?, ?> map) {
            return entries(map, 1);
        }
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("value", of(value));
        return row;
    }

    /** Some fields of an answer as plain data; the others, which may be large, are not looked at. */
    static Map<String, @Nullable Object> row(Answer answer, Collection<String> names) {
        Map<String, @Nullable Object> some = new LinkedHashMap<>(answer.fields());
        some.keySet().retainAll(names);
        return entries(some, 1);
    }

    /** The names of {@link #row(Object)} alone. */
    static Collection<String> names(@Nullable Object value) {
        if (value instanceof Answer answer) {
            return answer.fields().keySet();
        }
        return value instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of("value");
    }

    /** Whether the value is shown as a row of named fields. */
    static boolean isRow(@Nullable Object value) {
        return value instanceof Answer || value instanceof Map;
    }

    /** The elements of an iterable or an array of objects; null for every other value. */
    static @Nullable List<@Nullable Object> elements(@Nullable Object value) {
        if (value instanceof Object[] array) {
            return Arrays.asList(array);
        }
        // A file path is an iterable of its parts, yet everybody means the path.
        if (value instanceof List<?> list) {
            return Collections.unmodifiableList(list);
        }
        if (value instanceof Iterable<?> iterable && !(value instanceof java.nio.file.Path)) {
            List<@Nullable Object> list = new ArrayList<>();
            iterable.forEach(list::add);
            return list;
        }
        return null;
    }

    /**
     * Refuses, before any of it is written, what users nested too deep, such as a list that holds itself. What answers make of
     * themselves is looked at while it is made.
     *
     * @throws DirshException of bad input if it nests deeper than {@link Json#DEEPEST}
     */
    static void refuseDeep(@Nullable Object value) {
        refuseDeep(value, 0);
    }

    private static void refuseDeep(@Nullable Object value, int depth) {
        refuseDeeper(depth);
        if (value instanceof Row row) {
            row.fields().values().forEach(each -> refuseDeep(each, depth + 1));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> refuseDeep(each, depth + 1));
        } else if (value instanceof Collection<?> several && !(value instanceof MappedList)) {
            several.forEach(each -> refuseDeep(each, depth + 1));
        } else if (value instanceof Object[] array) {
            Arrays.asList(array).forEach(each -> refuseDeep(each, depth + 1));
        }
    }

    private static void refuseDeeper(int depth) {
        if (depth > Json.DEEPEST) {
            throw DirshException.badInput("the result nests deeper than " + Json.DEEPEST + " levels", "");
        }
    }

    private static @Nullable Object plain(@Nullable Object value, int depth) {
        refuseDeeper(depth);
        if (value == null || value instanceof Boolean || value instanceof Number || value instanceof String) {
            return value;
        }
        if (value instanceof Answer answer) {
            return entries(answer.fields(), depth + 1);
        }
        if (value instanceof Map<?, ?> map) {
            return entries(map, depth + 1);
        }
        List<@Nullable Object> elements = elements(value);
        Function<@Nullable Object, @Nullable Object> deeper = each -> plain(each, depth + 1);
        return elements == null
                ? value.toString()
                : new MappedList<@Nullable Object, @Nullable Object>(elements, deeper);
    }

    private static Map<String, @Nullable Object> entries(Map<?, ?> map, int depth) {
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            plain.put(String.valueOf(entry.getKey()), plain(entry.getValue(), depth));
        }
        return plain;
    }
}
