package dirsh.packed;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.model.Unid;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @Test
    void keys_of_equal_hash_stay_apart() {
        List<String> equal = EqualHashes.two(number -> "person" + number);
        add(equal.get(0), 1);
        add(equal.get(1), 2);

        assertThat(asked).as("equal hashes").isPositive();
        assertThat(table.size()).isEqualTo(2);
        assertThat(members(equal.get(0))).containsExactly(1);
        assertThat(members(equal.get(1))).containsExactly(2);
    }

    @Test
    void keys_of_equal_hash_are_told_and_have_others_by_another_seed() {
        List<byte[]> equal = EqualHashes.two(number -> "person" + number).stream()
                .map(KeyTableTest::key)
                .toList();
        KeyTable other = new KeyTable((entry, key) -> true, 1);

        assertThat(table.parts(equal)).isFalse();
        assertThat(other.parts(equal)).isTrue();
        assertThat(table.parts(List.of(equal.get(0), equal.get(0).clone(), key("else"))))
                .isTrue();
        assertThat(table.parts(List.of())).isTrue();
    }

    /** Under a mere polynomial these are equal by any factor: each doubling puts the complement behind the sequence. */
    @Test
    void sequences_that_defeat_polynomials_have_different_hashes() {
        StringBuilder one = new StringBuilder("a");
        StringBuilder other = new StringBuilder("b");
        for (int doubling = 0; doubling < 12; doubling++) {
            String before = one.toString();
            one.append(other);
            other.append(before);
        }
        assertThat(table.parts(List.of(key(one.toString()), key(other.toString()))))
                .isTrue();
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

    /** Keys as directories have them: they count up, differ in one byte, or are ids of one database. */
    private enum Family {
        COUNTED {
            @Override
            byte[] key(int number) {
                return KeyTableTest.key("user" + number);
            }
        },
        COUNTED_IN_FRONT {
            @Override
            byte[] key(int number) {
                return KeyTableTest.key(number + "@acme.com");
            }
        },
        IDS_OF_ONE_DATABASE {
            @Override
            byte[] key(int number) {
                return new Unid(0x7E3A91C4D25F4B08L, 0x41258ADD00000000L + number).bytes();
            }
        },
        IDS_FOUR_APART {
            @Override
            byte[] key(int number) {
                return new Unid(0x7E3A91C4D25F4B08L, 0x41258ADD00000000L + 4L * number).bytes();
            }
        },
        IDS_THAT_DIFFER_IN_THE_FIRST_HALF {
            @Override
            byte[] key(int number) {
                return new Unid((long) number << Integer.SIZE, 0x41258ADD00000000L).bytes();
            }
        },
        ONE_LETTER_MANY_TIMES {
            @Override
            byte[] key(int number) {
                byte[] key = new byte[1 + number % 300];
                key[number % key.length] = (byte) (number / 300);
                key[0] ^= (byte) 0x80;
                return key;
            }
        };

        abstract byte[] key(int number);
    }

    /** A search ends at a free slot: a long run of taken ones would make every search in it long. */
    @ParameterizedTest
    @EnumSource
    void no_family_of_keys_crowds_in_one_part_of_the_table(Family family) {
        List<byte[]> own = new ArrayList<>();
        KeyTable crowd = new KeyTable((entry, key) -> {
            asked++;
            return Arrays.equals(own.get(entry), key);
        });
        Set<String> distinct = new HashSet<>();
        int longest = 0;
        for (int number = 0; number < 60_000; number++) {
            byte[] key = family.key(number);
            if (distinct.add(Arrays.toString(key))) {
                own.add(key);
                crowd.add(key, own.size() - 1);
            }
        }
        int run = 0;
        for (int slot = 0; slot < crowd.groups(); slot++) {
            run = crowd.members(slot) > 0 ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        assertThat(crowd.size()).isEqualTo(distinct.size());
        assertThat(longest).as("slots taken in a row").isLessThan(500);
        assertThat(asked).as("keys of equal hash").isLessThan(20);
    }

    /** Across every growth, as entries of several keys each, some of them shared. */
    @Test
    void it_answers_as_a_map_does_at_any_size() {
        Map<String, TreeSet<Integer>> expected = new HashMap<>();
        Random random = new Random(8);
        for (int entry = 0; entry < 3_000; entry++) {
            for (int more = random.nextInt(4); more >= 0; more--) {
                String key = "k" + random.nextInt(1 + entry);
                add(key, entry);
                expected.computeIfAbsent(key, any -> new TreeSet<>()).add(entry);
            }
            String asked = "k" + random.nextInt(2 + entry);
            assertThat(members(asked)).containsExactlyElementsOf(expected.getOrDefault(asked, new TreeSet<>()));
            assertThat(table.size()).isEqualTo(expected.size());
        }
        expected.forEach((key, entries) -> assertThat(members(key)).containsExactlyElementsOf(entries));
    }
}
