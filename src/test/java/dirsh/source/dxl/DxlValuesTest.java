package dirsh.source.dxl;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.source.Projection;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DxlValuesTest {

    @TempDir
    Path folder;

    private Dxl.Found scan(String... items) {
        return Dxl.scan(Dxl.write(folder, Dxl.database(Dxl.person(items))));
    }

    private Item only(String item) {
        Dxl.Found found = scan(item);
        assertThat(found.problems()).isEmpty();
        return found.only().items().get(0);
    }

    private String text(String content) {
        return only(Dxl.item("<text>" + content + "</text>")).texts().get(0);
    }

    @Test
    void nothing_is_trimmed() {
        assertThat(text(" 1 ")).isEqualTo(" 1 ");
        assertThat(text("\t")).isEqualTo("\t");
    }

    @Test
    void references_and_CDATA_are_the_characters_they_stand_for() {
        assertThat(text("&#49;&#x31;&amp;&lt;&apos;&#x1F600;")).isEqualTo("11&<'\uD83D\uDE00");
        assertThat(text("<![CDATA[1]]>")).isEqualTo("1");
        assertThat(text("a<![CDATA[<&]]>b<!-- not a value -->c<?x y?>d")).isEqualTo("a<&bcd");
    }

    @Test
    void a_break_is_a_line_end_and_not_a_raw_one() {
        Item item = only(Dxl.item("<text>a<break/>b<break></break></text>"));
        assertThat(item.value()).isEqualTo(new ItemValue.Texts(List.of("a\nb\n"), false));
    }

    @Test
    void a_raw_line_end_is_kept_and_told_from_one_that_was_meant() {
        assertThat(only(Dxl.item("<text>a\nb</text>")).value()).isEqualTo(new ItemValue.Texts(List.of("a\nb"), true));
        assertThat(only(Dxl.item("<text>a\r\nb</text>")).value()).isEqualTo(new ItemValue.Texts(List.of("a\nb"), true));
        assertThat(only(Dxl.item("<text>a&#10;b</text>")).value())
                .isEqualTo(new ItemValue.Texts(List.of("a\nb"), false));
        assertThat(only(Dxl.item("<text>a&#13;b</text>")).value())
                .isEqualTo(new ItemValue.Texts(List.of("a\rb"), false));
    }

    @Test
    void line_breaks_inside_tags_mean_nothing() {
        Item item = only("<item\nname='A'\n\t><textlist\n><text\n>1</text\n></textlist\n></item\n>");
        assertThat(item.value()).isEqualTo(new ItemValue.Texts(List.of("1"), false));
    }

    @Test
    void a_character_that_XML_cannot_carry_is_in_the_value() {
        assertThat(text("1<nonxmlchar value='01'/>")).isEqualTo("1\u0001");
        assertThat(text("<nonxmlchar value='1F'></nonxmlchar>x")).isEqualTo("\u001Fx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<nonxmlchar/>", "<nonxmlchar value='zz'/>", "<nonxmlchar value='110000'/>"})
    void a_bad_character_code_becomes_a_replacement_and_a_problem(String bad) {
        Dxl.Found found = scan(Dxl.item("<text>" + bad + "</text>"));
        assertThat(found.only().text("AvailableForDirSync")).isEqualTo("\uFFFD");
        assertThat(found.problems()).hasSize(1);
        assertThat(found.problems().get(0).toString())
                .startsWith("names.dxl:9:")
                .endsWith("the value of a nonxmlchar element is no character code");
    }

    @Test
    void empty_values_are_not_missing_ones() {
        assertThat(text("")).isEmpty();
        assertThat(only(Dxl.item("<text/>")).texts()).containsExactly("");
        assertThat(only(Dxl.item("<textlist/>")).texts()).isEmpty();
        assertThat(only(Dxl.item("<textlist><text/></textlist>")).texts()).containsExactly("");
        assertThat(only(Dxl.item("<datetime/>")).value()).isEqualTo(new ItemValue.Times(List.of()));
    }

    @Test
    void an_item_without_value_is_a_problem_and_the_rest_is_read() {
        Dxl.Found found = scan("<item name='A'/>", "<item name='B'></item>", Dxl.item("<text>1</text>"));
        assertThat(found.problems())
                .extracting("text")
                .containsExactly("an item without value", "an item without value");
        assertThat(found.only().items())
                .extracting(Item::value)
                .containsExactly(new ItemValue.Absent(), new ItemValue.Absent(), ItemValue.Texts.of("1"));
    }

    @Test
    void of_several_values_the_first_is_taken() {
        Dxl.Found found = scan(Dxl.item("<text>1</text><number>2</number>"));
        assertThat(found.only().text("AvailableForDirSync")).isEqualTo("1");
        assertThat(found.problems())
                .extracting("text")
                .containsExactly("an item with several values, of which the first is taken");
    }

    @Test
    void duplicates_are_kept_in_order_and_names_in_their_spelling() {
        Note note = scan("<item name='aB'><text>1</text></item>", "<item name='Ab'><number>2</number></item>")
                .only();
        assertThat(note.items("AB")).extracting(Item::name).containsExactly("aB", "Ab");
    }

    @ParameterizedTest
    @CsvSource({
        "<text>x</text>, true",
        "<textlist><text>x</text></textlist>, true",
        "<number>1</number>, true",
        "<numberlist><number>1</number></numberlist>, true",
        "<datetime>20200101</datetime>, true",
        "<datetimelist><datetime>20200101</datetime></datetimelist>, true",
        "<rawitemdata type='400'>AAAA</rawitemdata>, true",
        "<rawitemdata type='501'>AAAA</rawitemdata>, true",
        "<rawitemdata type='4'>AAAA</rawitemdata>, false",
        "<richtext><par>x</par></richtext>, false",
        "<formula>1</formula>, false",
        "<object><file name='a'><filedata>AAAA</filedata></file></object>, false",
    })
    void the_summary_flag_has_the_default_of_the_type(String value, boolean summary) {
        Item silent = only(Dxl.item(value));
        assertThat(silent.has(ItemFlag.SUMMARY)).isEqualTo(summary);
        assertThat(silent.summaryStated()).isFalse();
        Item denied = only("<item name='A' summary='false'>" + value + "</item>");
        assertThat(denied.has(ItemFlag.SUMMARY)).isFalse();
        assertThat(denied.summaryStated()).isTrue();
        Item stated = only("<item name='A' summary='TRUE'>" + value + "</item>");
        assertThat(stated.has(ItemFlag.SUMMARY)).isEqualTo(!silent.type().equals(ItemType.RICH_TEXT));
    }

    @Test
    void flags_are_read_in_any_case_and_order_and_with_either_quote() {
        Item item = only("<item sealed=\"True\" protected='true' seal='true' names='true' readers='true' authors='TRUE'"
                + " sign='true' placeholder='true' unchanged='true' name=\"A\"><text>1</text></item>");
        assertThat(item.flags()).containsExactlyInAnyOrder(ItemFlag.values());
    }

    @Test
    void a_flag_that_is_neither_true_nor_false_is_a_problem_without_its_value() {
        Dxl.Found found = scan("<item name='A' protected='s3cret'><text>1</text></item>");
        assertThat(found.problems())
                .extracting("text")
                .containsExactly("the attribute protected of an item is neither true nor false");
        assertThat(found.only().items().get(0).flags()).containsExactly(ItemFlag.SUMMARY);
    }

    @Test
    void raw_values_keep_type_and_bytes() {
        Item item = only(Dxl.item("<rawitemdata type='4'>\nAQAxYksAtIUl\n wbwuNs2/jbuP\n</rawitemdata>"));
        assertThat(item.type()).isEqualTo(ItemType.NOTE_REFERENCES);
        assertThat(item.value()).isEqualTo(new ItemValue.Raw("010031624B00B48525C1BC2E36CDBF8DBB8F"));
        assertThat(only(Dxl.item("<itemdata type='1A'>MQ==</itemdata>")).type()).isEqualTo(new ItemType(0x1A));
        assertThat(only(Dxl.item("<rawitemdata type='0'/>")).value()).isEqualTo(new ItemValue.Absent());
    }

    @Test
    void bad_base64_is_a_problem() {
        Dxl.Found found = scan(Dxl.item("<rawitemdata type='500'>M\u00e4</rawitemdata>"), Dxl.item("<text>1</text>"));
        assertThat(found.problems()).extracting("text").containsExactly("a raw value that is not base64");
        assertThat(found.only().items()).hasSize(2);
    }

    @Test
    void a_number_keeps_how_it_was_written() {
        assertThat(only(Dxl.item("<number>1.50E+3</number>")).value())
                .isEqualTo(new ItemValue.Numbers(List.of("1.50E+3")));
        Dxl.Found found = scan(Dxl.item("<number>@ERROR</number>"));
        assertThat(found.only().items().get(0).value()).isEqualTo(new ItemValue.Numbers(List.of("@ERROR")));
        assertThat(found.problems()).extracting("text").containsExactly("a number that is none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20200729T154357,38+02|2020-07-29 15:43:57.38 +02:00",
                "20200729T154357+0530|2020-07-29 15:43:57.00 +05:30",
                "20200729T154357,38-0330|2020-07-29 15:43:57.38 -03:30",
                "20200729T154357,38|2020-07-29 15:43:57.38",
                "20200729|2020-07-29",
                "T154357,38|15:43:57.38",
            })
    void times_are_read_in_every_form(String written, String shown) {
        assertThat(only(Dxl.item("<datetime>" + written + "</datetime>"))
                        .value()
                        .display())
                .isEqualTo(shown);
    }

    @Test
    void a_list_of_times_may_hold_ranges() {
        Item item =
                only(Dxl.item("<datetimelist><datetime>20200101</datetime>\n<datetimepair><datetime>20200102</datetime>"
                        + "<datetime>20200103</datetime></datetimepair></datetimelist>"));
        assertThat(item.value().display()).isEqualTo("2020-01-01; 2020-01-02; 2020-01-03");
    }

    @Test
    void a_bad_time_is_a_problem() {
        Dxl.Found found = scan(Dxl.item("<datetime>20201332</datetime>"));
        assertThat(found.problems()).extracting("text").containsExactly("a time that is none");
    }

    @Test
    void rich_text_is_a_preview_without_pictures() {
        Item item = only(Dxl.item("<richtext><pardef id='1'/>\n<par def='1'><run><font/>1</run><break/>"
                + "<picture><jpeg>AAAA</jpeg></picture>2</par></richtext>"));
        assertThat(item.value().display()).isEqualTo("1\n2");
    }

    @Test
    void formulas_and_attachments_are_not_decoded() {
        assertThat(only(Dxl.item("<formula>@All</formula>")).value().display()).isEqualTo("(formula)");
        assertThat(
                        only("<item name='$FILE' summary='true'><object><file><filedata>AA</filedata></file></object></item>")
                                .type())
                .isEqualTo(ItemType.OBJECT);
    }

    @Test
    void the_summary_size_counts_all_summary_items_whatever_the_projection() {
        Path file = Dxl.write(
                folder,
                Dxl.database(Dxl.person(
                        "<item name='AB'><text>12345</text></item>",
                        "<item name='L'><textlist> <text>12</text>\n<text>3</text></textlist></item>",
                        "<item name='N' summary='false'><text>not counted</text></item>",
                        "<item name='R'><richtext><par>not counted</par></richtext></item>")));
        for (Projection projection :
                List.of(Projection.ALL, Projection.of(List.of("L")), Projection.of(List.of("x")))) {
            assertThat(Dxl.scan(file, projection).only().summarySize()).isEqualTo(2 + 5 + 1 + 3);
        }
    }

    @Test
    void a_text_beyond_the_limit_is_cut_and_the_scan_goes_on() {
        String huge = "x".repeat(DxlInput.LIMIT + 400_000);
        Path file = Dxl.write(
                folder,
                Dxl.database(
                        Dxl.person(Dxl.item("<text>1</text>")),
                        Dxl.personWithUnid("7E3A91C4D25F4B0841258ADD002D5191", Dxl.item("<text>" + huge + "</text>")),
                        Dxl.personWithUnid("7E3A91C4D25F4B0841258ADD002D5192", Dxl.item("<text>2</text>"))));
        Dxl.Found found = Dxl.scan(file);
        assertThat(found.notes()).hasSize(3);
        assertThat(found.notes().get(1).text("AvailableForDirSync")).hasSize(4096);
        assertThat(found.notes().get(2).text("AvailableForDirSync")).isEqualTo("2");
        assertThat(found.problems()).hasSize(1);
        assertThat(found.problems().get(0).toString())
                .startsWith("names.dxl:17:")
                .endsWith("the texts of a document are longer than 16 MiB; only the beginning is kept");
    }
}
