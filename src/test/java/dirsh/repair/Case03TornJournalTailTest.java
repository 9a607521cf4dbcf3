package dirsh.repair;

import static dirsh.People.flag;
import static dirsh.People.unid;
import static dirsh.People.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.People;
import dirsh.connector.FlagItem;
import dirsh.home.Home;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.source.MemoryBook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal that is not as it was written: torn, flipped, or empty. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Case03TornJournalTailTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    /** More than a run of two people has. */
    private static final int MOMENTS = 50;

    @TempDir
    Path folder;

    private List<Note> killed = List.of();
    private MemoryBook book = people();
    private final Plan plan = Export.plan(book, RepairMode.TOGGLE);

    private static MemoryBook people() {
        return new MemoryBook("names", People.REPLICA, List.of(with(2, flag("Yes")), with(3, flag("Yes"))));
    }

    /** After save 1 the last record announces a No, after save 2 a Yes, after save 3 it is the No of the next one. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void cut_at_every_byte_of_its_last_two_records_it_never_leaves_anybody_at_no(int save) throws IOException {
        byte[] whole = killedAtSave(save);
        int last = startOfRecord(whole, whole.length);
        // A kill tears the last record, it does not take the whole of one that was forced.
        for (int length = save % 2 == 0 ? last : last + 1; length < whole.length; length++) {
            resumedWhole(Arrays.copyOf(whole, length));
        }
        if (save % 2 == 0) {
            int both = startOfRecord(whole, last);
            for (int length = both; length < last; length++) {
                resumedWhole(Arrays.copyOf(whole, length));
            }
        }
    }

    /**
     * Killed before and after every call of the store, before a file takes the other's place, and at the very end. Every bit is looked
     * at in the journal; the run is resumed with a bit of its first and of its last byte flipped, since all lead to the same journal.
     */
    @ParameterizedTest
    @CsvSource({"true, TOGGLE", "true, DIRECT", "false, TOGGLE", "false, DIRECT"})
    void flipped_at_any_bit_of_a_last_record_of_any_kind_it_is_dropped_and_resume_is_whole(
            boolean live, RepairMode mode) throws IOException {
        Map<String, KilledRun> killed = new LinkedHashMap<>();
        KilledRun last = killed(KilledRun.PUBLISHING, live, mode);
        killed.put(last.state(), last);
        for (int moment = 0; moment < MOMENTS; moment++) {
            last = killed(moment, live, mode);
            if (!last.journal().isEmpty()) {
                killed.putIfAbsent(last.state(), last);
            }
        }
        assertThat(last.kind()).as("no more moments to come").isEqualTo("end");
        for (KilledRun run : killed.values()) {
            byte[] whole = run.journal().getBytes(StandardCharsets.UTF_8);
            int start = startOfRecord(whole, whole.length);
            for (int at = start; at < whole.length; at++) {
                for (int bit = 0; bit < 8; bit++) {
                    run.droppedTail(flipped(whole, at, bit));
                }
            }
            run.resumedWhole(flipped(whole, start, 0));
            run.resumedWhole(flipped(whole, whole.length - 1, 7));
        }
        assertThat(killed.values())
                .extracting(KilledRun::kind)
                .contains("start", "intent", "done", "end")
                .contains(live ? new String[] {"piloted"} : new String[] {"document", "publishing", "published"});
    }

    private static byte[] flipped(byte[] journal, int at, int bit) {
        byte[] flipped = journal.clone();
        flipped[at] ^= (byte) (1 << bit);
        return flipped;
    }

    private KilledRun killed(int moment, boolean live, RepairMode mode) throws IOException {
        return KilledRun.at(moment, live, mode, Files.createDirectory(folder.resolve(Integer.toString(moment))));
    }

    @Test
    void flipped_in_the_middle_it_is_refused_with_the_record() throws IOException {
        byte[] whole = killedAtSave(3);
        whole[startOfRecord(whole, startOfRecord(whole, whole.length)) + 20] ^= 1;
        Files.write(journal(), whole);
        assertThatThrownBy(() -> applier().resume(id(), book))
                .isInstanceOf(DirshException.class)
                .hasMessageMatching("journal .* was changed at record \\d+: its checksum does not match");
        assertThat(Files.readAllBytes(journal())).isEqualTo(whole);
    }

    @Test
    void damaged_run_does_not_hide_the_others() throws IOException {
        byte[] whole = killedAtSave(3);
        whole[40] ^= 1;
        Files.write(journal(), whole);
        String other = runs().create(plan);
        List<String> damaged = new ArrayList<>();
        assertThat(runs().list(damaged::add)).extracting(RunSummary::id).containsExactly(other);
        assertThat(damaged).singleElement().asString().startsWith("run " + id() + " cannot be read: journal ");
    }

    @Test
    void gap_that_a_power_cut_left_is_a_torn_tail_whatever_stands_behind_it() throws IOException {
        byte[] whole = killedAtSave(3);
        int last = startOfRecord(whole, whole.length);
        Arrays.fill(whole, startOfRecord(whole, last) + 5, last - 1, (byte) 0);
        Files.write(journal(), whole);
        assertThat(applier().resume(id(), book).notes().get(0)).contains("torn");
    }

    @Test
    void empty_or_missing_it_stands_for_a_run_that_did_nothing() throws IOException {
        String id = runs().create(plan);
        assertThat(applier().resume(id, book).totals()).isEqualTo("2 planned: 2 done, 0 refused");
        String other = runs().create(plan);
        Files.createFile(runs().folder(other).resolve(Journal.FILE));
        assertThat(applier().resume(other, book).totals()).isEqualTo("2 planned: 2 done, 0 refused");
        assertThat(book.read(unid(2)).orElseThrow().sequence()).isEqualTo(4);
    }

    private byte[] killedAtSave(int save) throws IOException {
        assertThatThrownBy(() -> applier().apply(plan, new FailingBook(book, save), Limits.NONE))
                .isInstanceOf(IllegalStateException.class);
        killed = List.copyOf(Export.notes(book).values());
        return Files.readAllBytes(journal());
    }

    private void resumedWhole(byte[] journal) throws IOException {
        book = new MemoryBook("names", People.REPLICA, killed);
        Files.write(journal(), journal);
        Files.deleteIfExists(runs().folder(id()).resolve("summary.json"));
        Run run = applier().resume(id(), book);
        assertThat(run.totals()).isEqualTo("2 planned: 2 done, 0 refused");
        for (Change change : plan.changes()) {
            Note note = book.read(change.unid()).orElseThrow();
            assertThat(FlagItem.isHealthy(note)).isTrue();
            assertThat(note.sequence()).isEqualTo(4);
        }
    }

    private static int startOfRecord(byte[] journal, int end) {
        int at = end - 2;
        while (at >= 0 && journal[at] != '\n') {
            at--;
        }
        return at + 1;
    }

    private Path journal() {
        return runs().folder(id()).resolve(Journal.FILE);
    }

    private String id() {
        return runs().ids().get(0);
    }

    private Applier applier() {
        return new Applier(Settings.of(runs(), CLOCK));
    }

    private RunStore runs() {
        return new RunStore(new Home(folder.resolve("home")), CLOCK);
    }
}
