package dirsh.entry.csv;

import dirsh.entry.AttributeNames;
import dirsh.entry.Columns;
import dirsh.entry.Entry;
import dirsh.model.Place;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which wanted attribute stands in which column of a file. */
final class Header {

    /** The slot of each column, or {@link AttributeNames#UNWANTED}. */
    private final int[] slots;

    private Header(int[] slots) {
        this.slots = slots;
    }

    static Header of(CsvRow row, AttributeNames wanted) {
        return new Header(row.cells().stream().mapToInt(wanted::slot).toArray());
    }

    int width() {
        return slots.length;
    }

    boolean wants(int column) {
        return column < slots.length && slots[column] != AttributeNames.UNWANTED;
    }

    Columns columns(Place place) {
        Set<Integer> there = IntStream.of(slots)
                .filter(slot -> slot != AttributeNames.UNWANTED)
                .boxed()
                .collect(Collectors.toSet());
        return new Columns(place, there);
    }

    Entry entry(CsvRow row, Place place, Entry.Builder builder) {
        for (int column = 0; column < Math.min(slots.length, row.cells().size()); column++) {
            if (slots[column] != AttributeNames.UNWANTED) {
                builder.add(slots[column], row.cells().get(column));
            }
        }
        return builder.build(place);
    }
}
