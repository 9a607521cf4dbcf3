package dirsh.command;

import dirsh.model.Answer;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.source.AddressBook;
import dirsh.source.nsf.NsfBook;

/** The stored items of a book in a form that two readers or two copies can be compared by. */
final class StoredItems {

    /** Rows of a larger book would not fit into an answer; their hash does. */
    private static final long MOST_ROW_CHARACTERS = 256L << 20;

    private final Opener opener;
    private final Cancellation cancellation;

    StoredItems(Opener opener, Cancellation cancellation) {
        this.opener = opener;
        this.cancellation = cancellation;
    }

    /** One line a stored item, its fields joined by tabs; the lines are sorted bytewise and have no heading. */
    String canonical(String address) {
        try (AddressBook book = opener.book(address, cancellation).content()) {
            if (!(book instanceof NsfBook nsf)) {
                throw DirshException.badInput(
                        address + " does not hold items as Domino stores them", "items " + address + " --fingerprint");
            }
            StringBuilder rows = new StringBuilder();
            nsf.canonicalRows(cancellation, row -> {
                if (rows.length() > MOST_ROW_CHARACTERS) {
                    throw DirshException.badInput(
                            address + " has more items than an answer can hold", "items " + address + " --fingerprint");
                }
                rows.append(row).append('\n');
            });
            return rows.toString();
        }
    }

    /** Counts and a hash: of the canonical rows for an NSF file, else of the documents as they are read. */
    Answer fingerprint(String address) {
        try (AddressBook book = opener.book(address, cancellation).content()) {
            return book instanceof NsfBook nsf ? nsf.fingerprint(cancellation) : BookFingerprint.of(book, cancellation);
        }
    }
}
