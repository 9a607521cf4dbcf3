package dirsh.diagnose;

import static dirsh.People.flag;
import static dirsh.People.healthy;
import static dirsh.People.with;
import static dirsh.People.withoutFlag;
import static dirsh.model.ItemFlag.NAMES;
import static dirsh.model.ItemFlag.PLACEHOLDER;
import static dirsh.model.ItemFlag.PROTECTED;
import static dirsh.model.ItemFlag.READERS;
import static dirsh.model.ItemFlag.SEALED;
import static dirsh.model.ItemFlag.SIGNED;
import static dirsh.model.ItemFlag.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dirsh.model.Item;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.NoteKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DiagnoserTest {

    static Stream<Arguments> shapes() {
        return Stream.of(
                shape("plain Yes", "healthy", flag("1")),
                shape("protected Yes", "healthy", flag("1", SUMMARY, PROTECTED)),
                shape("line end of layout", "healthy", layout("\n1\n")),
                shape("no item", "item-missing yes no yes offered"),
                shape("not in the summary", "not-summary yes no yes offered", flag("1", PROTECTED)),
                shape("label not in the summary", "not-summary yes no yes offered", flag("Yes", PROTECTED)),
                shape("label", "label-stored yes no yes offered", flag("Yes")),
                shape("German label", "label-stored yes no yes offered", flag("ja")),
                shape("number 1", "wrong-type yes no yes offered", numbers(ItemType.NUMBER, "1")),
                shape("number 1.0E0", "wrong-type yes no yes offered", numbers(ItemType.NUMBER, "1.0E0")),
                shape("number 0", "wrong-type no no decision", numbers(ItemType.NUMBER, "0")),
                shape("number error", "wrong-type blank no decision", numbers(ItemType.NUMBER, "@ERROR")),
                shape("list of Yes", "wrong-type yes no yes offered", texts("1")),
                shape("list of an empty entry and Yes", "wrong-type yes no yes offered", texts("", "1")),
                shape("list of Yes and No", "wrong-type yes no decision", texts("1", "0")),
                shape("empty list", "wrong-type blank no decision", texts()),
                shape("rich text", "wrong-type yes no yes offered", rich("\n1\n")),
                shape("raw bytes of no text type", "wrong-type blank no decision", raw(new ItemType(4), "31")),
                shape("raw text", "wrong-type yes no yes offered", raw(ItemType.TEXT, "31")),
                shape("raw text list", "wrong-type yes no yes offered", raw(ItemType.TEXT_LIST, "0100010031")),
                shape("raw number", "wrong-type yes no yes offered", raw(ItemType.NUMBER, "000000000000F03F")),
                shape("raw text list cut off", "wrong-type blank no decision", raw(ItemType.TEXT_LIST, "0200010031")),
                shape("blank behind", "stray-characters yes no yes offered", flag("1 ")),
                shape("NUL behind", "stray-characters yes no yes offered", flag("1\u0000")),
                shape("line end stored", "stray-characters yes no yes offered", flag("1\n")),
                shape("zero-width character", "stray-characters yes no yes offered", flag("\u200B1")),
                shape("full-width digit", "stray-characters yes no yes offered", flag("\uFF11")),
                shape("something else", "stray-characters blank no decision", flag("2")),
                shape("two that agree", "duplicate-items yes no yes offered", flag("1"), flag("1", PROTECTED)),
                shape("two that contradict", "duplicate-items yes no decision", flag("1"), flag("0")),
                shape("two Nos", "duplicate-items no no decision", flag("0"), flag("0")),
                shape("one of two is empty", "duplicate-items yes no decision", flag("1"), flag("")),
                shape("placeholder", "placeholder yes no yes offered", flag("", SUMMARY, PLACEHOLDER)),
                shape("no value", "placeholder yes no yes offered", flag(ItemType.NONE, new ItemValue.Absent())),
                shape("sealed", "sealed yes no no", raw(ItemType.TEXT, "0011", SEALED)),
                shape("empty", "blank blank blank decision", flag("")),
                shape("blank only", "blank blank blank decision", flag("  ")),
                shape("plain No", "genuine-no no no decision", flag("0")),
                shape("label No", "genuine-no no no decision", flag("No")),
                shape("No outside the summary", "genuine-no no no decision", flag("0", PROTECTED)),
                shape("signed label", "label-stored yes no decision", flag("Yes", SUMMARY, SIGNED)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void stored_flag_gets_its_cause(String name, String expected, List<Item> flags) {
        Note note = with(1, flags.toArray(Item[]::new));
        assertThat(outcome(new Diagnoser().judge(note))).isEqualTo(expected);
    }

    static Stream<Arguments> documents() {
        return Stream.of(
                document("conflict", "conflict-document", withoutFlag(1).flag(NoteFlag.CONFLICT)),
                document("truncated", "truncated", withoutFlag(1).flag(NoteFlag.TRUNCATED)),
                document(
                        "other form",
                        "wrong-form",
                        withoutFlag(1).formAttribute("Kiosk").item(flag("1"))),
                document(
                        "made by the connector",
                        "connector-created",
                        withoutFlag(1).item(flag("1")).item(Item.text("$NotesDXAStamp", "{guid}"))),
                document(
                        "readers",
                        "reader-restricted",
                        withoutFlag(1)
                                .item(flag("1"))
                                .item(new Item(
                                        "DocReaders",
                                        ItemType.TEXT,
                                        ItemValue.Texts.of("CN=Boss/O=Acme"),
                                        EnumSet.of(SUMMARY, NAMES, READERS),
                                        false,
                                        0))),
                document(
                        "summary nearly full",
                        "summary-overflow",
                        withoutFlag(1).item(flag("1")).summarySize(32_000)),
                document(
                        "flag before required item",
                        "label-stored",
                        withoutFlag(1)
                                .items(List.of(
                                        Item.text("Type", "Person"), Item.text("LastName", "Doe"), flag("Yes")))),
                document(
                        "no mail domain",
                        "required-item-missing",
                        withoutFlag(1)
                                .items(List.of(
                                        Item.text("Type", "Person"),
                                        Item.text("LastName", "Doe"),
                                        Item.text("FullName", "Jane Doe"),
                                        flag("1")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void document_gets_the_first_cause_by_precedence(String name, String expected, Note note) {
        Finding finding = new Diagnoser().judge(note).orElseThrow().finding().orElseThrow();
        assertThat(finding.cause().id()).isEqualTo(expected);
        assertThat(finding.evidence()).isNotEmpty();
    }

    @Test
    void person_without_mail_and_item_is_not_offered() {
        Note note = withoutFlag(1).item(Item.text("X", "")).build();
        List<Item> items =
                note.items().stream().filter(item -> !item.isNamed("MailFile")).toList();
        Finding finding = new Diagnoser()
                .judge(note.toBuilder().items(items).build())
                .orElseThrow()
                .finding()
                .orElseThrow();
        assertThat(finding.cause()).isEqualTo(Cause.ITEM_MISSING);
        assertThat(finding.toggleRepairs()).isEqualTo(ToggleRepairs.YES);
        assertThat(finding.offered()).isFalse();
    }

    @Test
    void later_person_with_a_taken_short_name_is_reported() {
        Diagnoser diagnoser = new Diagnoser();
        assertThat(outcome(diagnoser.judge(healthy(1)))).isEqualTo("healthy");
        List<Item> items = healthy(2).items().stream()
                .map(item -> item.isNamed("ShortName") ? Item.text("ShortName", "JDOE1") : item)
                .toList();
        Note second = healthy(2).toBuilder().items(items).build();
        assertThat(outcome(diagnoser.judge(second))).isEqualTo("duplicate-person yes yes no");
        assertThat(diagnoser.diagnosis().findings().get(0).evidence())
                .containsExactly("ShortName is already taken by CN=Jane Doe1/O=Acme");
    }

    @Test
    void name_of_somebody_left_out_is_not_taken() {
        Diagnoser diagnoser = new Diagnoser();
        diagnoser.judge(with(1, flag("0")));
        Note twin = with(1, flag("1")).toBuilder().build();
        assertThat(outcome(diagnoser.judge(twin))).isEqualTo("healthy");
    }

    @Test
    void access_control_group_is_a_decision_and_mail_group_is_offered() {
        Note.Builder group = Note.builder(dirsh.People.unid(1))
                .formAttribute("Group")
                .item(Item.text("Type", "Group"))
                .item(Item.text("ListName", "Everybody"))
                .item(flag("Yes"));
        assertThat(outcome(new Diagnoser().judge(group.build()))).isEqualTo("label-stored yes no yes offered");
        group.item(Item.text("GroupType", "3"));
        assertThat(outcome(new Diagnoser().judge(group.build()))).isEqualTo("label-stored yes no decision");
    }

    @Test
    void candidates_are_exported_or_left_out_and_conflicts_are_counted_apart() {
        Diagnoser diagnoser = new Diagnoser();
        List.of(healthy(1), healthy(2), with(3), with(4, flag("0")), with(5, flag("1 ")))
                .forEach(diagnoser::judge);
        diagnoser.judge(withoutFlag(6).flag(NoteFlag.CONFLICT).build());
        Tally people = diagnoser.diagnosis().of(NoteKind.PERSON);
        assertThat(people.candidates()).isEqualTo(5);
        assertThat(people.exported()).isEqualTo(2);
        assertThat(people.leftOut())
                .containsEntry(Cause.ITEM_MISSING, 1)
                .containsEntry(Cause.GENUINE_NO, 1)
                .containsEntry(Cause.STRAY_CHARACTERS, 1)
                .hasSize(3);
        assertThat(people.conflicts()).isEqualTo(1);
        assertThat(people.shownYes()).isEqualTo(4);
        assertThat(people.readYes()).isEqualTo(2);
    }

    @Test
    void protection_follows_the_majority_of_healthy_people() {
        Diagnoser diagnoser = new Diagnoser();
        diagnoser.judge(with(1, flag("1", SUMMARY, PROTECTED)));
        diagnoser.judge(with(2, flag("1", SUMMARY, PROTECTED)));
        diagnoser.judge(with(3, flag("1")));
        assertThat(diagnoser.diagnosis().usuallyProtected()).isTrue();
    }

    private static String outcome(Optional<Verdict> verdict) {
        Verdict judged = verdict.orElseThrow();
        return judged.finding()
                .map(finding -> finding.cause() + " " + finding.formShows() + " " + finding.connectorReads() + " "
                        + finding.toggleRepairs() + (finding.offered() ? " offered" : ""))
                .orElse("healthy");
    }

    private static Arguments shape(String name, String expected, Item... flags) {
        return arguments(name, expected, List.of(flags));
    }

    private static Arguments document(String name, String expected, Note.Builder note) {
        return arguments(name, expected, note.build());
    }

    private static Item layout(String text) {
        return flag(ItemType.TEXT, new ItemValue.Texts(List.of(text), true), SUMMARY);
    }

    private static Item texts(String... values) {
        return flag(ItemType.TEXT_LIST, ItemValue.Texts.of(values), SUMMARY);
    }

    private static Item numbers(ItemType type, String... values) {
        return flag(type, new ItemValue.Numbers(List.of(values)), SUMMARY);
    }

    private static Item rich(String text) {
        return flag(ItemType.RICH_TEXT, new ItemValue.RichText(text));
    }

    private static Item raw(ItemType type, String hex, dirsh.model.ItemFlag... flags) {
        return flag(type, new ItemValue.Raw(hex), flags);
    }
}
