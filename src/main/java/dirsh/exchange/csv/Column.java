package dirsh.exchange.csv;

import dirsh.exchange.Recipient;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/**
 * The columns we read, with all headers they go by: those of the Exchange Management Shell first, then the LDAP names csvde
 * writes.
 */
enum Column {
    DISPLAY_NAME("DisplayName"),
    ALIAS("Alias AliasName mailNickname"),
    TYPE("RecipientTypeDetails RecipientType"),
    PRIMARY_ADDRESS("PrimarySmtpAddress mail"),
    ADDRESSES("EmailAddresses proxyAddresses"),
    TARGET("ExternalEmailAddress targetAddress"),
    DIRECTORY_ID("Guid DirectoryName"),
    DEPARTMENT("Department"),
    PHONE("Phone OfficePhone telephoneNumber"),
    COMPANY("Company"),
    TITLE("Title"),
    FIRST_NAME("FirstName givenName"),
    LAST_NAME("LastName sn");

    /** The columns of which at least one is needed: without them there is nothing to match people by. */
    static final Set<Column> KEYS = EnumSet.of(ALIAS, PRIMARY_ADDRESS, ADDRESSES, TARGET, DIRECTORY_ID);

    /** The columns whose values are passed on under a canonical name. */
    static final Map<Column, String> ATTRIBUTES = Map.of(
            DEPARTMENT, Recipient.DEPARTMENT,
            PHONE, Recipient.PHONE,
            COMPANY, Recipient.COMPANY,
            TITLE, Recipient.TITLE,
            FIRST_NAME, Recipient.FIRST_NAME,
            LAST_NAME, Recipient.LAST_NAME);

    private static final Map<String, Column> BY_HEADER = Stream.of(values())
            .flatMap(column ->
                    Stream.of(StringUtils.split(column.headers)).map(header -> Map.entry(plain(header), column)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String headers;

    /** The headers without blanks, parted by blanks. */
    Column(String headers) {
        this.headers = headers;
    }

    /** The column of that header; case, blanks, hyphens and quotes around it do not matter. */
    static Optional<Column> of(String header) {
        return Optional.ofNullable(BY_HEADER.get(plain(header)));
    }

    private static String plain(String header) {
        StringBuilder plain = new StringBuilder(header.length());
        header.chars()
                .filter(c -> !Character.isWhitespace(c) && c != '-' && c != '"' && c != '\u00A0')
                .forEach(c -> plain.append((char) c));
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
