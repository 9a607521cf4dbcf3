package dirsh.exchange;

import static dirsh.exchange.RecipientAttribute.ADDRESSES;
import static dirsh.exchange.RecipientAttribute.ALIAS;
import static dirsh.exchange.RecipientAttribute.COMMON_NAME;
import static dirsh.exchange.RecipientAttribute.DIRECTORY_ID;
import static dirsh.exchange.RecipientAttribute.DISPLAY_NAME;
import static dirsh.exchange.RecipientAttribute.LEGACY_NAME;
import static dirsh.exchange.RecipientAttribute.MEMBERS;
import static dirsh.exchange.RecipientAttribute.NAME_IN_TREE;
import static dirsh.exchange.RecipientAttribute.OBJECT_CLASS;
import static dirsh.exchange.RecipientAttribute.OBJECT_CLASS_55;
import static dirsh.exchange.RecipientAttribute.ONE_ADDRESS;
import static dirsh.exchange.RecipientAttribute.OTHER_MAILBOX;
import static dirsh.exchange.RecipientAttribute.PRIMARY_ADDRESS;
import static dirsh.exchange.RecipientAttribute.TARGET;
import static dirsh.exchange.RecipientAttribute.USER_ID;
import static dirsh.exchange.RecipientAttribute.X400_ADDRESS;

import dirsh.entry.Columns;
import dirsh.entry.Entry;
import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an entry of one source becomes a recipient.
 *
 * @param columns the header, or null where values stand alone
 * @param lists how lists stand in one text
 */
record RecipientReading(@Nullable Columns columns, ListForm lists) {

    /** The separator of lists in a directory export of Exchange 5.5. */
    private static final String PERCENT = "%";

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static final Map.Entry<String, String>[] NO_ATTRIBUTES = new Map.Entry[0];

    /** For a source whose values stand alone. */
    static final RecipientReading OF_VALUES = new RecipientReading(null, new ListForm.Single());

    /** For a source with a header; the kind of export is told by it. */
    static RecipientReading of(Columns columns, Optional<String> separator) {
        if (separator.isPresent()) {
            return new RecipientReading(columns, new ListForm.Joined(separator.get()));
        }
        ListForm lists = columns.has(OBJECT_CLASS_55.slot()) ? new ListForm.Joined(PERCENT) : new ListForm.Guessed();
        return new RecipientReading(columns, lists);
    }

    /** Whether the entry is one that can get mail; a directory also lists folders, servers and computers. */
    boolean isRecipient(Entry entry) {
        return (columns != null && !isDirectory(columns))
                || entry.has(ALIAS.slot())
                || entry.has(PRIMARY_ADDRESS.slot())
                || entry.has(ADDRESSES.slot())
                || entry.has(OTHER_MAILBOX.slot())
                || entry.has(TARGET.slot());
    }

    /** csvde exports whatever is in Active Directory. */
    private static boolean isDirectory(Columns columns) {
        return columns.has(NAME_IN_TREE.slot()) && columns.has(OBJECT_CLASS.slot());
    }

    /** The recipient an entry stands for. */
    Recipient recipient(Entry entry) {
        List<ProxyAddress> addresses = addresses(entry);
        Optional<ProxyAddress> one = ProxyAddress.parse(entry.first(ONE_ADDRESS.slot()));
        Optional<ProxyAddress> target = ProxyAddress.parse(entry.first(TARGET.slot()));
        if (target.isEmpty() && isRemote(entry)) {
            target = one;
        }
        String primary = entry.first(PRIMARY_ADDRESS.slot());
        if (one.isPresent() && !isRemote(entry)) {
            addresses.add(one.get());
            if (primary.isEmpty() && one.get().is(ProxyAddress.SMTP)) {
                primary = one.get().value();
            }
        }
        String alias = entry.first(ALIAS.slot());
        String name = entry.first(DISPLAY_NAME.slot());
        return new Recipient(
                entry.place(),
                name.isEmpty() ? entry.first(COMMON_NAME.slot()) : name,
                alias.isEmpty() ? entry.first(USER_ID.slot()) : alias,
                primary(primary, addresses),
                addresses,
                target.orElse(null),
                directoryIds(entry),
                isGroup(entry),
                attributes(entry));
    }

