package dirsh.repair;

import dirsh.json.JsonObject;
import dirsh.model.DirshException;
import dirsh.model.Unid;
import dirsh.source.Overlay.Publication;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the records of a journal come to. Every record goes through here, when it is read and when it is written. */
final class JournalState {

    private final Map<Unid, Entry> entries = new LinkedHashMap<>();
    private final Map<Unid, JournalFile.Span> documents = new LinkedHashMap<>();
    private final Set<Unid> announced = new HashSet<>();
    private final Set<Unid> announcedYes = new HashSet<>();
    private Optional<Publication> begun = Optional.empty();
    private String content = "";
    private final Set<String> authors = new HashSet<>();
    private Optional<RunPlace> place = Optional.empty();
    private Limits limits = Limits.NONE;
    private boolean pilotPassed;
    private boolean offline;

    JournalState(Plan plan) {
        plan.changes().forEach(change -> entries.put(change.unid(), Entry.planned(change)));
    }

    void learn(JsonObject record, JournalFile.Span span) {
        switch (record.text("record")) {
            case "intent" -> {
                announced.add(unid(record));
                if (record.text("step").equals(Step.NO.toString())) {
                    put(record, Outcome.AT_NO, "");
                } else {
                    announcedYes.add(unid(record));
                }
            }
            case "document" -> documents.put(unid(record), span);
            case "done" ->
                put(record, Outcome.DONE, record.optionalText("remark").orElse(""));
            case "refused" -> put(record, Outcome.REFUSED, record.text("reason"));
            case "start" -> {
                // First, since it refuses a later schema, which may lack the rest.
                limits = limits(record);
                content = record.text("content");
                place = record.optionalText("store").map(store -> new RunPlace(record.text("address"), store));
                authors.add(author(record));
            }
            case "piloted" -> pilotPassed = true;
            case "kit" -> offline = true;
            case "resumed" -> {
                content = record.text("content");
                authors.add(author(record));
            }
            case "publishing" -> begun = Optional.of(new Publication(record.text("before"), record.text("after")));
            case "published" -> {
                // From here on the file itself holds them; kept ones must not cover what others write later.
                begun = Optional.empty();
                content = record.text("after");
                documents.clear();
            }
            case "replaced" -> {
                begun = Optional.empty();
                documents.clear();
                entries.replaceAll((unid, entry) ->
                        entry.outcome() == Outcome.REFUSED ? entry : entry.with(Outcome.UNTOUCHED, "", 0, ""));
            }
            // They tell the reader something, but decide nothing.
            case "stopped", "end" -> {}
            default ->
                throw DirshException.failed(
                        record.what() + " has a record '" + record.text("record") + "', which this dirsh does not know",
                        "the dirsh that wrote it",
                        null);
        }
    }

    private static Limits limits(JsonObject start) {
        return switch (start.number("schema")) {
            case 1 -> Limits.NONE.withPilot(start.number("pilot"));
            case Journal.SCHEMA -> Limits.of(start.object("limits"));
            default ->
                throw DirshException.failed(
                        start.what() + " has schema " + start.number("schema") + "; this dirsh reads 1 to "
                                + Journal.SCHEMA,
                        "the dirsh that wrote it",
                        null);
        };
    }

    private static String author(JsonObject record) {
        return record.optionalText("author").orElseGet(() -> record.text("user"));
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

    /** The hash of the content under the saves that are kept; empty where the store has none or it is not known yet. */
    String content() {
        return content;
    }

    /** The book the run writes to; empty where the journal does not say, as those of schema 1. */
    Optional<RunPlace> place() {
        return place;
    }

    /** Whether saves of this run may have left that name in a document; one that names nobody may be ours. */
    boolean isAuthor(String name) {
        return name.isEmpty() || authors.contains("") || authors.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** How far and how fast the run is to go. */
    Limits limits() {
        return limits;
    }

    /** Whether the pilot held, so that the rest may follow. */
    boolean pilotPassed() {
        return pilotPassed;
    }

    /** Whether a kit carries the run out, rather than dirsh itself. */
    boolean offline() {
        return offline;
    }

    /** Whether this run said that it would save the document. */
    boolean isAnnounced(Unid unid) {
        return announced.contains(unid);
    }

    /** Whether this run said that it would save the document so that it reads Yes, or as it did once. */
    boolean isAnnouncedYes(Unid unid) {
        return announcedYes.contains(unid);
    }

    /** Whether this run brought the document to the planned state itself. */
    boolean isRepaired(Unid unid) {
        return isAnnounced(unid) && entry(unid).outcome() == Outcome.DONE;
    }

    /** How many documents this run brought to the planned state itself. */
    int repaired() {
        return (int) announced.stream().filter(this::isRepaired).count();
    }

    private static Unid unid(JsonObject record) {
        String text = record.text("unid");
        return Unid.parse(text)
                .orElseThrow(() -> DirshException.failed(record.what() + ": '" + text + "' is no UNID", "runs", null));
    }
}
