package dirsh.source.nsf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.faults.Disk;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the search for buckets reads, in files that are full of what only looks like buckets. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NsfSearchTest {

    private static final int MEGABYTE = 1 << 20;
    private static final int FIRST = 4096;
    private static final int BEHIND = 64 << 10;

    @TempDir
    private Path folder;

    @Test
    void false_buckets_that_state_the_rest_of_the_file_cost_a_few_readings_of_it() throws IOException {
        Path file = falseBuckets(FIRST, BEHIND, MEGABYTE, MEGABYTE);
        Disk disk = new Disk(folder, Disk.Fault.FULL, 0);
        Scanned found = Scanned.of(disk.at(file));
        assertThat(disk.bytesRead()).isBetween(Files.size(file), 5 * Files.size(file));
        assertThat(found.only().text("LastName")).isEqualTo("Jane Doe");
        assertThat(found.problems())
                .extracting(each -> each.text())
                .anyMatch(text -> text.matches("[0-9]+ places that may be buckets were passed over, .*"));
    }

    @Test
    void the_buckets_behind_false_ones_are_found() throws IOException {
        assertThat(Scanned.of(falseBuckets(3 * MEGABYTE, FIRST, MEGABYTE, MEGABYTE / 8))
                        .only()
                        .text("LastName"))
                .isEqualTo("Jane Doe");
    }

    @Test
    void a_file_of_nothing_but_false_buckets_is_refused_after_a_few_readings() throws IOException {
        Path file = falseBuckets(FIRST, BEHIND, MEGABYTE, MEGABYTE);
        byte[] bytes = Files.readAllBytes(file);
        bytes[FIRST] = 0;
        Files.write(file, bytes);
        Disk disk = new Disk(folder, Disk.Fault.FULL, 0);
        assertThatThrownBy(() -> Scanned.of(disk.at(file))).hasMessageContaining("no superblock is intact (");
        assertThat(disk.bytesRead()).isBetween(Files.size(file), 5 * Files.size(file));
    }

    @Test
    void a_cancellation_ends_the_search() throws IOException {
        Path file = falseBuckets(FIRST, BEHIND, 3 * MEGABYTE, MEGABYTE);
        Disk disk = new Disk(folder, Disk.Fault.FULL, 0);
        Cancellation cancellation = new Cancellation();
        cancellation.request();
        assertThatThrownBy(() -> NsfBook.open(disk.at(file), "names.nsf", cancellation))
                .isInstanceOfSatisfying(DirshException.class, e -> assertThat(e.outcome())
                        .isEqualTo(DirshException.Outcome.INTERRUPTED));
        assertThat(disk.bytesRead()).isLessThan(MEGABYTE);
    }

    /**
     * A person in a file without a superblock, and elsewhere every 256 bytes what begins as a bucket.
     *
     * @param person where the bucket of the person is
     * @param from where the false ones begin
     * @param length of all the false ones
     * @param size the most each of them states
     */
    private Path falseBuckets(int person, int from, int length, int size) throws IOException {
        Path file = folder.resolve("names.nsf");
        try (NsfWriter writer = NsfWriter.to(file, 8192, person)) {
            writer.note(MadeNote.person(1, "Jane Doe"));
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length, from + length));
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(560, 0);
        for (int at = from; at + 512 <= from + length; at += 256) {
            int stated = Math.min(size, (from + length - at) / 512 * 512);
            buffer.putShort(at, (short) 0x4202).putInt(at + 2, at >> 8).putInt(at + 6, stated);
            buffer.putInt(at + 44, 1).putInt(at + 50, stated / 512);
        }
        return Files.write(file, bytes);
    }
}
