package dirsh.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FlowTest {

    private final List<Integer> made = new ArrayList<>();

    /** Five numbers from something that can only be passed through as a whole. */
    private final Flow<Integer> numbers = Flow.ofPass(taker -> {
        for (int i = 1; i <= 5; i++) {
            made.add(i);
            taker.accept(i);
        }
    });

    @Test
    void what_nobody_takes_is_not_made() {
        assertThat(numbers.first(2).toList()).containsExactly(1, 2);
        assertThat(made).containsExactly(1, 2);
    }

    @Test
    void the_first_none_make_nothing() {
        assertThat(numbers.first(0).toList()).isEmpty();
        assertThat(made).isEmpty();
    }

    @Test
    void only_some_are_handed_on_as_they_come() {
        assertThat(numbers.only(number -> number % 2 == 0).first(1).toList()).containsExactly(2);
        assertThat(made).containsExactly(1, 2);
    }

    @Test
    void a_pass_within_a_pass_ends_alone() {
        List<Integer> taken = new ArrayList<>();
        numbers.each(number -> {
            taken.addAll(numbers.first(1).toList());
            return taken.size() < 2;
        });
        assertThat(taken).containsExactly(1, 1);
    }

    @Test
    void a_request_to_stop_is_seen_between_two_objects() {
        Cancellation cancellation = new Cancellation();
        List<Integer> taken = new ArrayList<>();
        assertThatThrownBy(() -> numbers.until(cancellation).each(number -> {
                    taken.add(number);
                    cancellation.request();
                    return true;
                }))
                .isInstanceOfSatisfying(DirshException.class, error -> assertThat(error.outcome())
                        .isEqualTo(DirshException.Outcome.INTERRUPTED));
        assertThat(taken).containsExactly(1);
    }

    @Test
    void what_a_pass_throws_is_thrown() {
        Flow<Integer> broken = Flow.ofPass(taker -> {
            taker.accept(1);
            throw DirshException.failed("the disk is gone", "", null);
        });
        assertThatThrownBy(broken::toList).hasMessage("the disk is gone");
        assertThat(broken.first(1).toList()).containsExactly(1);
    }
}
