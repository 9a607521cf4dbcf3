package dirsh.entry.ldif;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.entry.AttributeNames;
import dirsh.entry.Entry;
import dirsh.entry.EntryFile;
import dirsh.entry.EntrySink;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LdifEntriesTest {

    private static final AttributeNames WANTED = new AttributeNames(List.of("dn", "cn", "Target-Address mail"));
    private static final int DN = 0;
    private static final int CN = 1;
    private static final int MAIL = 2;

    @TempDir
    Path folder;

    private final List<Problem> problems = new ArrayList<>();

    @Test
    void entries_have_their_name_and_the_wanted_values_in_order() throws IOException {
        List<Entry> entries = read(
                """
                version: 1

                dn: cn=Jane,o=Acme
                objectClass: person
                cn: Jane
                mail: b@acme.com
                CN:Jane Doe
                target-address:  a@acme.com

                dn: cn=John,o=Acme
                cn: John""");

        assertThat(entries).hasSize(2);
        assertThat(entries.get(0).place()).hasToString("r.ldif:3:1");
        assertThat(entries.get(0).first(DN)).isEqualTo("cn=Jane,o=Acme");
        assertThat(entries.get(0).all(CN)).containsExactly("Jane", "Jane Doe");
        assertThat(entries.get(0).all(MAIL)).containsExactly("b@acme.com", "a@acme.com");
        assertThat(entries.get(1).place()).hasToString("r.ldif:10:1");
        assertThat(entries.get(1).first(CN)).isEqualTo("John");
    }

    @Test
    void the_sign_of_an_undecodable_character_is_a_character_where_it_is_written() throws IOException {
        assertThat(read("dn: o=Acme\ncn: J\uFFFDrg\n").get(0).first(CN)).isEqualTo("J\uFFFDrg");
    }

    @Test
    void a_version_right_above_the_first_entry_is_fine() throws IOException {
        assertThat(read("version: 1\ndn: o=Acme\ncn: a\n")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"'\n'", "'\r\n'"})
    void folded_lines_and_comments_are_put_right(String end) throws IOException {
        List<Entry> entries = read(
                """
                # written by
                  somebody: else
                dn: cn=Ja
                 ne,o=A
                 cme
                cn: J
                # cn: not
                  this
                mail: j
                 @acme.com
                """
                        .replace("\n", end));

        assertThat(entries.get(0).first(DN)).isEqualTo("cn=Jane,o=Acme");
        assertThat(entries.get(0).first(CN)).isEqualTo("J");
        assertThat(entries.get(0).first(MAIL)).isEqualTo("j@acme.com");
    }

    @Test
    void base64_is_decoded_and_what_is_no_text_then_is_left_out() throws IOException {
        String binary = Base64.getEncoder().encodeToString(new byte[] {(byte) 0xFF, 0, 1});
        List<Entry> entries = read("dn:: " + base64("cn=Jörg 山,o=Acme") + "\ncn:: " + base64("Jörg 山") + "\nmail:: "
                + binary + "\nmail;lang-de: x\nmail;x-opt: y\n");

        assertThat(entries.get(0).first(DN)).isEqualTo("cn=Jörg 山,o=Acme");
        assertThat(entries.get(0).first(CN)).isEqualTo("Jörg 山");
        assertThat(entries.get(0).all(MAIL)).containsExactly("y");
    }

    @Test
    void a_value_across_every_border_of_the_buffer_stays_whole() throws IOException {
        for (int length = (1 << 16) - 40; length < (1 << 16) + 3; length++) {
            List<Entry> entries =
                    read("dn: o=Acme\nphoto: " + "x".repeat(length) + "\ncn: J\n ane\n\ndn: o=B\ncn: Z\n");
            assertThat(entries)
                    .as("length %d", length)
                    .extracting(entry -> entry.first(CN))
                    .containsExactly("Jane", "Z");
        }
        assertThat(read("dn: o=Acme\ncn: " + "y".repeat(1 << 20) + "\n").get(0).first(CN))
                .hasSize(1 << 20);
    }

    @Test
    void lines_with_and_without_other_characters_than_ascii_stay_apart() throws IOException {
        List<String> values =
                List.of("plain", "J\u00F6rg", "\uD83D\uDE00", "a\u0080b", "x".repeat(70_000) + "\u00E9", "~");
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            String value = values.get(i * (1 + i / values.size() % 5) % values.size());
            String fold = i % 7 == 0 ? "\n " : "";
            text.append("dn: o=").append(value).append(fold).append(i).append("\nphoto: \u00E9\n");
            text.append("# \u00E9\ncn: ").append(fold).append(value).append("\n\n");
            expected.add("o=" + value + i + " " + value);
        }

        assertThat(read(text.toString()))
                .extracting(entry -> entry.first(DN) + " " + entry.first(CN))
                .isEqualTo(expected);
    }

    @Test
    void other_encodings_are_told_by_a_mark_or_by_the_user() throws IOException {
        String text = "dn: o=Acme\r\ncn: Jörg\r\n";
        for (Charset charset : List.of(UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            assertThat(read(("\uFEFF" + text).getBytes(charset), Optional.empty())
                            .get(0)
                            .first(CN))
                    .as("%s", charset)
                    .isEqualTo("Jörg");
        }
        Charset windows = Charset.forName("windows-1252");
        assertThat(read(text.getBytes(windows), Optional.of(windows)).get(0).first(CN))
                .isEqualTo("Jörg");
    }

    @Test
    void what_ldifde_writes_above_an_entry_is_content() throws IOException {
        assertThat(read("dn: o=Acme\nchangetype: add\ncn: a\n").get(0).first(CN))
                .isEqualTo("a");
    }

    @Test
    void a_list_in_ranges_is_read_and_reported_if_its_end_is_missing() throws IOException {
        List<Entry> entries = read(
                """
                dn: cn=whole
                mail;range=0-1: a
                mail;range=0-1: b
                mail;range=2-*: c

                dn: cn=part
                mail:
                mail;Range=0-1: a
                mail;range=0-1: b

                dn: cn=short
                mail: a
                """);

        assertThat(entries)
                .extracting(entry -> String.join("", entry.all(MAIL)))
                .containsExactly("abc", "ab", "a");
        assertThat(problems)
                .hasToString("[r.ldif:6:1: only the first values of a list were exported"
                        + " (a range, as Active Directory gives of long lists)]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            dn: o=A~changetype: modify~replace: cn~cn: SECRET~-~ | 2:1: a change record (changetype modify), where
            dn: o=A~changetype: delete~                          | 2:1: a change record (changetype delete), where
            dn: o=A~changetype:: bW9kcmRu~                       | 2:1: a change record (changetype), where
            dn: o=A~changetype: SECRET~                          | 2:1: a change record (changetype), where
            dn: o=A~control: 1.2.3 true~changetype: delete~      | 2:1: a change record (control), where
            dn: o=A~jpegPhoto:< file:///etc/passwd~              | 2:11: a value that is to be read from a URL
            dn: o=A~cn:< http://SECRET~                          | 2:4: a value that is to be read from a URL
            dn: o=A~cn:: SECRET*~                                | 2:12: a value that is not base64
            dn: o=A~cn:: U0VD~ SE*VU~                            | 3:4: a value that is not base64
            dn: o=A~cn:: U0VD~ S~                                | 3:2: a value that is not base64
            dn: o=A~changetype: add~ cn: SECRET~                 | 3:2: a change record (changetype), where
            version: 1~ SECRET~                                  | 2:2: LDIF of another version than 1
            dn: o=A~cn~                                          | 2:3: no colon behind the name of an attribute
            dn: o=A~SECRET value without colon~                  | 2:7: no name of an attribute
            dn: o=A~: SECRET~                                    | 2:1: no name of an attribute
            cn: SECRET~                                          | 1:1: an entry begins with another line than dn
            version: 2~                                          | 1:1: LDIF of another version than 1
            dn: o=A~~ SECRET~                                    | 3:1: a folded line without a begin
            ''                                                   | 1:1: there is no entry in the file
            """)
    void what_is_no_content_is_refused_with_its_place_and_without_its_values(String text, String message) {
        assertThatThrownBy(() -> read(text.replace('~', '\n'))).isInstanceOfSatisfying(DirshException.class, e -> {
            assertThat(e.outcome()).isEqualTo(DirshException.Outcome.BAD_INPUT);
            assertThat(e.problem()).startsWith("r.ldif:" + message).doesNotContain("SECRET", "\n");
            assertThat(e.tryThis()).isNotEmpty();
        });
    }

    @Test
    void bytes_that_are_no_text_are_refused_with_line_and_column_even_in_folded_lines() {
        byte[] text = "dn: o=A\ncn: Jo\n hn\n J\u00F6rg\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> read(text, Optional.empty())).hasMessage("r.ldif:4:3: bytes that are not UTF-8");
    }

    @Test
    void a_missing_file_is_one_line() {
        assertThatThrownBy(() -> entries(Optional.empty()).scan(WANTED, new Cancellation(), entry -> {}))
                .hasMessage("r.ldif: cannot be read: there is no such file");
    }

    @Test
    void a_cancelled_scan_ends() throws IOException {
        Files.writeString(folder.resolve("r.ldif"), "dn: o=A\n\ndn: o=B\n");
        Cancellation cancellation = new Cancellation();
        cancellation.request();

        assertThatThrownBy(() -> entries(Optional.empty()).scan(WANTED, cancellation, entry -> {}))
                .hasMessage("interrupted");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private List<Entry> read(String text) throws IOException {
        return read(text.getBytes(UTF_8), Optional.empty());
    }

    private List<Entry> read(byte[] text, Optional<Charset> told) throws IOException {
        Files.write(folder.resolve("r.ldif"), text);
        List<Entry> entries = new ArrayList<>();
        entries(told).scan(WANTED, new Cancellation(), new EntrySink() {
            @Override
            public void entry(Entry entry) {
                entries.add(entry);
            }

            @Override
            public void problem(Problem problem) {
                problems.add(problem);
            }
        });
        return entries;
    }

    private LdifEntries entries(Optional<Charset> told) {
        return new LdifEntries(new EntryFile("r.ldif", folder.resolve("r.ldif"), told));
    }
}
