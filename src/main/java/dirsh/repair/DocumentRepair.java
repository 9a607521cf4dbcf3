package dirsh.repair;

import dirsh.connector.FlagItem;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.source.BookWriter;
import dirsh.source.NoteEdit;
import dirsh.source.SaveConflictException;
import dirsh.source.SaveRefusedException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes one planned change: checks that the document is still the planned one, saves, reads it again and judges it.
 *
 * <p>It can be asked again for a document it left half-way: what the journal and the store say decides where it goes on.
 */
final class DocumentRepair {

    /** How often a document is decided anew because somebody saved it meanwhile. */
    private static final int TRIES = 5;

    /** How long to rest before a store that failed is asked again. */
    private static final List<Duration> BACK_OFF =
            List.of(Duration.ofMillis(250), Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(10));

    /** What is said of a repair that other replicas may never see. */
    static final String MAY_NOT_REPLICATE = "healed here, may not replicate";

    private final BookWriter writer;
    private final Journal journal;
    private final AuditLog audit;
    private final RepairMode mode;
    private final Setting setting;

    DocumentRepair(BookWriter writer, Journal journal, AuditLog audit, RepairMode mode, Setting setting) {
        this.writer = new StoreCalls(writer);
        this.journal = journal;
        this.audit = audit;
        this.mode = mode;
        this.setting = setting;
    }

    /**
     * Brings the document to the planned state, or records why not.
     *
     * @throws StoreFailedException if the store failed again and again; the journal says whether the document may be at
     *     No
     * @throws SaveConflictException if the document is at No and somebody keeps saving it
     */
    void make(Change change) {
        int conflicts = 0;
        int failures = 0;
        while (true) {
            try {
                decide(change);
                return;
            } catch (SaveConflictException e) {
                // Nothing was saved. What is stored now decides anew, and at our No it must not stay.
                conflicts++;
                if (conflicts == TRIES) {
                    giveUp(change, e);
                    return;
                }
            } catch (SaveRefusedException e) {
                giveUp(change, e);
                return;
            } catch (StoreFailedException e) {
                boolean hurry = setting.cancellation().requested() && !isAtNo(change);
                if (failures == BACK_OFF.size() || hurry) {
                    throw e;
                }
                // A request to stop does not cut the rest short where a document may be at No.
                setting.timing()
                        .rest(BACK_OFF.get(failures), isAtNo(change) ? new Cancellation() : setting.cancellation());
                failures++;
            }
        }
    }

    /** The journal announces a save before it is made: whether the document is at No only the store tells. */
    private void giveUp(Change change, DirshException reason) {
        if (writer.read(change.unid()).filter(note -> isAtOurNo(note, change)).isPresent()) {
            throw reason;
        }
        refuse(change, reason.problem());
    }

    private void refuse(Change change, String reason) {
        // In this order as for a saved one: the audit log has the line at least once.
        audit.refused(change, reason);
        journal.refused(change.unid(), reason);
    }

    private boolean isAtNo(Change change) {
        return journal.state().entry(change.unid()).outcome() == Outcome.AT_NO;
    }

    private void decide(Change change) {
        Optional<Note> stored = writer.read(change.unid());
        if (stored.isEmpty()) {
            refuse(change, "the document is no longer in the book");
            return;
        }
        Note note = stored.get();
        if (journal.mayHaveAnnounced(change.unid()) && isFirstSave(note, change)) {
            journal.intent(change.unid(), Step.NO, change.sequence());
        }
        if (isAsPlanned(note, change, mode)) {
            done(note, change);
        } else if (isAtOurNo(note, change)) {
            finish(note, change);
        } else {
            Optional<String> drift = drift(note, change);
            if (drift.isPresent()) {
                refuse(change, drift.get());
            } else {
                begin(note, change);
            }
        }
    }

    /** Whether the document is in the planned state, by this plan or otherwise. */
    static boolean isAsPlanned(Note note, Change change, RepairMode mode) {
        if (note.sequence() < change.sequence() + change.saves(mode)) {
            return false;
        }
        return change.after() instanceof Change.Restore restore
                ? FlagItem.fingerprint(FlagItem.of(note)).equals(restore.itemHash())
                : FlagItem.isHealthy(note);
    }

    /** Why the document is no longer the planned one; empty if it still is. */
    static Optional<String> drift(Note note, Change change) {
        if (note.is(NoteFlag.CONFLICT) || note.is(NoteFlag.TRUNCATED)) {
            return Optional.of("it became a conflict or truncated document");
        }
        if (note.sequence() != change.sequence()) {
            return Optional.of(
                    "saved since it was planned: sequence " + note.sequence() + ", planned " + change.sequence());
        }
        return FlagItem.fingerprint(FlagItem.of(note)).equals(change.itemHash())
                ? Optional.empty()
                : Optional.of("its flag item is no longer the planned one");
    }

