package dirsh.repair;

import dirsh.home.PrivateFiles;
import dirsh.json.Json;
import dirsh.json.JsonObject;
import dirsh.model.DirshException;
import dirsh.model.Unid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Whom a run repaired itself, kept beside the journal of a run that ended: a journal holds whole documents, and reading
 * those of fifty runs takes seconds. It is made anew from the journal where it is missing or cannot be read.
 *
 * @param replicaId the replica the run wrote to
 * @param sequences the sequence number each repaired document had afterwards
 */
record RepairedPeople(String replicaId, Map<Unid, Integer> sequences) {

    private static final String FILE = "repaired.json";

    /**
     * Whom the run repaired.
     *
     * @throws DirshException if the run cannot be read
     */
    static RepairedPeople of(RunSummary summary, RunStore runs) {
        Path file = runs.folder(summary.id()).resolve(FILE);
        boolean ended = summary.state() != RunState.INTERRUPTED;
        Optional<RepairedPeople> kept = ended ? read(file) : Optional.empty();
        if (kept.isPresent()) {
            return kept.get();
        }
        Run run = runs.load(summary.id());
        Map<Unid, Integer> sequences = new LinkedHashMap<>();
        for (Entry entry : run.entries()) {
            // Without a fingerprint somebody else had repaired the document.
            if (entry.outcome() == Outcome.DONE && !entry.itemHash().isEmpty()) {
                sequences.put(entry.unid(), entry.sequence());
            }
        }
        RepairedPeople repaired = new RepairedPeople(run.plan().replicaId(), sequences);
        if (ended) {
            PrivateFiles.write(file, Json.write(repaired.fields()) + "\n");
        }
        return repaired;
    }

    /** Drops what is kept of a run that goes on: it is made anew when it is asked for. */
    static void forget(String id, RunStore runs) {
        PrivateFiles.delete(runs.folder(id).resolve(FILE));
    }

    private static Optional<RepairedPeople> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonObject data = JsonObject.read(FILE, Files.readString(file));
            JsonObject kept = data.object("sequences");
            Map<Unid, Integer> sequences = new LinkedHashMap<>();
            for (Object unid : kept.members().keySet()) {
                sequences.put(Unid.parse(unid.toString()).orElseThrow(), kept.number(unid.toString()));
            }
            return Optional.of(new RepairedPeople(data.text("replicaId"), sequences));
        } catch (IOException | DirshException | NoSuchElementException e) {
            return Optional.empty();
        }
    }

    private Map<String, Object> fields() {
        Map<String, Object> members = new LinkedHashMap<>();
        sequences.forEach((unid, sequence) -> members.put(unid.toString(), sequence));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("replicaId", replicaId);
        fields.put("sequences", members);
        return fields;
    }
}
