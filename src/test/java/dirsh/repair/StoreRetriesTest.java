package dirsh.repair;

import static dirsh.People.flag;
import static dirsh.People.unid;
import static dirsh.People.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.People;
import dirsh.connector.FlagItem;
import dirsh.home.Home;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Item;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.BookWriter;
import dirsh.source.MemoryBook;
import dirsh.source.NoteEdit;
import dirsh.source.Overlay;
import dirsh.source.SaveRefusedException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five people in a live store that does not always save. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoreRetriesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final MemoryBook book = new MemoryBook(
            "names",
            People.REPLICA,
            List.of(
                    with(1, flag("Yes")),
                    with(2, flag("Yes")),
                    with(3, flag("Yes")),
                    with(4, flag("Yes")),
                    with(5, flag("Yes"))));
    private final Settings.PassingTime time = new Settings.PassingTime();
    private final Cancellation cancellation = new Cancellation();
    private int failing;

    @Test
    void store_that_fails_four_times_is_asked_again_after_longer_and_longer_rests() {
        failing = 4;
        Run run = apply(RepairMode.TOGGLE, Limits.NONE, edit -> fail(edit, 3));
        assertThat(run.totals()).isEqualTo("5 planned: 5 done, 0 refused");
        assertThat(time.nanoTime())
                .isEqualTo(Duration.ofMillis(250 + 1_000 + 4_000 + 10_000).toNanos());
        assertThat(sequence(3)).isEqualTo(4);
    }

    @Test
    void document_that_cannot_be_saved_is_left_to_resume_and_the_others_are_repaired() {
        failing = Integer.MAX_VALUE;
        assertThatThrownBy(() -> apply(RepairMode.DIRECT, Limits.NONE, edit -> fail(edit, 3)))
                .isInstanceOf(DirshException.class)
                .hasMessage("the store does not answer; 5 planned: 4 done, 0 refused, 1 untouched")
                .extracting(e -> ((DirshException) e).tryThis())
                .isEqualTo("resume " + id());
        assertThat(runs().load(id()).state()).isEqualTo(RunState.INTERRUPTED);
        Run run = new Applier(setting()).resume(id(), book);
        assertThat(run.totals()).isEqualTo("5 planned: 5 done, 0 refused");
        assertThat(sequence(3)).isEqualTo(3);
    }

    @Test
    void run_stops_after_as_many_failures_as_were_allowed() {
        failing = Integer.MAX_VALUE;
        Limits limits = new Limits(0, false, 0, 2, 0, Duration.ZERO);
        assertThatThrownBy(() -> apply(RepairMode.DIRECT, limits, edit -> fail(edit, 2, 4)))
                .hasMessage("the store does not answer; 5 planned: 2 done, 0 refused, 3 untouched");
    }

    @Test
    void three_failures_in_a_row_mean_that_the_store_is_gone() {
        failing = Integer.MAX_VALUE;
        assertThatThrownBy(() -> apply(RepairMode.DIRECT, Limits.NONE, edit -> fail(edit, 2, 3, 4)))
                .hasMessage("the store does not answer; 5 planned: 1 done, 0 refused, 4 untouched");
    }

    @Test
    void document_that_may_stand_at_no_ends_the_run_and_is_named() {
        failing = Integer.MAX_VALUE;
        assertThatThrownBy(() -> apply(RepairMode.TOGGLE, Limits.NONE, edit -> {
                    if (isSecond(edit)) {
                        fail(edit, 2);
                    }
                }))
                .hasMessage("the store does not answer; 5 planned: 1 done, 0 refused, 1 in hand, 3 untouched;"
                        + " CN=Jane Doe2/O=Acme may stand at No");
        assertThat(new Applier(setting()).resume(id(), book).totals()).isEqualTo("5 planned: 5 done, 0 refused");
        assertThat(sequence(2)).isEqualTo(4);
    }

    @Test
    void save_that_the_store_refuses_is_not_tried_again_and_the_document_is_listed() {
        Run run = apply(RepairMode.DIRECT, Limits.NONE, edit -> {
            if (edit.unid().equals(unid(3))) {
                throw new SaveRefusedException("no right to save document " + edit.unid());
            }
        });
        assertThat(run.totals()).isEqualTo("5 planned: 4 done, 1 refused");
        assertThat(run.entries().get(2).reason()).isEqualTo("no right to save document " + unid(3));
        assertThat(time.nanoTime()).isZero();
        assertThat(run.exitCode()).isEqualTo(4);
    }

    @Test
    void item_whose_own_sequence_stays_behind_the_documents_may_not_replicate_and_the_run_says_so() {
        Run run = new Applier(setting())
                .apply(
                        Export.plan(book, RepairMode.DIRECT),
                        new Failing(edit -> {}) {
                            @Override
                            Note saved(Note note) {
                                return note.unid().equals(unid(2)) ? unchanged(note) : note;
                            }
                        },
                        Limits.NONE);
        assertThat(run.entries().get(0).reason()).isEmpty();
        assertThat(run.entries().get(1).reason()).isEqualTo("healed here, may not replicate");
        assertThat(run.entries().get(1).outcome()).isEqualTo(Outcome.DONE);
        assertThat(run.notes()).contains("1 document is healed here, but may not replicate; see: runs " + run.id());
        assertThat(runs().load(run.id()).entries()).isEqualTo(run.entries());
    }

    private static Note unchanged(Note note) {
        Item flag = note.first(FlagItem.NAME).orElseThrow();
        return note.toBuilder()
                .items(note.items().stream()
                        .map(item -> item.equals(flag)
                                ? new Item(
                                        flag.name(),
                                        flag.type(),
                                        flag.value(),
                                        flag.flags(),
                                        flag.summaryStated(),
                                        note.sequence() - 1)
                                : item)
                        .toList())
                .build();
    }

    @Test
    void request_to_stop_does_not_wait_for_a_store() {
        failing = Integer.MAX_VALUE;
        assertThatThrownBy(() -> apply(RepairMode.DIRECT, Limits.NONE, edit -> {
                    cancellation.request();
                    fail(edit, 1);
                }))
                .hasMessageStartingWith("the store does not answer");
        assertThat(time.nanoTime()).isZero();
    }

    @Test
    void request_to_stop_waits_for_a_store_where_a_document_may_be_at_no() {
        failing = 2;
        Run run = apply(RepairMode.TOGGLE, Limits.NONE, edit -> {
            if (isSecond(edit)) {
                cancellation.request();
                fail(edit, 1);
            }
        });
        assertThat(run.totals()).isEqualTo("5 planned: 1 done, 0 refused, 4 untouched");
        assertThat(run.exitCode()).isEqualTo(130);
        assertThat(FlagItem.isHealthy(note(1))).isTrue();
    }

    private static boolean isSecond(NoteEdit edit) {
        return edit.content() instanceof NoteEdit.Text text && text.value().equals(FlagItem.YES);
    }

    private void fail(NoteEdit edit, int... people) {
        for (int n : people) {
            if (edit.unid().equals(unid(n)) && failing > 0) {
                failing--;
                throw DirshException.failed("the store does not answer", "", null);
            }
        }
    }

    private Run apply(RepairMode mode, Limits limits, Consumer<NoteEdit> beforeSave) {
        return new Applier(setting()).apply(Export.plan(book, mode), new Failing(beforeSave), limits);
    }

    private Setting setting() {
        Setting plain = Settings.of(runs(), CLOCK, cancellation, (what, done, total) -> {});
        return new Setting(
                plain.runs(), CLOCK, plain.user(), cancellation, plain.progress(), time, Optional.empty(), false);
    }

    private RunStore runs() {
        return new RunStore(new Home(folder), CLOCK);
    }

    private String id() {
        return runs().ids().get(0);
    }

    private Note note(int n) {
        return book.read(unid(n)).orElseThrow();
    }

    private int sequence(int n) {
        return note(n).sequence();
    }

    /** The book with something that happens before each save. */
    private class Failing extends BookDouble {
        private final Consumer<NoteEdit> beforeSave;

        Failing(Consumer<NoteEdit> beforeSave) {
            super(book);
            this.beforeSave = beforeSave;
        }

        /** The document as the writer shows it after a save. */
        Note saved(Note note) {
            return note;
        }

        @Override
        public BookWriter writer(Overlay overlay) {
            BookWriter writer = super.writer(overlay);
            return new BookWriter() {
                @Override
                public Optional<Note> read(Unid unid) {
                    return writer.read(unid);
                }

                @Override
                public Note save(NoteEdit edit) {
                    beforeSave.accept(edit);
                    return saved(writer.save(edit));
                }

                @Override
                public void publish() {
                    writer.publish();
                }
            };
        }
    }
}
