package dirsh.repair;

import static dirsh.People.unid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.People;
import dirsh.Workplace;
import dirsh.connector.FlagItem;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Diagnoser;
import dirsh.home.Home;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.AddressBook;
import dirsh.source.MemoryBook;
import dirsh.source.Projection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A plan over a set number or share, one cause over a fifth of the people, and a pilot that does not hold: nothing beyond the
 * pilot is written.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Case25ThresholdSystematicPilotTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    /** Ten people in an export, two of them planned. */
    @Nested
    class Threshold {

        private String before;

        @BeforeEach
        void planned() {
            String[] flags = new String[10];
            Arrays.fill(flags, Export.flag("1"));
            flags[3] = Export.flag("Yes");
            flags[6] = Export.flag("Yes");
            Export.write(names(), flags);
            before = text();
            assertThat(commands("open names.dxl; plan --save plan.json").code()).isEqualTo(1);
        }

        @Test
        void share_of_the_people_above_the_allowed_one_is_refused_before_anything_is_written() {
            Workplace.Ran ran = commands("open names.dxl; apply plan.json --max-percent 19 --yes");
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err())
                    .contains("the plan changes 2 of 10 people, which is more than the 19 % allowed")
                    .contains("plan --limit 1");
            assertThat(text()).isEqualTo(before);
            assertThat(runs().ids()).isEmpty();
        }

        @Test
        void share_of_the_people_that_is_just_the_allowed_one_is_repaired() {
            Workplace.Ran ran = commands("open names.dxl; apply plan.json --max-percent 20 --yes");
            assertThat(ran.code()).as(ran.toString()).isZero();
            assertThat(ran.err()).contains("2 planned: 2 done, 0 refused");
        }

        @Test
        void number_of_documents_that_was_set_is_not_exceeded() {
            Workplace.Ran ran = commands("open names.dxl; apply plan.json --limit 1 --yes");
            assertThat(ran.err()).contains("2 planned: 1 done, 0 refused, 1 untouched");
            assertThat(text()).contains(Export.flag("Yes")).contains(second());
        }

        @Test
        void number_of_documents_that_nobody_confirmed_is_not_written() {
            Workplace.Ran ran = commands("open names.dxl; apply plan.json");
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err()).contains("nobody is there to confirm 2 documents");
            assertThat(text()).isEqualTo(before);
            assertThat(runs().ids()).isEmpty();
        }

        /** The second planned document as it was, which is behind the first. */
        private String second() {
            int at = before.indexOf("<document", before.indexOf(unid(6).toString()));
            return before.substring(at, before.indexOf("</document>", at));
        }

        private Path names() {
            return folder.resolve("names.dxl");
        }

        private String text() {
            try {
                return Files.readString(names());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private Workplace.Ran commands(String lines) {
            return new Workplace(folder).commands(lines);
        }
    }

    @Nested
    class Pilot {

        @Test
        void of_a_live_book_that_does_not_read_back_as_planned_ends_the_run_and_nothing_beyond_it_is_written() {
            nothingBeyond(book(5, 5), 2, Limits.NONE.withPilot(2), RunState.OPEN);
        }

        @Test
        void of_one_document_is_made_of_a_live_book_though_nobody_asked_for_it() {
            nothingBeyond(book(5, 5), 1, Limits.NONE, RunState.OPEN);
        }

        @Test
        void of_an_export_that_does_not_read_back_as_planned_ends_the_run_and_nothing_beyond_it_is_written() {
            Path file = Export.write(folder.resolve("names.dxl"), "", "", "", "", "");
            try (AddressBook book = Export.open(file)) {
                nothingBeyond(book, 2, Limits.NONE.withPilot(2), RunState.FINISHED);
            }
        }

        /** The last document of the pilot reads as if it had not been saved. */
        private void nothingBeyond(AddressBook book, int pilot, Limits limits, RunState end) {
            Plan plan = Export.plan(book, RepairMode.TOGGLE);
            BookDouble forgetful = new BookDouble(book) {
                private final Note old = super.read(unid(pilot)).orElseThrow();

                @Override
                public Optional<Note> read(Unid unid) {
                    return unid.equals(unid(pilot)) ? Optional.of(old) : super.read(unid);
                }
            };
            Map<String, Note> before = Export.notes(book);
            assertThatThrownBy(() -> applier().apply(plan, forgetful, limits))
                    .isInstanceOf(DirshException.class)
                    .hasMessage("the pilot did not hold, nothing beyond it was written: document " + unid(pilot)
                            + " does not read back as planned")
                    .extracting(e -> ((DirshException) e).tryThis())
                    .isEqualTo("undo " + runs().ids().get(0));
            String id = runs().ids().get(0);
            Run run = runs().load(id);
            assertThat(run.totals())
                    .isEqualTo("5 planned: " + pilot + " done, 0 refused, " + (5 - pilot) + " untouched");
            assertThat(run.state()).isEqualTo(end);
            onlyThePilotWasWritten(book, before, pilot);

            applier().resume(id, book);
            onlyThePilotWasWritten(book, before, pilot);
        }

        private void onlyThePilotWasWritten(AddressBook book, Map<String, Note> before, int pilot) {
            Map<String, Note> after = Export.notes(book);
            for (int n = 1; n <= 5; n++) {
                String unid = unid(n).toString();
                assertThat(FlagItem.isHealthy(note(after, unid)))
                        .as("document %s", n)
                        .isEqualTo(n <= pilot);
                if (n > pilot) {
                    assertThat(note(after, unid).items())
                            .isEqualTo(note(before, unid).items());
                    assertThat(note(after, unid).sequence())
                            .isEqualTo(note(before, unid).sequence());
                }
            }
        }

        private static Note note(Map<String, Note> notes, String unid) {
            return Optional.ofNullable(notes.get(unid)).orElseThrow();
        }
    }

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

    private Applier applier() {
        return new Applier(Settings.of(runs(), CLOCK));
    }

    private RunStore runs() {
        return new RunStore(new Home(folder.resolve(".dirsh")), CLOCK);
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
