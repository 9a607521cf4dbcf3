package dirsh.exchange;

import dirsh.entry.AttributeNames;
import dirsh.model.DirshException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/**
 * The attributes we read of a recipient, with all names they go by: the one table of header aliases.
 *
 * <p>In this order: the Exchange Management Shell, Active Directory (csvde, ldifde, LDAP), the directory export of Exchange
 * 5.5 by header and by raw attribute name, LDAP of Exchange 5.5. Case, blanks and hyphens do not matter.
 */
enum RecipientAttribute {
    DISPLAY_NAME("DisplayName Display-Name"),
    /** The display name in LDAP of Exchange 5.5, which has no other; elsewhere a name inside the directory. */
    COMMON_NAME("cn"),
    ALIAS("Alias mailNickname AliasName Mail-nickname"),
    /** The alias in LDAP of Exchange 5.5; elsewhere it may be something else, so it is only taken where no alias is. */
    USER_ID("uid"),
    /** The class by which Exchange 5.5 exports tell mailboxes, custom recipients ({@code Remote}) and lists apart. */
    OBJECT_CLASS_55("Obj-Class"),
    OBJECT_CLASS("RecipientTypeDetails RecipientType objectClass"),
    MODE("Mode"),
    PRIMARY_ADDRESS("PrimarySmtpAddress mail rfc822Mailbox"),
    /** One address of Exchange 5.5: of a custom recipient the target, of a mailbox the primary one. */
    ONE_ADDRESS("E-mail-Address"),
    ADDRESSES("EmailAddresses proxyAddresses E-mail-Addresses Proxy-Addresses Secondary-Proxy-Addresses"),
    /** Addresses in LDAP of Exchange 5.5, as {@code TYPE$address}. */
    OTHER_MAILBOX("otherMailbox"),
    X400_ADDRESS("textEncodedORAddress Text-Encoded-OR-Address"),
    TARGET("ExternalEmailAddress targetAddress Target-Address"),
    DIRECTORY_ID("Guid DirectoryName Directory-Name Common-Name rdn"),
    NAME_IN_TREE("DistinguishedName dn"),
    LEGACY_NAME("LegacyExchangeDN Obj-Dist-Name"),
    DEPARTMENT("Department"),
    PHONE("Phone OfficePhone telephoneNumber Telephone-Office1 BusinessPhone PhoneNumber"),
    COMPANY("Company"),
    TITLE("Title"),
    FIRST_NAME("FirstName givenName Given-Name"),
    LAST_NAME("LastName sn Surname"),
    MEMBERS("Members member");

    /** The columns of which at least one is needed: without them there is nothing to match people by. */
    static final Set<RecipientAttribute> KEYS = EnumSet.of(
            ALIAS, USER_ID, PRIMARY_ADDRESS, ONE_ADDRESS, ADDRESSES, OTHER_MAILBOX, TARGET, DIRECTORY_ID, LEGACY_NAME);

    /** The attributes whose values are passed on under a canonical name. */
    static final List<Map.Entry<RecipientAttribute, String>> COMPARED = List.of(
            Map.entry(DEPARTMENT, Recipient.DEPARTMENT),
            Map.entry(PHONE, Recipient.PHONE),
            Map.entry(COMPANY, Recipient.COMPANY),
            Map.entry(TITLE, Recipient.TITLE),
            Map.entry(FIRST_NAME, Recipient.FIRST_NAME),
            Map.entry(LAST_NAME, Recipient.LAST_NAME));

    private final String names;

    /** The names parted by blanks. */
    RecipientAttribute(String names) {
        this.names = names;
    }

    @SuppressWarnings("EnumOrdinal") // a slot is the position in the table of names
    int slot() {
        return ordinal();
    }

    /**
     * All names, with those of the user.
     *
     * @param mapped names as {@code COLUMN=attribute}
     * @throws DirshException if one of them is not written so, or there is no such attribute
     */
    static AttributeNames names(List<String> mapped) {
        List<String> bySlot =
                Stream.of(values()).map(attribute -> attribute.names).toList();
        return new AttributeNames(bySlot).mapped(mapped, wrong -> {
            String all = Stream.of(values())
                    .map(attribute -> StringUtils.substringBefore(attribute.names, " "))
                    .collect(Collectors.joining(", "));
            return DirshException.badInput(
                    "'" + wrong + "' maps no column to an attribute", "--map \"Mail Nick=Alias\"; attributes: " + all);
        });
    }
}
