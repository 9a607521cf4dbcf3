package dirsh.exchange;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import dirsh.compare.ComparedAttribute;
import dirsh.compare.Comparer;
import dirsh.compare.RecipientIndex;
import dirsh.entry.ldap.LdapAddress;
import dirsh.entry.ldap.LdapEntries;
import dirsh.entry.ldap.ServerAccess;
import dirsh.model.Cancellation;
import dirsh.model.Item;
import dirsh.model.Note;
import dirsh.model.Person;
import dirsh.model.Unid;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The harness behind goal G7: entries per second of a compare over LDAP against those of a bare paged read of the same
 * attributes, in turn, from a server in the same process.
 */
public final class LdapSpeed {

    private LdapSpeed() {}

    public static void main(String[] arguments) throws Exception {
        int people = Integer.parseInt(arguments[0]);
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("o=acme");
        config.setSchema(null);
        try (InMemoryDirectoryServer server = new InMemoryDirectoryServer(config)) {
            server.add("dn: o=acme", "objectClass: organization", "o: acme");
            for (int i = 0; i < people; i++) {
                server.add(
                        "dn: cn=Person " + i + ",o=acme",
                        "objectClass: contact",
                        "cn: Person " + i,
                        "displayName: Person " + i,
                        "mailNickname: user" + i,
                        "mail: user" + i + "@acme.com",
                        "proxyAddresses: SMTP:user" + i + "@acme.com",
                        "proxyAddresses: NOTES:Person " + i + "/Acme@HQ",
                        "targetAddress: NOTES:Person " + i + "/Acme@HQ",
                        "department: Sales",
                        "telephoneNumber: +1 555 " + i);
            }
            server.startListening();
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
                double bare = bare(server);
                double ours = compare(server, people);
                new PrintStream(System.out, true)
                        .printf(
                                Locale.ROOT,
                                "bare %,.0f entries/s, compare %,.0f entries/s, ratio %.2f%n",
                                people / bare,
                                people / ours,
                                bare / ours);
                ratios.add(bare / ours);
            }
            // The first rounds are those of the compiler.
            List<Double> warm = new ArrayList<>(ratios.subList(ratios.size() / 3, ratios.size()));
            Collections.sort(warm);
            new PrintStream(System.out, true)
                    .printf(Locale.ROOT, "median of the warm rounds: %.2f%n", warm.get(warm.size() / 2));
        }
    }

    private static double bare(InMemoryDirectoryServer server) throws Exception {
        long begin = System.nanoTime();
        String[] names = RecipientAttribute.names(List.of()).names().toArray(String[]::new);
        long values = 0;
        try (LDAPConnection connection = new LDAPConnection("localhost", server.getListenPort())) {
            SearchRequest request = new SearchRequest("o=acme", SearchScope.SUB, Recipients.USUAL_FILTER, names);
            ASN1OctetString cookie = null;
            do {
                request.setControls(new SimplePagedResultsControl(ServerAccess.USUAL_PAGE, cookie));
                SearchResult page = connection.search(request);
                values += page.getSearchEntries().stream()
                        .mapToLong(entry -> entry.getAttributes().size())
                        .sum();
                cookie = SimplePagedResultsControl.get(page).getCookie();
            } while (cookie != null && cookie.getValueLength() > 0);
        }
        if (values == 0) {
            throw new IllegalStateException("nothing was read");
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double compare(InMemoryDirectoryServer server, int people) {
        long begin = System.nanoTime();
        LdapAddress address = LdapAddress.parse("ldap://localhost:" + server.getListenPort() + "/o=acme");
        ServerAccess access = new ServerAccess(
                null, null, question -> Optional.empty(), false, null, false, 30, ServerAccess.USUAL_PAGE);
        try (LdapEntries entries = LdapEntries.connect(address, access, Recipients.USUAL_FILTER)) {
            RecipientIndex index =
                    RecipientIndex.read(new Recipients(entries, Optional.empty(), List.of()), new Cancellation());
            Comparer comparer = new Comparer(index, ComparedAttribute.DEFAULTS);
            for (int i = 0; i < people; i++) {
                Note note = Note.builder(new Unid(1, i))
                        .item(Item.text("FullName", "CN=Person " + i + "/O=Acme"))
                        .item(Item.text("MailDomain", "HQ"))
                        .build();
                comparer.person(new Person(note), Optional.empty());
            }
            if (comparer.finish().matched() != people) {
                throw new IllegalStateException("not everybody matched");
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
