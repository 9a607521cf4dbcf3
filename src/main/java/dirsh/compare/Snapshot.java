package dirsh.compare;

import dirsh.connector.FlagItem;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Finding;
import dirsh.diagnose.Verdict;
import dirsh.model.Note;
import dirsh.model.NoteKind;
import dirsh.model.Person;
import dirsh.model.Unid;
import dirsh.packed.TextStore;
import dirsh.packed.UnidTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a book held of its people and groups at one moment: who they are, how often they were saved, what the diagnosis said
 * of their flag, and whether they were in Exchange.
 */
public final class Snapshot {

    private static final List<Cause> CAUSES = List.of(Cause.values());
    private static final List<NoteKind> KINDS = List.of(NoteKind.values());
    private static final int COLUMNS = 4;
    private static final int CHUNK = 1 << 12;

    /** How kind, presence in Exchange and cause share a number. */
    private static final int CAUSE_MASK = 0xFF;

    private static final int EXCHANGE_SHIFT = 8;
    private static final int EXCHANGE_MASK = 3;
    private static final int KIND_SHIFT = 16;
    private static final int NOT_IN_EXCHANGE = 1;
    private static final int IN_EXCHANGE = 2;

    private final Taken taken;
    private final UnidTable unids = new UnidTable();
    private final TextStore names = new TextStore();
    private final List<int[]> chunks = new ArrayList<>();
    private final BitSet seen = new BitSet();

    /**
     * When and of what it was taken.
     *
     * @param address the book as the user named it
     * @param store the book's own store, as its identity names it
     * @param replicaId 16 hexadecimal digits; empty where the source does not know it
     * @param when the moment
     * @param withExchange whether an export of Exchange was open, so that it is known who was in it
     */
    public record Taken(String address, String store, String replicaId, Instant when, boolean withExchange) {}

    /**
     * What is kept of one person or group.
     *
     * @param unid the document
     * @param sequence how often it was saved
     * @param kind person or group
     * @param fullName what to call it
     * @param cause why it was left out; empty if it was not
     * @param evidence the first 32 bits of the fingerprint of the flag items, enough to see that they changed
     * @param inExchange whether a recipient was paired with it; empty where that is not known
     */
    public record Kept(
            Unid unid,
            int sequence,
            NoteKind kind,
            String fullName,
            Optional<Cause> cause,
            int evidence,
            Optional<Boolean> inExchange) {

        /** What a snapshot keeps of a document. */
        public static Kept of(Note note, Verdict verdict, Optional<Boolean> inExchange) {
            return new Kept(
                    note.unid(),
                    note.sequence(),
                    verdict.kind(),
                    new Person(note).shownName(),
                    verdict.finding().map(Finding::cause),
                    Integer.parseUnsignedInt(
                            FlagItem.fingerprint(FlagItem.of(note)).substring(0, 8), 16),
                    inExchange);
        }
    }

    /** An empty snapshot. */
    public Snapshot(Taken taken) {
        this.taken = taken;
    }

    /** When and of what it was taken. */
    public Taken taken() {
        return taken;
    }

    /** How many people and groups it holds. */
    public int size() {
        return unids.size();
    }

    /** Adds what is kept of a document; the first of an id counts. */
    public void add(Kept kept) {
        int number = unids.size();
        if (unids.add(kept.unid()) != number) {
            return;
        }
        if (number / CHUNK == chunks.size()) {
            chunks.add(new int[CHUNK * COLUMNS]);
        }
        int[] chunk = chunks.get(number / CHUNK);
        int at = number % CHUNK * COLUMNS;
        chunk[at] = kept.sequence();
        chunk[at + 1] = names.add(kept.fullName());
        chunk[at + 2] = kept.evidence();
        int cause = kept.cause().map(CAUSES::indexOf).orElse(-1) + 1;
        int in = kept.inExchange()
                .map(known -> known ? IN_EXCHANGE : NOT_IN_EXCHANGE)
                .orElse(0);
        chunk[at + 3] = KINDS.indexOf(kept.kind()) << KIND_SHIFT | in << EXCHANGE_SHIFT | cause;
    }

    /** What is kept of a document; it counts as seen from then on. */
    public Optional<Kept> see(Unid unid) {
        int number = unids.find(unid);
        if (number < 0) {
            return Optional.empty();
        }
        seen.set(number);
        return Optional.of(kept(number));
    }

    /** The first document that nobody has seen from a number on, which says where to look for the next. */
    public OptionalInt unseen(int from) {
        int number = seen.nextClearBit(from);
        return number < size() ? OptionalInt.of(number) : OptionalInt.empty();
    }

    /** What is kept under a number. */
    public Kept kept(int number) {
        int[] chunk = chunks.get(number / CHUNK);
        int at = number % CHUNK * COLUMNS;
        int codes = chunk[at + 3];
        int cause = codes & CAUSE_MASK;
        int in = codes >> EXCHANGE_SHIFT & EXCHANGE_MASK;
        return new Kept(
                unids.unid(number),
                chunk[at],
                KINDS.get(codes >> KIND_SHIFT),
                names.get(chunk[at + 1]),
                cause == 0 ? Optional.empty() : Optional.of(CAUSES.get(cause - 1)),
                chunk[at + 2],
                in == 0 ? Optional.empty() : Optional.of(in == IN_EXCHANGE));
    }
}
