package dirsh.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.Workplace;
import dirsh.faults.Child;
import dirsh.faults.Disk;
import dirsh.faults.Pause;
import dirsh.source.AddressBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder with an export of fifty people to repair and a plan for them, where dirsh runs in processes of its own.
 *
 * @param folder holds the export {@code names.dxl}, the plan {@code plan.json} and the {@code DIRSH_HOME}
 * @param plan the plan
 * @param checker knows the export as it was
 */
record Stage(Path folder, Plan plan, Checker checker) {

    static final String APPLY = "open names.dxl; apply plan.json --yes";

    private static final int DOCUMENTS = 50;

    static Stage in(Path folder, RepairMode mode) throws IOException {
        Files.createDirectories(folder);
        Path file = Damaged.EXPORT.make(folder, DOCUMENTS);
        try (AddressBook book = Export.open(file)) {
            Plan plan = Export.plan(book, mode);
            PlanFile.write(plan, folder.resolve("plan.json"));
            return new Stage(folder, plan, new Checker(plan, book));
        }
    }

    Path book() {
        return folder.resolve("names.dxl");
    }

    Path home() {
        return folder.resolve(".dirsh");
    }

    RunStore runs() {
        return Damaged.runs(home());
    }

    String id() {
        assertThat(runs().ids()).hasSize(1);
        return runs().ids().get(0);
    }

    /** Further folders for what processes show and agree on. */
    Path aside(String name) throws IOException {
        return Files.createDirectories(folder.resolve("aside").resolve(name));
    }

    Pause pause(String name) throws IOException {
        return new Pause(aside(name).toFile());
    }

    /** The operations of {@link #APPLY} on a stage of its own, as {@link Pause#trace} has them. */
    static List<String> trace(Path folder) throws Exception {
        Stage stage = in(folder, RepairMode.TOGGLE);
        Pause pause = stage.pause("trace");
        try (Child child = stage.start(pause, 0)) {
            assertThat(child.end()).as(child.toString()).isZero();
        }
        return pause.trace();
    }

    /** The numbers of those operations that are of the kind, {@code read} or {@code change}, and on a file of that name. */
    static List<Integer> numbers(List<String> trace, String kind, String file) {
        return trace.stream()
                .filter(line -> line.contains(" " + kind + " ") && line.endsWith("/" + file))
                .map(line -> Integer.valueOf(line.substring(0, line.indexOf(' '))))
                .toList();
    }

    /** Starts {@link #APPLY} and lets it wait at an operation; 0 for none. */
    Child start(Pause pause, int at) throws IOException {
        return Child.dirsh(folder, Disk.waiting(folder, at, pause), APPLY);
    }

    /** Brings the run to its end with dirsh and checks everything. */
    void resumeAndCheck() {
        String id = id();
        boolean ended = Files.exists(runs().folder(id).resolve("summary.json"));
        Workplace.Ran ran = new Workplace(folder).commands("open names.dxl; resume " + id + " --yes");
        if (ended) {
            assertThat(ran.code()).as(ran.toString()).isZero();
            assertThat(ran.err()).contains("nothing was written");
            check(id);
        } else {
            try (AddressBook book = Export.open(book())) {
                checker.checkEnded(applier(), runs(), id, book, ran.code(), ran.err());
            }
        }
    }

    /** Checks everything of a run that is at its end. */
    void check(String id) {
        try (AddressBook book = Export.open(book())) {
            checker.check(applier(), runs(), id, book);
        }
    }

    Applier applier() {
        return Damaged.applier(home());
    }
}