    /** Whether the document stands where the first save of this run's toggle left it. */
    private boolean isAtOurNo(Note note, Change change) {
        if (!isAtNo(change) || note.sequence() <= change.sequence()) {
            return false;
        }
        // With the second save announced the first was made. Before that the No may be somebody else's.
        boolean ours =
                journal.state().isAnnouncedYes(change.unid()) || journal.state().isAuthor(note.lastUpdatedBy());
        if (!ours) {
            return false;
        }
        List<Item> items = FlagItem.of(note);
        return items.size() == 1 && items.get(0).texts().equals(List.of(FlagItem.NO));
    }

    /** Whether the document is exactly as the first save of the toggle leaves it. */
    private boolean isFirstSave(Note note, Change change) {
        List<Item> items = FlagItem.of(note);
        return mode == RepairMode.TOGGLE
                && change.after() instanceof Change.Yes yes
                && note.sequence() == change.sequence() + 1
                && items.size() == 1
                && items.get(0).texts().equals(List.of(FlagItem.NO))
                && items.get(0).flags().equals(yes.flags());
    }

    private void begin(Note note, Change change) {
        if (change.after() instanceof Change.Yes yes && mode == RepairMode.TOGGLE) {
            journal.intent(change.unid(), Step.NO, note.sequence());
            finish(save(note, text(FlagItem.NO, yes.flags())), change);
        } else {
            journal.intent(
                    change.unid(), change.after() instanceof Change.Restore ? Step.RESTORE : Step.YES, note.sequence());
            done(judged(save(note, content(change)), change), change);
        }
    }

    /** The second save of the toggle. It is made even if its record cannot be: the first one's record covers both. */
    private void finish(Note atNo, Change change) {
        Optional<DirshException> unrecorded = Optional.empty();
        try {
            journal.intent(change.unid(), Step.YES, atNo.sequence());
        } catch (DirshException e) {
            unrecorded = Optional.of(e);
        }
        Note saved = judged(save(atNo, content(change)), change);
        if (unrecorded.isPresent()) {
            throw unrecorded.get();
        }
        done(saved, change);
    }

    private Note save(Note before, NoteEdit.Content content) {
        Note after = writer.save(new NoteEdit(
                before.unid(),
                before.sequence(),
                FlagItem.NAME,
                content,
                setting.clock().instant(),
                setting.user()));
        if (!otherItems(after).equals(otherItems(before))) {
            throw DirshException.failed(
                    "saving document " + before.unid() + " changed other items than " + FlagItem.NAME,
                    "show " + before.unid(),
                    null);
        }
        return after;
    }

    private Note judged(Note saved, Change change) {
        if (!isAsPlanned(saved, change, RepairMode.DIRECT)) {
            throw DirshException.failed(
                    "document " + saved.unid() + " was saved, but does not read back as planned",
                    "show " + saved.unid(),
                    null);
        }
        return saved;
    }

    /** Without a fingerprint where somebody else brought the document to that state: then it is not ours to take back. */
    private void done(Note note, Change change) {
        boolean ours = journal.state().isAnnounced(note.unid());
        if (ours) {
            // Ahead of the journal, so that a run killed in between writes the line again rather than never.
            audit.saved(change, note);
        }
        boolean local = ours && isUnchangedForReplication(note);
        journal.done(
                note.unid(),
                note.sequence(),
                ours ? FlagItem.fingerprint(FlagItem.of(note)) : "",
                local ? MAY_NOT_REPLICATE : "");
    }

    /** Whether the flag item's own sequence number stayed behind the document's: other replicas may keep their item. */
    private static boolean isUnchangedForReplication(Note note) {
        return FlagItem.of(note).stream().anyMatch(item -> item.sequence() > 0 && item.sequence() != note.sequence());
    }

    private static NoteEdit.Content content(Change change) {
        if (change.after() instanceof Change.Restore restore) {
            return new NoteEdit.Images(restore.images());
        }
        return text(FlagItem.YES, ((Change.Yes) change.after()).flags());
    }

    private static NoteEdit.Content text(String value, Set<ItemFlag> flags) {
        return new NoteEdit.Text(value, flags);
    }

    private static List<Item> otherItems(Note note) {
        return note.items().stream()
                .filter(item -> !item.isNamed(FlagItem.NAME))
                .toList();
    }
}
