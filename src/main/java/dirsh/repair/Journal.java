package dirsh.repair;

import dirsh.json.JsonObject;
import dirsh.model.Unid;
import dirsh.source.Overlay;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run does, record by record, and the documents it saved. An intention is on disk before the save it announces
 * reaches the store; an outcome gets there with the next intention or the end of the run.
 */
final class Journal implements Overlay, AutoCloseable {

    static final String FILE = "journal.jsonl";

    /** The version of the records this program writes and reads. */
    static final int SCHEMA = 2;

    private final JournalState state;
    private final JournalFile file;
    private final boolean live;
    private final Clock clock;
    private final Optional<Unid> suspect;

    /**
     * Opens the journal in a run's folder and learns from it how far the run got.
     *
     * @param live whether each save counts at once; otherwise nothing counts before {@link #publishing}, and that is
     *     where everything has to be on disk
     */
    static Journal open(Path folder, Plan plan, boolean live, Clock clock) {
        JournalState state = new JournalState(plan);
        JournalFile file = JournalFile.open(
                folder.resolve(FILE),
                (record, offset, length) -> state.learn(record, new JournalFile.Span(offset, length)));
        return new Journal(state, file, live, clock);
    }

    Journal(JournalState state, JournalFile file, boolean live, Clock clock) {
        this.state = state;
        this.file = file;
        this.live = live;
        this.clock = clock;
        this.suspect = live && file.torn()
                ? state.entries().values().stream()
                        .filter(entry -> entry.outcome() == Outcome.UNTOUCHED)
                        .map(Entry::unid)
                        .findFirst()
                : Optional.empty();
    }

    /** What the journal in a run's folder says; nothing is changed. */
    static JournalState read(Path folder, Plan plan) {
        JournalState state = new JournalState(plan);
        JournalFile.read(
                folder.resolve(FILE),
                (record, offset, length) -> state.learn(record, new JournalFile.Span(offset, length)));
        return state;
    }

    JournalState state() {
        return state;
    }

    /** Whether a torn tail was cut off. */
    boolean torn() {
        return file.torn();
    }

    /** Whether a lost tail may have announced a save of the document: documents are saved in planned order. */
    boolean mayHaveAnnounced(Unid unid) {
        return suspect.filter(unid::equals).isPresent();
    }

    /**
     * The run begins.
     *
     * @param author the name our saves leave in documents; empty where the book does not know
     * @param place the book it writes to
     * @param content the hash of the store's content
     * @param limits how far and how fast it is to go
     */
    void started(String user, String author, RunPlace place, String content, Limits limits) {
        append(record(
                "start",
                "schema",
                SCHEMA,
                "user",
                user,
                "author",
                author,
                "address",
                place.address(),
                "store",
                place.store(),
                "content",
                content,
                "limits",
                normal(limits.fields())));
    }

    /** The pilot was read again as planned, and seen where that was asked for: the rest may follow. */
    void piloted() {
        append(record("piloted"));
    }

    /** The run goes on over a store of that content, after it was killed or stopped. */
    void resumed(String user, String author, String content) {
        append(record("resumed", "user", user, "author", author, "content", content));
    }

    /** The store was replaced by another: kept documents are dropped, and every document has to be looked at again. */
    void replaced() {
        append(record("replaced"));
    }

    /** The run is a kit's from here on: dirsh itself saves nothing. On disk when this returns. */
    void handedOver() {
        append(record("kit"));
        file.force();
    }

    /** The run was asked to stop before its end: on disk when this returns. */
    void stopped() {
        append(record("stopped"));
        file.force();
    }

    /** A save is about to be made: on disk when this returns, where the save counts at once. */
    void intent(Unid unid, Step step, int sequence) {
        append(record("intent", "unid", unid.toString(), "step", step.toString(), "sequence", sequence));
        if (live) {
            file.force();
        }
    }

    /**
     * A document is as planned.
     *
     * @param remark what the user should know all the same; empty for nothing
     */
    void done(Unid unid, int sequence, String itemHash, String remark) {
        Map<String, Object> record =
                record("done", "unid", unid.toString(), "sequence", sequence, "itemHash", itemHash);
        if (!remark.isEmpty()) {
            record.put("remark", remark);
        }
        append(record);
    }

    /** A document was left alone. */
    void refused(Unid unid, String reason) {
        append(record("refused", "unid", unid.toString(), "reason", reason));
    }

    /** The run came to its end: on disk when this returns. */
    void end() {
        append(record("end"));
        file.force();
    }

    @Override
    public void keep(Unid unid, byte[] document) {
        append(record(
                "document",
                "unid",
                unid.toString(),
                "bytes",
                Base64.getEncoder().encodeToString(document)));
    }

    @Override
    public Optional<byte[]> kept(Unid unid) {
        return state.document(unid)
                .map(span -> Base64.getDecoder().decode(file.at(span).text("bytes")));
    }

    @Override
    public Set<Unid> unids() {
        return state.documents();
    }

    @Override
    public void publishing(Publication publication) {
        append(record("publishing", "before", publication.before(), "after", publication.after()));
        file.force();
    }

    @Override
    public void published(Publication publication) {
        append(record("published", "after", publication.after()));
        file.force();
    }

    @Override
    public Optional<Publication> begun() {
        return state.begun();
    }

    @Override
    public void close() {
        file.close();
    }

    private void append(Map<String, Object> record) {
        JournalFile.Span span = file.append(record);
        state.learn(JsonObject.of("journal", normal(record)), span);
    }

    /** Numbers as reading gives them. */
    private static Map<String, Object> normal(Map<String, Object> record) {
        Map<String, Object> read = new LinkedHashMap<>(record);
        read.replaceAll((name, value) -> value instanceof Integer number ? Long.valueOf(number) : value);
        return read;
    }

    private Map<String, Object> record(String kind, Object... members) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("record", kind);
        record.put("at", clock.instant().toString());
        for (int i = 0; i < members.length; i += 2) {
            record.put((String) members[i], members[i + 1]);
        }
        return record;
    }
}
