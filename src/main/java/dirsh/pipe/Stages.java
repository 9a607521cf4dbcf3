package dirsh.pipe;

import dirsh.command.Arguments;
import dirsh.command.Session;
import dirsh.model.DirshException;
import dirsh.model.Flow;
import dirsh.model.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the commands of {@code plugins/shell} do with the rows of a pipe. */
public final class Stages {

    private static final int USUAL_FIRST = 10;

    private Stages() {}

    /** The rows that meet the conditions; a row without the field meets none on it. */
    public static Flow<?> where(Arguments arguments) {
        Flow<?> rows = rows(arguments, "where");
        Conditions conditions = Conditions.parse(texts(arguments, "condition"));
        return taker -> {
            Fields fields = new Fields(conditions.fields());
            boolean[] stopped = {false};
            rows.each(row -> {
                Map<String, Object> values = Fields.of(row);
                fields.look(values);
                stopped[0] = conditions.test(values) && !test(taker, row);
                return !stopped[0];
            });
            if (!stopped[0]) {
                fields.check();
            }
        };
    }

    /** The rows by the values of fields, the first one first; a minus before a name turns its order. */
    public static List<?> sort(Arguments arguments) {
        List<String> keys = texts(arguments, "field");
        boolean down = arguments.get("desc") == Boolean.TRUE;
        List<Keyed> rows = new ArrayList<>();
        Fields fields = new Fields(keys.stream().map(Stages::withoutMinus).toList());
        rows(arguments, "sort").each(row -> {
            Map<String, Object> values = Fields.of(row);
            fields.look(values);
            List<@Nullable Object> key = new ArrayList<>();
            keys.forEach(name -> key.add(Fields.value(values, withoutMinus(name))));
            return rows.add(new Keyed(key, row));
        });
        fields.check();
        rows.sort((left, right) -> compare(left, right, keys, down));
        return rows.stream().map(Keyed::row).toList();
    }

    private static int compare(Keyed left, Keyed right, List<String> keys, boolean down) {
        for (int i = 0; i < keys.size(); i++) {
            int order = Fields.compare(left.key().get(i), right.key().get(i));
            if (order != 0) {
                return keys.get(i).startsWith("-") == down ? order : -order;
            }
        }
        return 0;
    }

    /** A row with the values it is sorted by, so that they are made once. */
    private record Keyed(List<@Nullable Object> key, Object row) {}

    private static String withoutMinus(String name) {
        return name.startsWith("-") ? name.substring(1) : name;
    }

    /** The rows by equal values of fields, in the order the values first came. */
    public static List<?> group(Arguments arguments) {
        return groups(arguments, "group", true);
    }

    /** How many rows there are, or how many of each value, the most frequent first. */
    public static List<?> count(Arguments arguments) {
        if (texts(arguments, "field").isEmpty()) {
            int[] count = {0};
            rows(arguments, "count").each(row -> ++count[0] > 0);
            return List.of(new Row(Map.of("count", count[0])));
        }
        return groups(arguments, "count", false).stream()
                .sorted(Comparator.comparing(Group::count).reversed())
                .toList();
    }

    private static List<Group> groups(Arguments arguments, String stage, boolean keepRows) {
        List<String> names = texts(arguments, "field");
        Fields fields = new Fields(names);
        Map<List<String>, Gathering> groups = new LinkedHashMap<>();
        rows(arguments, stage).each(row -> {
            Map<String, Object> values = Fields.of(row);
            fields.look(values);
            Map<String, Object> common = selected(values, names);
            List<String> key = common.values().stream()
                    .map(Fields::text)
                    .map(Fields::folded)
                    .toList();
            Gathering group = groups.computeIfAbsent(key, unused -> new Gathering(common));
            group.count++;
            return !keepRows || group.rows.add(row);
        });
        fields.check();
        return groups.values().stream()
                .map(group -> new Group(group.values, group.count, group.rows))
                .toList();
    }

    /** A group while its rows come. */
    private static final class Gathering {
        private final Map<String, Object> values;
        private final List<Object> rows = new ArrayList<>();
        private int count;

        Gathering(Map<String, Object> values) {
            this.values = values;
        }
    }

    /** The first so many rows; what makes the others is stopped. */
    public static Flow<?> first(Arguments arguments) {
        int count = arguments.get("count") instanceof Integer given ? given : USUAL_FIRST;
        return rows(arguments, "first").first(count);
    }

    /** The rows with these fields alone, in this order. */
    public static Flow<?> select(Arguments arguments) {
        Flow<?> rows = rows(arguments, "select");
        List<String> names = texts(arguments, "field");
        return taker -> {
            Fields fields = new Fields(names);
            List<Map<String, Object>> held = new ArrayList<>();
            boolean[] more = {true};
            rows.each(row -> {
                held.add(Fields.of(row));
                if (fields.look(held.get(held.size() - 1))) {
                    more[0] = passOn(held, names, taker);
                }
                return more[0];
            });
            if (more[0]) {
                // A row that came before any with the field is held until one is seen, so that an error comes first.
                fields.check();
                passOn(held, names, taker);
            }
        };
    }

    private static boolean passOn(List<Map<String, Object>> held, List<String> names, Predicate<?> taker) {
        boolean more = true;
        for (int i = 0; i < held.size() && more; i++) {
            more = test(taker, new Row(selected(held.get(i), names)));
        }
        held.clear();
        return more;
    }

    /** Writes the rows to a file. */
    public static void export(Arguments arguments, Session session) {
        ResultFile file = ResultFile.of(String.valueOf(arguments.get("file")), false, session);
        session.note(file.write(rows(arguments, "export"), arguments.get("raw") == Boolean.TRUE));
    }

    private static Map<String, Object> selected(Map<String, Object> values, List<String> names) {
        Map<String, Object> some = new LinkedHashMap<>();
        for (String name : names) {
            Object value = Fields.value(values, name);
            some.put(Fields.name(values, name).orElse(name), value == null ? "" : value);
        }
        return some;
    }

    private static Flow<?> rows(Arguments arguments, String stage) {
        return arguments
                .flow()
                .orElseThrow(() -> DirshException.badInput(
                        stage + " takes rows from a pipe, or a list as its first value in Groovy",
                        "diagnose | " + stage));
    }

    /** Every value of a parameter that may be given many times, each perhaps several names. */
    private static List<String> texts(Arguments arguments, String name) {
        List<String> texts = new ArrayList<>();
        Object given = arguments.get(name);
        for (Object each : given instanceof Collection<?> several ? several : Collections.emptyList()) {
            for (Object text : each instanceof Collection<?> names ? names : List.of(each)) {
                texts.add(text.toString());
            }
        }
        return texts;
    }

    @SuppressWarnings("unchecked") // a stage hands on what it was given, or rows
    private static boolean test(Predicate<?> taker, Object row) {
        return ((Predicate<Object>) taker).test(row);
    }
}
