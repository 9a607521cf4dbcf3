package dirsh.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dirsh.connector.FlagItem;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Diagnoser;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Item;
import dirsh.model.Note;
import dirsh.source.MemoryBook;
import dirsh.source.Projection;
import dirsh.source.dxl.DxlBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleSyncTest {

    @TempDir
    Path folder;

    private SampleSummary truth;

    @BeforeEach
    void write_a_sample() {
        truth = new SampleDirectory(300, 7).write(folder);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private MemoryBook book() {
        List<Note> notes = new ArrayList<>();
        try (DxlBook book = DxlBook.open(file("names.dxl"), "names.dxl")) {
            book.scan(Projection.ALL, new Cancellation(), notes::add);
            return new MemoryBook("names", book.identity().replicaId(), notes);
        }
    }

    private SampleSyncSummary sync(MemoryBook book) {
        return SampleSync.write(book, file("exchange.csv"), file("exchange-next.csv"), new Cancellation());
    }

    /** The document with the flag a form would have saved. */
    private static Note repaired(Note note) {
        List<Item> items = new ArrayList<>(note.items());
        items.removeIf(item -> item.isNamed(FlagItem.NAME));
        items.add(Item.text(FlagItem.NAME, FlagItem.YES));
        return note.toBuilder().items(items).build();
    }

    @Test
    void without_a_repair_only_the_unexplained_appear() throws IOException {
        assertThat(sync(book()))
                .isEqualTo(new SampleSyncSummary(
                        file("exchange-next.csv").toString(), truth.recipients(), truth.unexplained()));
        assertThat(Files.readString(file("exchange-next.csv"))).startsWith(Files.readString(file("exchange.csv")));
    }

    @Test
    void who_was_repaired_appears() {
        MemoryBook book = book();
        Diagnoser diagnoser = new Diagnoser();
        book.scan(Projection.ALL, new Cancellation(), diagnoser::judge);
        diagnoser.diagnosis().findings(false).stream()
                .filter(finding -> finding.cause() == Cause.ITEM_MISSING)
                .forEach(finding -> book.put(repaired(book.read(finding.unid()).orElseThrow())));
        int repaired = truth.leftOut().get(Cause.ITEM_MISSING) - new Cast(300).count(Role.MISSING_AT_RISK);
        assertThat(sync(book).appeared()).isEqualTo(truth.unexplained() + repaired);
    }

    @Test
    void a_second_sync_on_the_new_file_adds_nobody() {
        sync(book());
        SampleSyncSummary again =
                SampleSync.write(book(), file("exchange-next.csv"), file("exchange-3.csv"), new Cancellation());
        assertThat(again.appeared()).isZero();
    }

    @Test
    void a_file_of_somebody_else_is_neither_read_nor_overwritten() throws IOException {
        Files.writeString(file("other.csv"), "Alias\njdoe\n");
        assertThatExceptionOfType(DirshException.class)
                .isThrownBy(() -> SampleSync.write(book(), file("other.csv"), file("next.csv"), new Cancellation()))
                .withMessage(file("other.csv") + " is no recipients file of a sample");
        Path elsewhere = Files.createDirectory(file("elsewhere")).resolve("next.csv");
        Files.writeString(elsewhere, "mine");
        assertThatExceptionOfType(DirshException.class)
                .isThrownBy(() -> SampleSync.write(book(), file("exchange.csv"), elsewhere, new Cancellation()));
        assertThat(elsewhere).hasContent("mine");
    }
}
