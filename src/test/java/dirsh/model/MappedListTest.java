package dirsh.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MappedListTest {

    private final List<Integer> made = new ArrayList<>();
    private final MappedList<Integer, String> list = new MappedList<>(List.of(1, 2, 3), number -> {
        made.add(number);
        return "n" + number;
    });

    @Test
    void an_element_is_made_when_it_is_taken_out_and_each_time_it_is() {
        assertThat(list.size()).isEqualTo(3);
        assertThat(made).isEmpty();

        assertThat(list.get(1)).isEqualTo("n2");
        assertThat(list.iterator().next()).isEqualTo("n1");
        assertThat(list.stream().limit(2).toList()).containsExactly("n1", "n2");

        assertThat(made).containsExactly(2, 1, 1, 2);
    }

    @Test
    void it_equals_a_list_of_the_same_elements() {
        assertThat(list).isEqualTo(List.of("n1", "n2", "n3")).hasToString("[n1, n2, n3]");
    }
}
