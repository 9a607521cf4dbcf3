package dirsh.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.model.Unid;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordStoreTest {

    private static final int MANY = 20_000;

    @ParameterizedTest
    @ValueSource(ints = {0, 100_000, 100_000_000})
    void each_field_of_many_records_comes_back_wherever_it_is_kept(int room) {
        RecordStore store = new RecordStore(3, new PagedBytes(new Room(room)));
        Random random = new Random(11);
        int[][] records = new int[MANY][];
        for (int number = 0; number < MANY; number++) {
            records[number] = new int[] {random.nextInt(), random.nextInt(), -number};
            assertThat(store.add(records[number])).isEqualTo(number);
        }

        assertThat(store.size()).isEqualTo(MANY);
        for (int turn = 0; turn < 2 * MANY; turn++) {
            int number = random.nextInt(MANY);
            int field = random.nextInt(3);
            assertThat(store.get(number, field)).isEqualTo(records[number][field]);
        }
    }

    @Test
    void two_fields_hold_a_number_of_64_bits() {
        RecordStore store = new RecordStore(2);
        for (long number : new long[] {0, -1, 1L << 63, 0x80000000L, 0x7FFFFFFF_FFFFFFFFL, 0x12345678_9ABCDEF0L}) {
            assertThat(store.pair(store.add(RecordStore.upper(number), (int) number), 0))
                    .isEqualTo(number);
        }
    }

    @Test
    void a_record_may_begin_with_an_id() {
        RecordStore store = new RecordStore(RecordStore.UNID + 1);
        Unid first = new Unid(0xF7AFA2E9B053F1DBL, 0x0000000080000000L);
        Unid second = new Unid(1, -1);
        store.add(first, 7);
        store.add(second, -8);

        assertThat(store.unid(0)).isEqualTo(first);
        assertThat(store.unid(1)).isEqualTo(second);
        assertThat(store.get(1, RecordStore.UNID)).isEqualTo(-8);
        assertThatThrownBy(() -> store.add(first)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_record_of_another_length_is_no_record_of_the_store() {
        assertThatThrownBy(() -> new RecordStore(2).add(1)).isInstanceOf(IllegalArgumentException.class);
    }
}
