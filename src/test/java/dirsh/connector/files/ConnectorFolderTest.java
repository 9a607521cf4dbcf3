package dirsh.connector.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dirsh.People;
import dirsh.connector.PredictedRecipient;
import dirsh.model.DirshException;
import dirsh.model.Item;
import dirsh.model.Note;
import dirsh.model.Problem;
import dirsh.model.Unid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConnectorFolderTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2003, 5, 6, 7, 8);

    @TempDir
    private Path folder;

    private ConnectorFolderTest write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    private ConnectorFolder open() {
        return ConnectorFolder.open("exchconn", folder);
    }

    private List<String> problems() {
        return new FolderCheck(open(), NOW)
                .problems(item -> !item.equals("MailDomian")).stream()
                        .map(Problem::toString)
                        .toList();
    }

    @Test
    void files_are_found_whatever_their_case_and_flat_ones_too() throws IOException {
        write("EXCHCONN.INI", "[LME-NOTES-DXANOTES]\n").write("DXANOTES/PCTA.TBL", "[PCTA]\ninboundseq=1\n");
        write("Mapnotes.tbl", "DN = UNID\n");

        assertThat(open().found()).containsExactly("Mapnotes.tbl", "EXCHCONN.INI", "DXANOTES/PCTA.TBL");
        assertThat(open().absent()).containsExactly("dxanotes/amap.tbl", "dxamex/amap.tbl", "dxamex/pcta.tbl");
    }

    @Test
    void a_folder_without_any_of_the_files_is_refused() {
        assertThatThrownBy(this::open)
                .isInstanceOf(DirshException.class)
                .hasMessage("exchconn holds none of the connector's files");
    }

    @Test
    void the_times_and_numbers_of_the_state_are_read() throws IOException {
        write(
                "dxanotes/pcta.tbl",
                """
                [cfgeditor]
                pcta.ctf=PCTA
                [PCTA]
                inboundseq=7
                outboundseq=9
                lastextract=2000/04/25 23:30:52.03
                loadtimedate=1980/01/01 00:00:00.00
                """);

        SyncState state = open().notesState().orElseThrow();
        assertThat(state.lastExtract()).contains(LocalDateTime.of(2000, 4, 25, 23, 30, 52, 30_000_000));
        assertThat(state.fullLoad()).as("1980 means never").isEmpty();
        assertThat(state.inbound()).hasValue(7);
    }

    @Test
    void a_bad_date_and_numbers_out_of_sequence_are_found() throws IOException {
        write("dxanotes/pcta.tbl", "[PCTA]\nlastextract=2000/04/25 23:30:52.030\noutboundseq=9\n")
                .write("dxamex/pcta.tbl", "[PCTA]\ninboundseq=8\n");

        assertThat(problems())
                .containsExactly(
                        "dxanotes/pcta.tbl:2:1: lastextract is no time as in 2000/04/25 23:30:52.03, so no change is found"
                                + " (KB Q272535)",
                        "dxanotes/pcta.tbl:3:1: outboundseq is 9, but inboundseq in dxamex/pcta.tbl is 8: out of sequence,"
                                + " nothing is sent (KB Q243187)");
    }

    @Test
    void a_last_extract_in_the_future_is_found() throws IOException {
        write("dxanotes/pcta.tbl", "lastextract=2030/01/01 00:00:00.00\n");

        assertThat(problems())
                .containsExactly(
                        "dxanotes/pcta.tbl:1:1: lastextract lies in the future: no update sync finds a change before");
    }

    @Test
    void problems_between_files_name_them_as_they_are_spelt() throws IOException {
        write("DXANOTES/PCTA.TBL", "[PCTA]\nOutboundSeq=9\nlastextract=2030/01/01 00:00:00.00\n")
                .write("DxAmex/Pcta.tbl", "inboundseq=8\n")
                .write("EXCHCONN.INI", "[LME-NOTES-DXANOTES]\n\nfilter_void = MailDomian, EQ, Acme\n");

        assertThat(problems())
                .containsExactly(
                        "DXANOTES/PCTA.TBL:3:1: lastextract lies in the future: no update sync finds a change before",
                        "DXANOTES/PCTA.TBL:2:1: outboundseq is 9, but inboundseq in DxAmex/Pcta.tbl is 8: out of sequence,"
                                + " nothing is sent (KB Q243187)",
                        "EXCHCONN.INI:3:1: filter_void looks at an item that no Person or Group document has: the filter"
                                + " is void (KB Q241324)");
    }

    private void write(String name, byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        Files.write(folder.resolve(name), all.toByteArray());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void bytes_that_are_no_text_are_problems_at_their_place() throws IOException {
        write(
                "exchconn.ini",
                utf8("[LME-NOTES-DXANOTES]\nfilter_a = MailDomain, EQ, M\u00FCller\nfilter_b = MailDomain, EQ, A"),
                new byte[] {(byte) 0x81},
                utf8("B\n"));

        assertThat(problems())
                .containsExactly(
                        "exchconn.ini:3:29: bytes that are no text in windows-1252: a value with them never matches",
                        "exchconn.ini:2:29: UTF-8 in a file that is not UTF-8 elsewhere and is read as windows-1252: a value"
                                + " with it never matches; save the file in one character set");
    }

    @Test
    void each_character_set_by_itself_is_no_problem() throws IOException {
        String text = "[LME-NOTES-DXANOTES]\nfilter_a = MailDomain, EQ, M\u00FCller\n";
        for (String charset : List.of("UTF-8", "windows-1252", "UTF-16")) {
            write("exchconn.ini", text.getBytes(charset));
            assertThat(problems()).as(charset).isEmpty();
            assertThat(open().filters().get(0).values()).as(charset).containsExactly("M\u00FCller");
        }
    }

    @Test
    void a_file_that_cannot_be_read_is_bad_input_with_a_next_step() {
        assertThatThrownBy(() -> FileLines.read("amap.tbl", folder.resolve("nowhere"), problem -> {}))
                .isInstanceOfSatisfying(DirshException.class, bad -> {
                    assertThat(bad.outcome()).isEqualTo(DirshException.Outcome.BAD_INPUT);
                    assertThat(bad.problem()).isEqualTo("amap.tbl: cannot be read: there is no such file");
                    assertThat(bad.tryThis()).contains("connector open");
                });
    }

    @Test
    void a_table_of_very_many_tags_is_read_in_time() throws IOException {
        StringBuilder table = new StringBuilder();
        for (int n = 0; table.length() < 1_000_000; n++) {
            table.append(Integer.toString(n, 36)).append(" 1 b\n");
        }
        write("dxanotes/amap.tbl", table.toString());

        int read = assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> open().notesAttributes().orElseThrow().attributes().size());
        assertThat(read).isGreaterThan(100_000);
    }

    @Test
    void tables_are_checked_line_by_line_and_against_each_other() throws IOException {
        write("dxanotes/amap.tbl", "; comment\nFULLNAME 220 FullName 1\nTOOLONGATAG 5 X NULL\nBAD five Y\nA\t5 Z\n")
                .write("dxamex/mapnotes.tbl", "DN = UNID\nTA = \"NOTES:\" FULLNAME\nNope = STRIP( FULLNAME, )\n");

        assertThat(problems())
                .containsExactly(
                        "dxanotes/amap.tbl:3:1: the tag has more than 10 characters, so no rule loads (KB Q240910)",
                        "dxanotes/amap.tbl:4:5: a line has a tag, a maximum length and the name of an attribute",
                        "dxanotes/amap.tbl:5:2: a tab stands here; the connector wants blanks (KB Q180517)",
                        "dxamex/mapnotes.tbl:3:25: an expression is missing",
                        "dxamex/mapnotes.tbl:1:1: the tag UNID is not in dxanotes/amap.tbl: error 60012, and no rule"
                                + " loads");
    }

    @Test
    void filters_are_read_and_doubtful_ones_are_told() throws IOException {
        write(
                "exchconn.ini",
                """
                [LME-NOTES]
                filter_lost = MailDomain, EQ, Acme
                [LME-NOTES-DXANOTES]
                SourceNab1 = names.nsf
                TargetNab = exchange.nsf
                filter_sales = MailDomain, NE, Sales
                filter_two = CompanyName, EQ, Acme | Beta
                filter_void = MailDomian, EQ, Acme
                filter_old = MailDomain, SW, A
                filter_bad = MailDomain EQ Acme
                """);

        assertThat(open().filters())
                .extracting(
                        filter -> filter.name() + " " + filter.item() + " " + filter.equal() + " " + filter.values())
                .containsExactly(
                        "filter_sales MailDomain false [Sales]",
                        "filter_two CompanyName true [Acme, Beta]",
                        "filter_void MailDomian true [Acme]");
        assertThat(open().sourceBooks()).containsExactly("names.nsf");
        assertThat(problems())
                .containsExactly(
                        "exchconn.ini:9:1: a filter knows only EQ and NE (KB Q241324); this one is not used",
                        "exchconn.ini:10:1: a filter is written: filter_NAME = Item, EQ, value",
                        "exchconn.ini:2:1: the filter stands outside [LME-NOTES-DXANOTES], so it does nothing for this"
                                + " direction",
                        "exchconn.ini:8:1: filter_void looks at an item that no Person or Group document has: the filter is"
                                + " void (KB Q241324)");
    }

    @Test
    void an_entry_is_predicted_by_the_shipped_rules() {
        Note note = Note.builder(Unid.parse("F7AFA2E9B053F1DB852567BE004A3F83").orElseThrow())
                .item(Item.textList("FullName", List.of("CN=Ralph Jones/OU=Sales/O=LotusOrg", "Ralph Jones")))
                .item(Item.text("ShortName", "Ralph Jones"))
                .item(Item.text("MailDomain", "LotusOrg"))
                .build();

        assertThat(EntryMapping.shipped().of(note))
                .isEqualTo(new PredictedRecipient(
                        "NOTES:Ralph Jones/Sales/LotusOrg@LotusOrg",
                        "Ralph Jo",
                        "Ralph Jones",
                        "f7afa2e9-b053f1db-852567be-4a3f83"));
    }

    @Test
    void without_a_short_name_the_alias_is_the_full_name() {
        Note note = People.withoutFlag(1).build();
        List<Item> items =
                note.items().stream().filter(item -> !item.isNamed("ShortName")).toList();

        assertThat(EntryMapping.shipped()
                        .of(note.toBuilder().items(items).build())
                        .alias())
                .isEqualTo("Jane Doe1/Acme");
    }

    @Test
    void the_folders_own_rules_and_lengths_count() throws IOException {
        write("dxanotes/amap.tbl", "FULLNAME 220 FullName\nSHORTNAME 30 ShortName\nUNID 64 $$UNID\n")
                .write(
                        "dxamex/mapnotes.tbl",
                        "Alias = UPPER(SHORTNAME) CFGPARM(\"suffix\")\nDN = UNID\nTA = FULLNAME\n")
                .write("exchconn.ini", "[lme-notes-dxamex]\nsuffix=-x\n");

        assertThat(open().mapping().of(People.healthy(12)).alias()).isEqualTo("JDOE12-x");
        assertThat(open().mapping().of(People.healthy(12)).displayName()).isEmpty();
        assertThat(problems()).isEmpty();
    }

    @Test
    void values_longer_than_their_tag_are_known() {
        Note note = People.withoutFlag(1)
                .item(Item.text("JobTitle", "x".repeat(33)))
                .build();

        assertThat(EntryMapping.shipped().cut(note))
                .extracting(AttributeTable.Attribute::attribute)
                .containsExactly("JobTitle");
    }
}
