package dirsh.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyTableTest {

    private final KeyTable table = new KeyTable(new TextStore());

    @Test
    void each_of_many_keys_leads_to_its_own_entry_and_no_other_key_does() {
        int many = 20_000;
        for (int entry = 0; entry < many; entry++) {
            table.add(key("person" + entry), entry);
        }

        assertThat(table.size()).isEqualTo(many);
        for (int entry = 0; entry < many; entry++) {
            int group = table.group(key("person" + entry));
            assertThat(table.members(group)).isEqualTo(1);
            assertThat(table.member(group, 0)).isEqualTo(entry);
            assertThat(table.group(key("nobody" + entry))).isEqualTo(-1);
        }
    }

    @Test
    void keys_of_equal_hash_stay_apart() {
        assertThat("Aa".hashCode()).isEqualTo("BB".hashCode());
        table.add(key("Aa"), 1);
        table.add(key("BB"), 2);

        assertThat(table.member(table.group(key("Aa")), 0)).isEqualTo(1);
        assertThat(table.member(table.group(key("BB")), 0)).isEqualTo(2);
        assertThat(table.group(key("AaAa"))).isEqualTo(-1);
    }

    @Test
    void an_entry_added_twice_under_a_key_is_one_member() {
        for (int entry : new int[] {3, 3, 5, 5, 8}) {
            table.add(key("sales"), entry);
        }

        int group = table.group(key("sales"));
        assertThat(table.members(group)).isEqualTo(3);
        assertThat(new int[] {table.member(group, 0), table.member(group, 1), table.member(group, 2)})
                .containsExactly(3, 5, 8);
    }

    @Test
    void a_key_nobody_has_leads_to_no_members() {
        assertThat(table.members(table.group(key("nobody")))).isZero();
    }

    private static byte[] key(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
