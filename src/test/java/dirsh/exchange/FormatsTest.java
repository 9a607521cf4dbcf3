package dirsh.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import dirsh.compare.ComparedAttribute;
import dirsh.compare.Comparer;
import dirsh.compare.Comparison;
import dirsh.compare.RecipientIndex;
import dirsh.diagnose.Diagnoser;
import dirsh.entry.EntryFile;
import dirsh.entry.csv.CsvEntries;
import dirsh.entry.csv.CsvForm;
import dirsh.entry.ldap.LdapAddress;
import dirsh.entry.ldap.LdapEntries;
import dirsh.entry.ldap.ServerAccess;
import dirsh.model.Cancellation;
import dirsh.model.NoteKind;
import dirsh.model.Person;
import dirsh.source.Projection;
import dirsh.source.dxl.DxlBook;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One directory as each product exports it: everything read from it is the same. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FormatsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/dirsh/formats");
    private static final Path BOOK = Path.of("src/test/resources/dirsh/books/acme.dxl");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"directory55.csv", "csvde.csv", "directory.ldf"})
    void every_export_gives_the_recipients_of_the_management_shell(String name) {
        assertThat(told(open(name))).containsExactlyElementsOf(told(open("shell.csv")));
    }

    @Test
    void five_formats_of_one_directory_give_the_same_comparison() throws Exception {
        Comparison shell = compare(open("shell.csv"));
        assertThat(shell.matched()).isEqualTo(3);
        assertThat(shell.unexpected()).hasSize(1);
        assertThat(shell.compared().groups()).isEqualTo(1);
        for (String name : List.of("directory55.csv", "csvde.csv", "directory.ldf")) {
            assertThat(compare(open(name))).as(name).isEqualTo(shell);
        }
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("DC=com");
        config.setSchema(null);
        try (InMemoryDirectoryServer server = new InMemoryDirectoryServer(config)) {
            server.add("dn: DC=com", "objectClass: domain", "dc: com");
            server.add("dn: DC=acme,DC=com", "objectClass: domain", "dc: acme");
            server.applyChangesFromLDIF(GOLDEN.resolve("directory.ldf").toString());
            server.startListening();
            try (LdapEntries entries = ldap(server)) {
                RecipientSource source = new Recipients(entries, Optional.empty(), List.of());
                assertThat(compare(source)).as("LDAP").isEqualTo(shell);
                assertThat(told(source)).containsExactlyInAnyOrderElementsOf(told(open("shell.csv")));
            }
        }
    }

    private static LdapEntries ldap(InMemoryDirectoryServer server) {
        return LdapEntries.connect(
                LdapAddress.parse("ldap://localhost:" + server.getListenPort() + "/DC=acme,DC=com"),
                new ServerAccess(null, null, question -> Optional.empty(), false, null, false, 30, 2),
                Recipients.USUAL_FILTER);
    }

    @Test
    void ldap_names_of_exchange_55_are_understood() {
        Recipient jane = Exports.Read.of(open("exchange55.ldif")).recipients().get(0);

        assertThat(jane.displayName()).isEqualTo("Doe, Jane");
        assertThat(jane.alias()).isEqualTo("jdoe");
        assertThat(jane.primarySmtpAddress()).isEqualTo("jdoe@example.com");
        assertThat(jane.targetAddress()).hasToString("NOTES:Jane Doe/Acme@ACME");
        assertThat(jane.directoryIds()).hasToString("[F7AFA2E9B053F1DB852567BE004A3F83]");
        assertThat(jane.proxyAddresses()).extracting(ProxyAddress::type).containsExactly("NOTES", "X400");
        assertThat(jane.group()).isFalse();
    }

    @Test
    void raw_attribute_headers_and_directory_names_of_exchange_55_are_understood() throws IOException {
        Recipient jane = read(
                        "Obj-Class\tCommon-Name\tMail-nickname\tProxy-Addresses\tTarget-Address\tObj-Dist-Name\tGiven-Name\tSurname\n"
                                + "Remote\tf7afa2e9-b053f1db-852567be-4a3f83\tjdoe\tSMTP:j@acme.com%smtp:k@acme.com"
                                + "\tNOTES:Jane Doe/Acme@HQ\t/o=ACME/ou=SITE/cn=Recipients/cn=1-2-3-4\tJane\tDoe\n",
                        Optional.empty(), List.of())
                .recipients()
                .get(0);

        assertThat(jane.directoryIds())
                .hasToString("[F7AFA2E9B053F1DB852567BE004A3F83, 00000001000000020000000300000004]");
        assertThat(jane.proxyAddresses()).hasToString("[SMTP:j@acme.com, smtp:k@acme.com]");
        assertThat(jane.attributes()).containsEntry("firstName", "Jane").containsEntry("lastName", "Doe");
    }

    @Test
    void the_separator_of_lists_can_be_told() throws IOException {
        Exports.Read read = read(
                "Obj-Class,Alias Name,E-mail Addresses\nRemote,a,SMTP:a@acme.com~NOTES:A % B/Acme@HQ\n",
                Optional.of("~"), List.of());

        assertThat(read.recipients().get(0).proxyAddresses()).hasToString("[SMTP:a@acme.com, NOTES:A % B/Acme@HQ]");
    }

    @Test
    void an_export_of_exchange_55_without_custom_recipients_is_doubted() throws IOException {
        assertThat(read("Obj-Class,Alias Name\nMailbox,a\ndl,b\n", Optional.empty(), List.of())
                        .warnings())
                .singleElement()
                .asString()
                .contains("has no row of class Remote");
        assertThat(Exports.Read.of(open("directory55.csv")).warnings()).isEmpty();
    }

    @Test
    void a_row_to_delete_is_no_recipient() throws IOException {
        Exports.Read read =
                read("Obj-Class,Mode,Alias Name\nRemote,Delete,a\nRemote,,b\n", Optional.empty(), List.of());

        assertThat(read.recipients()).extracting(Recipient::alias).containsExactly("b");
        assertThat(read.problems()).hasToString("[r.csv:2: the row's Mode is Delete; it is passed over]");
    }

    @Test
    void a_column_of_another_name_can_be_mapped() throws IOException {
        Exports.Read read = read(
                "Login;Mailadresse\njdoe;j@acme.com\n", Optional.empty(), List.of("Login=Alias", "Mailadresse=mail"));

        assertThat(read.recipients().get(0).alias()).isEqualTo("jdoe");
        assertThat(read.recipients().get(0).primarySmtpAddress()).isEqualTo("j@acme.com");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> read("Login\njdoe\n", Optional.empty(), List.of("Login=Nonsense"))))
                .hasMessage("'Login=Nonsense' maps no column to an attribute");
    }

    @Test
    void characters_of_windows_are_read_when_told() throws IOException {
        Path file = folder.resolve("r.csv");
        Files.write(file, "Alias,DisplayName\nek,Krüger\n".getBytes(StandardCharsets.ISO_8859_1));
        RecipientSource source = new Recipients(
                new CsvEntries(
                        new EntryFile("r.csv", file, Optional.of(Charset.forName("windows-1252"))), CsvForm.USUAL),
                Optional.empty(),
                List.of());

        assertThat(Exports.Read.of(source).recipients())
                .extracting(Recipient::displayName)
                .containsExactly("Krüger");
    }

    private Exports.Read read(String text, Optional<String> lists, List<String> mapped) throws IOException {
        Path file = folder.resolve("r.csv");
        Files.writeString(file, text);
        return Exports.Read.of(new Recipients(
                new CsvEntries(new EntryFile("r.csv", file, Optional.empty()), CsvForm.USUAL), lists, mapped));
    }

    private static RecipientSource open(String name) {
        return name.endsWith(".csv")
                ? Exports.csv(name, GOLDEN.resolve(name))
                : Exports.ldif(name, GOLDEN.resolve(name));
    }

    /** Everything about the recipients that a comparison can see, without their places and their further ids. */
    private static List<String> told(RecipientSource source) {
        List<String> told = new ArrayList<>();
        for (Recipient one : Exports.Read.of(source).recipients()) {
            Map<String, String> compared = new java.util.TreeMap<>(one.attributes());
            compared.values().removeIf(String::isEmpty);
            compared.keySet().removeAll(List.of(Recipient.FIRST_NAME, Recipient.LAST_NAME, Recipient.MEMBERS));
            told.add(one.displayName() + " " + one.alias() + " " + one.primarySmtpAddress() + " "
                    + one.proxyAddresses().stream().distinct().toList() + " " + one.targetAddress() + " " + one.group()
                    + " " + compared);
        }
        return told;
    }

    private static Comparison compare(RecipientSource source) {
        Comparer comparer = new Comparer(RecipientIndex.read(source, new Cancellation()), ComparedAttribute.DEFAULTS);
        Diagnoser diagnoser = new Diagnoser();
        try (DxlBook book = DxlBook.open(BOOK, "acme.dxl")) {
            book.scan(Projection.of(Diagnoser.items()), new Cancellation(), note -> diagnoser
                    .judge(note)
                    .filter(verdict -> verdict.kind() == NoteKind.PERSON && !verdict.conflict())
                    .ifPresent(verdict -> comparer.person(new Person(note), verdict.finding())));
        }
        return comparer.finish();
    }
}
