package dirsh.source.nsf;

import dirsh.model.DirshException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The header of the file (nsf-format 2).
 *
 * @param ods format version
 * @param replicaId 16 hexadecimal digits
 * @param title the first line of the database info; may be empty
 * @param bucketSize the usual size of a summary bucket, used as a first guess only
 * @param superblocks where superblocks may stand
 * @param descriptors where bucket descriptor blocks may stand
 */
record NsfHeader(
        long ods,
        String replicaId,
        String title,
        int bucketSize,
        List<Candidate> superblocks,
        List<Candidate> descriptors) {

    private static final int SIZE = 640;
    private static final int SIGNATURE = 0x001A;
    private static final int OLDEST_ODS = 41;
    private static final Set<Long> KNOWN_ODS = Set.of(41L, 43L, 48L, 52L, 53L, 55L);
    private static final int INFO = 200;
    private static final int INFO_SIZE = 128;

    /**
     * A place where a structure may stand.
     *
     * @param offset in bytes
     * @param size at most so many bytes
     */
    record Candidate(long offset, long size) {

        /** Whether the header names a place at all. */
        boolean isPlace() {
            return offset != 0 && offset != Positions.NONE && size != 0;
        }
    }

    /**
     * Reads the header.
     *
     * @throws DirshException if this is no NSF, or one of a version that cannot be read
     */
    static NsfHeader read(NsfFile file) {
        try {
            if (file.size() < 2 || file.bytes(0, 2).u16(0) != SIGNATURE) {
                throw NsfErrors.notNsf(file.name());
            }
            if (file.size() < SIZE) {
                throw NsfErrors.tooShort(file.name(), file.size());
            }
            NsfBytes bytes = file.bytes(0, SIZE);
            long ods = bytes.u32(6);
            if (ods < OLDEST_ODS) {
                throw NsfErrors.tooOld(file.name(), ods);
            }
            return new NsfHeader(
                    ods,
                    String.format(Locale.ROOT, "%08X%08X", bytes.u32(184), bytes.u32(180)),
                    title(bytes),
                    bytes.u16(78),
                    List.of(superblock(bytes, 0), superblock(bytes, 1), superblock(bytes, 2), superblock(bytes, 3)),
                    List.of(descriptor(bytes, 0), descriptor(bytes, 1)));
        } catch (NsfDamage e) {
            throw NsfErrors.tooShort(file.name(), file.size());
        }
    }

    /** Whether files of this version were among those the reader was measured with. */
    boolean isKnownVersion() {
        return KNOWN_ODS.contains(ods);
    }

    private static Candidate superblock(NsfBytes bytes, int number) throws NsfDamage {
        return new Candidate(Positions.offset(bytes.u32(560 + 8L * number)), bytes.u32(564 + 8L * number));
    }

    /** The two halves stand the other way round than those of a superblock. */
    private static Candidate descriptor(NsfBytes bytes, int number) throws NsfDamage {
        return new Candidate(Positions.offset(bytes.u32(628 + 8L * number)), bytes.u32(624 + 8L * number));
    }

    private static String title(NsfBytes bytes) throws NsfDamage {
        int length = 0;
        while (length < INFO_SIZE && bytes.u8(INFO + length) != 0 && bytes.u8(INFO + length) != '\n') {
            length++;
        }
        return new Lmbcs().decode(bytes.part(INFO, length)).strip();
    }
}
