package dirsh.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60)
class ReadAheadTest {

    private static final int MANY = 20_000;
    private static final long HEAVY = 1 << 10;

    private final List<Integer> taken = new ArrayList<>();
    private final List<Thread> readers = new ArrayList<>();
    private volatile int found;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void everything_is_taken_in_order_by_the_calling_thread(int threads) throws IOException {
        List<Thread> takers = new ArrayList<>();
        ReadAhead.run(threads, new Cancellation(), ahead -> {
            readers.add(Thread.currentThread());
            for (int i = 0; i < MANY; i++) {
                int number = i;
                ahead.deliver(HEAVY, () -> {
                    taken.add(number);
                    takers.add(Thread.currentThread());
                });
            }
        });
        assertThat(taken).isEqualTo(IntStream.range(0, MANY).boxed().toList());
        assertThat(takers).containsOnly(Thread.currentThread());
        assertThat(readers.get(0) == Thread.currentThread()).isEqualTo(threads == 1);
    }

    @Test
    void no_more_waits_than_may() throws IOException {
        List<Integer> ahead = new ArrayList<>();
        ReadAhead.run(2, new Cancellation(), pass -> {
            for (int i = 0; i < MANY; i++) {
                found = i;
                int number = i;
                pass.deliver(HEAVY, () -> ahead.add(found - number));
            }
        });
        long most = (ReadAhead.MOST_WAITING + 2 * ReadAhead.PARCEL) / HEAVY;
        assertThat(ahead).hasSize(MANY).allMatch(distance -> distance <= most);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void what_was_found_before_a_failure_is_taken_before_it_is_told(int threads) {
        assertThatThrownBy(() -> ReadAhead.run(threads, new Cancellation(), ahead -> {
                    for (int i = 0; i < 100; i++) {
                        int number = i;
                        ahead.deliver(HEAVY, () -> taken.add(number));
                    }
                    throw new IOException("the disk is gone");
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
        assertThat(taken).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void the_reading_ends_where_what_it_finds_cannot_be_taken(int threads) {
        assertThatThrownBy(() -> ReadAhead.run(threads, new Cancellation(), ahead -> {
                    readers.add(Thread.currentThread());
                    while (true) {
                        ahead.deliver(HEAVY, () -> {
                            throw new IllegalStateException("full");
                        });
                    }
                }))
                .hasMessage("full");
        assertThat(threads == 1 || !readers.get(0).isAlive()).isTrue();
    }

    @Test
    void an_interrupt_of_the_taker_is_a_request_to_stop() {
        Thread taker = Thread.currentThread();
        Cancellation cancellation = new Cancellation();
        assertThatThrownBy(() -> ReadAhead.run(2, cancellation, ahead -> {
                    taker.interrupt();
                    while (!cancellation.requested()) {
                        Thread.onSpinWait();
                    }
                }))
                .hasMessage("interrupted");
        assertThat(Thread.interrupted()).isFalse();
    }
}
