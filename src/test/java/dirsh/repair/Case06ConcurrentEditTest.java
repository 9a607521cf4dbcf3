package dirsh.repair;

import static dirsh.People.flag;
import static dirsh.People.healthy;
import static dirsh.People.unid;
import static dirsh.People.with;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.People;
import dirsh.connector.FlagItem;
import dirsh.home.Home;
import dirsh.model.DirshException;
import dirsh.model.Item;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.Unid;
import dirsh.source.AddressBook;
import dirsh.source.MemoryBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Somebody else saves the second of three planned documents, or puts another file in the export's place, before or after
 * any call of the run in turn. What the other wrote stays; the document is decided anew, or refused.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Case06ConcurrentEditTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    private static final String YES = Export.flag("Yes");
    private static final Unid EDITED = unid(3);

    @TempDir
    Path folder;

    private int round;

    /** What somebody else does to a document. */
    private enum Edit {
        COMMENT {
            @Override
            Note of(Note note) {
                return saved(note).item(Item.text("Comment", "theirs")).build();
            }
        },
        YES_SET {
            @Override
            Note of(Note note) {
                return withFlag(note, "1");
            }
        },
        CONFLICT {
            @Override
            Note of(Note note) {
                return saved(note).flag(NoteFlag.CONFLICT).build();
            }
        };

        abstract Note of(Note note);

        static Note.Builder saved(Note note) {
            return note.toBuilder().sequence(note.sequence() + 1);
        }

        static Note withFlag(Note note, String value) {
            List<Item> others = note.items().stream()
                    .filter(item -> !item.isNamed(FlagItem.NAME))
                    .toList();
            return saved(note).items(others).item(flag(value)).build();
        }
    }

    @ParameterizedTest
    @EnumSource(Edit.class)
    void edit_at_any_moment_of_a_live_run_is_kept_and_nobody_is_left_at_no(Edit edit) {
        for (RepairMode mode : RepairMode.values()) {
            boolean reached = true;
            for (int at = 0; reached; at++) {
                round++;
                reached = edited(edit, mode, at);
            }
        }
    }

    /** Whether the moment came. */
    private boolean edited(Edit edit, RepairMode mode, int at) {
        MemoryBook book = new MemoryBook(
                "names", People.REPLICA, List.of(healthy(1), with(2, flag("Yes")), with(3, flag("Yes")), with(4)));
        Plan plan = Export.plan(book, mode);
        Note[] theirs = new Note[1];
        FaultyBook racing = new FaultyBook(book, at, false, () -> {
            theirs[0] = edit.of(note(book, EDITED));
            book.put(theirs[0]);
        });
        Run run = applier().apply(plan, racing, Limits.NONE);
        String as = edit + " at " + at + ", " + mode + ": " + run.entries();
        assertThat(run.state()).as(as).isEqualTo(RunState.OPEN);
        for (Entry entry : run.entries()) {
            Note note = note(book, entry.unid());
            Change change = plan.changes().stream()
                    .filter(planned -> planned.unid().equals(entry.unid()))
                    .findFirst()
                    .orElseThrow();
            boolean theirsNow = theirs[0] != null && entry.unid().equals(EDITED);
            if (!theirsNow) {
                assertThat(entry.outcome()).as(as).isEqualTo(Outcome.DONE);
            }
            if (entry.outcome() == Outcome.DONE) {
                assertThat(FlagItem.isHealthy(note)).as(as).isTrue();
                assertThat(note.sequence()).as(as).isGreaterThanOrEqualTo(change.sequence() + mode.saves());
            } else {
                assertThat(entry.outcome()).as(as).isEqualTo(Outcome.REFUSED);
                assertThat(note).as(as).isEqualTo(theirs[0]);
                assertThat(run.exitCode()).isEqualTo(4);
            }
            if (theirsNow) {
                assertThat(others(note)).as(as).isEqualTo(others(theirs[0]));
                assertThat(note.sequence()).as(as).isGreaterThanOrEqualTo(theirs[0].sequence());
            }
        }
        String content = book.contentToken();
        applier().resume(run.id(), book);
        assertThat(book.contentToken()).as(as).isEqualTo(content);
        return racing.reached();
    }

    @ParameterizedTest
    @EnumSource(RepairMode.class)
    void honest_no_set_before_the_first_save_stays(RepairMode mode) {
        MemoryBook book = new MemoryBook("names", People.REPLICA, List.of(with(2, flag("Yes")), with(3, flag("Yes"))));
        Plan plan = Export.plan(book, mode);
        Note theirs = Edit.withFlag(note(book, EDITED), "0");
        // After the last look at the document and before its save.
        FailingBook racing = new FailingBook(book, 0, () -> book.put(theirs));
        Run run = applier().apply(plan, racing, Limits.NONE);
        assertThat(run.totals()).isEqualTo("2 planned: 1 done, 1 refused");
        assertThat(run.entries().get(1).reason()).isEqualTo("saved since it was planned: sequence 3, planned 2");
        assertThat(note(book, EDITED)).isEqualTo(theirs);
    }

    /** What happens to the file of an export. */
    private enum Meddling {
        TOUCHED {
            @Override
            void with(Path file) throws IOException {
                Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-06-01T00:00:00Z")));
            }
        },
        COPIED {
            @Override
            void with(Path file) throws IOException {
                put(file, Files.readString(file));
            }
        },
        REPLACED {
            @Override
            void with(Path file) throws IOException {
                String text = Files.readString(file).replace("Doe1", "Roe1");
                int at = text.indexOf(EDITED.toString());
                put(
                        file,
                        text.substring(0, at)
                                + text.substring(at)
                                        .replaceFirst("sequence='\\d'", "sequence='9'")
                                        .replace("Doe4", "Roe4"));
            }
        };

        abstract void with(Path file) throws IOException;

        static void put(Path file, String text) throws IOException {
            Path aside = Files.writeString(file.resolveSibling("aside"), text);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @ParameterizedTest
    @EnumSource(Meddling.class)
    void file_that_is_not_left_alone_at_any_moment_keeps_what_others_wrote(Meddling meddling) throws IOException {
        for (RepairMode mode : RepairMode.values()) {
            boolean reached = true;
            for (int at = 0; reached; at++) {
                round++;
                reached = meddled(meddling, mode, at);
            }
        }
    }

    private boolean meddled(Meddling meddling, RepairMode mode, int at) {
        Path file = Export.write(folder.resolve("names" + round + ".dxl"), Export.flag("1"), YES, YES, YES);
        try (AddressBook book = Export.open(file)) {
            Plan plan = Export.plan(book, mode);
            FaultyBook racing = new FaultyBook(book, at, false, () -> {
                try {
                    meddling.with(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            String as = meddling + " at " + at + ", " + mode;
            Run run;
            try {
                run = applier().apply(plan, racing, Limits.NONE);
            } catch (DirshException e) {
                assertThat(e.outcome()).as(as).isEqualTo(DirshException.Outcome.FAILED);
                assertThat(e.problem()).as(as).contains("changed");
                List<String> ids = runs().ids();
                run = ids.isEmpty()
                        ? applier().apply(plan, book, Limits.NONE)
                        : applier().resume(ids.get(0), book);
            }
            whole(as, meddling == Meddling.REPLACED && racing.reached(), plan, run, book);
            return racing.reached();
        }
    }

    private static void whole(String as, boolean replaced, Plan plan, Run run, AddressBook book) {
        assertThat(run.state()).as(as).isEqualTo(RunState.FINISHED);
        for (Entry entry : run.entries()) {
            Note note = note(book, entry.unid());
            boolean refused = entry.outcome() == Outcome.REFUSED;
            assertThat(refused).as(as + run.entries()).isEqualTo(!FlagItem.isHealthy(note));
            if (refused) {
                assertThat(entry.unid()).as(as).isEqualTo(EDITED);
                assertThat(note.sequence()).as(as).isEqualTo(9);
                assertThat(note.text(FlagItem.NAME)).as(as).isEqualTo("Yes");
            }
        }
        if (replaced) {
            assertThat(note(book, unid(1)).text("LastName")).as(as).isEqualTo("Roe1");
            assertThat(note(book, unid(4)).text("LastName")).as(as).isEqualTo("Roe4");
            assertThat(note(book, EDITED).sequence()).as(as).isEqualTo(9);
        }
        assertThat(plan.changes()).hasSize(3);
    }

    private static List<Item> others(Note note) {
        return note.items().stream()
                .filter(item -> !item.isNamed(FlagItem.NAME))
                .toList();
    }

    private static Note note(AddressBook book, Unid unid) {
        return book.read(unid).orElseThrow();
    }

    private Applier applier() {
        return new Applier(Settings.of(runs(), CLOCK));
    }

    private RunStore runs() {
        return new RunStore(new Home(folder.resolve("home" + round)), CLOCK);
    }
}
