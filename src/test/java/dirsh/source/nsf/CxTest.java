package dirsh.source.nsf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CxTest {

    @Test
    void what_was_compressed_comes_back() throws NsfDamage {
        Random random = new Random(4);
        for (int length : new int[] {0, 1, 2, 3, 130, 8206, 100_000}) {
            byte[] payload = new byte[length];
            for (int at = 0; at < length; at += 1 + random.nextInt(50)) {
                payload[at] = (byte) random.nextInt();
            }
            assertThat(Cx.decode(NsfBytes.of(CxWriter.encode(payload), 0), length))
                    .isEqualTo(payload);
        }
    }

    @Test
    void another_length_than_stated_is_damage() {
        byte[] stream = CxWriter.encode(new byte[100]);
        assertThatThrownBy(() -> Cx.decode(NsfBytes.of(stream, 0), 99)).isInstanceOf(NsfDamage.class);
        assertThatThrownBy(() -> Cx.decode(NsfBytes.of(stream, 0), 101)).isInstanceOf(NsfDamage.class);
    }

    @Test
    void a_size_that_no_stream_of_its_length_can_have_is_refused_before_anything_is_allocated() {
        byte[] stream = CxWriter.encode(new byte[100]);
        assertThatThrownBy(() -> Cx.decode(NsfBytes.of(stream, 0), 0xFFFFFFFFL))
                .hasMessage("a compressed payload cannot have the size it states");
    }

    @Test
    void a_copy_from_before_the_beginning_is_damage() {
        // Header 4, then a copy of two bytes from distance 1 with nothing before it.
        byte[] stream = {2, 0, 0, 0, 0b0011_1100, 0};
        assertThatThrownBy(() -> Cx.decode(NsfBytes.of(stream, 0), 2))
                .hasMessage("a compressed payload copies from before its beginning");
    }

    @Test
    void a_stream_that_stops_is_damage() {
        byte[] whole = CxWriter.encode(new byte[100]);
        byte[] cut = Arrays.copyOf(whole, whole.length - 2);
        cut[0] = (byte) (cut[0] - 2);
        assertThatThrownBy(() -> Cx.decode(NsfBytes.of(cut, 0), 100)).isInstanceOf(NsfDamage.class);
    }
}
