package dirsh.compare;

import dirsh.packed.Folded;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The order of rows by a name, without regard to case.
 *
 * @param name the name
 * @param last what parts rows of one name
 */
record ByName<T>(Function<T, String> name, Comparator<T> last) {

    /** A row with its name, which is folded once and not at every look. */
    private record Named<T>(String folded, T row) {}

    /** The rows in this order. */
    List<T> sorted(Collection<T> rows) {
        return rows.stream()
                .map(row -> new Named<>(Folded.of(name.apply(row)), row))
                .sorted(Comparator.<Named<T>, String>comparing(Named::folded).thenComparing(Named::row, last))
                .map(Named::row)
                .toList();
    }

    /** The rows in the order of something else, and only where that is the same in this one. */
    List<T> sorted(Collection<T> rows, Comparator<T> first) {
        return sorted(rows).stream().sorted(first).toList();
    }
}
