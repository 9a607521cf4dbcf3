package dirsh.repair;

import dirsh.json.JsonObject;
import dirsh.model.Answer;
import dirsh.model.DirshException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of the audit log. It has these fields and no others, so nothing else can get there.
 *
 * @param at when, as ISO 8601 in GMT
 * @param event what happened
 * @param osUser who ran dirsh, by the operating system
 * @param user who is recorded in the documents
 * @param host on which machine
 * @param command by which command
 * @param run in which run; empty where there is none
 * @param book where the book was opened from, or the server of a console
 * @param replicaId which replica it is
 * @param document which document; {@link Document#NONE} for a line about the run as a whole
 * @param outcome what came of it
 */
public record AuditEntry(
        String at,
        Event event,
        String osUser,
        String user,
        String host,
        String command,
        String run,
        String book,
        String replicaId,
        Document document,
        String outcome)
        implements Answer {

    /** What a line is about. */
    public enum Event {
        /** A run begins or goes on. */
        START("start"),
        /** A document was saved as planned. */
        SAVED("saved"),
        /** A document was left alone; the outcome says why. */
        REFUSED("refused"),
        /** A run ended, was stopped or failed. */
        END("end"),
        /** A verification closed or reopened a run. */
        VERIFIED("verified"),
        /** A command went to a server's console, or was answered. */
        CONSOLE("console");

        private final String word;

        Event(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /**
     * A document that was saved, or refused: of one that was not saved only whose it is.
     *
     * @param unid the document; empty for none
     * @param fullName whose it is
     * @param before its flag items before the run, in words
     * @param sequenceBefore its sequence number before the run; 0 if it was not saved
     * @param after its flag items afterwards, in words
     * @param sequenceAfter its sequence number afterwards; 0 if it was not saved
     */
    public record Document(
            String unid,
            String fullName,
            List<String> before,
            int sequenceBefore,
            List<String> after,
            int sequenceAfter) {

        /** No document. */
        public static final Document NONE = new Document("", "", List.of(), 0, List.of(), 0);

        public Document {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }

    /** A line that was read. */
    static AuditEntry of(JsonObject line) {
        return new AuditEntry(
                line.text("at"),
                event(line.text("event")),
                line.text("osUser"),
                line.text("user"),
                line.text("host"),
                line.text("command"),
                line.text("run"),
                line.text("book"),
                line.text("replicaId"),
                line.has("unid") ? document(line) : Document.NONE,
                line.text("outcome"));
    }

    private static Event event(String word) {
        for (Event event : Event.values()) {
            if (event.toString().equals(word)) {
                return event;
            }
        }
        throw DirshException.badInput("'" + word + "' is no event", "");
    }

    private static Document document(JsonObject line) {
        return new Document(
                line.text("unid"),
                line.text("fullName"),
                line.texts("before"),
                line.number("sequenceBefore"),
                line.texts("after"),
                line.number("sequenceAfter"));
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", at);
        fields.put("event", event.toString());
        fields.put("command", command);
        fields.put("run", run);
        if (!document.unid().isEmpty()) {
            fields.put("fullName", document.fullName());
            fields.put("before", document.before());
            fields.put("after", document.after());
            fields.put("sequenceBefore", document.sequenceBefore());
            fields.put("sequenceAfter", document.sequenceAfter());
            fields.put("unid", document.unid());
        }
        fields.put("outcome", outcome);
        fields.put("user", user);
        fields.put("osUser", osUser);
        fields.put("host", host);
        fields.put("book", book);
        fields.put("replicaId", replicaId);
        return fields;
    }

    @Override
    public List<String> columns() {
        return List.of("at", "command", "event", "run", "fullName", "before", "after", "outcome", "user");
    }
}
