package dirsh.packed;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.model.Unid;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnidTableTest {

    private final UnidTable table = new UnidTable();

    @Test
    void each_of_many_ids_keeps_the_number_of_its_first_coming() {
        int many = 20_000;
        for (int turn = 0; turn < 2; turn++) {
            for (int number = 0; number < many; number++) {
                assertThat(table.add(unid(number))).isEqualTo(number);
            }
        }
        assertThat(table.size()).isEqualTo(many);
        for (int number = 0; number < many; number++) {
            assertThat(table.find(unid(number))).isEqualTo(number);
            assertThat(table.unid(number)).isEqualTo(unid(number));
        }
        assertThat(table.find(unid(many))).isEqualTo(-1);
    }

    /** Ids of one database have their first half in common and count in the second. */
    private static Unid unid(int number) {
        return new Unid(0x7E3A91C4D25F4B08L, 0x41258ADD00000000L + number);
    }
}
