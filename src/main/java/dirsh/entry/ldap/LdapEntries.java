package dirsh.entry.ldap;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import dirsh.entry.AttributeNames;
import dirsh.entry.EntrySink;
import dirsh.entry.EntrySource;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The entries a server gives for a base and a filter, page by page.
 *
 * <p>The connection stays between two scans, so that the password is asked for once. Referrals to other servers are not
 * followed.
 */
public final class LdapEntries implements EntrySource {

    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

    /** For so long a server's answer counts as unchanged, since it cannot tell. */
    private static final long FRESH_NANOS = 60_000_000_000L;

    private final LdapAddress address;
    private final ServerAccess access;
    private final LdapErrors errors;
    private final Filter filter;
    private @Nullable LDAPConnection open;
    private long freshSince = System.nanoTime();
    private int generation;

    private LdapEntries(LdapAddress address, ServerAccess access, Filter filter) {
        this.address = address;
        this.access = access;
        this.errors = new LdapErrors(address, access);
        this.filter = filter;
    }

    /**
     * Connects to a server and says who we are.
     *
     * @param usualFilter which entries to look for unless the address says so
     * @throws DirshException if the address, its base, the connection or the password is not right
     */
    public static LdapEntries connect(LdapAddress address, ServerAccess access, String usualFilter) {
        String written = address.filter().orElse(usualFilter);
        Filter filter;
        try {
            filter = Filter.create(written);
        } catch (LDAPException e) {
            throw DirshException.badInput("'" + written + "' is no LDAP filter", "?(mailNickname=*) behind the base");
        }
        if (!DN.isValidDN(address.base())) {
            throw DirshException.badInput(
                    "'" + address.base() + "' is no name of an entry", "ou=Staff,dc=acme,dc=com behind the server");
        }
        LdapEntries entries = new LdapEntries(address, access, filter);
        entries.checkBase();
        return entries;
    }

    /** A base that is not there is told now rather than by whatever reads first; what may not be seen is left to the search. */
    private void checkBase() {
        LDAPConnection connection = connection();
        if (address.base().isEmpty()) {
            return;
        }
        try {
            connection.search(address.base(), SearchScope.BASE, Filter.createPresenceFilter("objectClass"), "1.1");
        } catch (LDAPSearchException e) {
            if (e.getResultCode().equals(ResultCode.NO_SUCH_OBJECT)) {
                close();
                throw errors.searching(e, 0);
            }
        }
    }

    @Override
    public String address() {
        return address.text();
    }

    @Override
    public String storage() {
        return "LDAP server";
    }

    @Override
    public void scan(AttributeNames wanted, Cancellation cancellation, EntrySink sink) {
        search(filter, wanted, cancellation, sink);
        freshSince = System.nanoTime();
    }

    /** Asks for the one value; the filter is made of parts, so the value may hold any characters. */
    @Override
    public void lookUp(AttributeNames wanted, int slot, String value, Cancellation cancellation, EntrySink sink) {
        List<Filter> equal = new ArrayList<>();
        for (String name : wanted.names()) {
            if (wanted.slot(name) == slot && ATTRIBUTE.matcher(name).matches()) {
                equal.add(Filter.createEqualityFilter(name, value));
            }
        }
        search(Filter.createANDFilter(filter, Filter.createORFilter(equal)), wanted, cancellation, sink);
    }

    private void search(Filter which, AttributeNames wanted, Cancellation cancellation, EntrySink sink) {
        LDAPConnection connection = connection();
        String[] names = wanted.names().stream()
                .filter(name -> ATTRIBUTE.matcher(name).matches())
                .toArray(String[]::new);
        EntryReader reader = new EntryReader(address, wanted, connection, cancellation, sink);
        SearchRequest request = new SearchRequest(reader, address.base(), SearchScope.SUB, which, names);
        ASN1OctetString cookie = null;
        try {
            do {
                cancellation.check();
                request.setControls(new SimplePagedResultsControl(access.pageSize(), cookie, false));
                SearchResult page = connection.search(request);
                reader.endPage();
                SimplePagedResultsControl more = SimplePagedResultsControl.get(page);
                cookie = more != null && more.moreResultsToReturn() ? more.getCookie() : null;
            } while (cookie != null);
        } catch (LDAPException e) {
            reader.checkSink();
            throw lost(e, reader.count());
        }
    }

    private DirshException lost(LDAPException failure, long entries) {
        DirshException error = errors.searching(failure, entries);
        if (!failure.getResultCode().isConnectionUsable()) {
            close();
        }
        return error;
    }

    /** The connection; a lost one is made again, for which the password is asked for again. */
    private LDAPConnection connection() {
        LDAPConnection known = open;
        if (known != null && known.isConnected()) {
            return known;
        }
        LDAPConnection connection;
        try {
            connection = Transport.connect(address, access);
        } catch (LDAPException e) {
            throw errors.connecting(e);
        }
        try {
            String user = access.user();
            if (user != null) {
                bind(connection, user);
            }
        } catch (LDAPException | RuntimeException e) {
            connection.close();
            throw e instanceof LDAPException refused ? errors.binding(refused) : (RuntimeException) e;
        }
        open = connection;
        return connection;
    }

    private void bind(LDAPConnection connection, String user) throws LDAPException {
        char[] password = access.password(address.server());
        ByteBuffer encoded = ByteBuffer.allocate(password.length * 3);
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(password), encoded, true);
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
        try {
            if (bytes.length == 0) {
                throw DirshException.badInput(
                        "an empty password would bind as nobody", "the password, or no --user to search as nobody");
            }
            connection.bind(new SimpleBindRequest(user, bytes));
        } finally {
            Arrays.fill(password, '\0');
            Arrays.fill(encoded.array(), (byte) 0);
            Arrays.fill(bytes, (byte) 0);
        }
    }

    @Override
    public String contentToken() {
        long now = System.nanoTime();
        if (now - freshSince > FRESH_NANOS) {
            freshSince = now;
            generation++;
        }
        return address.text() + "#" + generation;
    }

    @Override
    public void close() {
        LDAPConnection known = open;
        if (known != null) {
            known.close();
        }
        open = null;
    }
}
