package dirsh.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dirsh.connector.FlagItem;
import dirsh.faults.Disk;
import dirsh.faults.SmallDisk;
import dirsh.faults.TwoThreads;
import dirsh.home.Home;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.source.AddressBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The disk is full from the n-th operation on, for every n until a run meets no fault: journal, plan, summary, audit log and
 * DXL output alike, a saved plan and the history by themselves. The run stops before the next save, the message names the
 * file, nobody is left at No in the store, and once there is room a {@code resume} makes the run whole.
 *
 * <p>The same of a process of its own on a disk that really is full, with its exit code.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Case04DiskFullTest {

    private static final int DOCUMENTS = 4;
    private static final long BLOCK = 4096;
    private static final String RESUME = "open names.dxl; resume";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"EXPORT, TOGGLE", "EXPORT, DIRECT", "LIVE, TOGGLE", "LIVE, DIRECT"})
    void disk_full_at_any_operation_stops_the_run_and_room_lets_it_go_on(Damaged store, RepairMode mode)
            throws IOException {
        Disk disk;
        int at = 0;
        Set<String> full = new TreeSet<>();
        do {
            at++;
            Path place = Files.createDirectory(folder.resolve(Integer.toString(at)));
            // A live store is another machine: its disk is not ours.
            Path ours = store == Damaged.LIVE ? Files.createDirectory(place.resolve("disk")) : place;
            disk = new Disk(ours, Disk.Fault.FULL, at);
            full(store, mode, place, ours, disk, at);
            disk.failed().stream().limit(1).map(Case04DiskFullTest::plain).forEach(full::add);
        } while (!disk.failed().isEmpty());
        assertThat(at).isGreaterThan(DOCUMENTS * 3);
        assertThat(full).contains("plan.json", Journal.FILE, "audit.jsonl", RunStore.SUMMARY);
        assertThat(full.contains("names.dxl")).isEqualTo(store == Damaged.EXPORT);
    }

    @Test
    void plan_that_finds_no_room_leaves_the_one_saved_before() throws IOException {
        Path file = Export.write(folder.resolve("names.dxl"), "", "");
        Plan plan;
        Plan before;
        try (AddressBook book = Export.open(file)) {
            plan = Export.plan(book, RepairMode.TOGGLE);
            before = Export.plan(book, RepairMode.DIRECT);
        }
        Path saved = folder.resolve("saved.json");
        Disk disk;
        int at = 0;
        do {
            at++;
            PlanFile.write(before, saved);
            disk = new Disk(folder, Disk.Fault.FULL, at);
            Path full = disk.at(saved);
            try {
                PlanFile.write(plan, full);
            } catch (DirshException e) {
                assertThat(e.outcome()).isEqualTo(DirshException.Outcome.FAILED);
                assertThat(e.problem()).contains("saved.json").contains("No space left on device");
                assertThat(PlanFile.read(saved).id()).isEqualTo(before.id());
            }
            try (Stream<Path> left = Files.list(folder)) {
                assertThat(left).as("nothing half is left").containsExactlyInAnyOrder(file, saved);
            }
        } while (!disk.failed().isEmpty());
        assertThat(at).isGreaterThan(3);
        assertThat(PlanFile.read(saved).id()).isEqualTo(plan.id());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void history_that_finds_no_room_is_named_and_there_once_there_is_room(int at) {
        Path place = folder.resolve("home");
        Disk disk = new Disk(place, Disk.Fault.FULL, at);
        Home home = new Home(disk.at(place));
        assertThatThrownBy(home::history)
                .isInstanceOf(DirshException.class)
                .hasMessageContaining(disk.failed().get(0))
                .hasMessageContaining("No space left on device");
        disk.makeRoom();
        assertThat(home.history()).isEmptyFile();
    }

    /** The least of these sizes has no room for the copy of the plan, the largest none for the file that replaces the export. */
    @Test
    void process_on_a_full_disk_ends_with_3_and_names_the_file_and_resume_makes_the_run_whole() throws Exception {
        assumeTrue(SmallDisk.isPermitted(), "a tmpfs can be mounted with unshare -rm");
        Stage stage = Stage.in(folder.resolve("roomy").resolve("disk"), RepairMode.TOGGLE);
        long given = size(stage.folder());
        long export = Files.size(stage.book());
        SmallDisk roomy = new SmallDisk(stage.folder().getParent());
        roomy.run(64 * given, Stage.APPLY, RESUME);
        assertThat(roomy.full().code()).as(roomy.full().err()).isZero();
        long kept = size(roomy.full().files().resolve(".dirsh"));
        List<Long> room = List.of(4 * BLOCK, kept / 3, kept / 2, 3 * kept / 4, kept + export / 2);
        Set<String> named = new ConcurrentSkipListSet<>();
        TwoThreads.share(room.size(), i -> named.add(onSmallDisk(Integer.toString(i), given + room.get(i))));
        assertThat(named).contains("plan.json", Journal.FILE, "names.dxl");
    }

    /** The name of the file for which there was no room. */
    private String onSmallDisk(String name, long size) throws Exception {
        Stage stage = Stage.in(folder.resolve(name).resolve("disk"), RepairMode.TOGGLE);
        SmallDisk disk = new SmallDisk(stage.folder().getParent());
        disk.run(size, Stage.APPLY, RESUME);

        SmallDisk.Ended full = disk.full();
        assertThat(full.code()).as(full.err()).isEqualTo(3);
        assertThat(full.err()).contains("No space left on device");
        Stage left = new Stage(full.files(), stage.plan(), stage.checker());
        try (AddressBook book = Export.open(left.book())) {
            nobodyIsAtNo(stage.plan(), Export.notes(book));
        }
        for (String id : left.runs().ids()) {
            assertThat(left.runs().load(id).state()).isEqualTo(RunState.INTERRUPTED);
            assertThat(full.err()).contains("resume " + id);
        }

        SmallDisk.Ended room = disk.room();
        assertThat(room.code()).as(full.err() + room.err()).isZero();
        Stage after = new Stage(room.files(), stage.plan(), stage.checker());
        try (AddressBook book = Export.open(after.book())) {
            stage.checker().checkEnded(after.applier(), after.runs(), after.id(), book, room.code(), room.err());
        }
        return Stream.of("plan.json", Journal.FILE, "audit.jsonl", RunStore.SUMMARY, "names.dxl")
                .filter(file -> full.err().contains(file))
                .findFirst()
                .orElseThrow(() -> new AssertionError(full.err()));
    }

    /** What the files of a folder take of a tmpfs. */
    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long size = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                size += (Files.size(file) / BLOCK + 1) * BLOCK;
            }
            return size;
        }
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
        return problem.contains(failed) || problem.contains(plain(failed));
    }

    private static String plain(String failed) {
        return Path.of(failed).getFileName().toString().replaceFirst("^\\.(.*?)\\.(tmp|dirsh-).*", "$1");
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
