package dirsh.replica;

import dirsh.model.DeletionStub;
import dirsh.model.Note;
import dirsh.model.NotesTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What decides with the UNID whether a document has to be replicated: how often it was saved, and when last (the originator
 * id of the C API).
 *
 * @param sequence how often; 0 where it is not known
 * @param time when, in hundredths of a second since 1970; {@link #UNKNOWN} where it is not known
 */
public record Revision(int sequence, long time) {

    /** No time. */
    static final long UNKNOWN = Long.MIN_VALUE;

    private static final int MILLIS_PER_HUNDREDTH = 10;

    /** The revision a document is in. */
    public static Revision of(Note note) {
        return new Revision(note.sequence(), time(note.times().revised()));
    }

    static Revision of(DeletionStub stub) {
        return new Revision(stub.sequence(), time(stub.deleted()));
    }

    /** A time as a number, its offset from GMT taken into account where there is one. */
    static long time(@Nullable NotesTime time) {
        if (time == null) {
            return UNKNOWN;
        }
        LocalDate date = time.date();
        if (date == null) {
            return UNKNOWN;
        }
        LocalTime clock = time.time() == null ? LocalTime.MIDNIGHT : time.time();
        ZoneOffset offset = time.offset() == null ? ZoneOffset.UTC : time.offset();
        return date.atTime(clock).toInstant(offset).toEpochMilli() / MILLIS_PER_HUNDREDTH;
    }

    /** Whether both halves are known, so that equal ones mean that replication takes two documents for equal. */
    public boolean isKnown() {
        return sequence != 0 && time != UNKNOWN;
    }

    /** Whether nothing has to be replicated. What either side does not know cannot tell them apart. */
    public boolean isSame(Revision other) {
        return (sequence == other.sequence || sequence == 0 || other.sequence == 0)
                && (time == other.time || time == UNKNOWN || other.time == UNKNOWN);
    }

    /** Whether this one replaces the other: the higher sequence wins, and of equal ones the later time. */
    public boolean isNewer(Revision other) {
        if (isSame(other)) {
            return false;
        }
        boolean counted = sequence != 0 && other.sequence != 0;
        boolean bySequence = counted && sequence != other.sequence;
        return bySequence ? sequence > other.sequence : time > other.time;
    }

    /** Whether both were saved apart since they were the same: as often, but at other times. */
    boolean isRival(Revision other) {
        return sequence == other.sequence && !isSame(other);
    }
}
