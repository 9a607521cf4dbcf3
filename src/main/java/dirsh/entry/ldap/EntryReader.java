package dirsh.entry.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import dirsh.entry.AttributeNames;
import dirsh.entry.AttributeOptions;
import dirsh.entry.Entry;
import dirsh.model.Cancellation;
import dirsh.model.Place;
import java.util.Optional;

/**
 * The step from an entry of the library to ours.
 *
 * <p>Of a long list Active Directory gives a part at a time, such as {@code member;range=0-1499}; the further parts are asked
 * for one by one, until one ends in an asterisk.
 */
final class EntryReader {

    private static final Filter ANY = Filter.createPresenceFilter("objectClass");

    private final Place place;
    private final AttributeNames wanted;
    private final LDAPConnection connection;
    private final Cancellation cancellation;
    private final int nameSlot;
    private final Entry.Builder builder = new Entry.Builder();
    private long count;

    EntryReader(LdapAddress address, AttributeNames wanted, LDAPConnection connection, Cancellation cancellation) {
        this.place = new Place(address.text(), 0, 0, -1);
        this.wanted = wanted;
        this.connection = connection;
        this.cancellation = cancellation;
        this.nameSlot = wanted.slot("dn");
    }

    /** How many entries there were. */
    long count() {
        return count;
    }

    /**
     * The entry with the values of all wanted attributes.
     *
     * @throws LDAPException if the rest of a list cannot be had
     */
    Entry entry(SearchResultEntry entry) throws LDAPException {
        count++;
        if (nameSlot != AttributeNames.UNWANTED) {
            builder.add(nameSlot, entry.getDN());
        }
        for (Attribute attribute : entry.getAttributes()) {
            int slot = wanted.slot(attribute.getBaseName());
            if (slot != AttributeNames.UNWANTED && !AttributeOptions.isLanguage(attribute.getName())) {
                add(slot, attribute);
                addFurther(slot, attribute, entry.getDN());
            }
        }
        return builder.build(place);
    }

    private void add(int slot, Attribute values) {
        for (String value : values.getValues()) {
            builder.add(slot, value);
        }
    }

    private void addFurther(int slot, Attribute first, String name) throws LDAPException {
        Optional<Integer> last = AttributeOptions.range(first.getName()).flatMap(AttributeOptions.Range::last);
        while (last.isPresent()) {
            cancellation.check();
            int known = last.get();
            String further = first.getBaseName() + ";range=" + (known + 1) + "-*";
            SearchResultEntry answer = connection.searchForEntry(name, SearchScope.BASE, ANY, further);
            last = Optional.empty();
            if (answer == null) {
                return; // deleted meanwhile
            }
            for (Attribute attribute : answer.getAttributes()) {
                if (attribute.getBaseName().equalsIgnoreCase(first.getBaseName())) {
                    add(slot, attribute);
                    // A server that does not go on is not asked again.
                    last = AttributeOptions.range(attribute.getName())
                            .flatMap(AttributeOptions.Range::last)
                            .filter(end -> end > known);
                }
            }
        }
    }
}
