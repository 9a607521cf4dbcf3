package dirsh.source.domino;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ItemValuesTest {

    @Test
    void texts_are_kept_as_they_are() {
        assertThat(ItemValues.of(ItemType.TEXT, List.of("1 "))).isEqualTo(ItemValue.Texts.of("1 "));
        assertThat(ItemValues.of(ItemType.TEXT, List.of())).isEqualTo(ItemValue.Texts.of(""));
        assertThat(ItemValues.of(ItemType.TEXT_LIST, List.of("a", ""))).isEqualTo(ItemValue.Texts.of("a", ""));
        assertThat(ItemValues.of(ItemType.TEXT_LIST, List.of())).isEqualTo(ItemValue.Texts.of());
    }

    @Test
    void numbers_are_written_without_a_superfluous_point() {
        assertThat(ItemValues.of(ItemType.NUMBER, List.of(1.0))).isEqualTo(new ItemValue.Numbers(List.of("1")));
        assertThat(ItemValues.of(ItemType.NUMBER_LIST, List.of(0.5, -20.0, Double.NaN)))
                .isEqualTo(new ItemValue.Numbers(List.of("0.5", "-20", "NaN")));
        assertThat(ItemValues.of(ItemType.NUMBER_LIST, List.of(new double[] {1, 2})))
                .isEqualTo(new ItemValue.Numbers(List.of("1", "2")));
    }

    @Test
    void times_may_lack_the_day_or_the_time_of_day() {
        assertThat(ItemValues.of(
                                ItemType.TIME_LIST,
                                List.of(
                                        LocalDate.of(2026, 11, 22),
                                        LocalTime.of(1, 2, 3),
                                        OffsetDateTime.parse("2026-11-22T13:15:00.42+01:00")))
                        .display())
                .isEqualTo("2026-11-22; 01:02:03.00; 2026-11-22 12:15:00.42 Z");
    }

    @Test
    void other_types_are_named() {
        assertThat(ItemValues.of(ItemType.OBJECT, List.of("x"))).isEqualTo(new ItemValue.Undecoded("object"));
    }

    @Test
    void a_column_tells_the_type_by_its_class() {
        assertThat(ItemValues.columnType("1")).contains(ItemType.TEXT);
        assertThat(ItemValues.columnType(List.of("1"))).contains(ItemType.TEXT_LIST);
        assertThat(ItemValues.columnType(1.0)).contains(ItemType.NUMBER);
        assertThat(ItemValues.columnType(List.of(1.0))).contains(ItemType.NUMBER_LIST);
        assertThat(ItemValues.columnType(null)).isEmpty();
        assertThat(ItemValues.columnType(List.of())).isEmpty();
    }

    @Test
    void an_item_sequence_is_the_latest_that_fits_its_low_byte() {
        assertThat(ItemValues.sequence(3, 5)).isEqualTo(3);
        assertThat(ItemValues.sequence(3, 258)).isEqualTo(3);
        assertThat(ItemValues.sequence(1, 258)).isEqualTo(257);
        assertThat(ItemValues.sequence(255, 600)).isEqualTo(511);
        assertThat(ItemValues.sequence(9, 5)).isEqualTo(9);
    }
}
