package dirsh.source.nsf;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.faults.Child;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Small database files that state counts and lengths of gigabytes: each is read as far as it holds, or refused in one line, by
 * one process of 256 MB that reads all of them one after the other, and then still works.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case13NsfBombsTest {

    private static final List<String> HEAP = List.of("-Xmx256m");
    private static final int ALL = -1;

    /** Where the writer puts the first bucket, and its first slot. */
    private static final int BUCKET = 4096;

    private static final int SIZE = 1 << 15;
    private static final int FOOTER = 32;
    private static final int NOTE = BUCKET + 68;

    /** Where the table of items begins in a note. */
    private static final int ITEMS = NOTE + 100;

    /** The largest payloads of blocks that are read at all. */
    private static final int PAYLOAD = 64 << 20;

    private static final int DESCRIPTORS = 16 << 20;

    private static final int NON_SUMMARY_PAGE = 8198;
    private static final int NAME = 10;

    @TempDir
    private Path folder;

    private final List<String> commands = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    /** Makes a bomb of the bytes of a small file. */
    @FunctionalInterface
    private interface Charge {
        ByteBuffer of(ByteBuffer file);
    }

    private void bomb(String name, String says, Charge charge) throws IOException {
        bomb(name, says, MadeNote.person(1, "Jane Doe"), charge);
    }

    private void bomb(String name, String says, MadeNote note, Charge charge) throws IOException {
        Path file = folder.resolve(name);
        try (NsfWriter writer = NsfWriter.to(file, SIZE, BUCKET)) {
            writer.note(note);
        }
        Files.write(file, charge.of(buffer(Files.readAllBytes(file))).array());
        run("open " + name + "; status --problems", says);
        run("items " + name + " --fingerprint", "");
    }

    private void run(String commandLine, String says) {
        commands.add(commandLine);
        expected.add(says);
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** The file with a block behind its end. */
    private static ByteBuffer appended(ByteBuffer file, byte[] block) {
        int at = (file.capacity() + 255) / 256 * 256;
        byte[] longer = new byte[at + block.length];
        file.get(0, longer, 0, file.capacity());
        System.arraycopy(block, 0, longer, at, block.length);
        return buffer(longer);
    }

    private static ByteBuffer withDescriptors(ByteBuffer file, int candidate, byte[] block) {
        ByteBuffer longer = appended(file, block);
        int position = (longer.capacity() - block.length) >>> 8;
        return longer.putInt(624 + 8 * candidate, block.length).putInt(628 + 8 * candidate, position);
    }

    private static ByteBuffer withSuperblock(ByteBuffer file, int candidate, byte[] block) {
        ByteBuffer longer = appended(file, block);
        int position = (longer.capacity() - block.length) >>> 8;
        return longer.putInt(560 + 8 * candidate, position).putInt(564 + 8 * candidate, block.length);
    }

    /** A bucket descriptor block of names without RRV buckets. */
    private static byte[] descriptors(byte[] payload, int names, int textSize) {
        byte[] stored = CxWriter.encode(payload);
        byte[] block = new byte[66 + stored.length + 12];
        buffer(block)
                .putShort(0, (short) 0x0001)
                .putShort(2, (short) 2)
                .putShort(4, (short) 1)
                .putInt(6, payload.length)
                .putInt(10, 100)
                .putInt(14, block.length)
                .putInt(26, names)
                .putInt(34, textSize);
        return MadeBlock.finish(block, 66, stored);
    }

    /** Names that are all the same part of a text. */
    private static byte[] names(int count, int length, int textSize) {
        byte[] payload = new byte[NAME * count + 4 + textSize];
        ByteBuffer bytes = buffer(payload);
        for (int i = 0; i < count; i++) {
            bytes.putInt(0).putShort((short) length).putShort((short) 0x0500).putShort((short) 0);
        }
        bytes.putInt(textSize);
        Arrays.fill(payload, bytes.position(), payload.length, (byte) 'x');
        return descriptors(payload, count, textSize);
    }

    /** A superblock of empty pages as many as there can be. */
    private static byte[] pages(byte[] stored, int writeCount) {
        int pages = PAYLOAD / NON_SUMMARY_PAGE;
        byte[] block = new byte[100 + stored.length + 12];
        buffer(block)
                .putShort(0, (short) 0x000E)
                .putInt(10, PAYLOAD)
                .putInt(18, 812 * pages)
                .putInt(60, writeCount)
                .putInt(64, block.length)
                .putShort(68, (short) 1)
                .putInt(74, pages);
        return MadeBlock.finish(block, 100, stored);
    }

    /** The file with another number in its superblock, whose checksum does not cover it. */
    private static ByteBuffer inSuperblock(ByteBuffer file, int at, int number) {
        return file.putInt((file.getInt(560) << 8) + at, number);
    }

    private static ByteBuffer inDescriptors(ByteBuffer file, int at, int number) {
        return file.putInt((file.getInt(628) << 8) + at, number);
    }

    @Test
    void counts_and_sizes_of_the_blocks_that_lead_to_the_notes() throws IOException, InterruptedException {
        String refused = "no bucket descriptor block is intact (";
        String searched = "no superblock is usable (";
        String outside = "a length or an offset points outside of its structure";
        bomb(
                "block.nsf",
                refused + "a bucket descriptor block states an impossible size",
                file -> inDescriptors(file, 14, ALL));
        bomb(
                "payload.nsf",
                refused + "a bucket descriptor block states an impossible size",
                file -> inDescriptors(file, 6, ALL));
        bomb(
                "large-payload.nsf",
                refused + "a bucket descriptor block states an impossible size",
                file -> inDescriptors(file, 6, DESCRIPTORS + 1));
        bomb(
                "growth.nsf",
                refused + "a compressed payload cannot have the size it states",
                file -> inDescriptors(file, 6, DESCRIPTORS));
        bomb("names.nsf", refused + outside, file -> inDescriptors(file, 26, ALL));
        bomb("text.nsf", refused + "the item names are not as long as stated", file -> inDescriptors(file, 34, ALL));
        bomb(
                "rrv.nsf",
                refused + "more RRV buckets are listed than the file can hold",
                file -> inDescriptors(file, 38, ALL));
        bomb("super.nsf", searched + "a superblock states an impossible size", file -> inSuperblock(file, 64, ALL));
        bomb("pages.nsf", searched + outside, file -> inSuperblock(file, 70, ALL));
        bomb("other-pages.nsf", searched + outside, file -> inSuperblock(file, 74, ALL));
        bomb(
                "buckets.nsf",
                searched + "a superblock lists more buckets than its pages hold",
                file -> inSuperblock(file, 14, ALL));
        bomb("bitmaps.nsf", searched + outside, file -> inSuperblock(file, 22, ALL));
        bomb(
                "copy.nsf",
                searched + "a superblock holds an RRV bucket of a wrong size",
                file -> inSuperblock(file, 26, ALL));
        ran();
    }

    @Test
    void blocks_that_hold_as_much_as_they_state() throws IOException, InterruptedException {
        byte[] stored = CxWriter.encode(new byte[PAYLOAD]);
        bomb("large.nsf", "no superblock is usable (its list of buckets is wrong)", file -> {
            ByteBuffer large = file;
            for (int candidate = 0; candidate < 4; candidate++) {
                large = withSuperblock(large, candidate, pages(stored, 10 + candidate));
            }
            large = withDescriptors(large, 0, names(0, 0, DESCRIPTORS - 4));
            return withDescriptors(large, 1, names(0, 0, DESCRIPTORS - 4));
        });
        bomb("carved.nsf", "no superblock is usable", file -> {
            file.putInt(560, 0).putInt(BUCKET + 2, (1 << 23) - 1);
            return file;
        });
        ran();
    }

    @Test
    void names_of_items_that_share_one_text() throws IOException, InterruptedException {
        MadeNote many = MadeNote.person(1, "Jane Doe");
        for (int i = 0; i < 3_900; i++) {
            many.item(MadeItem.text("City", ""));
        }
        bomb(
                "names.nsf",
                "the names of the items are impossibly long",
                file -> withDescriptors(file, 0, names(1 << 16, 0xFFFF, 0xFFFF)));
        bomb(
                "name.nsf",
                "the names of the items are impossibly long",
                many,
                file -> withDescriptors(file, 0, names(20, 0xFFFF, 0xFFFF)));
        bomb("most.nsf", "", many, file -> withDescriptors(file, 0, names(4096, 4096, 4096)));
        ran();
    }

    @Test
    void buckets_notes_and_values() throws IOException, InterruptedException {
        bomb("size.nsf", "a bucket states an impossible size", file -> file.putInt(BUCKET + 6, 0xFFFFFE00));
        bomb("footer.nsf", "a bucket states an impossible footer", file -> file.putInt(BUCKET + 50, ALL));
        bomb(
                "slots.nsf",
                "a bucket states an impossible footer or number of slots",
                file -> file.putInt(BUCKET + 44, ALL));
        bomb(
                "slot.nsf",
                "slot 1 of a bucket is out of bounds",
                file -> file.putInt(BUCKET + SIZE - FOOTER - 4, 0xFFFF0044));
        bomb("note.nsf", "it has another size than its slot", file -> file.putInt(NOTE + 2, ALL));
        bomb("items.nsf", "its items do not fit into its slot", file -> file.putShort(NOTE + 50, (short) ALL));
        bomb("value.nsf", "its summary values are longer than its slot", file -> file.putShort(ITEMS + 4, (short) ALL));
        MadeNote lists = MadeNote.bare(1, "Jane Doe")
                .item(new MadeItem("AvailableForDirSync", 0x0501, 0x000C, new byte[] {-1, -1}))
                .item(new MadeItem("MailServer", 0x0301, 0x000C, new byte[] {-1, -1, -1, -1}))
                .item(new MadeItem("MailAddress", 0x0401, 0x000C, new byte[] {-1, -1, -1, -1}));
        bomb("list.nsf", "item AvailableForDirSync: malformed value (", lists, file -> file);
        for (MadeNote.Place place : MadeNote.Place.values()) {
            MadeNote aside = MadeNote.bare(1, "Jane Doe")
                    .item(new MadeItem("AvailableForDirSync", MadeItem.TEXT, MadeItem.TYPE_BY_NAME, new byte[] {'1'}))
                    .place(place);
            bomb(place + ".nsf", "item AvailableForDirSync: ", aside, file -> file.putInt(NOTE + 60, ALL));
        }
        ran();
    }

    @Test
    void slots_that_share_the_bytes_of_their_names() throws IOException, InterruptedException {
        Path file = folder.resolve("overlap.nsf");
        try (NsfWriter writer = NsfWriter.to(file, SIZE, BUCKET)) {
            for (int i = 0; i < 40; i++) {
                writer.note(MadeNote.person(i, "Jane Doe"));
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        for (int slot = 1; slot <= 40; slot++) {
            reach(buffer(bytes), BUCKET + SIZE - FOOTER - 4 * slot);
        }
        Files.write(file, bytes);
        run("open overlap.nsf; status --problems", "the slots of a bucket overlap");
        run("items overlap.nsf --fingerprint", "");
        ran();
    }

    /** Lets a slot and the last name in it reach over the slots behind it. */
    private static void reach(ByteBuffer file, int descriptor) {
        int more = 15_000;
        int start = BUCKET + (file.getShort(descriptor) & 0xFFFF);
        int length = file.getShort(descriptor + 2) + more;
        int name = start + 100 + 8 * 3 + 4;
        file.putShort(descriptor + 2, (short) length).putShort(name, (short) (file.getShort(name) + more));
        // Of the size one byte can be among those that the sectors keep elsewhere.
        if ((start + 2 - BUCKET) % 512 != 0x42) {
            file.putShort(start + 2, (short) length);
        }
    }

    private void ran() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("--keep-going"));
        for (String command : commands) {
            words.add("-c");
            words.add(command);
        }
        words.add("-c");
        words.add("40 + 2");
        try (Child child = Child.start(folder, HEAP, "dirsh.Main", words)) {
            child.end();
            assertThat(child.out()).as(child.toString()).endsWith("42\n");
            assertThat(child.err()).as(child.toString()).doesNotContain("not enough memory", "Error", "\tat ");
            assertThat(child.out() + child.err()).as(child.toString()).contains(expected);
        }
    }
}
