package dirsh.source.nsf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes small database files by the format text, for shapes that no sample has. */
final class NsfWriter implements AutoCloseable {

    static final int FIRST_ID = 0x8F6;
    static final int ENTRIES = 508;

    private final FileChannel channel;
    private final int bucketSize;
    private final Map<String, Integer> names = new LinkedHashMap<>();
    private final List<Long> summary = new ArrayList<>();
    private final List<Long> nonSummary = new ArrayList<>();
    private final List<long[]> references = new ArrayList<>();
    private MadeBucket summaryBucket;
    private MadeBucket nonSummaryBucket;
    private long end;
    private boolean newestInSuperblock = true;
    private int ods = 52;

    private NsfWriter(Path file, int bucketSize, long start) throws IOException {
        channel = FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SPARSE);
        this.bucketSize = bucketSize;
        this.end = start;
        summaryBucket = new MadeBucket(0, bucketSize);
        nonSummaryBucket = new MadeBucket(0, bucketSize);
    }

    static NsfWriter to(Path file) {
        return to(file, 8192, 4096);
    }

    /**
     * @param start where everything but the header begins
     */
    static NsfWriter to(Path file, int bucketSize, long start) {
        try {
            return new NsfWriter(file, bucketSize, start);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file of these notes. */
    static Path write(Path file, List<MadeNote> notes) {
        try (NsfWriter writer = to(file)) {
            notes.forEach(writer::note);
        }
        return file;
    }

    NsfWriter ods(int value) {
        ods = value;
        return this;
    }

    NsfWriter withoutRrvInSuperblock() {
        newestInSuperblock = false;
        return this;
    }

    /** The id the next note gets. */
    int nextId() {
        return FIRST_ID + 4 * references.size();
    }

    /** Adds a note and tells its id. */
    int note(MadeNote note) {
        int id = nextId();
        if (note.nonSummary().length > 0 && note.place == MadeNote.Place.BUCKET) {
            note.nonSummaryIdentifier = nonSummarySlot(note.object(id));
        } else if (note.nonSummary().length > 0 && note.place == MadeNote.Place.FILE) {
            note.nonSummaryIdentifier = append(note.object(id)) >>> 8;
        }
        add(note.slot(id, this::nameIndex));
        return id;
    }

    /** Adds a deletion stub. */
    void stub(MadeNote note) {
        add(note.stub(nextId()));
    }

    /** Begins another summary bucket. */
    void flush() {
        if (summaryBucket.slots() > 0) {
            summary.add(append(summaryBucket.finish()));
            summaryBucket = new MadeBucket(summary.size(), bucketSize);
        }
    }

    /** Begins another non-summary bucket. */
    void flushNonSummary() {
        if (nonSummaryBucket.slots() > 0) {
            nonSummary.add(append(nonSummaryBucket.finish()));
            nonSummaryBucket = new MadeBucket(nonSummary.size(), bucketSize);
        }
    }

    private void add(byte[] slot) {
        if (!summaryBucket.hasRoom(slot.length)) {
            flush();
        }
        int number = summaryBucket.add(slot);
        references.add(new long[] {summary.size() + 1, number});
    }

    private long nonSummarySlot(byte[] object) {
        if (!nonSummaryBucket.hasRoom(object.length) || nonSummaryBucket.slots() == 0x7F) {
            flushNonSummary();
        }
        long slot = nonSummaryBucket.add(object);
        return 0x80000000L | (slot << 24) | (nonSummary.size() + 1);
    }

    private int nameIndex(MadeItem item) {
        return names.computeIfAbsent(item.type() + " " + item.name(), key -> names.size());
    }

    private long append(byte[] bytes) {
        try {
            long at = end;
            channel.write(ByteBuffer.wrap(bytes), at);
            end = (at + bytes.length + 255) / 256 * 256;
            return at;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        flush();
        flushNonSummary();
        byte[] newest = new byte[0];
        List<Long> rrvBuckets = new ArrayList<>();
        for (int from = 0; from < Math.max(1, references.size()); from += ENTRIES) {
            byte[] bucket = rrvBucket(from);
            boolean replaced = newestInSuperblock && from + ENTRIES >= references.size();
            newest = replaced ? bucket : newest;
            // As in real files, the copy on disk of the newest bucket may be empty.
            rrvBuckets.add(append(replaced ? emptied(bucket) : bucket));
        }
        byte[] descriptors = MadeBlock.descriptors(rrvBuckets, FIRST_ID, ENTRIES, names.keySet());
        long descriptorsAt = append(descriptors);
        byte[] superblock = MadeBlock.superblock(summary, nonSummary, newest);
        long superblockAt = append(superblock);
        ByteBuffer header = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
        header.putShort(0, (short) 0x001A).putInt(2, 1024).putInt(6, ods).putShort(78, (short) bucketSize);
        header.putLong(180, 0x86257A1B0042C0DEL).put(200, MadeItem.lmbcs("Acme's Directory\n#2StdR4PublicAddressBook"));
        header.putInt(560, (int) (superblockAt >>> 8)).putInt(564, superblock.length);
        header.putInt(624, descriptors.length).putInt(628, (int) (descriptorsAt >>> 8));
        try {
            channel.write(header.rewind(), 0);
            channel.write(ByteBuffer.allocate(1), end);
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] rrvBucket(int from) {
        ByteBuffer bucket = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        bucket.put(0, (byte) 0x06).putInt(6, FIRST_ID + 4 * from);
        for (int i = from; i < Math.min(references.size(), from + ENTRIES); i++) {
            bucket.putInt(32 + 8 * (i - from), (int) references.get(i)[0] | 0x80000000);
            bucket.putInt(36 + 8 * (i - from), (int) references.get(i)[1]);
        }
        return bucket.putInt(18, MadeBlock.checksum(bucket.array(), 32, 4096)).array();
    }

    private static byte[] emptied(byte[] bucket) {
        byte[] empty = new byte[bucket.length];
        System.arraycopy(bucket, 0, empty, 0, 10);
        return empty;
    }
}
