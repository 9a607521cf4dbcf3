package dirsh.command;

import dirsh.compare.Comparison;
import dirsh.compare.Rehearsal;
import dirsh.compare.RehearsalOutcome;
import dirsh.compare.RehearsedSync;
import dirsh.home.KeptFile;
import dirsh.json.JsonObject;
import dirsh.model.DirshException;
import dirsh.model.Unid;
import dirsh.source.BookIdentity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A rehearsal kept as JSON until the next export tells what happened: who is to be added and deleted, and who was missing. */
final class RehearsalFile {

    private static final int SCHEMA = 2;
    private static final String NAME = "rehearsal";
    private static final KeptFile KIND = new KeptFile(NAME, "{\"kind\":\"" + NAME + "\"", "rehearse --save");

    private RehearsalFile() {}

    /** Writes the rehearsal; an older one there is replaced, anything else is left as it is. */
    static void write(Path file, BookIdentity book, Rehearsal rehearsal, Comparison comparison) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", NAME);
        data.put("schema", SCHEMA);
        data.put("book", book.address());
        data.put("replicaId", book.replicaId());
        data.put("rows", rehearsal.rows().stream().map(RehearsalFile::row).toList());
        data.put(
                "missing",
                comparison.missing().stream()
                        .map(person -> person.unid().toString())
                        .toList());
        KIND.write(file, data, 1);
    }

    private static Map<String, Object> row(RehearsedSync sync) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("sync", sync.sync());
        row.put("when", sync.when());
        row.put("adds", texts(sync.added()));
        row.put("deletes", texts(sync.deleted()));
        return row;
    }

    private static List<String> texts(List<Unid> unids) {
        return unids.stream().map(Unid::toString).toList();
    }

    /**
     * The predictions of a file.
     *
     * @param book the book they must be of
     * @throws DirshException as bad input if the file is no rehearsal of this version, or one of another directory
     */
    static List<RehearsalOutcome.Predicted> read(Path file, String shown, BookIdentity book) {
        return KIND.read(file, shown, data -> predictions(data, shown, book));
    }

    private static List<RehearsalOutcome.Predicted> predictions(JsonObject data, String shown, BookIdentity book) {
        if (!data.optionalText("kind").equals(Optional.of(NAME))) {
            throw DirshException.badInput(shown + ":1:1: this is not a rehearsal", "");
        }
        if (data.number("schema") != SCHEMA) {
            throw DirshException.badInput("rehearsal " + shown + " was written by another version of dirsh", "");
        }
        String replicaId = data.text("replicaId");
        if (!replicaId.equalsIgnoreCase(book.replicaId())) {
            throw DirshException.badInput(
                    "rehearsal " + shown + " is of another directory: " + named(replicaId) + ", and " + book.address()
                            + " has " + named(book.replicaId()),
                    "open " + data.text("book") + "; rehearse --compare " + shown);
        }
        Set<Unid> missing = unids(data, "missing");
        List<RehearsalOutcome.Predicted> predictions = new ArrayList<>();
        for (JsonObject row : data.objects("rows")) {
            predictions.add(new RehearsalOutcome.Predicted(
                    row.text("sync"), row.text("when"), unids(row, "adds"), unids(row, "deletes"), missing));
        }
        return predictions;
    }

    private static String named(String replicaId) {
        return replicaId.isEmpty() ? "no replica id" : "replica " + replicaId;
    }

    private static Set<Unid> unids(JsonObject data, String which) {
        Set<Unid> unids = new LinkedHashSet<>();
        for (String text : data.texts(which)) {
            unids.add(Unid.parse(text).orElseThrow(() -> data.wrong(which, "a list of UNIDs")));
        }
        return unids;
    }
}
