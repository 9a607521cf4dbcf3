package dirsh.source.domino;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.source.ItemImage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ItemImageTextTest {

    private static Item item(ItemType type, ItemValue value, ItemFlag... flags) {
        return new Item("AvailableForDirSync", type, value, Set.of(flags), true, 3);
    }

    private static ItemImageText roundTrip(Item item) {
        ItemImage image = ItemImageText.of(7, item);
        assertThat(image.index()).isEqualTo(7);
        assertThat(image.lost()).isEmpty();
        return ItemImageText.parse(image.encoded());
    }

    @Test
    void a_text_comes_back_with_name_type_flags_and_every_character() {
        ItemImageText back = roundTrip(
                item(ItemType.TEXT, ItemValue.Texts.of("１ \n=,\u0000é"), ItemFlag.SUMMARY, ItemFlag.PROTECTED));
        assertThat(back.name()).isEqualTo("AvailableForDirSync");
        assertThat(back.type()).isEqualTo(ItemType.TEXT);
        assertThat(back.flags()).containsExactlyInAnyOrder(ItemFlag.SUMMARY, ItemFlag.PROTECTED);
        assertThat(back.value()).isEqualTo("１ \n=,\u0000é");
    }

    @Test
    void an_empty_text_and_one_without_flags_come_back() {
        ItemImageText back = roundTrip(item(ItemType.TEXT, ItemValue.Texts.of("")));
        assertThat(back.value()).isEqualTo("");
        assertThat(back.flags()).isEmpty();
    }

    @Test
    void lists_and_numbers_come_back() {
        assertThat(roundTrip(item(ItemType.TEXT_LIST, ItemValue.Texts.of("", "1")))
                        .value())
                .isEqualTo(List.of("", "1"));
        assertThat(roundTrip(item(ItemType.TEXT_LIST, ItemValue.Texts.of())).value())
                .isEqualTo(List.of());
        assertThat(roundTrip(item(ItemType.NUMBER, new ItemValue.Numbers(List.of("1"))))
                        .value())
                .isEqualTo(1.0);
        assertThat(roundTrip(item(ItemType.NUMBER_LIST, new ItemValue.Numbers(List.of("1", "0.5"))))
                        .value())
                .isEqualTo(List.of(1.0, 0.5));
    }

    @Test
    void what_the_api_cannot_write_again_is_lost_and_says_so() {
        assertThat(ItemImageText.of(0, item(ItemType.RICH_TEXT, new ItemValue.RichText("1")))
                        .lost())
                .contains("rich text");
        assertThat(ItemImageText.of(0, item(ItemType.TIME, new ItemValue.Times(List.of())))
                        .lost())
                .contains("time");
        assertThat(ItemImageText.of(0, item(ItemType.TEXT, new ItemValue.Raw("31"), ItemFlag.SEAL, ItemFlag.SEALED))
                        .lost())
                .contains("an encrypted item");
        assertThat(ItemImageText.of(0, item(ItemType.TEXT, ItemValue.Texts.of("1"), ItemFlag.SIGNED))
                        .lost())
                .contains("a signed item");
        assertThat(ItemImageText.of(0, item(ItemType.NUMBER, new ItemValue.Numbers(List.of("NaN"))))
                        .lost())
                .contains("number");
    }
}
