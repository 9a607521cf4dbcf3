package dirsh.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.connector.FlagItem;
import dirsh.faults.Disk;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.source.AddressBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The disk is full from the n-th operation on, for every n until a run meets no fault: journal, plan, summary and DXL output
 * alike. The run stops before the next save, the message names the file, nobody is left at No in the store, and once there
 * is room a {@code resume} makes the run whole.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Case04DiskFullTest {

    private static final int DOCUMENTS = 4;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"EXPORT, TOGGLE", "EXPORT, DIRECT", "LIVE, TOGGLE", "LIVE, DIRECT"})
    void disk_full_at_any_operation_stops_the_run_and_room_lets_it_go_on(Damaged store, RepairMode mode)
            throws IOException {
        Disk disk;
        int at = 0;
        do {
            at++;
            Path place = Files.createDirectory(folder.resolve(Integer.toString(at)));
            // A live store is another machine: its disk is not ours.
            Path ours = store == Damaged.LIVE ? Files.createDirectory(place.resolve("disk")) : place;
            disk = new Disk(ours, Disk.Fault.FULL, at);
            full(store, mode, place, ours, disk, at);
        } while (!disk.failed().isEmpty());
        assertThat(at).isGreaterThan(DOCUMENTS * 3);
    }

    private static void full(Damaged store, RepairMode mode, Path place, Path ours, Disk disk, int at) {
        Path file = store.make(place, DOCUMENTS);
        Plan plan;
        Checker checker;
        try (AddressBook book = store.open(file, DOCUMENTS)) {
            plan = Export.plan(book, mode);
            checker = new Checker(plan, book);
        }
        Path home = ours.resolve("home");
        try (AddressBook book = store.open(disk.at(file), DOCUMENTS)) {
            int[] late = {0};
            FailingBook counting =
                    new FailingBook(book, 0, () -> late[0] += disk.failed().isEmpty() ? 0 : 1);
            try {
                Damaged.applier(disk.at(home)).apply(plan, counting, Limits.NONE);
            } catch (DirshException e) {
                assertThat(e.outcome()).isEqualTo(DirshException.Outcome.FAILED);
                assertThat(e.problem()).as("full at " + at).contains("No space left on device");
                assertThat(names(e.problem(), disk.failed().get(0)))
                        .as("%s names %s", e.problem(), disk.failed().get(0))
                        .isTrue();
            }
            assertThat(late[0]).as("saves after the disk was full").isLessThanOrEqualTo(1);
            if (store == Damaged.LIVE || disk.failed().isEmpty()) {
                nobodyIsAtNo(plan, Export.notes(book));
            }
        }
        disk.makeRoom();
        try (AddressBook book = store.open(disk.at(file), DOCUMENTS)) {
            RunStore runs = Damaged.runs(disk.at(home));
            Applier applier = Damaged.applier(disk.at(home));
            List<String> ids = runs.ids();
            Run run = ids.isEmpty() ? applier.apply(plan, book, Limits.NONE) : applier.resume(ids.get(0), book);
            if (run.fresh()) {
                checker.checkTold(applier, runs, run, book);
            } else {
                checker.check(applier, runs, run.id(), book);
            }
        }
    }

    /** Files are written aside and renamed; the message is about the file the user knows. */
    private static boolean names(String problem, String failed) {
        Path path = Path.of(failed);
        String plain = path.getFileName().toString().replaceFirst("^\\.(.*?)\\.(tmp|dirsh-).*", "$1");
        return problem.contains(failed) || problem.contains(plain);
    }

    private static void nobodyIsAtNo(Plan plan, Map<String, Note> notes) {
        for (Change change : plan.changes()) {
            Note note = notes.get(change.unid().toString());
            assertThat(note.sequence() == change.sequence() || FlagItem.isHealthy(note))
                    .as("%s is as before or repaired", note)
                    .isTrue();
        }
    }
}
