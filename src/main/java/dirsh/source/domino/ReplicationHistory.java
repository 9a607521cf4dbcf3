package dirsh.source.domino;

import com.mindoo.domino.jna.NotesDatabase;
import com.mindoo.domino.jna.NotesReplicationHistorySummary;
import dirsh.model.Answer;
import dirsh.model.NotesTime;
import dirsh.model.Row;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The replication history of a database, newest first as Notes keeps it, a row each. */
final class ReplicationHistory {

    private ReplicationHistory() {}

    static List<Answer> of(NotesDatabase database) {
        List<Answer> rows = new ArrayList<>();
        for (NotesReplicationHistorySummary entry :
                database.getReplicationHistory(EnumSet.noneOf(NotesDatabase.ReplicationHistoryFlags.class))) {
            NotesTime time = NoteReading.time(entry.getReplicationTime());
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("server", entry.getServer());
            fields.put("path", entry.getFilePath());
            fields.put("time", time == null ? "" : time.toString());
            fields.put(
                    "direction", String.valueOf(entry.getReplicationDirection()).toLowerCase(Locale.ROOT));
            rows.add(new Row(fields));
        }
        return rows;
    }
}
