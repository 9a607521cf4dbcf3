package dirsh.exchange;

import dirsh.model.Place;
import dirsh.model.Unid;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the Exchange directory that can get mail.
 *
 * <p>Texts are as the source has them, without surrounding blanks, and empty where there is none.
 *
 * @param place where the source lists it
 * @param displayName the name people see
 * @param alias the mail nickname
 * @param primarySmtpAddress the internet address it sends from, without type
 * @param proxyAddresses all its addresses, in the order of the source
 * @param targetAddress where mail for it is passed on to, or null
 * @param directoryIds ids that may be the UNID of the Person document it was made from
 * @param group whether it is a distribution group, which no Person document stands for
 * @param attributes further values by canonical name; an attribute the source carries but has no value for is empty
 */
public record Recipient(
        Place place,
        String displayName,
        String alias,
        String primarySmtpAddress,
        List<ProxyAddress> proxyAddresses,
        @Nullable ProxyAddress targetAddress,
        List<Unid> directoryIds,
        boolean group,
        Map<String, String> attributes) {

    /** Canonical names of the attributes, which are also the words of the JSON output. */
    public static final String DEPARTMENT = "department";

    public static final String PHONE = "phone";
    public static final String COMPANY = "company";
    public static final String TITLE = "title";
    public static final String PRIMARY_SMTP_ADDRESS = "primarySmtpAddress";
    public static final String DISPLAY_NAME = "displayName";
    public static final String FIRST_NAME = "firstName";
    public static final String LAST_NAME = "lastName";

    /** Of a distribution list what the source calls its members, one a line; not compared. */
    public static final String MEMBERS = "members";

    public Recipient {
        proxyAddresses = List.copyOf(proxyAddresses);
        directoryIds = List.copyOf(directoryIds);
        attributes = Map.copyOf(attributes);
    }
}
