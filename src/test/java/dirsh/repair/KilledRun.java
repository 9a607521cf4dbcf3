package dirsh.repair;

import static dirsh.People.flag;
import static dirsh.People.with;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.People;
import dirsh.connector.FlagItem;
import dirsh.home.Home;
import dirsh.json.Json;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.AddressBook;
import dirsh.source.BookWriter;
import dirsh.source.MemoryBook;
import dirsh.source.Overlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a killed repair of two people left behind, to be resumed as often as wanted.
 *
 * @param runs where the run is
 * @param plan what it was to do
 * @param journal its journal
 * @param file the export, which is not there for a live book
 * @param export what the export held; empty for a live book
 * @param notes what a live book held; empty for an export
 */
record KilledRun(RunStore runs, Plan plan, String journal, Path file, String export, List<Note> notes) {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    /** The moment between the announcement that the file is replaced and the replacement. */
    static final int PUBLISHING = -1;

    /**
     * Kills a repair at a moment, as {@link FaultyBook} counts them, or at {@link #PUBLISHING}; a moment that does not come
     * leaves the run at its very end.
     *
     * @param folder an empty one
     */
    static KilledRun at(int moment, boolean live, RepairMode mode, Path folder) throws IOException {
        Path file = folder.resolve("names.dxl");
        RunStore runs = new RunStore(new Home(folder.resolve("home")), CLOCK);
        if (!live) {
            Export.write(file, Export.flag("Yes"), Export.flag("Yes"));
        }
        try (AddressBook book = open(file, live ? List.of(with(1, flag("Yes")), with(2, flag("Yes"))) : List.of())) {
            Plan plan = Export.plan(book, mode);
            AddressBook killing = moment == PUBLISHING
                    ? new KilledWhilePublishing(book)
                    : new FaultyBook(book, moment, false, KilledRun::kill);
            try {
                new Applier(Settings.of(runs, CLOCK)).apply(plan, killing, Limits.NONE);
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("killed");
            }
            String journal = runs.ids().isEmpty() ? "" : Files.readString(journal(runs));
            return new KilledRun(
                    runs,
                    plan,
                    journal,
                    file,
                    live ? "" : Files.readString(file),
                    live ? List.copyOf(Export.notes(book).values()) : List.of());
        }
    }

    private static void kill() {
        throw new IllegalStateException("killed");
    }

    /** The kind of the last record; empty if there is none. */
    String kind() {
        return journal.isEmpty() ? "" : (String) lastRecord().get("record");
    }

    /** The same for runs with the same kind of last record over the same store, in which the second save is another kind. */
    String state() {
        return journal.isEmpty() ? "" : kind() + lastRecord().get("step") + export.hashCode() + notes.hashCode();
    }

    private Map<?, ?> lastRecord() {
        return (Map<?, ?>) Json.read(journal.substring(journal.lastIndexOf('\n', journal.length() - 2) + 1));
    }

    /** Looks whether of a damaged journal everything but its last record is left, and says that it was torn. */
    void droppedTail(byte[] damaged) throws IOException {
        // Over what is there: some disks wait for the old bytes of a file that is emptied first.
        Files.write(journal(runs), damaged, StandardOpenOption.WRITE);
        try (Journal opened = Journal.open(runs.folder(runs.ids().get(0)), plan, !notes.isEmpty(), CLOCK)) {
            assertThat(opened.torn()).isTrue();
        }
        assertThat(Files.readString(journal(runs)))
                .isEqualTo(journal.substring(0, journal.lastIndexOf('\n', journal.length() - 2) + 1));
    }

    /** Resumes it with another journal, whose last record is dropped, and looks whether everybody is repaired once. */
    void resumedWhole(byte[] damaged) throws IOException {
        if (!export.isEmpty()) {
            Files.writeString(file, export);
        }
        Files.write(journal(runs), damaged);
        String id = runs.ids().get(0);
        Files.deleteIfExists(runs.folder(id).resolve(RunStore.SUMMARY));
        try (AddressBook book = open(file, notes)) {
            Run run = new Applier(Settings.of(runs, CLOCK)).resume(id, book);
            assertThat(run.totals()).isEqualTo("2 planned: 2 done, 0 refused");
            assertThat(run.notes())
                    .filteredOn(note -> note.contains("last record was torn"))
                    .hasSize(1);
            for (Change change : plan.changes()) {
                Note note = book.read(change.unid()).orElseThrow();
                assertThat(FlagItem.isHealthy(note)).isTrue();
                assertThat(note.sequence()).isEqualTo(change.sequence() + change.saves(plan.mode()));
            }
        }
    }

    private static AddressBook open(Path file, List<Note> notes) {
        return notes.isEmpty() ? Export.open(file) : new MemoryBook("names", People.REPLICA, notes);
    }

    private static Path journal(RunStore runs) {
        return runs.folder(runs.ids().get(0)).resolve(Journal.FILE);
    }

    /** A book whose process dies once the journal says that the file is about to be replaced. */
    private static final class KilledWhilePublishing extends BookDouble {

        KilledWhilePublishing(AddressBook book) {
            super(book);
        }

        @Override
        public BookWriter writer(Overlay overlay) {
            return super.writer(new Overlay() {
                @Override
                public void keep(Unid unid, byte[] document) {
                    overlay.keep(unid, document);
                }

                @Override
                public Optional<byte[]> kept(Unid unid) {
                    return overlay.kept(unid);
                }

                @Override
                public Set<Unid> unids() {
                    return overlay.unids();
                }

                @Override
                public void publishing(Publication publication) {
                    overlay.publishing(publication);
                    kill();
                }

                @Override
                public void published(Publication publication) {
                    overlay.published(publication);
                }

                @Override
                public Optional<Publication> begun() {
                    return overlay.begun();
                }
            });
        }
    }
}
