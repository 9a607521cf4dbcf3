package dirsh.exchange;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.entry.EntryFile;
import dirsh.entry.csv.CsvEntries;
import dirsh.entry.csv.CsvForm;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which exports of one kind differ from each other. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DialectsTest {

    private static final Path GOLDEN = Path.of("src/test/resources/dirsh/formats");
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"directory55.csv", "csvde.csv", "shell.csv", "directory.ldf"})
    void a_file_in_another_encoding_gives_the_same_recipients(String name) throws IOException {
        String text = Files.readString(GOLDEN.resolve(name));
        List<Recipient> expected = recipients(name, text.getBytes(UTF_8), Optional.empty());

        assertThat(expected).hasSize(5);
        for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
            assertThat(recipients(name, ("\uFEFF" + text).getBytes(charset), Optional.empty()))
                    .as("%s with a byte order mark", charset)
                    .isEqualTo(expected);
        }
        assertThat(recipients(name, text.getBytes(WINDOWS), Optional.of(WINDOWS)))
                .isEqualTo(expected);
        assertThat(recipients(name, text.replace("\n", "\r\n").getBytes(UTF_8), Optional.empty()))
                .as("line ends of Windows")
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"';'", "'\t'", "'|'", "'~'"})
    void a_directory_export_with_other_separators_gives_the_same_recipients(String separator) throws IOException {
        String text = Files.readString(GOLDEN.resolve("directory55.csv"));
        List<Recipient> expected = recipients("directory55.csv", text.getBytes(UTF_8), Optional.empty());
        // Quotes by which a cell holds commas are not needed any more, but those of X.400 with its semicolons are.
        String other = text.lines()
                .map(line -> String.join(separator, cells(line)))
                .map(line -> line + "\n")
                .reduce("", String::concat);
        Path file = folder.resolve("directory55.csv");
        Files.writeString(file, other);
        boolean found = List.of(";", "\t").contains(separator);
        CsvForm form = new CsvForm(found ? Optional.empty() : Optional.of(separator.charAt(0)), '"');

        assertThat(Exports.Read.of(new Recipients(
                                new CsvEntries(new EntryFile("directory55.csv", file, Optional.empty()), form),
                                Optional.empty(),
                                List.of()))
                        .recipients())
                .isEqualTo(expected);
    }

    /** The cells of a golden line, in which only names are quoted, each quoted. */
    private static List<String> cells(String line) {
        return List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)).stream()
                .map(cell -> cell.startsWith("\"") ? cell : "\"" + cell + "\"")
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "Obj-Class,Alias Name,Directory Name,E-mail Address,E-mail Addresses,Display Name",
                "Obj-Class,Mail-nickname,Common-Name,Target-Address,Proxy-Addresses,Display-Name",
                "OBJ-CLASS,MAIL-NICKNAME,rdn,target-address,Proxy-Addresses,cn",
                "Obj-Class,uid,Directory-Name,E-mail address,Secondary-Proxy-Addresses,Display-Name"
            })
    void headers_of_exchange_55_may_be_its_titles_or_its_raw_attributes(String header) throws IOException {
        Recipient jane = csv(header
                        + "\nRemote,jdoe,f7afa2e9-b053f1db-852567be-4a3f83,NOTES:Jane Doe/Acme@HQ,SMTP:j@acme.com%smtp:k@acme.com,Jane\n")
                .recipients()
                .get(0);

        assertThat(jane.alias()).isEqualTo("jdoe");
        assertThat(jane.displayName()).isEqualTo("Jane");
        assertThat(jane.directoryIds()).hasToString("[F7AFA2E9B053F1DB852567BE004A3F83]");
        assertThat(jane.targetAddress()).hasToString("NOTES:Jane Doe/Acme@HQ");
        assertThat(jane.proxyAddresses()).hasToString("[SMTP:j@acme.com, smtp:k@acme.com]");
        assertThat(jane.primarySmtpAddress()).isEqualTo("j@acme.com");
    }

    @Test
    void a_directory_name_under_the_header_cn_is_taken_for_one() throws IOException {
        Recipient jane =
                csv("""
                        Obj-Class,cn,Display-Name,Mail-nickname
                        Remote,f7afa2e9-b053f1db-852567be-4a3f83,"Doe, Jane",jdoe
                        """)
                        .recipients()
                        .get(0);

        assertThat(jane.directoryIds()).hasToString("[F7AFA2E9B053F1DB852567BE004A3F83]");
        assertThat(jane.displayName()).isEqualTo("Doe, Jane");
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "; ", "|", " | ", " ", ",", ", "})
    void addresses_are_told_apart_whatever_joins_them(String joiner) throws IOException {
        List<String> addresses = List.of(
                "SMTP:jdoe@acme.com",
                "smtp:j.doe@acme.com",
                "X400:c=US;a= ;p=Acme;s=Doe;",
                "NOTES:Jane Doe/Acme Corp@HQ");
        Recipient jane = csv("Alias,EmailAddresses\njdoe,\"" + String.join(joiner, addresses) + "\"\n")
                .recipients()
                .get(0);

        assertThat(jane.proxyAddresses()).extracting(ProxyAddress::toString).isEqualTo(addresses);
    }

    @Test
    void values_that_csvde_writes_as_hexadecimal_digits_are_read() throws IOException {
        Exports.Read read = csv(
                """
                DN,objectClass,displayName,mailNickname,proxyAddresses,title
                X'434e3d4bc3bc2c44433d61636d65',user,X'4bc3bc676572',ek,SMTP:ek@acme.com;X'534d54503a6bc3bc4061636d652e636f6d',X'ff00'
                "CN=X,DC=acme",user,it's X'41' and O'Neil,x,,
                """);

        Recipient eva = read.recipients().get(0);
        assertThat(eva.displayName()).isEqualTo("Küger");
        assertThat(eva.proxyAddresses()).hasToString("[SMTP:ek@acme.com, SMTP:kü@acme.com]");
        assertThat(eva.attributes()).containsEntry("title", "X'ff00'");
        assertThat(read.recipients().get(1).displayName()).isEqualTo("it's X'41' and O'Neil");
    }

    @Test
    void members_of_a_list_are_told_as_each_export_names_them() {
        String active = "CN=Jane Doe,OU=Notes,DC=acme,DC=com\nCN=Krüger\\, Eva,OU=Notes,DC=acme,DC=com";
        Map.of("directory55.csv", "Notes/jdoe\nNotes/evak", "csvde.csv", active, "directory.ldf", active)
                .forEach((name, members) -> assertThat(
                                Exports.Read.of(open(name, GOLDEN.resolve(name), Optional.empty()))
                                        .recipients())
                        .as(name)
                        .filteredOn(Recipient::group)
                        .extracting(all -> all.attributes().get(Recipient.MEMBERS))
                        .containsExactly(members));
    }

    @Test
    void a_list_of_which_active_directory_gave_a_part_is_read_and_reported() throws IOException {
        Exports.Read whole = csv(
                """
                DN,objectClass,mailNickname,member,member;range=0-1,member;range=2-*
                "CN=A,DC=b",group,a,,CN=1;CN=2,CN=3
                """);
        Exports.Read part = csv(
                """
                DN,objectClass,mailNickname,member,member;range=0-1
                "CN=A,DC=b",group,a,,CN=1;CN=2
                "CN=B,DC=b",group,b,CN=1,
                """);

        assertThat(whole.recipients().get(0).attributes()).containsEntry(Recipient.MEMBERS, "CN=1\nCN=2\nCN=3");
        assertThat(whole.problems()).isEmpty();
        assertThat(part.recipients()).hasSize(2);
        assertThat(part.recipients().get(0).attributes()).containsEntry(Recipient.MEMBERS, "CN=1\nCN=2");
        assertThat(part.problems())
                .hasToString("[r.csv:2: only the first values of a list were exported"
                        + " (a range, as Active Directory gives of long lists)]");
    }

    @Test
    void a_semicolon_or_a_percent_sign_inside_a_member_parts_nothing() throws IOException {
        assertThat(csv("DN,objectClass,mailNickname,member\n\"CN=A,DC=b\",group,a,CN=100% Club;CN=a\\;b\n")
                        .recipients()
                        .get(0)
                        .attributes())
                .containsEntry(Recipient.MEMBERS, "CN=100% Club\nCN=a;b");
    }

    private Exports.Read csv(String text) throws IOException {
        Path file = folder.resolve("r.csv");
        Files.writeString(file, text);
        return Exports.Read.of(open("r.csv", file, Optional.empty()));
    }

    private List<Recipient> recipients(String name, byte[] content, Optional<Charset> told) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, content);
        return Exports.Read.of(open(name, file, told)).recipients();
    }

    private static RecipientSource open(String name, Path file, Optional<Charset> told) {
        EntryFile entries = new EntryFile(name, file, told);
        return new Recipients(
                name.endsWith(".csv")
                        ? new CsvEntries(entries, CsvForm.USUAL)
                        : new dirsh.entry.ldif.LdifEntries(entries),
                Optional.empty(),
                List.of());
    }
}
