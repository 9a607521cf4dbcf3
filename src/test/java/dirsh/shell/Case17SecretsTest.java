package dirsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.sdk.OperationType;
import dirsh.Workplace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A password, however it is given, stands in no answer, error, plan, history, journal, audit log or cache.
 *
 * <p>That its characters are overwritten behind the bind is in {@code LdapEntriesTest}; what the history makes of lines is in
 * {@code PromptHistoryTest}. No command takes a password as a word, so the list of processes never holds one.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case17SecretsTest {

    private static final String SECRET = "hunter2-s3cret";
    private static final String USER = "cn=reader,o=acme";

    @TempDir
    private Path folder;

    private Workplace workplace;
    private InMemoryDirectoryServer server;
    private String address;

    @BeforeEach
    void aServerThatAsksForAPassword() throws Exception {
        workplace = Workplace.in(folder.resolve("work"));
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("o=acme");
        config.setSchema(null);
        config.addAdditionalBindCredentials(USER, SECRET);
        config.setAuthenticationRequiredOperationTypes(OperationType.SEARCH);
        server = new InMemoryDirectoryServer(config);
        server.add("dn: o=acme", "objectClass: organization", "o: acme");
        server.add("dn: cn=Jane Doe,o=acme", "objectClass: contact", "mailNickname: jdoe", "mail: jdoe@example.com");
        server.startListening();
        address = "ldap://localhost:" + server.getListenPort() + "/o=acme";
    }

    @AfterEach
    void nowhere() throws IOException {
        server.shutDown(true);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("password") && !file.endsWith("script.groovy")) {
                    String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                    assertThat(content.contains(SECRET)).as(file.toString()).isFalse();
                }
            }
        }
    }

    private Path password(String text) throws IOException {
        Path file = Files.writeString(workplace.folder().resolve("password"), text + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static void assertNowhere(Workplace.Ran ran) {
        assertThat(ran.both()).doesNotContain(SECRET);
    }

    @Test
    void from_a_file_through_a_whole_repair() throws IOException {
        password(SECRET);
        Workplace.Ran ran =
                workplace.commands("open acme.dxl; exchange " + address + " --as ad --partial --user '" + USER
                        + "' --password-file password; compare -o json; plan --save p.json; rehearse --save r.json;"
                        + " report r.html; snapshot s.snap; apply p.json --yes; verify; audit; runs; status");
        assertThat(ran.err()).contains("7 planned: 7 done, 0 refused");
        assertThat(ran.out()).contains("\"matched\"");
        assertNowhere(ran);
    }

    @Test
    void a_wrong_one_in_its_error_and_in_the_trace() throws IOException {
        password(SECRET + "-wrong");
        Workplace.Ran ran = workplace.dirsh(List.of(
                "--keep-going",
                "-c",
                "open acme.dxl; exchange " + address + " --user '" + USER
                        + "' --password-file password; compare; trace"));
        assertThat(ran.code()).isGreaterThanOrEqualTo(2);
        assertNowhere(ran);
    }

    @Test
    void in_an_address_where_it_is_refused() {
        for (String bad : List.of(
                "ldap://cn=reader:" + SECRET + "@localhost/o=acme",
                "ldaps://reader:" + SECRET + "@localhost:1/o=acme",
                "ldap://localhost:1/o=acme????bindname=cn=reader,x-bindpw=" + SECRET)) {
            Workplace.Ran ran = workplace.dirsh(List.of(
                    "--keep-going", "-c", "open acme.dxl; exchange '" + bad + "' --as ad; compare; status; trace"));
            assertThat(ran.code()).as(ran.toString()).isGreaterThanOrEqualTo(2);
            assertNowhere(ran);
        }
    }

    @Test
    void as_a_word_no_command_takes() {
        for (String command : List.of("exchange " + address, "open acme.dxl")) {
            Workplace.Ran ran = workplace.commands(command + " --password " + SECRET);
            assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
            assertNowhere(ran);
        }
    }

    @Test
    void in_a_script_that_fails() throws IOException {
        Path script = Files.writeString(
                folder.resolve("script.groovy"),
                "def password = '" + SECRET + "'\nexchange('" + address + "', user: '" + USER + "')\ncompare()\n");
        assertNowhere(workplace.dirsh(List.of(script.toString())));
    }

    @Test
    void typed_at_the_prompt() throws IOException {
        try (Screenful screen = new Screenful(
                workplace.folder(),
                Path.of("").toAbsolutePath(),
                200,
                "xterm-256color",
                Map.of("DIRSH_PAGER", "off"))) {
            screen.type("open acme.dxl", Screenful.ENTER).shows("opened acme");
            screen.type(
                            "exchange " + address + " --as ad --partial --user '" + USER + "'; compare -o json",
                            Screenful.ENTER)
                    .shows("assword");
            screen.type(SECRET, Screenful.ENTER).shows("\"healthy\"");
            assertThat(screen.text()).doesNotContain(SECRET);
            screen.type(Screenful.UP).shows("exchange ldap");
            assertThat(screen.text()).doesNotContain(SECRET);
        }
        assertThat(workplace.folder().resolve("home/history")).content().contains("exchange ldap");
    }
}
