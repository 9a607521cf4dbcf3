package dirsh.source.nsf;

/**
 * A contradiction between the file and its format, at a place in the file.
 *
 * <p>It is caught where the damaged part ends: at a candidate, a note or an item, which becomes a Problem.
 */
final class NsfDamage extends Exception {

    private static final long serialVersionUID = 1L;

    private final long offset;

    /**
     * @param offset byte offset of the contradiction in the file
     * @param text what is wrong, without values of items
     */
    NsfDamage(long offset, String text) {
        super(text, null, false, false);
        this.offset = offset;
    }

    long offset() {
        return offset;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
