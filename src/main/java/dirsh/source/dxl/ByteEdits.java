package dirsh.source.dxl;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements of parts of some bytes, gathered in any order and made all at once; the rest stays as it is. */
final class ByteEdits {

    private final DocumentBytes source;
    private final List<Replacement> replacements = new ArrayList<>();

    private record Replacement(int from, int to, String text) {}

    ByteEdits(DocumentBytes source) {
        this.source = source;
    }

    /** Puts a text in the place of what stands between two offsets. */
    void replace(int from, int to, String text) {
        replacements.add(new Replacement(from, to, text));
    }

    /** Puts a text before what stands at an offset, and behind what was inserted there before. */
    void insert(int at, String text) {
        replace(at, at, text);
    }

    /** The bytes with all replacements made. */
    byte[] apply() {
        // The sort is stable: what was inserted first at an offset comes first, and before a removal that begins there.
        replacements.sort(Comparator.comparingInt(Replacement::from).thenComparingInt(Replacement::to));
        ByteArrayOutputStream result = new ByteArrayOutputStream(source.bytes().length + 256);
        int done = 0;
        for (Replacement next : replacements) {
            if (next.from() < done) {
                throw new IllegalStateException("replacements overlap");
            }
            result.write(source.bytes(), done, next.from() - done);
            result.writeBytes(next.text().getBytes(source.encoding().charset()));
            done = next.to();
        }
        result.write(source.bytes(), done, source.bytes().length - done);
        return result.toByteArray();
    }
}
