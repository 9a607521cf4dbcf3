package dirsh.source;

import java.util.Optional;

/**
 * The stored form of one item, kept so that it can be put back.
 *
 * @param index its position among the items of the note, from 0
 * @param encoded the stored form in the words of the book it came from (for DXL the item element's characters)
 */
public record ItemImage(int index, String encoded) {

    /** What no book's own words begin with. */
    private static final String LOST = "!";

    /** An item that its book cannot put back. */
    public static ItemImage lost(int index, String what) {
        return new ItemImage(index, LOST + what);
    }

    /** What cannot be put back, such as {@code rich text}; empty for an item that can. */
    public Optional<String> lost() {
        return encoded.startsWith(LOST) ? Optional.of(encoded.substring(LOST.length())) : Optional.empty();
    }
}
