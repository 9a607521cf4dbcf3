package dirsh.source;

/**
 * The stored form of one item, kept so that it can be put back.
 *
 * @param index its position among the items of the note, from 0
 * @param encoded the stored form in the words of the book it came from (for DXL the item element's characters)
 */
public record ItemImage(int index, String encoded) {}
