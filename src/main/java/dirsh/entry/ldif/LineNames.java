package dirsh.entry.ldif;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The names of the lines of an entry, which tell those of the next one: most entries of a file name the same attributes in the
 * same order, and comparing bytes with the name that stood there is all that is left to do.
 *
 * <p>A wrong guess does no harm, since a name is only told where it stands in the line to the colon.
 */
final class LineNames {

    /**
     * The name of an attribute as a line begins with it.
     *
     * @param written its bytes, and the colon
     * @param slot the slot it goes by
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares these
    record Name(byte[] written, int slot) {
        private boolean begins(byte[] bytes, int from, int to) {
            int length = written.length;
            return to - from >= length
                    && bytes[from] == written[0]
                    && Arrays.equals(bytes, from, from + length, written, 0, length);
        }
    }

    private Name[] before = new Name[32];
    private int known;
    private Name[] now = new Name[32];
    private int size;

    /** Where the next name is looked for among those of the entry before. */
    private int expected;

    /** From now on the lines of the next entry come. */
    void nextEntry() {
        Name[] old = before;
        before = now;
        known = size;
        now = old;
        size = 0;
        expected = 0;
    }

    /**
     * The name the line begins with, if it is the one that stood here in the entry before, the one before that once more, since an
     * attribute may have more values than there, or the one behind it, since one may be missing.
     */
    @Nullable
    Name of(byte[] bytes, int from, int to) {
        if (expected < known && before[expected].begins(bytes, from, to)) {
            return seen(before[expected], expected + 1);
        }
        if (expected > 0 && before[expected - 1].begins(bytes, from, to)) {
            return seen(before[expected - 1], expected);
        }
        if (expected + 1 < known && before[expected + 1].begins(bytes, from, to)) {
            return seen(before[expected + 1], expected + 2);
        }
        return null;
    }

    private Name seen(Name name, int next) {
        expected = next;
        add(name);
        return name;
    }

    /** Takes the name of a line that was not foreseen. */
    void learn(byte[] bytes, int from, int colon, int slot) {
        add(new Name(Arrays.copyOfRange(bytes, from, colon + 1), slot));
    }

    /** More names than this are not worth remembering. */
    private void add(Name name) {
        if (size < now.length) {
            now[size++] = name;
        }
    }
}
