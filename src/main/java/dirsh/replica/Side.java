package dirsh.replica;

import dirsh.connector.FlagItem;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Diagnoser;
import dirsh.diagnose.FlagCauses;
import dirsh.diagnose.Verdict;
import dirsh.model.Note;
import dirsh.model.Unid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one book holds of a document that differs.
 *
 * @param book the book's name
 * @param what {@code document}, {@code deletion stub} or {@code nothing}
 * @param unid its id there
 * @param revision how often and when it was saved; empty where there is nothing
 * @param note the document; empty where there is none
 * @param saves whether changes can be saved in the book
 */
record Side(String book, String what, Unid unid, Optional<Revision> revision, Optional<Note> note, boolean saves) {

    static final String DOCUMENT = "document";
    static final String STUB = "deletion stub";
    static final String NOTHING = "nothing";

    /** What the diagnosis says about the document alone; empty for other kinds than persons and groups. */
    private Optional<Verdict> verdict() {
        return note.flatMap(document -> new Diagnoser().judge(document));
    }

    /** Why the connector reads No though the form shows Yes; empty where it does not. */
    Optional<Cause> fault() {
        return verdict().flatMap(Verdict::finding).filter(FlagCauses::isFault).map(finding -> finding.cause());
    }

    /** Whether the flag is stored as a form stores a Yes. */
    boolean isHealthy() {
        return note.filter(FlagItem::isHealthy).isPresent();
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("book", book);
        fields.put("holds", what);
        if (!what.equals(NOTHING)) {
            fields.put("unid", unid.toString());
        }
        revision.ifPresent(known -> {
            fields.put("sequence", known.sequence());
            note.map(document -> document.times().revised())
                    .ifPresent(revised -> fields.put("revised", revised.toString()));
        });
        verdict().ifPresent(verdict -> {
            fields.put("connectorReads", verdict.connectorReads().toString());
            fault().ifPresent(cause -> fields.put("cause", cause.id()));
        });
        note.map(Note::lastUpdatedBy)
                .filter(editor -> !editor.isEmpty())
                .ifPresent(editor -> fields.put("lastSavedBy", editor));
        return fields;
    }
}
