package dirsh.entry.ldap;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchResultListener;
import com.unboundid.ldap.sdk.SearchResultReference;
import com.unboundid.ldap.sdk.SearchScope;
import dirsh.entry.AttributeNames;
import dirsh.entry.AttributeOptions;
import dirsh.entry.Entry;
import dirsh.entry.EntrySink;
import dirsh.model.Cancellation;
import dirsh.model.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The step from an entry of the library to ours, taken while the server sends the next ones.
 *
 * <p>Of a long list Active Directory gives a part at a time, such as {@code member;range=0-1499}. Entries with such a list wait
 * for the end of the page; the further parts are then asked for one by one, until one ends in an asterisk.
 */
@SuppressWarnings("serial") // the library's interface asks for it; nobody writes a reader anywhere
final class EntryReader implements SearchResultListener {

    private static final Filter ANY = Filter.createPresenceFilter("objectClass");

    private final Place place;
    private final AttributeNames wanted;
    private final LDAPConnection connection;
    private final Cancellation cancellation;
    private final EntrySink sink;
    private final int nameSlot;
    private final Map<String, Integer> slots = new HashMap<>();
    private final Entry.Builder builder = new Entry.Builder();
    private final List<SearchResultEntry> partial = new ArrayList<>();
    private long count;
    private @Nullable RuntimeException thrown;

    EntryReader(
            LdapAddress address,
            AttributeNames wanted,
            LDAPConnection connection,
            Cancellation cancellation,
            EntrySink sink) {
        this.place = new Place(address.text(), 0, 0, -1);
        this.wanted = wanted;
        this.connection = connection;
        this.cancellation = cancellation;
        this.sink = sink;
        this.nameSlot = wanted.slot("dn");
    }

    /** How many entries there were. */
    long count() {
        return count;
    }

    /** What the sink throws waits for the end of the page, so that the connection can be used again. */
    @Override
    public void searchEntryReturned(SearchResultEntry entry) {
        count++;
        if (isPartial(entry)) {
            partial.add(entry);
            return;
        }
        try {
            if (thrown == null) {
                addAll(entry);
                sink.entry(builder.build(place));
            }
        } catch (RuntimeException e) {
            thrown = e;
        }
    }

    @Override
    public void searchReferenceReturned(SearchResultReference reference) {
        // Other servers are not asked.
    }

    /** Throws what the sink has thrown. */
    void checkSink() {
        if (thrown != null) {
            throw thrown;
        }
    }

    /**
     * Ends a page: asks for the rest of lists that were too long for it.
     *
     * @throws LDAPException if the rest of a list cannot be had
     */
    void endPage() throws LDAPException {
        checkSink();
        for (SearchResultEntry entry : partial) {
            addAll(entry);
            for (Attribute attribute : entry.getAttributes()) {
                int slot = slot(attribute);
                if (slot != AttributeNames.UNWANTED) {
                    addFurther(slot, attribute, entry.getDN());
                }
            }
            sink.entry(builder.build(place));
        }
        partial.clear();
    }

    private static boolean isPartial(SearchResultEntry entry) {
        for (Attribute attribute : entry.getAttributes()) {
            if (attribute.getName().indexOf(';') >= 0
                    && AttributeOptions.range(attribute.getName())
                            .flatMap(AttributeOptions.Range::last)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private void addAll(SearchResultEntry entry) {
        if (nameSlot != AttributeNames.UNWANTED) {
            builder.add(nameSlot, entry.getDN());
        }
        for (Attribute attribute : entry.getAttributes()) {
            int slot = slot(attribute);
            if (slot != AttributeNames.UNWANTED) {
                add(slot, attribute);
            }
        }
    }

    private int slot(Attribute attribute) {
        return slots.computeIfAbsent(
                attribute.getName(),
                name -> AttributeOptions.isLanguage(name)
                        ? AttributeNames.UNWANTED
                        : wanted.slot(Attribute.getBaseName(name)));
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
