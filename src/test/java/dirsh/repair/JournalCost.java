package dirsh.repair;

import dirsh.People;
import dirsh.home.Home;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.BookWriter;
import dirsh.source.MemoryBook;
import dirsh.source.NoteEdit;
import dirsh.source.Overlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Measures what the journal costs (goal G8): {@code JournalCost share|rate|resume FOLDER [TIMES]}.
 *
 * <p>{@code share}: the part of a run that is not its saves, where a save takes 10 ms. {@code rate}: documents a second
 * over a store in memory, with a force for each transition. {@code resume}: of a journal of 100,000 records.
 */
public final class JournalCost {

    private static final long SAVE_NANOS = 10_000_000;
    private static final Clock CLOCK = Clock.systemUTC();

    private JournalCost() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        double[] figures = new double[times];
        for (int i = 0; i < times; i++) {
            Path home = folder.resolve("home-" + System.nanoTime());
            figures[i] = switch (arguments[0]) {
                case "share" -> share(home, 200);
                case "rate" -> rate(home, 5_000);
                case "resume" -> resume(home, 33_333);
                default -> throw new IllegalArgumentException(arguments[0]);
            };
            remove(home);
        }
        Arrays.sort(figures);
        System.out.printf(
                Locale.ROOT,
                "%s: median %.4f, least %.4f, most %.4f of %d%n",
                arguments[0],
                figures[times / 2],
                figures[0],
                figures[times - 1],
                times);
    }

    /** The part of a run's time that is not its saves: (run - saves) / run. */
    private static double share(Path home, int people) {
        MemoryBook book = book(people);
        Plan plan = Export.plan(book, RepairMode.TOGGLE);
        SlowBook slow = new SlowBook(book);
        long start = System.nanoTime();
        applier(home).apply(plan, slow, Limits.NONE);
        double run = System.nanoTime() - start;
        return (run - slow.saving) / run;
    }

    /** Documents a second. */
    private static double rate(Path home, int people) {
        MemoryBook book = book(people);
        Plan plan = Export.plan(book, RepairMode.TOGGLE);
        long start = System.nanoTime();
        applier(home).apply(plan, book, Limits.NONE);
        return people / ((System.nanoTime() - start) / 1e9);
    }

    /** Seconds to resume a run that was killed after its last record, three for each document. */
    private static double resume(Path home, int people) throws IOException {
        MemoryBook book = book(people);
        Plan plan = Export.plan(book, RepairMode.TOGGLE);
        String id = applier(home).apply(plan, book, Limits.NONE).id();
        Files.delete(home.resolve("runs").resolve(id).resolve("summary.json"));
        long start = System.nanoTime();
        applier(home).resume(id, book);
        return (System.nanoTime() - start) / 1e9;
    }

    private static Applier applier(Path home) {
        return new Applier(Settings.of(new RunStore(new Home(home), CLOCK), CLOCK));
    }

    private static MemoryBook book(int people) {
        List<Note> notes = new ArrayList<>();
        for (int n = 1; n <= people; n++) {
            notes.add(People.with(n, People.flag("Yes")));
        }
        return new MemoryBook("names", People.REPLICA, notes);
    }

    private static void remove(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }

    /** A book whose saves take ten milliseconds. */
    private static final class SlowBook extends BookDouble {
        private long saving;

        SlowBook(MemoryBook book) {
            super(book);
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
                    long start = System.nanoTime();
                    Note saved = writer.save(edit);
                    while (System.nanoTime() - start < SAVE_NANOS) {
                        LockSupport.parkNanos(SAVE_NANOS - (System.nanoTime() - start));
                    }
                    saving += System.nanoTime() - start;
                    return saved;
                }

                @Override
                public void publish() {
                    writer.publish();
                }
            };
        }
    }
}
