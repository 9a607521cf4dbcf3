package dirsh.entry.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import dirsh.entry.AttributeNames;
import dirsh.entry.Entry;
import dirsh.exchange.Recipients;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real OpenLDAP server on loopback, where the Debian package slapd is installed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenLdapTest {

    private static final int PEOPLE = 10_000;
    private static final String USER = "cn=reader,o=acme";
    private static final AttributeNames WANTED = new AttributeNames(List.of("dn", "mailNickname", "proxyAddresses"));
    private static final Path SLAPD = Path.of("/usr/sbin/slapd");
    private static final Path SCHEMA = Path.of("/etc/ldap/schema");

    @TempDir
    private static Path folder;

    private static @Nullable Process server;
    private static int plain;
    private static int tls;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Files.isExecutable(SLAPD) && Files.isDirectory(SCHEMA),
                "slapd is not installed; apt-get install slapd for these tests");
        keys(folder, "localhost");
        Files.createDirectory(folder.resolve("db"));
        Path configuration = configuration(folder);
        Path content = folder.resolve("content.ldif");
        write(content);
        run("/usr/sbin/slapadd", "-q", "-f", configuration.toString(), "-l", content.toString());
        plain = freePort();
        tls = freePort();
        server = slapd(folder, plain, tls);
        awaitListening(server, plain);
        awaitListening(server, tls);
    }

    private static Process slapd(Path keys, int plainPort, int tlsPort) throws IOException {
        return new ProcessBuilder(
                        SLAPD.toString(),
                        "-f",
                        configuration(keys).toString(),
                        "-h",
                        "ldap://127.0.0.1:" + plainPort + "/ ldaps://127.0.0.1:" + tlsPort + "/",
                        "-d",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("slapd.log").toFile())
                .start();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        Process started = server;
        if (started != null) {
            started.destroy();
            started.waitFor();
        }
    }

    /** The same content in the server of the library: what it answers is what the real one answers. */
    private static Set<String> inMemory() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("o=acme");
        config.setSchema(null);
        try (InMemoryDirectoryServer other = new InMemoryDirectoryServer(config)) {
            other.importFromLDIF(true, folder.resolve("content.ldif").toString());
            other.startListening();
            LdapAddress address = LdapAddress.parse("ldap://localhost:" + other.getListenPort() + "/o=acme");
            ServerAccess nobody =
                    new ServerAccess(null, null, question -> Optional.empty(), false, null, false, 30, 1000);
            try (LdapEntries entries = LdapEntries.connect(address, nobody, Recipients.USUAL_FILTER)) {
                return recipients(entries);
            }
        }
    }

    /** Everything a comparison can see of the recipients. */
    private static Set<String> recipients(LdapEntries entries) {
        Set<String> recipients = new TreeSet<>();
        new Recipients(entries, Optional.empty(), List.of()).scan(new Cancellation(), one -> {
            List<String> addresses =
                    one.proxyAddresses().stream().map(String::valueOf).sorted().toList();
            recipients.add(one.alias() + " " + one.displayName() + " " + one.primarySmtpAddress() + " " + addresses);
        });
        return recipients;
    }

    @Test
    void ten_thousand_recipients_are_the_same_over_plain_start_tls_ldaps_and_from_the_library_s_server()
            throws Exception {
        Set<String> expected = inMemory();
        assertThat(expected)
                .hasSize(PEOPLE)
                .contains("p7 Person 7 p7@acme.com [NOTES:Person 7/Acme@HQ, SMTP:p7@acme.com]");
        for (String way : List.of("ldap", "ldaps", "StartTLS")) {
            String scheme = way.equals("StartTLS") ? "ldap" : way;
            try (LdapEntries entries = LdapEntries.connect(
                    address(scheme, "o=acme"), access("sesame", way.equals("StartTLS")), Recipients.USUAL_FILTER)) {
                assertThat(recipients(entries)).as(way).isEqualTo(expected);
            }
        }
    }

    @Test
    void a_wrong_password_and_a_wrong_base_are_one_line_each() {
        assertThatThrownBy(() -> LdapEntries.connect(address("ldap", "o=acme"), access("SECRET", false), "(cn=*)"))
                .hasMessage("localhost:" + plain + ": wrong password, or no user " + USER);
        assertThatThrownBy(() ->
                        LdapEntries.connect(address("ldap", "ou=nowhere,o=acme"), access("sesame", false), "(cn=*)"))
                .hasMessage("localhost:" + plain + ": there is no entry ou=nowhere,o=acme");
    }

    @Test
    void a_size_limit_is_one_line_with_the_number_of_entries() {
        ServerAccess limited = new ServerAccess(
                "cn=limited,o=acme",
                null,
                question -> Optional.of("sesame".toCharArray()),
                false,
                null,
                false,
                30,
                1000);
        try (LdapEntries entries = LdapEntries.connect(address("ldap", "o=acme"), limited, "(mailNickname=*)")) {
            oneLine(() -> read(entries), "an administrative limit of the server ended the search");
        }
    }

    @Test
    void a_certificate_that_nobody_signed_or_of_another_host_is_refused() throws Exception {
        oneLine(
                () -> LdapEntries.connect(address("ldaps", "o=acme"), trusting(null, false), "(cn=*)"),
                "the certificate is not trusted, or it is for another host");
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        keys(elsewhere, "ldap.acme.com");
        int port = freePort();
        int tlsPort = freePort();
        Process other = slapd(elsewhere, port, tlsPort);
        try {
            awaitListening(other, tlsPort);
            ServerAccess trusting = trusting(elsewhere.resolve("server.pem"), false);
            oneLine(
                    () -> LdapEntries.connect(
                            LdapAddress.parse("ldaps://localhost:" + tlsPort + "/o=acme"), trusting, "(cn=*)"),
                    "the certificate is not trusted, or it is for another host");
            oneLine(
                    () -> LdapEntries.connect(
                            LdapAddress.parse("ldap://localhost:" + port + "/o=acme"),
                            trusting(elsewhere.resolve("server.pem"), true),
                            "(cn=*)"),
                    "the certificate is not trusted, or it is for another host");
        } finally {
            other.destroy();
            other.waitFor();
        }
    }

    private static ServerAccess trusting(@Nullable Path store, boolean startTls) {
        return new ServerAccess(null, null, question -> Optional.empty(), startTls, store, false, 30, 1000);
    }

    @Test
    void a_password_file_that_others_can_read_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "sesame\n");
        ServerAccess access = new ServerAccess(USER, file, question -> Optional.empty(), false, null, false, 30, 1000);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatThrownBy(() -> LdapEntries.connect(address("ldap", "o=acme"), access, "(cn=*)"))
                .hasMessage("others can read or write " + file + ", so the password in it is not used");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        LdapEntries.connect(address("ldap", "o=acme"), access, "(cn=*)").close();
    }

    @Test
    void a_server_that_goes_away_is_one_line() throws Exception {
        int port = freePort();
        Process doomed = slapd(folder, port, freePort());
        awaitListening(doomed, port);
        LdapAddress address = LdapAddress.parse("ldap://localhost:" + port + "/o=acme?(mailNickname=*)");
        try (LdapEntries entries = LdapEntries.connect(address, access("sesame", false), "(cn=*)")) {
            int[] seen = {0};
            oneLine(
                    () -> entries.scan(WANTED, new Cancellation(), entry -> {
                        if (seen[0]++ == 0) {
                            doomed.destroyForcibly().onExit().join();
                        }
                    }),
                    "the connection was lost after");
        } finally {
            doomed.destroyForcibly();
        }
    }

    private static void oneLine(ThrowableAssert.ThrowingCallable work, String what) {
        assertThatThrownBy(work).isInstanceOfSatisfying(DirshException.class, e -> {
            assertThat(e.problem()).matches("[^\n]*:\\d+: [^\n]*").contains(what);
            assertThat(e.tryThis()).isNotEmpty().doesNotContain("\n");
        });
    }

    private static List<Entry> read(LdapEntries entries) {
        List<Entry> all = new ArrayList<>();
        entries.scan(WANTED, new Cancellation(), all::add);
        return all;
    }

    private static LdapAddress address(String scheme, String base) {
        return LdapAddress.parse(scheme + "://localhost:" + (scheme.equals("ldaps") ? tls : plain) + "/" + base);
    }

    private static ServerAccess access(String password, boolean startTls) {
        return new ServerAccess(
                USER,
                null,
                question -> Optional.of(password.toCharArray()),
                startTls,
                folder.resolve("server.pem"),
                false,
                30,
                1000);
    }

    private static void keys(Path place, String host) {
        TestKeys.store(place, host);
        TestKeys.certificate(place);
        TestKeys.privateKey(place);
    }

    /** A configuration beside the keys it names; all servers share the one database. */
    private static Path configuration(Path keys) throws IOException {
        String text =
                """
                include /etc/ldap/schema/core.schema
                include /etc/ldap/schema/cosine.schema
                attributetype ( 1.1.2.1 NAME 'mailNickname' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )
                attributetype ( 1.1.2.2 NAME 'proxyAddresses' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )
                objectclass ( 1.1.2.3 NAME 'mailEntry' SUP top AUXILIARY MAY ( mailNickname $ proxyAddresses ) )
                modulepath /usr/lib/ldap
                moduleload back_mdb
                TLSCertificateFile KEYS/server.pem
                TLSCertificateKeyFile KEYS/key.pem
                database mdb
                suffix "o=acme"
                rootdn "cn=reader,o=acme"
                rootpw sesame
                limits dn.exact="cn=limited,o=acme" size.soft=50 size.hard=50 size.pr=20 size.prtotal=hard
                directory FOLDER/db
                maxsize 268435456
                """
                        .replace("FOLDER", folder.toString())
                        .replace("KEYS", keys.toString());
        return Files.writeString(keys.resolve("slapd.conf"), text);
    }

    private static void write(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("dn: o=acme\nobjectClass: organization\no: acme\n\n");
            out.write("dn: cn=limited,o=acme\nobjectClass: person\ncn: limited\nsn: Reader\nuserPassword: sesame\n\n");
            for (int i = 0; i < PEOPLE; i++) {
                out.write("dn: cn=Person " + i + ",o=acme\nobjectClass: person\nobjectClass: mailEntry\ncn: Person " + i
                        + "\nsn: Person\nmailNickname: p" + i + "\nproxyAddresses: SMTP:p" + i
                        + "@acme.com\nproxyAddresses: NOTES:Person " + i + "/Acme@HQ\n\n");
            }
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("slapadd.log").toFile())
                .start();
        assertThat(process.waitFor())
                .as(() -> {
                    try {
                        return Files.readString(folder.resolve("slapadd.log"));
                    } catch (IOException e) {
                        return String.valueOf(e);
                    }
                })
                .isZero();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waits for the server; one that ends instead is reported with what it said. */
    private static void awaitListening(Process process, int port) throws IOException, InterruptedException {
        while (process.isAlive()) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException(Files.readString(folder.resolve("slapd.log")));
    }
}
