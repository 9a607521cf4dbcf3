package dirsh.command;

import dirsh.compare.Comparison;
import dirsh.compare.Rehearsal;
import dirsh.compare.RehearsalOutcome;
import dirsh.home.PrivateFiles;
import dirsh.json.Json;
import dirsh.json.JsonObject;
import dirsh.model.DirshException;
import dirsh.model.Unid;
import dirsh.source.BookIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A rehearsal kept as JSON until the next export tells what happened. */
final class RehearsalFile {

    private static final int SCHEMA = 1;
    private static final int INDENT = 2;

    private RehearsalFile() {}

    static void write(Path file, BookIdentity book, Rehearsal rehearsal, Comparison comparison) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("schema", SCHEMA);
        data.put("book", book.address());
        data.put("replicaId", book.replicaId());
        data.put("rehearsal", rehearsal.fields());
        data.put(
                "missing",
                comparison.missing().stream()
                        .map(person -> person.unid().toString())
                        .toList());
        PrivateFiles.write(file, Json.write(data, INDENT) + "\n");
    }

    /**
     * The predictions of a file.
     *
     * @throws DirshException if it is none, or of another version
     */
    static List<RehearsalOutcome.Predicted> read(Path file, String shown) {
        JsonObject data = JsonObject.read(shown, text(file, shown));
        if (data.number("schema") != SCHEMA) {
            throw DirshException.badInput(
                    shown + " was written by another version of dirsh", "rehearse --save " + shown);
        }
        Set<Unid> missing = new LinkedHashSet<>();
        data.texts("missing").forEach(unid -> missing.add(unid(shown, unid)));
        List<RehearsalOutcome.Predicted> predictions = new ArrayList<>();
        for (JsonObject row : data.object("rehearsal").objects("rows")) {
            JsonObject people = row.object("people");
            predictions.add(new RehearsalOutcome.Predicted(
                    row.text("sync"), row.text("when"), unids(people, "adds"), unids(people, "deletes"), missing));
        }
        return predictions;
    }

    private static String text(Path file, String shown) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw DirshException.badInput(
                    "cannot read " + shown + ": " + DirshException.reason(e), "rehearse --save " + shown);
        }
    }

    private static Set<Unid> unids(JsonObject people, String which) {
        Set<Unid> unids = new LinkedHashSet<>();
        people.objects(which).forEach(person -> unids.add(unid(people.what(), person.text("unid"))));
        return unids;
    }

    private static Unid unid(String shown, String text) {
        return Unid.parse(text)
                .orElseThrow(() ->
                        DirshException.badInput(shown + " names a document by no UNID", "rehearse --save " + shown));
    }
}
