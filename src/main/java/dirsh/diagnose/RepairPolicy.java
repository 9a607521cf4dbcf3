package dirsh.diagnose;

import dirsh.model.Note;
import dirsh.model.NoteKind;
import dirsh.model.Person;
import java.util.Set;

/**
 * What a repair may do by itself: only documents in which all stored evidence means Yes, and people without the item
 * only if mail reaches them. Everything else is for the administrator to name.
 */
final class RepairPolicy {

    /** Group types that are no mailing lists: access control, deny list, servers. */
    private static final Set<String> NOT_FOR_MAIL = Set.of("2", "3", "4");

    private RepairPolicy() {}

    /** Whether the toggle repairs the document for this cause. */
    static ToggleRepairs toggleRepairs(Note note, NoteKind kind, Cause cause) {
        return switch (cause) {
            case WRONG_FORM,
                    AGGREGATED,
                    CONNECTOR_CREATED,
                    CONFLICT_DOCUMENT,
                    TRUNCATED,
                    SEALED,
                    READER_RESTRICTED,
                    HIDDEN_BY_EXTENDED_ACL,
                    REQUIRED_ITEM_MISSING,
                    DUPLICATE_PERSON,
                    SUMMARY_OVERFLOW,
                    FILTERED_OUT,
                    NOT_MODIFIED -> ToggleRepairs.NO;
            case BLANK, GENUINE_NO -> ToggleRepairs.DECISION;
            case DUPLICATE_ITEMS,
                    PLACEHOLDER,
                    WRONG_TYPE,
                    NOT_SUMMARY,
                    LABEL_STORED,
                    STRAY_CHARACTERS,
                    ITEM_MISSING,
                    REPLICA_DIVERGENCE ->
                FlagFault.needsDecision(note) || isAccessGroup(note, kind) ? ToggleRepairs.DECISION : ToggleRepairs.YES;
        };
    }

    /** Whether a plan takes the document without being told. */
    static boolean offered(Note note, NoteKind kind, Cause cause, ToggleRepairs repairs) {
        if (repairs != ToggleRepairs.YES) {
            return false;
        }
        return cause != Cause.ITEM_MISSING || kind == NoteKind.GROUP || new Person(note).mailEnabled();
    }

    private static boolean isAccessGroup(Note note, NoteKind kind) {
        return kind == NoteKind.GROUP && NOT_FOR_MAIL.contains(note.text("GroupType"));
    }
}