    private List<ProxyAddress> addresses(Entry entry) {
        List<ProxyAddress> addresses = new ArrayList<>();
        for (String text : entry.all(ADDRESSES.slot())) {
            for (String address : lists.split(text)) {
                add(addresses, ProxyAddress.parse(address));
            }
        }
        for (String text : entry.all(OTHER_MAILBOX.slot())) {
            add(addresses, ProxyAddress.parse(text.replaceFirst("^([A-Za-z0-9]+)\\$", "$1:")));
        }
        for (String text : entry.all(X400_ADDRESS.slot())) {
            addresses.add(new ProxyAddress("X400", text));
        }
        return addresses;
    }

    private static <T> void add(List<T> all, Optional<T> found) {
        if (found.isPresent()) {
            all.add(found.get());
        }
    }

    /** Ids that may be UNIDs: the name in the 5.5 directory, which later products keep in the legacy name. */
    private static List<Unid> directoryIds(Entry entry) {
        List<Unid> ids = new ArrayList<>(1);
        for (String text : entry.all(DIRECTORY_ID.slot())) {
            add(ids, DirectoryId.parse(text));
        }
        for (String text : entry.all(LEGACY_NAME.slot())) {
            add(ids, DirectoryId.parse(text.substring(text.lastIndexOf('=') + 1)));
        }
        // By the raw attributes of Exchange 5.5 cn is the display name, but entries that were taken over keep their id
        // in it.
        for (String text : entry.all(COMMON_NAME.slot())) {
            add(ids, DirectoryId.parse(text));
        }
        for (String text : entry.all(NAME_IN_TREE.slot())) {
            int comma = text.indexOf(',');
            String first = comma < 0 ? text : text.substring(0, comma);
            add(ids, DirectoryId.parse(first.substring(first.indexOf('=') + 1)));
        }
        return ids.size() < 2 ? ids : ids.stream().distinct().toList();
    }

    private Map<String, String> attributes(Entry entry) {
        List<Map.Entry<String, String>> attributes = new ArrayList<>();
        for (Map.Entry<RecipientAttribute, String> compared : RecipientAttribute.COMPARED) {
            int slot = compared.getKey().slot();
            String value = entry.first(slot);
            if (!value.isEmpty() || (columns != null && columns.has(slot))) {
                attributes.add(Map.entry(compared.getValue(), value));
            }
        }
        if (entry.has(MEMBERS.slot())) {
            attributes.add(Map.entry(Recipient.MEMBERS, String.join("\n", members(entry))));
        }
        return Map.ofEntries(attributes.toArray(NO_ATTRIBUTES));
    }

    /** The members of a list; the guess made for addresses would not part them, they need not be addresses. */
    private List<String> members(Entry entry) {
        List<String> members = new ArrayList<>();
        for (String text : entry.all(MEMBERS.slot())) {
            members.addAll((lists instanceof ListForm.Guessed ? new ListForm.Escaped() : lists).split(text));
        }
        return members;
    }

    /** Whether a list was written as the name of its type, since the export script did not join it. */
    static boolean hasUnjoinedList(Entry entry) {
        for (String text : entry.all(ADDRESSES.slot())) {
            if (text.endsWith("Collection") || text.endsWith("[]") || text.contains("Collection`1")) {
                return true;
            }
        }
        return false;
    }

    /** A custom recipient of Exchange 5.5, which is what directory synchronisation creates. */
    static boolean isRemote(Entry entry) {
        return entry.first(OBJECT_CLASS_55.slot()).equalsIgnoreCase("Remote");
    }

    private static String primary(String stated, List<ProxyAddress> addresses) {
        if (!stated.isEmpty()) {
            if (!ProxyAddress.beginsWithType(stated)) {
                return stated;
            }
            return ProxyAddress.parse(stated)
                    .filter(address -> address.is(ProxyAddress.SMTP))
                    .map(ProxyAddress::value)
                    .orElse(stated);
        }
        for (ProxyAddress address : addresses) {
            if (address.isPrimary()) {
                return address.value();
            }
        }
        return "";
    }

    /** MailUniversalDistributionGroup, dl, groupOfNames and the like; a room list is one too. */
    private static boolean isGroup(Entry entry) {
        if (entry.first(OBJECT_CLASS_55.slot()).equalsIgnoreCase("dl")) {
            return true;
        }
        for (String text : entry.all(OBJECT_CLASS.slot())) {
            if (!mayMeanGroup(text)) {
                continue;
            }
            String lower = text.toLowerCase(Locale.ROOT);
            if (lower.contains("group") || lower.contains("distributionlist") || lower.equals("roomlist")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text has a letter without which it names no class of lists; person and dominoPerson have none. */
    private static boolean mayMeanGroup(String text) {
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case 'g', 'G', 'l', 'L' -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }
}
