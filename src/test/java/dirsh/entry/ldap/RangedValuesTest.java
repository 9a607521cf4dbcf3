package dirsh.entry.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.Attribute;
import dirsh.entry.AttributeNames;
import dirsh.entry.Entry;
import dirsh.model.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that are longer than what Active Directory gives at once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RangedValuesTest {

    private static final AttributeNames WANTED = new AttributeNames(List.of("dn", "cn", "member"));
    private static final int MEMBER = 2;
    private static final int AT_ONCE = 4;

    /** Gives at most so many members at once, in the way of Active Directory. */
    private static final class InParts extends InMemoryOperationInterceptor {
        private final String[] members;

        InParts(String[] members) {
            this.members = members;
        }

        @Override
        public void processSearchEntry(InMemoryInterceptedSearchEntry found) {
            com.unboundid.ldap.sdk.Entry entry = found.getSearchEntry().duplicate();
            int from = found.getRequest().getAttributeList().stream()
                    .filter(name -> name.startsWith("member;range="))
                    .mapToInt(name -> Integer.parseInt(name.substring(13, name.indexOf('-'))))
                    .findFirst()
                    .orElse(0);
            if (entry.getDN().equals("o=acme") || members.length <= AT_ONCE) {
                return;
            }
            int to = Math.min(members.length, from + AT_ONCE);
            if (from == 0) {
                entry.setAttribute(new Attribute("member"));
            }
            entry.addAttribute(new Attribute(
                    "member;range=" + from + "-" + (to == members.length ? "*" : String.valueOf(to - 1)),
                    Arrays.copyOfRange(members, from, to)));
            found.setSearchEntry(entry);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 8, 9, 23})
    void all_members_of_a_list_are_read_whatever_its_length(int length) throws Exception {
        String[] members =
                IntStream.range(0, length).mapToObj(i -> "cn=m" + i + ",o=acme").toArray(String[]::new);
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("o=acme");
        config.setSchema(null);
        config.addInMemoryOperationInterceptor(new InParts(members));
        try (InMemoryDirectoryServer server = new InMemoryDirectoryServer(config)) {
            server.add("dn: o=acme", "objectClass: organization", "o: acme");
            for (String name : List.of("all", "again")) {
                com.unboundid.ldap.sdk.Entry list = new com.unboundid.ldap.sdk.Entry(
                        "cn=" + name + ",o=acme", new Attribute("objectClass", "group"), new Attribute("cn", name));
                if (length > 0) {
                    list.addAttribute("member", members);
                }
                server.add(list);
            }
            server.startListening();
            LdapAddress address = LdapAddress.parse("ldap://localhost:" + server.getListenPort() + "/o=acme?(cn=*)");
            ServerAccess onePage =
                    new ServerAccess(null, null, question -> Optional.empty(), false, null, false, 30, 1);
            List<Entry> lists = new ArrayList<>();
            try (LdapEntries entries = LdapEntries.connect(address, onePage, "(cn=*)")) {
                entries.scan(WANTED, new Cancellation(), lists::add);
            }
            assertThat(lists).hasSize(2);
            assertThat(lists).allSatisfy(list -> assertThat(list.all(MEMBER)).containsExactly(members));
        }
    }
}
