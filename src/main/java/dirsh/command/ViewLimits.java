package dirsh.command;

import dirsh.diagnose.Cause;
import dirsh.source.AddressBook;
import dirsh.source.BookFeature;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a mere view of a directory cannot show, so that a clean answer is not taken for a healthy directory. */
final class ViewLimits {

    /** Causes that show in types, flags, repeated items or stored sizes, none of which a view has. */
    private static final Set<Cause> UNSEEN = EnumSet.of(
            Cause.NOT_SUMMARY,
            Cause.LABEL_STORED,
            Cause.WRONG_TYPE,
            Cause.STRAY_CHARACTERS,
            Cause.DUPLICATE_ITEMS,
            Cause.PLACEHOLDER,
            Cause.SEALED,
            Cause.TRUNCATED,
            Cause.READER_RESTRICTED,
            Cause.SUMMARY_OVERFLOW);

    private ViewLimits() {}

    /** The causes that a book cannot show by its kind. */
    static Set<Cause> unseen(AddressBook book) {
        return book.features().contains(BookFeature.ITEM_DETAILS) ? Set.of() : UNSEEN;
    }

    /** A sentence for the user, where the book is only a view. */
    static Optional<String> of(AddressBook book) {
        if (book.features().contains(BookFeature.ITEM_DETAILS)) {
            return Optional.empty();
        }
        String causes = UNSEEN.stream().map(Cause::id).collect(Collectors.joining(", "));
        return Optional.of(
                "a view of the directory tells the flag as text and can only be read; it cannot show these causes: "
                        + causes
                        + "; nor tell blank from item-missing; where it has no LastName or MailDomain, people count as"
                        + " required-item-missing; open names.nsf or a DXL export for them");
    }
}
