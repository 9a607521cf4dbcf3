package dirsh.packed;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.faults.TwoThreads;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes against an array that holds the same, with the page borders and the step into the file where they hurt most. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PagedBytesTest {

    private static final int PAGE = 1 << ScratchPages.PAGE_BITS;

    /** Lengths that end before, at and behind the border of a page. */
    private static final int[] LENGTHS = {0, 1, 2, PAGE - 2, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE - 1, 2 * PAGE, 777};

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE, 3 * PAGE - 1, 40 * PAGE + 5, Integer.MAX_VALUE})
    void after_each_addition_every_byte_around_a_border_is_what_was_added(int room) {
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            PagedBytes bytes = new PagedBytes(new Room(room));
            ByteArrayOutputStream expected = new ByteArrayOutputStream();
            for (int turn = 0; turn < 30; turn++) {
                byte[] added = new byte[LENGTHS[random.nextInt(LENGTHS.length)]];
                random.nextBytes(added);
                if (added.length == 1) {
                    bytes.add(added[0]);
                } else {
                    bytes.add(added);
                }
                expected.writeBytes(added);
                assertThat(bytes.end()).isEqualTo(expected.size());
                check(bytes, expected.toByteArray(), random);
            }
        }
    }

    private static void check(PagedBytes bytes, byte[] expected, Random random) {
        for (int border = 0; border <= expected.length; border += PAGE) {
            for (int at = Math.max(0, border - 2); at < Math.min(expected.length, border + 2); at++) {
                if (bytes.value(at) != expected[at]) {
                    throw new AssertionError("byte " + at + " of " + expected.length);
                }
            }
        }
        for (int turn = 0; turn < 5; turn++) {
            int from = random.nextInt(expected.length + 1);
            int to = turn == 0 ? expected.length : from + random.nextInt(expected.length - from + 1);
            byte[] part = Arrays.copyOfRange(expected, from, to);
            assertThat(bytes.holds(from, part)).as("%s to %s", from, to).isTrue();
            assertThat(bytes.text(from, part.length)).isEqualTo(new String(part, StandardCharsets.UTF_8));
            if (part.length > 0) {
                part[turn % 2 == 0 ? part.length - 1 : random.nextInt(part.length)] ^= 1;
                assertThat(bytes.holds(from, part)).as("%s to %s", from, to).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, PAGE, 900 * PAGE, Integer.MAX_VALUE})
    void numbers_come_back_from_any_of_more_pages_than_are_kept(int room) {
        PagedBytes bytes = new PagedBytes(new Room(room));
        Random random = new Random(3);
        int[] expected = random.ints(1_200L * PAGE / Integer.BYTES + 1).toArray();
        for (int at = 0; at < expected.length; at++) {
            bytes.addNumber(expected[at]);
            int earlier = random.nextInt(at + 1);
            if (bytes.number((long) Integer.BYTES * earlier) != expected[earlier]) {
                throw new AssertionError("number " + earlier + " of " + (at + 1));
            }
        }
    }

    @Test
    void two_threads_read_from_one_file() throws Exception {
        PagedBytes bytes = new PagedBytes(new Room(0));
        byte[] expected = new byte[1_200 * PAGE + 9];
        new Random(4).nextBytes(expected);
        bytes.add(expected);
        TwoThreads.share(8, round -> {
            Random random = new Random(round);
            for (int turn = 0; turn < 2_000; turn++) {
                int from = random.nextInt(expected.length);
                int length = Math.min(expected.length - from, random.nextInt(40));
                byte[] part = Arrays.copyOfRange(expected, from, from + length);
                assertThat(bytes.holds(from, part)).isTrue();
                assertThat(bytes.value(from)).isEqualTo(expected[from]);
                assertThat(bytes.text(from, length)).isEqualTo(new String(part, StandardCharsets.UTF_8));
            }
        });
    }
}
