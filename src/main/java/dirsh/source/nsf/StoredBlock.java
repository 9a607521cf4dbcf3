package dirsh.source.nsf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A checked superblock or bucket descriptor block with its payload (nsf-format 5 and 6). */
final class StoredBlock {

    private static final int FOOTER = 12;
    private static final int CHECKSUM = 4;
    private static final int STORED = 0;
    private static final int CX = 1;

    /**
     * Where the fields of a kind of block are.
     *
     * @param name the kind in words
     * @param signature the first word
     * @param headerSize where the payload begins
     * @param payloadSize of its size when uncompressed
     * @param writeCount of the write count
     * @param totalSize of the size of the whole block
     * @param compression of the compression type
     * @param largestPayload in bytes; a block that states more is refused before anything is allocated
     */
    record Layout(
            String name,
            int signature,
            int headerSize,
            int payloadSize,
            int writeCount,
            int totalSize,
            int compression,
            int largestPayload) {

        /** The write count of the block at a place, whatever else is there. */
        long writeCount(NsfFile file, NsfHeader.Candidate candidate) throws NsfDamage {
            return file.bytes(candidate.offset(), headerSize).u32(writeCount);
        }
    }

    private final NsfBytes block;
    private final NsfBytes payload;

    private StoredBlock(NsfBytes block, NsfBytes payload) {
        this.block = block;
        this.payload = payload;
    }

    /** Reads the block at a place the header names; every check of the format must hold. */
    private static StoredBlock read(NsfFile file, NsfHeader.Candidate candidate, Layout layout) throws NsfDamage {
        NsfBytes header = file.bytes(candidate.offset(), layout.headerSize());
        if (header.u16(0) != layout.signature()) {
            throw new NsfDamage(candidate.offset(), "there is no " + layout.name() + " where the header says");
        }
        long size = header.u32(layout.totalSize());
        if (size < layout.headerSize() + FOOTER || size > candidate.size() || size > file.size()) {
            throw new NsfDamage(candidate.offset(), "a " + layout.name() + " states an impossible size");
        }
        NsfBytes block = file.bytes(candidate.offset(), size);
        int end = block.length() - FOOTER;
        if (Checksum.of(block, layout.headerSize(), end) != (int) block.u32(size - CHECKSUM)) {
            throw new NsfDamage(candidate.offset(), "the checksum of a " + layout.name() + " is wrong");
        }
        NsfBytes stored = block.part(layout.headerSize(), end - layout.headerSize());
        return new StoredBlock(block, payload(block, stored, layout));
    }

    private static NsfBytes payload(NsfBytes block, NsfBytes stored, Layout layout) throws NsfDamage {
        long size = block.u32(layout.payloadSize());
        if (size > layout.largestPayload()) {
            throw new NsfDamage(block.place(0), "a " + layout.name() + " states an impossible size");
        }
        int compression = block.u16(layout.compression());
        if (compression == STORED) {
            return stored.part(0, size);
        }
        if (compression != CX) {
            throw new NsfDamage(block.place(0), "a " + layout.name() + " is compressed in an unknown way");
        }
        return NsfBytes.of(Cx.decode(stored, size), stored.place(0));
    }

    /** A number of the block's header. */
    long field(int at) throws NsfDamage {
        return block.u32(at);
    }

    NsfBytes payload() {
        return payload;
    }

    long offset() {
        return block.place(0);
    }

    /**
     * What the newest of the intact blocks says.
     *
     * @param reading makes it of a block; one of which it cannot be made is not intact
     */
    static <T> T newest(NsfFile file, Iterable<NsfHeader.Candidate> candidates, Layout layout, Reading<T> reading)
            throws NsfDamage {
        List<Counted> counted = new ArrayList<>();
        NsfDamage first = null;
        for (NsfHeader.Candidate candidate : candidates) {
            if (candidate.isPlace()) {
                try {
                    counted.add(new Counted(candidate, layout.writeCount(file, candidate)));
                } catch (NsfDamage e) {
                    first = first == null ? e : first;
                }
            }
        }
        // The newest first, so that no two payloads are in the memory at once.
        counted.sort(Comparator.comparingLong(Counted::writes).reversed());
        for (Counted each : counted) {
            try {
                return reading.of(read(file, each.candidate(), layout));
            } catch (NsfDamage e) {
                first = first == null ? e : first;
            }
        }
        throw first != null ? first : new NsfDamage(0, "the header names no " + layout.name());
    }

    private record Counted(NsfHeader.Candidate candidate, long writes) {}

    /** Makes something of a block. */
    @FunctionalInterface
    interface Reading<T> {
        T of(StoredBlock block) throws NsfDamage;
    }
}
