package dirsh.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KeyTableTest {

    private final List<List<String>> keys = new ArrayList<>();
    private int asked;
    private final KeyTable table = new KeyTable((entry, key) -> {
        asked++;
        return keys.get(entry).contains(new String(key, StandardCharsets.UTF_8));
    });

    @Test
    void each_of_many_keys_leads_to_its_own_entry_and_no_other_key_does() {
        int many = 20_000;
        for (int entry = 0; entry < many; entry++) {
            add("person" + entry, entry);
        }

        assertThat(table.size()).isEqualTo(many);
        for (int entry = 0; entry < many; entry++) {
            assertThat(members("person" + entry)).containsExactly(entry);
            assertThat(members("nobody" + entry)).isEmpty();
        }
    }

    @Test
    void a_proof_is_asked_for_where_a_key_is_found_and_hardly_ever_where_it_is_not() {
        int many = 20_000;
        for (int entry = 0; entry < many; entry++) {
            add("person" + entry, entry);
        }
        assertThat(asked).isLessThan(10);
        for (int entry = 0; entry < many; entry++) {
            table.group(key("nobody" + entry));
        }
        assertThat(asked).isLessThan(20);
    }

    /** Two keys of the same hash, found by trying. */
    @Test
    void keys_of_equal_hash_stay_apart() {
        KeyTable told = new KeyTable((entry, key) -> {
            throw new Equal();
        });
        String[] equal = {};
        for (int number = 0; equal.length == 0; number++) {
            String text = "p" + number;
            try {
                told.add(key(text), number);
            } catch (Equal e) {
                equal = new String[] {text, collider(text, number)};
            }
        }
        add(equal[0], 1);
        add(equal[1], 2);

        assertThat(asked).as("equal hashes").isPositive();
        assertThat(table.size()).isEqualTo(2);
        assertThat(members(equal[0])).containsExactly(1);
        assertThat(members(equal[1])).containsExactly(2);
    }

    private static final class Equal extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static String collider(String text, int below) {
        for (int number = 0; number < below; number++) {
            boolean[] asked = {false};
            KeyTable two = new KeyTable((entry, key) -> {
                asked[0] = true;
                return false;
            });
            two.add(key("p" + number), 0);
            two.group(key(text));
            if (asked[0]) {
                return "p" + number;
            }
        }
        throw new AssertionError("no key of the hash of " + text);
    }

    @Test
    void an_entry_added_twice_under_a_key_is_one_member() {
        for (int entry : new int[] {3, 3, 5, 5, 8}) {
            add("sales", entry);
        }
        assertThat(members("sales")).containsExactly(3, 5, 8);
    }

    @Test
    void groups_have_numbers_below_their_bound_and_those_of_no_key_have_no_members() {
        add("sales", 0);
        add("hr", 1);
        add("hr", 2);

        List<Integer> sizes = IntStream.range(0, table.groups())
                .map(table::members)
                .filter(members -> members > 0)
                .boxed()
                .toList();
        assertThat(sizes).containsExactlyInAnyOrder(1, 2);
        assertThat(table.group(key("sales"))).isLessThan(table.groups());
    }

    @Test
    void it_answers_as_a_map_of_sets_does() {
        Random random = new Random(7);
        Map<String, TreeSet<Integer>> expected = new HashMap<>();
        for (int entry = 0; entry < 30_000; entry++) {
            String key = Integer.toString(random.nextInt(9_000), 36);
            add(key, entry);
            expected.computeIfAbsent(key, any -> new TreeSet<>()).add(entry);
        }
        assertThat(table.size()).isEqualTo(expected.size());
        expected.forEach((key, entries) -> assertThat(members(key)).containsExactlyElementsOf(entries));
    }

    private void add(String key, int entry) {
        while (keys.size() <= entry) {
            keys.add(new ArrayList<>());
        }
        keys.get(entry).add(key);
        table.add(key(key), entry);
    }

    private List<Integer> members(String key) {
        int group = table.group(key(key));
        return IntStream.range(0, table.members(group))
                .mapToObj(index -> table.member(group, index))
                .toList();
    }

    private static byte[] key(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
