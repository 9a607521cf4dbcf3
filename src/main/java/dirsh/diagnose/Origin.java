package dirsh.diagnose;

import dirsh.model.Answer;
import dirsh.model.NotesName;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Damaged documents that have a last editor and a stretch of time in common, or the few that are left of an editor.
 *
 * @param editor who saved them last, as stored; empty where the documents do not tell
 * @param damaged how many they are
 * @param ofDamaged how many are damaged in the whole book
 * @param saved how many people and groups the editor saved in that time, damaged or not
 * @param from the first of the saves; empty where the documents do not tell
 * @param to the last of them
 * @param singly whether they are no stretch of work but were saved one here and one there in that time
 * @param causes how many there are of each cause
 * @param sequences how many there are of each document sequence number
 * @param written whether the flag item was written by that save
 */
public record Origin(
        String editor,
        int damaged,
        int ofDamaged,
        int saved,
        Optional<OffsetDateTime> from,
        Optional<OffsetDateTime> to,
        boolean singly,
        Map<String, Integer> causes,
        Map<Integer, Integer> sequences,
        Written written)
        implements Answer {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /**
     * What the sequence of the flag item says about who wrote it.
     *
     * @param byLastSave in how many documents the last save wrote it
     * @param before in how many an earlier save did, so that the last editor is not to blame
     * @param unknown in how many there is no item, or the source does not know its sequence
     */
    public record Written(int byLastSave, int before, int unknown) {}

    /** Such as {@code 297 of 312 last saved by HRFeed/Acme, 2024-06-12 02:00-02:14 +02:00}. */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "%,d of %,d last saved by %s%s",
                damaged,
                ofDamaged,
                name(),
                time().isEmpty() ? "" : ", " + time());
    }

    private String name() {
        return editor.isEmpty() ? "(not stored)" : new NotesName(editor).abbreviated();
    }

    private String time() {
        if (from.isEmpty() || to.isEmpty()) {
            return "";
        }
        OffsetDateTime last = to.get().withOffsetSameInstant(from.get().getOffset());
        boolean sameDay = from.get().toLocalDate().equals(last.toLocalDate());
        String until = last.equals(from.get()) ? "" : "-" + (sameDay ? TIME : DAY).format(last);
        ZoneOffset offset = from.get().getOffset();
        return (singly ? "singly " : "") + DAY.format(from.get()) + until + " "
                + (offset.equals(ZoneOffset.UTC) ? "GMT" : offset);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("origin", sentence());
        fields.put("lastSavedBy", editor);
        fields.put("damaged", damaged);
        fields.put("ofDamaged", ofDamaged);
        fields.put("saved", saved);
        from.ifPresent(time -> fields.put("from", time.toString()));
        to.ifPresent(time -> fields.put("to", time.toString()));
        fields.put("singly", singly);
        fields.put("causes", causes);
        Map<String, Object> bySequence = new LinkedHashMap<>();
        sequences.forEach((sequence, count) -> bySequence.put(sequence.toString(), count));
        fields.put("sequences", bySequence);
        Map<String, Object> flag = new LinkedHashMap<>();
        flag.put("byLastSave", written.byLastSave());
        flag.put("before", written.before());
        flag.put("unknown", written.unknown());
        fields.put("flagWritten", flag);
        return fields;
    }

    @Override
    public List<String> columns() {
        return List.of("origin", "saved");
    }

    @Override
    public int exitCode() {
        return 1;
    }
}
