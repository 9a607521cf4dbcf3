package dirsh.entry.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import dirsh.entry.AttributeNames;
import dirsh.entry.Entry;
import dirsh.model.Cancellation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Names that hold the signs of filters and distinguished names lead to exactly the one entry. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case16LdapInjectionTest {

    private static final AttributeNames WANTED = new AttributeNames(List.of("dn", "cn", "mail"));
    private static final int CN = 1;
    private static final int MAIL = 2;
    private static final String PEOPLE = "ou=people,o=acme";

    private static @Nullable InMemoryDirectoryServer started;

    /** Each is one name; a filter put together as text would find others, all of them, or be none. */
    static List<String> names() {
        return List.of(
                "*",
                "()",
                "a*b",
                "*)(mail=*",
                "x)(|(cn=*",
                "\\",
                "\\2a",
                "\\00",
                "\0",
                "a\0b",
                "a,b",
                "a+b",
                "a\"b",
                "<a>",
                ";",
                "#a",
                " a",
                "a ",
                "a=b",
                "a,ou=people",
                "/",
                "&",
                "|",
                "!",
                "~=",
                "é山",
                "\u202Ea");
    }

    @BeforeAll
    static void start() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("o=acme");
        config.setSchema(null);
        InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
        server.add("dn: o=acme", "objectClass: organization", "o: acme");
        server.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: people");
        for (String name : names()) {
            server.add(new com.unboundid.ldap.sdk.Entry(
                    dn(name),
                    new Attribute("objectClass", "contact"),
                    new Attribute("cn", "n" + name + "n"),
                    new Attribute("mail", "m" + name + "m")));
        }
        server.startListening();
        started = server;
    }

    @AfterAll
    static void stop() {
        if (started != null) {
            started.shutDown(true);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_value_looked_for_finds_exactly_the_one_entry(String name) throws LDAPException {
        try (LdapEntries entries = connect(PEOPLE)) {
            for (int slot : List.of(CN, MAIL)) {
                String value = slot == CN ? "n" + name + "n" : "m" + name + "m";
                List<Entry> found = new ArrayList<>();
                entries.lookUp(WANTED, slot, value, new Cancellation(), found::add);

                assertThat(found).hasSize(1);
                assertThat(new DN(found.get(0).first(0))).isEqualTo(dn(name));
                assertThat(found.get(0).first(slot)).isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_base_of_such_a_name_is_that_entry_and_no_other(String name) throws LDAPException {
        String base =
                URLEncoder.encode(dn(name).toString(), StandardCharsets.UTF_8).replace("+", "%20");
        List<Entry> found = new ArrayList<>();
        try (LdapEntries entries = connect(base)) {
            entries.scan(WANTED, new Cancellation(), found::add);
        }
        assertThat(found).hasSize(1);
        assertThat(new DN(found.get(0).first(0))).isEqualTo(dn(name));
    }

    private static DN dn(String name) throws LDAPException {
        return new DN(new RDN("cn", "n" + name + "n"), new DN(PEOPLE));
    }

    private static LdapEntries connect(String base) {
        InMemoryDirectoryServer server = started;
        if (server == null) {
            throw new IllegalStateException("not started");
        }
        return LdapEntries.connect(
                LdapAddress.parse("ldap://localhost:" + server.getListenPort() + "/" + base),
                new ServerAccess(null, null, question -> Optional.empty(), false, null, false, 30, 1000),
                "(cn=*)");
    }
}
