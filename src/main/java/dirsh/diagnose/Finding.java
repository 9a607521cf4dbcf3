package dirsh.diagnose;

import dirsh.connector.FlagReading;
import dirsh.model.Answer;
import dirsh.model.NoteKind;
import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Somebody the connector leaves out, with the cause and what shows it.
 *
 * @param unid the document
 * @param noteId the document in this file
 * @param kind person or group
 * @param fullName the first full name as stored
 * @param cause why, the first by precedence
 * @param formShows what the form shows
 * @param connectorReads what the connector reads
 * @param toggleRepairs whether the toggle repairs it
 * @param offered whether a plan takes it by itself
 * @param evidence sentences, the decisive one first
 * @param sequence the document's sequence number when it was judged
 * @param itemHash fingerprint of the flag items when they were judged
 */
public record Finding(
        Unid unid,
        int noteId,
        NoteKind kind,
        String fullName,
        Cause cause,
        FlagReading formShows,
        FlagReading connectorReads,
        ToggleRepairs toggleRepairs,
        boolean offered,
        List<String> evidence,
        int sequence,
        String itemHash)
        implements Answer {

    public Finding {
        evidence = List.copyOf(evidence);
    }

    /** The same finding where its cause was refuted: no plan takes it by itself. */
    Finding refuted(String sentence) {
        List<String> sentences = new ArrayList<>(evidence);
        sentences.add(sentence);
        return new Finding(
                unid,
                noteId,
                kind,
                fullName,
                cause,
                formShows,
                connectorReads,
                toggleRepairs,
                false,
                sentences,
                sequence,
                itemHash);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("unid", unid.toString());
        fields.put("noteId", Integer.toHexString(noteId).toUpperCase(Locale.ROOT));
        fields.put("fullName", fullName);
        fields.put("cause", cause.id());
        fields.put("formShows", formShows.toString());
        fields.put("connectorReads", connectorReads.toString());
        fields.put("toggleRepairs", toggleRepairs.toString());
        fields.put("offered", offered);
        fields.put("evidence", evidence);
        return fields;
    }

    @Override
    public List<String> columns() {
        return List.of("fullName", "cause", "formShows", "connectorReads", "offered", "toggleRepairs", "noteId");
    }

    /** 0 for a policy (an honest No or blank), else 1. */
    @Override
    public int exitCode() {
        return cause.isPolicy() ? 0 : 1;
    }
}
