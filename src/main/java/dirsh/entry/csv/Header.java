package dirsh.entry.csv;

import dirsh.entry.AttributeNames;
import dirsh.entry.AttributeOptions;
import dirsh.entry.Columns;
import dirsh.entry.Entry;
import dirsh.model.Place;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Which wanted attribute stands in which column of a file. */
final class Header {

    /** The slot of each column, or {@link AttributeNames#UNWANTED}. */
    private final int[] slots;

    /** The columns that hold the first values of a list only, and those that hold its last ones. */
    private final int[] begins;

    private final int[] ends;

    private Header(int[] slots, int[] begins, int[] ends) {
        this.slots = slots;
        this.begins = begins;
        this.ends = ends;
    }

    static Header of(CsvRow row, AttributeNames wanted) {
        List<String> names = row.cells();
        return new Header(
                names.stream()
                        .map(name -> AttributeOptions.range(name).isEmpty() ? name : AttributeOptions.name(name))
                        .mapToInt(wanted::slot)
                        .toArray(),
                columns(names, range -> !range.isLast()),
                columns(names, AttributeOptions.Range::isLast));
    }

    private static int[] columns(List<String> names, Predicate<AttributeOptions.Range> which) {
        return IntStream.range(0, names.size())
                .filter(column ->
                        AttributeOptions.range(names.get(column)).filter(which).isPresent())
                .toArray();
    }

    /** Whether the row has only the first values of a list. */
    boolean isPartial(CsvRow row) {
        return begins.length > 0 && hasContent(row, begins) && !hasContent(row, ends);
    }

    private static boolean hasContent(CsvRow row, int[] columns) {
        return IntStream.of(columns)
                .anyMatch(column -> column < row.width() && !row.cell(column).isBlank());
    }

    int width() {
        return slots.length;
    }

    boolean wants(int column) {
        return column < slots.length && slots[column] != AttributeNames.UNWANTED;
    }

    Columns columns(Place place) {
        return new Columns(place, slots);
    }

    Entry entry(CsvRow row, Place place, Entry.Builder builder) {
        int width = Math.min(slots.length, row.width());
        for (int column = 0; column < width; column++) {
            if (slots[column] != AttributeNames.UNWANTED) {
                String cell = row.cell(column);
                builder.add(slots[column], row.mayHaveApostrophe() ? HexValues.decoded(cell) : cell);
            }
        }
        return builder.build(place);
    }
}
