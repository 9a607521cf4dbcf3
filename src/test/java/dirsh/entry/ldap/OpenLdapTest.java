package dirsh.entry.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dirsh.entry.AttributeNames;
import dirsh.entry.Entry;
import dirsh.model.Cancellation;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        TestKeys.store(folder, "localhost");
        TestKeys.certificate(folder);
        TestKeys.privateKey(folder);
        Files.createDirectory(folder.resolve("db"));
        Path configuration = folder.resolve("slapd.conf");
        Files.writeString(configuration, configuration());
        Path content = folder.resolve("content.ldif");
        write(content);
        run("/usr/sbin/slapadd", "-q", "-f", configuration.toString(), "-l", content.toString());
        plain = freePort();
        tls = freePort();
        server = new ProcessBuilder(
                        SLAPD.toString(),
                        "-f",
                        configuration.toString(),
                        "-h",
                        "ldap://127.0.0.1:" + plain + "/ ldaps://127.0.0.1:" + tls + "/",
                        "-d",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("slapd.log").toFile())
                .start();
        awaitListening(server, plain);
        awaitListening(server, tls);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        Process started = server;
        if (started != null) {
            started.destroy();
            started.waitFor();
        }
    }

    @ParameterizedTest
    @CsvSource({"ldap, false", "ldap, true", "ldaps, false"})
    void ten_thousand_entries_come_over_plain_start_tls_and_ldaps(String scheme, boolean startTls) {
        ServerAccess access = access("sesame", startTls);
        Set<String> nicknames = new TreeSet<>();
        try (LdapEntries entries = LdapEntries.connect(address(scheme, "o=acme"), access, "(mailNickname=*)")) {
            for (Entry entry : read(entries)) {
                nicknames.add(entry.first(1));
                assertThat(entry.all(2)).hasSize(2);
            }
        }
        assertThat(nicknames).hasSize(PEOPLE);
    }

    @Test
    void a_wrong_password_and_a_wrong_base_are_one_line_each() {
        assertThatThrownBy(() -> LdapEntries.connect(address("ldap", "o=acme"), access("SECRET", false), "(cn=*)"))
                .hasMessage("localhost:" + plain + ": wrong password, or no user " + USER);
        try (LdapEntries entries =
                LdapEntries.connect(address("ldap", "ou=nowhere,o=acme"), access("sesame", false), "(cn=*)")) {
            assertThatThrownBy(() -> read(entries))
                    .hasMessage("localhost:" + plain + ": there is no entry ou=nowhere,o=acme");
        }
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

    private static String configuration() {
        return """
                include /etc/ldap/schema/core.schema
                include /etc/ldap/schema/cosine.schema
                attributetype ( 1.1.2.1 NAME 'mailNickname' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )
                attributetype ( 1.1.2.2 NAME 'proxyAddresses' EQUALITY caseIgnoreMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 )
                objectclass ( 1.1.2.3 NAME 'mailEntry' SUP top AUXILIARY MAY ( mailNickname $ proxyAddresses ) )
                modulepath /usr/lib/ldap
                moduleload back_mdb
                TLSCertificateFile FOLDER/server.pem
                TLSCertificateKeyFile FOLDER/key.pem
                database mdb
                suffix "o=acme"
                rootdn "cn=reader,o=acme"
                rootpw sesame
                directory FOLDER/db
                maxsize 268435456
                """
                .replace("FOLDER", folder.toString());
    }

    private static void write(Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("dn: o=acme\nobjectClass: organization\no: acme\n\n");
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
