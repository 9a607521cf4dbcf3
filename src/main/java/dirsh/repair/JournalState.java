package dirsh.repair;

import dirsh.json.JsonObject;
import dirsh.model.DirshException;
import dirsh.model.Unid;
import dirsh.source.Overlay.Publication;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the records of a journal come to. Every record goes through here, when it is read and when it is written. */
final class JournalState {

    private final Map<Unid, Entry> entries = new LinkedHashMap<>();
    private final Map<Unid, JournalFile.Span> documents = new LinkedHashMap<>();
    private Optional<Publication> begun = Optional.empty();
    private String contentToken = "";
    private boolean ended;

    JournalState(Plan plan) {
        plan.changes().forEach(change -> entries.put(change.unid(), Entry.planned(change)));
    }

    void learn(JsonObject record, JournalFile.Span span) {
        switch (record.text("record")) {
            case "intent" -> {
                if (record.text("step").equals(Step.NO.toString())) {
                    put(record, Outcome.AT_NO, "");
                }
            }
            case "document" -> documents.put(unid(record), span);
            case "done" -> put(record, Outcome.DONE, "");
            case "refused" -> put(record, Outcome.REFUSED, record.text("reason"));
            case "start", "resumed" -> contentToken = record.text("content");
            case "publishing" -> begun = Optional.of(new Publication(record.text("before"), record.text("after")));
            case "published" -> {
                // From here on the file itself holds them; kept ones must not cover what others write later.
                begun = Optional.empty();
                documents.clear();
            }
            case "dropped" -> documents.clear();
            case "end" -> ended = true;
            // "stopped" tells the reader something, but decides nothing.
            default -> {}
        }
    }

    private void put(JsonObject record, Outcome outcome, String reason) {
        Unid unid = unid(record);
        int sequence = outcome == Outcome.DONE ? record.number("sequence") : 0;
        String hash = outcome == Outcome.DONE ? record.text("itemHash") : "";
        entries.put(unid, entry(unid).with(outcome, reason, sequence, hash));
    }

    /** What became of a planned document so far. */
    Entry entry(Unid unid) {
        Entry entry = entries.get(unid);
        if (entry == null) {
            throw DirshException.failed(
                    "the journal names document " + unid + ", which its plan does not", "runs", null);
        }
        return entry;
    }

    /** The planned documents in planned order. */
    Map<Unid, Entry> entries() {
        return Collections.unmodifiableMap(entries);
    }

    Optional<JournalFile.Span> document(Unid unid) {
        return Optional.ofNullable(documents.get(unid));
    }

    Set<Unid> documents() {
        return Collections.unmodifiableSet(documents.keySet());
    }

    Optional<Publication> begun() {
        return begun;
    }

    /** What the store's content was when the run last began or was resumed. */
    String contentToken() {
        return contentToken;
    }

    boolean ended() {
        return ended;
    }

    private static Unid unid(JsonObject record) {
        String text = record.text("unid");
        return Unid.parse(text)
                .orElseThrow(() -> DirshException.failed(record.what() + ": '" + text + "' is no UNID", "runs", null));
    }
}
