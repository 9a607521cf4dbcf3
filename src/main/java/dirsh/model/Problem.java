package dirsh.model;

/**
 * Something wrong with one record, after which the reader went on with the next.
 *
 * @param place where it is
 * @param text what is wrong, in one sentence without the values of attributes or items
 */
public record Problem(Place place, String text) {
    @Override
    public String toString() {
        return place + ": " + text;
    }
}
