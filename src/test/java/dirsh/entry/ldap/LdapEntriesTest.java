package dirsh.entry.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import dirsh.entry.AttributeNames;
import dirsh.entry.Entry;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LdapEntriesTest {

    private static final int PEOPLE = 10_000;
    private static final String USER = "cn=reader,o=acme";
    private static final AttributeNames WANTED = new AttributeNames(List.of("dn", "cn", "mail", "proxyAddresses"));

    @TempDir
    private static Path folder;

    private static Path certificate = Path.of("");
    private static @Nullable InMemoryDirectoryServer server;

    @BeforeAll
    static void start() throws Exception {
        Path keys = TestKeys.store(folder, "localhost");
        certificate = TestKeys.certificate(folder);
        SSLUtil tls = tls(keys);
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("o=acme");
        config.setSchema(null);
        config.addAdditionalBindCredentials(USER, "sesame");
        config.setMaxSizeLimit(PEOPLE + 100);
        config.setListenerConfigs(
                InMemoryListenerConfig.createLDAPConfig("plain", null, 0, tls.createSSLSocketFactory()),
                InMemoryListenerConfig.createLDAPSConfig(
                        "tls", null, 0, tls.createSSLServerSocketFactory(), tls.createSSLSocketFactory()));
        InMemoryDirectoryServer started = new InMemoryDirectoryServer(config);
        started.add("dn: o=acme", "objectClass: organization", "o: acme");
        started.add("dn: ou=people,o=acme", "objectClass: organizationalUnit", "ou: people");
        for (int i = 0; i < PEOPLE; i++) {
            started.add(
                    "dn: cn=Person " + i + ",ou=people,o=acme",
                    "objectClass: contact",
                    "cn: Person " + i,
                    "mail: p" + i + "@acme.com",
                    "proxyAddresses: SMTP:p" + i + "@acme.com",
                    "proxyAddresses: NOTES:Person " + i + "/Acme@HQ",
                    "description: not asked for");
        }
        started.startListening();
        server = started;
    }

    private static SSLUtil tls(Path keys) throws Exception {
        return new SSLUtil(
                new KeyStoreKeyManager(keys.toFile(), TestKeys.PASSWORD.toCharArray()), new TrustAllTrustManager());
    }

    @AfterAll
    static void stop() {
        server().shutDown(true);
    }

    @ParameterizedTest
    @CsvSource({"ldap, plain, false", "ldap, plain, true", "ldaps, tls, false"})
    void all_entries_come_page_by_page_over_plain_start_tls_and_ldaps(
            String scheme, String listener, boolean startTls) {
        ServerAccess access = new ServerAccess(
                USER, null, question -> Optional.of("sesame".toCharArray()), startTls, certificate, false, 30, 700);
        try (LdapEntries entries = connect(scheme, listener, "ou=people,o=acme?(cn=*)", access)) {
            List<Entry> all = read(entries);

            assertThat(all).hasSize(PEOPLE);
            assertThat(all)
                    .filteredOn(entry -> entry.first(0).equals("cn=Person 42,ou=people,o=acme"))
                    .singleElement()
                    .satisfies(entry ->
                            assertThat(entry.all(3)).containsExactly("SMTP:p42@acme.com", "NOTES:Person 42/Acme@HQ"));
        }
    }

    @Test
    void only_wanted_attributes_are_asked_for_and_the_usual_filter_counts_where_the_address_has_none() {
        try (LdapEntries entries = LdapEntries.connect(address("ldap", "plain", "o=acme"), open(), "(cn=Person 7)")) {
            assertThat(read(entries)).hasSize(1);
        }
    }

    @Test
    void a_certificate_that_nobody_signed_or_of_another_host_is_refused_unless_somebody_says_so() throws Exception {
        assertThatThrownBy(() -> connect("ldaps", "tls", "o=acme", open()))
                .hasMessageMatching("localhost:\\d+: the certificate is not trusted, or it is for another host");
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("o=acme");
        Path elsewhere = Files.createDirectory(folder.resolve("other"));
        config.setListenerConfigs(InMemoryListenerConfig.createLDAPSConfig(
                "tls", tls(TestKeys.store(elsewhere, "ldap.acme.com")).createSSLServerSocketFactory()));
        try (InMemoryDirectoryServer other = new InMemoryDirectoryServer(config)) {
            other.startListening();
            ServerAccess trusting = new ServerAccess(
                    null, null, LdapEntriesTest::nobody, false, TestKeys.certificate(elsewhere), false, 30, 1000);
            LdapAddress wrongName = LdapAddress.parse("ldaps://localhost:" + other.getListenPort() + "/o=acme");
            assertThatThrownBy(() -> LdapEntries.connect(wrongName, trusting, "(cn=*)"))
                    .hasMessageContaining("the certificate is not trusted, or it is for another host");
        }
        ServerAccess insecure = new ServerAccess(null, null, LdapEntriesTest::nobody, false, null, true, 30, 1000);
        try (LdapEntries entries = connect("ldaps", "tls", "ou=people,o=acme?(cn=Person 1)", insecure)) {
            assertThat(read(entries)).hasSize(1);
        }
    }

    @Test
    void a_wrong_password_is_one_line_without_it() {
        ServerAccess wrong = new ServerAccess(
                USER, null, question -> Optional.of("SECRET".toCharArray()), false, null, false, 30, 1000);

        oneLine(() -> connect("ldap", "plain", "o=acme", wrong), "wrong password, or no user " + USER);
    }

    @Test
    void the_password_is_overwritten_behind_the_bind_and_asked_for_once() {
        List<char[]> given = new ArrayList<>();
        ServerAccess access = new ServerAccess(
                USER,
                null,
                question -> {
                    assertThat(question).matches("password of cn=reader,o=acme at localhost:\\d+:");
                    given.add("sesame".toCharArray());
                    return Optional.of(given.get(given.size() - 1));
                },
                false,
                null,
                false,
                30,
                1000);
        try (LdapEntries entries = connect("ldap", "plain", "ou=people,o=acme?(cn=Person 3)", access)) {
            read(entries);
            read(entries);
        }
        assertThat(given).hasSize(1);
        assertThat(given.get(0)).containsOnly('\0');
    }

    @Test
    void a_password_comes_from_a_private_file_and_from_no_other() throws IOException {
        Path file = folder.resolve("password");
        Files.writeString(file, "sesame\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        ServerAccess access = new ServerAccess(USER, file, LdapEntriesTest::nobody, false, null, false, 30, 1000);
        try (LdapEntries entries = connect("ldap", "plain", "ou=people,o=acme?(cn=Person 3)", access)) {
            assertThat(read(entries)).hasSize(1);
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> connect("ldap", "plain", "o=acme", access))
                .isInstanceOfSatisfying(
                        DirshException.class, e -> assertThat(e.tryThis()).startsWith("chmod 600 "))
                .hasMessageContaining("others can read or write");
    }

    @Test
    void where_nobody_can_be_asked_the_file_is_named() {
        ServerAccess access = new ServerAccess(USER, null, LdapEntriesTest::nobody, false, null, false, 30, 1000);
        assertThatThrownBy(() -> connect("ldap", "plain", "o=acme", access))
                .isInstanceOfSatisfying(
                        DirshException.class, e -> assertThat(e.tryThis()).startsWith("--password-file"))
                .hasMessage("there is nobody to ask for the password of " + USER);
    }

    @Test
    void a_wrong_base_says_what_there_is() {
        assertThatThrownBy(() -> connect("ldap", "plain", "ou=nowhere,o=acme", open()))
                .isInstanceOfSatisfying(
                        DirshException.class, e -> assertThat(e.tryThis()).isEqualTo("the base o=acme"))
                .hasMessageEndingWith(": there is no entry ou=nowhere,o=acme");
    }

    @Test
    void a_server_that_knows_no_start_tls_is_said_to() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("o=acme");
        try (InMemoryDirectoryServer without = new InMemoryDirectoryServer(config)) {
            without.startListening();
            LdapAddress address = LdapAddress.parse("ldap://localhost:" + without.getListenPort() + "/o=acme");
            ServerAccess startTls = new ServerAccess(null, null, LdapEntriesTest::nobody, true, null, true, 30, 1000);
            oneLine(() -> LdapEntries.connect(address, startTls, "(cn=*)"), "knows no StartTLS, or refuses it");
        }
    }

    @Test
    void the_size_limit_of_the_server_is_told_with_the_number_of_entries() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("o=acme");
        config.setSchema(null);
        config.setMaxSizeLimit(3);
        try (InMemoryDirectoryServer small = new InMemoryDirectoryServer(config)) {
            small.add("dn: o=acme", "objectClass: organization", "o: acme");
            for (int i = 0; i < 5; i++) {
                small.add("dn: cn=p" + i + ",o=acme", "objectClass: contact", "cn: p" + i);
            }
            small.startListening();
            LdapAddress address = LdapAddress.parse("ldap://localhost:" + small.getListenPort() + "/o=acme?(cn=*)");
            try (LdapEntries entries = LdapEntries.connect(address, open(), "(cn=*)")) {
                oneLine(() -> read(entries), "the size limit of the server ended the search");
            }
        }
    }

    @Test
    void a_dropped_connection_is_one_line_and_the_next_scan_connects_again() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("o=acme");
        config.setSchema(null);
        try (InMemoryDirectoryServer dropping = new InMemoryDirectoryServer(config)) {
            dropping.add("dn: o=acme", "objectClass: organization", "o: acme");
            for (int i = 0; i < 5; i++) {
                dropping.add("dn: cn=p" + i + ",o=acme", "objectClass: contact", "cn: p" + i);
            }
            dropping.startListening();
            LdapAddress address = LdapAddress.parse("ldap://localhost:" + dropping.getListenPort() + "/o=acme?(cn=*)");
            ServerAccess pagesOfTwo = new ServerAccess(null, null, LdapEntriesTest::nobody, false, null, false, 30, 2);
            try (LdapEntries entries = LdapEntries.connect(address, pagesOfTwo, "(cn=*)")) {
                int[] seen = new int[1];
                oneLine(
                        () -> entries.scan(WANTED, new Cancellation(), entry -> {
                            seen[0]++;
                            // The whole page was sent by then.
                            if (seen[0] == 2) {
                                dropping.closeAllConnections(false);
                            }
                        }),
                        "the connection was lost after 2 entries");
                assertThat(seen[0]).isEqualTo(2);
                assertThat(read(entries)).hasSize(5);
            }
        }
    }

    @Test
    void what_the_taker_of_an_entry_throws_comes_out_and_the_connection_can_be_used_again() {
        try (LdapEntries entries = connect("ldap", "plain", "o=acme", open())) {
            int[] seen = new int[1];
            IllegalStateException full = new IllegalStateException("full");
            assertThatThrownBy(() -> entries.scan(WANTED, new Cancellation(), entry -> {
                        seen[0]++;
                        throw full;
                    }))
                    .isSameAs(full);
            assertThat(seen[0]).isEqualTo(1);
            assertThat(read(entries)).hasSizeGreaterThan(1);
        }
    }

    @Test
    void a_server_that_is_not_there_is_one_line() {
        LdapAddress closed = LdapAddress.parse("ldap://localhost:1/o=acme");

        oneLine(() -> LdapEntries.connect(closed, open(), "(cn=*)"), "nothing listens there");
    }

    @Test
    void a_broken_filter_or_base_is_refused_before_anything_is_sent() {
        assertThatThrownBy(() -> connect("ldap", "plain", "o=acme?(cn=*", open()))
                .hasMessageContaining("is no LDAP filter");
        assertThatThrownBy(() -> connect("ldap", "plain", "nonsense?(cn=*)", open()))
                .hasMessage("'nonsense' is no name of an entry");
    }

    private static void oneLine(org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String what) {
        assertThatThrownBy(work).isInstanceOfSatisfying(DirshException.class, e -> {
            assertThat(e.outcome()).isEqualTo(DirshException.Outcome.FAILED);
            assertThat(e.problem())
                    .matches("localhost:\\d+:? [^\n]*")
                    .contains(what)
                    .doesNotContain("SECRET");
            assertThat(e.tryThis()).isNotEmpty().doesNotContain("\n");
        });
    }

    private static Optional<char[]> nobody(String question) {
        return Optional.empty();
    }

    private static ServerAccess open() {
        return new ServerAccess(null, null, LdapEntriesTest::nobody, false, null, false, 30, 1000);
    }

    private static List<Entry> read(LdapEntries entries) {
        List<Entry> all = new ArrayList<>();
        entries.scan(WANTED, new Cancellation(), all::add);
        return all;
    }

    private static LdapEntries connect(String scheme, String listener, String rest, ServerAccess access) {
        return LdapEntries.connect(address(scheme, listener, rest), access, "(cn=*)");
    }

    private static LdapAddress address(String scheme, String listener, String rest) {
        return LdapAddress.parse(scheme + "://localhost:" + server().getListenPort(listener) + "/" + rest);
    }

    private static InMemoryDirectoryServer server() {
        InMemoryDirectoryServer known = server;
        if (known == null) {
            throw new IllegalStateException("not started");
        }
        return known;
    }
}
