package dirsh.repair;

import dirsh.json.Json;
import dirsh.json.JsonObject;
import dirsh.model.DirshException;
import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the verifications of a run came to so far, person by person.
 *
 * @param at when the last one was, as ISO 8601 in GMT; empty if there was none
 * @param export the Exchange export that was looked at last; empty if there was none
 * @param content what tells that export's content from others
 * @param people each repaired person, in the order of the run
 */
record VerifiedPeople(String at, String export, String content, Map<Unid, Known> people) {

    static final VerifiedPeople NONE = new VerifiedPeople("", "", "", Map.of());

    private static final int SCHEMA = 1;

    /**
     * One person.
     *
     * @param stored how the document was stored
     * @param exchange what the last export that was looked at said
     * @param seenAt when the person was first found in an export; empty for never
     * @param seenIn that export
     * @param reported whether the administrator closed the run although this person was not settled
     */
    record Known(
            Verification.Stored stored,
            Verification.InExchange exchange,
            String seenAt,
            String seenIn,
            boolean reported) {}

    /** The person as last verified; empty for the first time. */
    Optional<Known> of(Unid unid) {
        return Optional.ofNullable(people.get(unid));
    }

    /** How many people the last export had. */
    int seen() {
        return count(Verification.InExchange.APPEARED);
    }

    /** How many people the last export did not have. */
    int notYet() {
        return count(Verification.InExchange.NOT_YET) + count(Verification.InExchange.NO_LONGER);
    }

    private int count(Verification.InExchange word) {
        return (int) people.values().stream()
                .filter(person -> person.exchange() == word)
                .count();
    }

    /** As text for its file. */
    String json() {
        List<Map<String, Object>> list = new ArrayList<>();
        people.forEach((unid, person) -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("unid", unid.toString());
            fields.put("stored", person.stored().toString());
            fields.put("exchange", person.exchange().toString());
            fields.put("seenAt", person.seenAt());
            fields.put("seenIn", person.seenIn());
            fields.put("reported", person.reported() ? "yes" : "no");
            list.add(fields);
        });
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("schema", SCHEMA);
        fields.put("at", at);
        fields.put("export", export);
        fields.put("content", content);
        fields.put("people", list);
        return Json.write(fields, 1) + "\n";
    }

    /**
     * What a file says.
     *
     * @throws DirshException if it is of another version, or damaged
     */
    static VerifiedPeople read(String what, String file, String text) {
        JsonObject data = JsonObject.read(what, file, text);
        if (data.number("schema") != SCHEMA) {
            throw DirshException.badInput(
                    what + " has schema " + data.number("schema") + "; this dirsh reads " + SCHEMA,
                    "the dirsh that wrote it");
        }
        Map<Unid, Known> people = new LinkedHashMap<>();
        for (JsonObject person : data.objects("people")) {
            people.put(
                    Unid.parse(person.text("unid")).orElseThrow(() -> person.wrong("unid", "a UNID")),
                    new Known(
                            Verification.Stored.of(person.text("stored"))
                                    .orElseThrow(() -> person.wrong("stored", "known of a repaired document")),
                            Verification.InExchange.of(person.text("exchange"))
                                    .orElseThrow(() -> person.wrong("exchange", "known of a person in Exchange")),
                            person.text("seenAt"),
                            person.text("seenIn"),
                            person.text("reported").equals("yes")));
        }
        return new VerifiedPeople(data.text("at"), data.text("export"), data.text("content"), people);
    }
}
