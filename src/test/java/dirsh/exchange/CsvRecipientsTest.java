package dirsh.exchange;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CsvRecipientsTest {

    private static final String PLAIN =
            """
            "DisplayName","Alias","PrimarySmtpAddress"
            "Jörg 山","joerg","joerg@acme.com"
            """;

    @TempDir
    Path folder;

    private final List<Recipient> recipients = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    @Test
    void reads_what_the_exchange_management_shell_exports() throws IOException {
        scan(
                """
                "DisplayName","Alias","RecipientTypeDetails","PrimarySmtpAddress","EmailAddresses","ExternalEmailAddress","Guid","Department","Phone","Company","Title"
                "Graham, Denise","dgraham","MailContact","dg@acme.com","SMTP:dg@acme.com;NOTES:Denise Graham/Acme@HQ","NOTES:Denise Graham/Acme@HQ","f7afa2e9-b053-f1db-8525-67be004a3f83","Sales","+1 555","Acme","Buyer"
                """);

        assertThat(problems).isEmpty();
        Recipient denise = recipients.get(0);
        assertThat(denise.place()).hasToString("r.csv:2");
        assertThat(denise.displayName()).isEqualTo("Graham, Denise");
        assertThat(denise.alias()).isEqualTo("dgraham");
        assertThat(denise.primarySmtpAddress()).isEqualTo("dg@acme.com");
        assertThat(denise.proxyAddresses())
                .containsExactly(
                        new ProxyAddress("SMTP", "dg@acme.com"), new ProxyAddress("NOTES", "Denise Graham/Acme@HQ"));
        assertThat(denise.targetAddress()).isEqualTo(new ProxyAddress("NOTES", "Denise Graham/Acme@HQ"));
        assertThat(denise.directoryIds()).hasToString("[F7AFA2E9B053F1DB852567BE004A3F83]");
        assertThat(denise.group()).isFalse();
        assertThat(denise.attributes())
                .containsOnly(
                        Map.entry("department", "Sales"),
                        Map.entry("phone", "+1 555"),
                        Map.entry("company", "Acme"),
                        Map.entry("title", "Buyer"));
    }

    @Test
    void headers_compare_without_case_blanks_and_hyphens_and_the_names_of_csvde_do_too() throws IOException {
        scan(
                """
                displayname,MAIL NICKNAME,mail,proxy-Addresses,targetAddress,telephoneNumber,department,sn,l
                Jane,jane,jane@acme.com,X400:c=US;a= ;p=Acme;;smtp:j@acme.com,SMTP:jane@notes.acme.com,1,,Doe,Paris
                """);

        Recipient jane = recipients.get(0);
        assertThat(jane.alias()).isEqualTo("jane");
        assertThat(jane.primarySmtpAddress()).isEqualTo("jane@acme.com");
        assertThat(jane.proxyAddresses()).hasSize(2);
        assertThat(jane.targetAddress()).hasToString("SMTP:jane@notes.acme.com");
        assertThat(jane.attributes()).containsOnlyKeys("phone", "department", "lastName");
    }

    @Test
    void the_upper_case_address_is_the_primary_one_where_no_column_says_so() throws IOException {
        scan("EmailAddresses\nsmtp:a@acme.com;SMTP:b@acme.com\n");

        assertThat(recipients.get(0).primarySmtpAddress()).isEqualTo("b@acme.com");
    }

    @Test
    void a_distribution_group_is_told_apart() throws IOException {
        scan("Alias,RecipientTypeDetails\nall,MailUniversalDistributionGroup\njane,UserMailbox\n");

        assertThat(recipients).extracting(Recipient::group).containsExactly(true, false);
    }

    @Test
    void utf_8_and_utf_16_are_read_with_their_byte_order_marks() throws IOException {
        for (Charset charset : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
            recipients.clear();
            scan(("\uFEFF" + PLAIN).getBytes(charset));
            assertThat(recipients)
                    .as("%s", charset)
                    .extracting(Recipient::displayName)
                    .containsExactly("Jörg 山");
        }
        recipients.clear();
        scan(PLAIN);
        assertThat(recipients).extracting(Recipient::displayName).containsExactly("Jörg 山");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void the_separator_is_found_from_the_header(String separator) throws IOException {
        String rows =
                """
                DisplayName#Alias#EmailAddresses\r
                "Doe, Jane; the 1st"#jane#"a@acme.com,b@acme.com;c@acme.com"\r
                """;
        scan(rows.replace("#", separator));

        assertThat(recipients.get(0).displayName()).isEqualTo("Doe, Jane; the 1st");
        assertThat(recipients.get(0).proxyAddresses()).hasSize(3);
    }

    @Test
    void a_type_line_is_passed_over_and_lines_are_those_of_the_file() throws IOException {
        scan(
                "#TYPE Selected.Microsoft.Exchange.Data.X\r\n\"Alias\",\"Company\"\r\n\"a\",\"two\r\nlines\"\r\n\r\n\"b\",\"\"\r\n");

        assertThat(recipients).extracting(r -> r.place().line()).containsExactly(3L, 6L);
        assertThat(recipients.get(0).attributes()).containsEntry("company", "two\r\nlines");
    }

    @Test
    void a_bad_row_is_a_problem_and_the_scan_goes_on() throws IOException {
        scan("Alias,Company\na\nsecret,x,y\n,\nb,Acme,,\nc,\n");

        assertThat(recipients).extracting(Recipient::alias).containsExactly("b", "c");
        assertThat(problems)
                .map(Problem::toString)
                .containsExactly(
                        "r.csv:2: the row has 1 fields, the header 2",
                        "r.csv:3: the row has 3 fields, the header 2",
                        "r.csv:4: the row has no content");
    }

    @Test
    void a_list_that_was_not_joined_is_reported_once() throws IOException {
        scan("Alias,EmailAddresses\na,Microsoft.Exchange.Data.ProxyAddressCollection\nb,System.String[]\n");

        assertThat(recipients).hasSize(2);
        assertThat(problems)
                .map(Problem::toString)
                .containsExactly("r.csv:2: instead of addresses the name of a type:"
                        + " the export did not join the list EmailAddresses");
    }

    @Test
    void a_missing_or_empty_file_or_one_without_a_key_is_refused_in_one_line() throws IOException {
        assertThatThrownBy(this::read).hasMessage("r.csv: cannot be read: there is no such file");
        refused("", "r.csv:1:1: the file is empty");
        refused("#TYPE X\n", "r.csv:1:1: the file is empty");
        refused(
                "#TYPE X\nDisplayName,Company\nsecret,Acme\n",
                "r.csv:2:1: no column to match people by, such as" + " PrimarySmtpAddress or Alias");
    }

    @Test
    void a_quote_that_does_not_close_is_refused_with_the_line_it_opens_on() throws IOException {
        refused(
                "#TYPE X\nAlias,Company\na,Acme\nb,\"secret\nc,x\n",
                "r.csv:4:1: a quoted field of this row is not closed, or goes on behind its closing quote");
        refused(
                "Alias,Company\na,Acme\nb,\"x\"secret\nc,x\n",
                "r.csv:3:1: a quoted field of this row is not closed, or goes on behind its closing quote");
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused_with_their_line() throws IOException {
        String rows = "Alias,Company\r\n" + "a,Acme\r\n".repeat(20_000) + "b,Jörg\r\n";

        assertThatThrownBy(() -> scan(rows.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOfSatisfying(
                        DirshException.class, e -> assertThat(e.tryThis()).startsWith("--charset windows-1252"))
                .hasMessage("r.csv:20002:4: bytes that are not UTF-8");
        assertThatThrownBy(() -> scan("Alias\nJörg\n".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessage("r.csv:2:2: bytes that are not UTF-8");
    }

    @Test
    void a_cancelled_scan_ends() throws IOException {
        Files.writeString(folder.resolve("r.csv"), PLAIN);
        Cancellation cancellation = new Cancellation();
        cancellation.request();

        assertThatThrownBy(() -> source().scan(cancellation, recipients::add)).hasMessage("interrupted");
    }

    @Test
    void the_content_token_tells_content_apart() throws IOException {
        Files.writeString(folder.resolve("r.csv"), PLAIN);
        String before = source().contentToken();
        assertThat(source().contentToken()).isEqualTo(before);
        Files.writeString(folder.resolve("r.csv"), PLAIN.replace("joerg@", "jörg@"));
        assertThat(source().contentToken()).isNotEqualTo(before);
    }

    @Test
    void a_turkish_locale_changes_nothing() throws IOException {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            scan("DISPLAYNAME,ALIAS,TITLE\nIlk,ILK,I\n");
        } finally {
            Locale.setDefault(before);
        }
        assertThat(recipients.get(0).attributes()).containsEntry("title", "I");
    }

    private void refused(String text, String message) throws IOException {
        assertThatThrownBy(() -> scan(text))
                .isInstanceOfSatisfying(DirshException.class, e -> {
                    assertThat(e.outcome()).isEqualTo(DirshException.Outcome.BAD_INPUT);
                    assertThat(e.tryThis()).isNotEmpty().doesNotContain("\n");
                })
                .hasMessage(message);
    }

    private void scan(String text) throws IOException {
        scan(text.getBytes(UTF_8));
    }

    private void scan(byte[] bytes) throws IOException {
        Files.write(folder.resolve("r.csv"), bytes);
        read();
    }

    private void read() {
        source().scan(new Cancellation(), new RecipientSink() {
            @Override
            public void recipient(Recipient recipient) {
                recipients.add(recipient);
            }

            @Override
            public void problem(Problem problem) {
                problems.add(problem);
            }
        });
    }

    private RecipientSource source() {
        return Exports.csv("r.csv", folder.resolve("r.csv"));
    }
}
