package dirsh.repair;

import dirsh.model.Unid;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What an export of Exchange says about the people of a book.
 *
 * @param address the export as the user named it
 * @param content differs for an export of other content
 * @param dated when the export was written by the date of its file; a hint, since a copy may have a new date
 * @param absent the people of the book without a recipient
 */
public record ExchangeView(String address, String content, Optional<Instant> dated, Set<Unid> absent) {

    public ExchangeView {
        absent = Set.copyOf(absent);
    }
}
