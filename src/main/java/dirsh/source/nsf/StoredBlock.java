package dirsh.source.nsf;

/** A checked superblock or bucket descriptor block with its payload (nsf-format 5 and 6). */
final class StoredBlock {

    private static final int FOOTER = 12;
    private static final int CHECKSUM = 4;
    private static final int STORED = 0;
    private static final int CX = 1;

    /** Enough for the bucket lists of a database of 64 GB. */
    private static final int LARGEST_PAYLOAD = 64 << 20;

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
     */
    record Layout(
            String name,
            int signature,
            int headerSize,
            int payloadSize,
            int writeCount,
            int totalSize,
            int compression) {}

    private final NsfBytes block;
    private final Layout layout;
    private final NsfBytes payload;

    private StoredBlock(NsfBytes block, Layout layout, NsfBytes payload) {
        this.block = block;
        this.layout = layout;
        this.payload = payload;
    }

    /** Reads the block at a place the header names; every check of the format must hold. */
    static StoredBlock read(NsfFile file, NsfHeader.Candidate candidate, Layout layout) throws NsfDamage {
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
        return new StoredBlock(block, layout, payload(block, stored, layout));
    }

    private static NsfBytes payload(NsfBytes block, NsfBytes stored, Layout layout) throws NsfDamage {
        long size = block.u32(layout.payloadSize());
        if (size > LARGEST_PAYLOAD) {
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

    long writeCount() throws NsfDamage {
        return block.u32(layout.writeCount());
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

    /** The newest of the intact blocks. */
    static StoredBlock newest(NsfFile file, Iterable<NsfHeader.Candidate> candidates, Layout layout, Check check)
            throws NsfDamage {
        StoredBlock newest = null;
        NsfDamage first = null;
        for (NsfHeader.Candidate candidate : candidates) {
            if (candidate.isPlace()) {
                try {
                    StoredBlock block = read(file, candidate, layout);
                    check.accept(block);
                    if (newest == null || block.writeCount() > newest.writeCount()) {
                        newest = block;
                    }
                } catch (NsfDamage e) {
                    first = first == null ? e : first;
                }
            }
        }
        if (newest != null) {
            return newest;
        }
        throw first != null ? first : new NsfDamage(0, "the header names no " + layout.name());
    }

    /** Looks whether a block can be used beyond its checksum. */
    @FunctionalInterface
    interface Check {
        void accept(StoredBlock block) throws NsfDamage;
    }
}
