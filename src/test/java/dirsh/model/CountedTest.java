package dirsh.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CountedTest {

    @Test
    void one_is_singular_and_nothing_else() {
        assertThat(Counted.of(0, "document")).isEqualTo("0 documents");
        assertThat(Counted.of(1, "document")).isEqualTo("1 document");
        assertThat(Counted.of(1200, "document")).isEqualTo("1,200 documents");
        assertThat(Counted.of(1, "person is", "people are")).isEqualTo("1 person is");
        assertThat(Counted.of(2, "person is", "people are")).isEqualTo("2 people are");
    }
}
