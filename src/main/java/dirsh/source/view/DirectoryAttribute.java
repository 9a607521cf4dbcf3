package dirsh.source.view;

import dirsh.entry.AttributeNames;
import dirsh.model.DirshException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/**
 * The attributes we read of a document in a view, with all names they go by: that of the item first, then those of Domino's
 * LDAP schema.
 */
enum DirectoryAttribute {
    UNID("UNID dominoUNID UniversalID $$UNID DocumentUniqueID"),
    NOTE_ID("NoteID"),
    NAME_IN_TREE("DistinguishedName dn"),
    OBJECT_CLASS("objectClass"),
    COMMON_NAME("CommonName cn"),
    FORM("Form"),
    TYPE("Type"),
    FULL_NAME("FullName"),
    FIRST_NAME("FirstName givenName"),
    LAST_NAME("LastName sn"),
    SHORT_NAME("ShortName uid"),
    INTERNET_ADDRESS("InternetAddress mail"),
    MAIL_SYSTEM("MailSystem"),
    MAIL_DOMAIN("MailDomain"),
    MAIL_SERVER("MailServer"),
    MAIL_FILE("MailFile"),
    MAIL_ADDRESS("MailAddress"),
    DEPARTMENT("Department"),
    OFFICE_PHONE_NUMBER("OfficePhoneNumber telephoneNumber"),
    COMPANY_NAME("CompanyName company"),
    JOB_TITLE("JobTitle title"),
    LOCATION("Location"),
    LIST_NAME("ListName"),
    GROUP_TYPE("GroupType"),
    FLAG("AvailableForDirSync"),
    CONFLICT("$Conflict"),
    CONNECTOR_STAMP("$NotesDXAStamp");

    private final String names;
    private final String item;

    /** The names parted by blanks. */
    DirectoryAttribute(String names) {
        this.names = names;
        // The very text others write as a literal: items are looked for by name more often than anything else.
        this.item = StringUtils.substringBefore(names, " ").intern();
    }

    @SuppressWarnings("EnumOrdinal") // a slot is the position in the table of names
    int slot() {
        return ordinal();
    }

    /** The item the attribute stands for, or what is nearest to one. */
    String item() {
        return item;
    }

    /** Whether the values become items by themselves. */
    boolean isItem() {
        return compareTo(FORM) >= 0 && this != CONFLICT;
    }

    /**
     * All names, with those of the user.
     *
     * @param mapped names as {@code COLUMN=item}
     * @throws DirshException if one of them is not written so, or we read no such item
     */
    static AttributeNames names(List<String> mapped) {
        List<String> bySlot =
                Stream.of(values()).map(attribute -> attribute.names).toList();
        return new AttributeNames(bySlot).mapped(mapped, wrong -> {
            String all = Stream.of(values()).map(DirectoryAttribute::item).collect(Collectors.joining(", "));
            return DirshException.badInput(
                    "'" + wrong + "' maps no column to an item", "--map \"Sync=AvailableForDirSync\"; items: " + all);
        });
    }
}
