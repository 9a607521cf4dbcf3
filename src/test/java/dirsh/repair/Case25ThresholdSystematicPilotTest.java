package dirsh.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.People;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Diagnoser;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.source.AddressBook;
import dirsh.source.MemoryBook;
import dirsh.source.Projection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is too large, or too much alike, to be damage is not repaired at one go. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Case25ThresholdSystematicPilotTest {

    @Nested
    class Systematic {

        @Test
        void cause_that_covers_a_fifth_of_the_book_is_refused_until_it_is_named_as_systematic() {
            AddressBook book = book(60, 200);
            assertThatThrownBy(() -> plan(book, Set.of())).isInstanceOfSatisfying(DirshException.class, e -> {
                assertThat(e.outcome()).isEqualTo(DirshException.Outcome.BAD_INPUT);
                assertThat(e.problem()).startsWith("item-missing covers 60 of 200 people (30 %)");
                assertThat(e.tryThis()).startsWith("plan --systematic item-missing");
            });
            assertThatThrownBy(() -> plan(book, Set.of(Cause.LABEL_STORED)))
                    .hasMessageStartingWith("item-missing covers 60");
            assertThat(plan(book, Set.of(Cause.ITEM_MISSING)).size()).isEqualTo(60);
        }

        @ParameterizedTest(name = "{0} of {1} people")
        @CsvSource({"50, 60", "51, 255", "20, 40"})
        void few_people_or_a_small_share_are_damage(int damaged, int people) {
            assertThat(plan(book(damaged, people), Set.of()).size()).isEqualTo(damaged);
        }

        @Test
        void one_person_more_than_a_fifth_is_too_many() {
            assertThatThrownBy(() -> plan(book(52, 255), Set.of())).hasMessageStartingWith("item-missing covers 52");
        }
    }

    private static AddressBook book(int damaged, int people) {
        return new MemoryBook(
                "names",
                People.REPLICA,
                IntStream.rangeClosed(1, people)
                        .<Note>mapToObj(n -> n <= damaged ? People.with(n) : People.healthy(n))
                        .toList());
    }

    private static Plan plan(AddressBook book, Set<Cause> systematic) {
        Diagnoser diagnoser = new Diagnoser();
        book.scan(Projection.ALL, new Cancellation(), diagnoser::judge);
        PlanRequest request =
                new PlanRequest(Set.of(), Set.of(), Optional.empty(), systematic, false, 0, RepairMode.TOGGLE);
        return new Planner(book, new Cancellation()).plan(diagnoser.diagnosis(), request);
    }
}
