package dirsh.repair;

import dirsh.People;
import dirsh.home.Home;
import dirsh.model.Item;
import dirsh.model.Note;
import dirsh.source.AddressBook;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** The two kinds of store that a process can be killed over: an export, and a live book that outlives it. */
enum Damaged {
    EXPORT {
        @Override
        Path make(Path folder, int planned) {
            List<String> flags = new ArrayList<>();
            for (int n = 1; n <= planned; n++) {
                flags.add(List.of(Export.flag("Yes"), Export.flag("1") + Export.flag("1"), "")
                        .get(n % 3));
            }
            flags.add(Export.flag("1"));
            flags.add(Export.flag("0"));
            return Export.write(folder.resolve("names.dxl"), flags.toArray(String[]::new));
        }

        @Override
        AddressBook open(Path file, int planned) {
            return Export.open(file);
        }
    },
    LIVE {
        @Override
        Path make(Path folder, int planned) {
            return folder.resolve("names.saves");
        }

        @Override
        AddressBook open(Path file, int planned) {
            List<Note> people = new ArrayList<>();
            for (int n = 1; n <= planned; n++) {
                people.add(
                        switch (n % 3) {
                            case 0 -> People.with(n, People.flag("Yes"));
                            case 1 -> People.with(n, People.flag("1"), People.flag("1"));
                            default -> People.with(n, new Item[0]);
                        });
            }
            people.add(People.healthy(planned + 1));
            people.add(People.with(planned + 2, People.flag("0")));
            return SavedBook.open(file, people);
        }
    };

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    /** Puts the store into a folder: so many people to repair, and two who are to be left alone. */
    abstract Path make(Path folder, int planned);

    /** Opens the store that {@link #make} put there. */
    abstract AddressBook open(Path file, int planned);

    static Applier applier(Path home) {
        return new Applier(Settings.of(runs(home), CLOCK));
    }

    static RunStore runs(Path home) {
        return new RunStore(new Home(home), CLOCK);
    }

    /**
     * Applies a plan, or resumes a run, in a process of its own and ends with the run's exit code.
     *
     * @param arguments the kind of store, its file, how many people to repair, the home, and the plan's file or the run's id
     */
    public static void main(String[] arguments) {
        AddressBook book = valueOf(arguments[0]).open(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        Applier applier = applier(Path.of(arguments[3]));
        Path plan = Path.of(arguments[4]);
        Run run = Files.exists(plan)
                ? applier.apply(PlanFile.read(plan), book, Limits.NONE)
                : applier.resume(arguments[4], book);
        Runtime.getRuntime().halt(run.exitCode());
    }
}
