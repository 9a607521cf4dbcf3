package dirsh.repair;

import static dirsh.People.flag;
import static dirsh.People.with;
import static dirsh.model.ItemFlag.PLACEHOLDER;
import static dirsh.model.ItemFlag.PROTECTED;
import static dirsh.model.ItemFlag.SEALED;
import static dirsh.model.ItemFlag.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.People;
import dirsh.home.Home;
import dirsh.model.Item;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.Page;
import dirsh.source.MemoryBook;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlanDiffTest {

    @TempDir
    Path folder;

    private final MemoryBook book = new MemoryBook(
            "names",
            People.REPLICA,
            List.of(with(2, flag("Yes", SUMMARY, PROTECTED)), with(3, flag("1"), flag("1")), with(4)));

    @Test
    void each_document_is_shown_with_what_is_stored_what_will_be_and_the_saves() {
        assertThat(shown(Export.plan(book, RepairMode.TOGGLE)))
                .isEqualTo(
                        """
                CN=Jane Doe2/O=Acme
                UNID 7E3A91C4D25F4B0841258ADD00000002, label-stored, sequence 2, in Exchange: unknown
                - text "Yes" SUMMARY PROTECTED
                + text "1" SUMMARY PROTECTED
                saves: No, Yes
                CN=Jane Doe3/O=Acme
                UNID 7E3A91C4D25F4B0841258ADD00000003, duplicate-items, sequence 2, in Exchange: unknown
                - text "1" SUMMARY
                - text "1" SUMMARY
                + text "1" SUMMARY
                saves: No, Yes
                CN=Jane Doe4/O=Acme
                UNID 7E3A91C4D25F4B0841258ADD00000004, item-missing, sequence 2, in Exchange: unknown
                - (no item)
                + text "1" SUMMARY
                saves: No, Yes
                """);
    }

    @Test
    void undo_is_shown_the_other_way_round() {
        Clock clock = Clock.systemUTC();
        RunStore runs = new RunStore(new Home(folder), clock);
        Applier applier = new Applier(Settings.of(runs, clock));
        Run run = applier.apply(Export.plan(book, RepairMode.DIRECT), book, Limits.NONE);
        assertThat(shown(new Undo(book).of(run)))
                .endsWith(
                        """
                CN=Jane Doe2/O=Acme
                UNID 7E3A91C4D25F4B0841258ADD00000002, label-stored, sequence 3, in Exchange: unknown
                - text "1" SUMMARY PROTECTED
                + text "Yes" SUMMARY PROTECTED
                saves: as it was
                """);
    }

    @Test
    void items_of_every_kind_have_words() {
        assertThat(List.of(
                        flag("1 \u0000"),
                        flag("１"),
                        flag(ItemType.TEXT_LIST, ItemValue.Texts.of("1", ""), SUMMARY),
                        flag(ItemType.NUMBER, new ItemValue.Numbers(List.of("1")), SUMMARY),
                        flag(ItemType.RICH_TEXT, new ItemValue.RichText("Yes")),
                        flag(new ItemType(0x0234), new ItemValue.Raw("3100")),
                        flag(ItemType.TEXT, ItemValue.Texts.of("1"), SUMMARY, SEALED),
                        flag(ItemType.NONE, new ItemValue.Absent(), PLACEHOLDER),
                        flag(ItemType.TEXT, new ItemValue.Absent(), SUMMARY)))
                .extracting(PlanDiffTest::words)
                .containsExactly(
                        "text \"1 <U+0000>\" SUMMARY",
                        "text \"<U+FF11>\" SUMMARY",
                        "text list [\"1\", \"\"] SUMMARY",
                        "number 1 SUMMARY",
                        "rich text \"Yes\"",
                        "type 0x0234 bytes 3100",
                        "text (encrypted) SUMMARY SEALED",
                        "no value PLACEHOLDER",
                        "text without a value SUMMARY");
    }

    private static String words(Item item) {
        return ItemWords.of(item);
    }

    private static String shown(Plan plan) {
        StringBuilder text = new StringBuilder();
        for (Page.Section section : new PlanDiff(plan).sections().subList(1, plan.size() + 1)) {
            text.append(section.heading()).append('\n');
            section.lines().forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }
}
