package dirsh.repair;

import dirsh.source.BookIdentity;

/**
 * The book a run writes to, which may be a copy of the one its plan was made for.
 *
 * @param address as it was opened
 * @param store the store itself, as {@link BookIdentity#lockKey} names it
 */
public record RunPlace(String address, String store) {

    static RunPlace of(BookIdentity book) {
        return new RunPlace(book.address(), book.lockKey());
    }

    /** The book a plan was made for. */
    static RunPlace of(Plan plan) {
        return new RunPlace(plan.address(), plan.lockKey());
    }

    /** Whether the store is a file. */
    public boolean isFile() {
        return store.startsWith("/") || store.indexOf(':') == 1;
    }
}
