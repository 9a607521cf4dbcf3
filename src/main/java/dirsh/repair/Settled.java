package dirsh.repair;

import dirsh.connector.FlagItem;
import dirsh.model.Note;
import java.util.List;
import java.util.Optional;

/**
 * What became of one document of a kit, by the agent's log and the book together.
 *
 * @param change its planned change
 * @param note the document as the book shows it; empty if it is gone
 * @param entry what the run says of it from now on
 * @param isNews whether the run did not say that before
 * @param isOurs whether the agent brought it there, rather than somebody else
 * @param isUnseen whether the agent says that it is done and the book does not show it
 */
record Settled(Change change, Optional<Note> note, Entry entry, boolean isNews, boolean isOurs, boolean isUnseen) {

    /**
     * Decides on one document.
     *
     * @param before what the run says of it so far
     * @param reported the agent's last word on it
     */
    static Settled of(Change change, Entry before, Optional<Note> note, Optional<Reported> reported, RepairMode mode) {
        boolean stands = note.filter(found -> stands(found, change)).isPresent();
        boolean known = before.outcome() == Outcome.DONE && !before.itemHash().isEmpty();
        boolean saysDone =
                reported.filter(said -> said.word() == Reported.Word.DONE).isPresent();
        if (known || (reported.isEmpty() && (before.outcome() != Outcome.UNTOUCHED || !stands))) {
            boolean left = before.outcome() == Outcome.AT_NO && stands;
            return left
                    ? done(change, before, note, true, note.get().sequence(), "")
                    : new Settled(change, note, before, false, known, saysDone && !stands);
        }
        if (reported.isEmpty()) {
            return done(change, before, note, false, note.orElseThrow().sequence(), "not in the agent's log");
        }
        Reported said = reported.get();
        int shown = stands ? note.orElseThrow().sequence() : change.sequence() + change.saves(mode);
        return switch (said.word()) {
            case DONE -> done(change, before, note, true, said.sequence() > 0 ? said.sequence() : shown, "");
            case FOUND -> done(change, before, note, false, shown, said.reason());
            case REFUSED, FAILED -> {
                boolean risen = stands && note.orElseThrow().sequence() > change.sequence();
                Entry other = said.announced() && change.saves(mode) > 1 && standsAtNo(note, change)
                        ? before.with(Outcome.AT_NO, "", 0, "")
                        : before.with(Outcome.REFUSED, reason(said), 0, "");
                yield risen
                        ? done(change, before, note, false, shown, "the agent: " + said.reason())
                        : settled(change, before, note, other, other.outcome() == Outcome.AT_NO);
            }
            case BEGUN, LEFT_AT_NO ->
                stands
                        ? done(change, before, note, true, shown, "the agent's log ends before its outcome")
                        : settled(change, before, note, before.with(Outcome.AT_NO, "", 0, ""), true);
        };
    }

    private static String reason(Reported said) {
        return said.word() == Reported.Word.FAILED ? "failed: " + said.reason() : said.reason();
    }

    /** Whether the document was saved since and its only flag item is the text No, as the first save leaves it. */
    private static boolean standsAtNo(Optional<Note> note, Change change) {
        return note.filter(found -> found.sequence() > change.sequence())
                .map(FlagItem::of)
                .filter(items -> items.size() == 1 && items.get(0).texts().equals(List.of(FlagItem.NO)))
                .isPresent();
    }

    /** Whether the flag is as planned, whoever brought it there. */
    private static boolean stands(Note note, Change change) {
        return change.after() instanceof Change.Restore restore
                ? FlagItem.fingerprint(FlagItem.of(note)).equals(restore.itemHash())
                : FlagItem.isHealthy(note);
    }

    /** Without a fingerprint where it is not the agent's work, or cannot be seen: then it cannot be taken back. */
    private static Settled done(
            Change change, Entry before, Optional<Note> note, boolean ours, int sequence, String remark) {
        Optional<Note> seen = note.filter(found -> stands(found, change));
        boolean local =
                seen.filter(found -> found.sequence() <= change.sequence()).isPresent();
        String hash = ours
                ? seen.map(found -> FlagItem.fingerprint(FlagItem.of(found))).orElse("")
                : "";
        Entry entry = before.with(Outcome.DONE, local ? DocumentRepair.MAY_NOT_REPLICATE : remark, sequence, hash);
        return settled(change, before, note, entry, ours);
    }

    private static Settled settled(Change change, Entry before, Optional<Note> note, Entry entry, boolean ours) {
        boolean unseen = entry.outcome() == Outcome.DONE
                && note.filter(found -> stands(found, change)).isEmpty();
        return new Settled(change, note, entry, !entry.equals(before), ours, unseen);
    }

    /** Appends it to the records of its run. */
    void record(Journal journal, AuditLog audit) {
        switch (entry.outcome()) {
            case DONE -> {
                if (isOurs) {
                    journal.intent(
                            change.unid(),
                            change.after() instanceof Change.Restore ? Step.RESTORE : Step.YES,
                            change.sequence());
                    note.ifPresent(found -> audit.saved(change, found));
                }
                journal.done(change.unid(), entry.sequence(), entry.itemHash(), entry.reason());
            }
            case REFUSED -> {
                audit.refused(change, entry.reason());
                journal.refused(change.unid(), entry.reason());
            }
            case AT_NO -> journal.intent(change.unid(), Step.NO, change.sequence());
            case UNTOUCHED -> {}
        }
    }
}
