package dirsh.source.nsf;

import dirsh.model.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What two readers or two copies of a database must agree on (nsf-format 14).
 *
 * @param address the file as the user named it
 * @param ods format version
 * @param replicaId 16 hexadecimal digits
 * @param notes of every class, without stubs
 * @param dataNotes notes whose class is document
 * @param namedDataNotes the named ones among them
 * @param items of all notes
 * @param stubs deletion stubs
 * @param unreadable notes that were passed over, and items whose value cannot be read
 * @param itemRowsSha256 SHA-256 over the canonical item rows, in lower-case hexadecimal digits
 */
public record NsfFingerprint(
        String address,
        long ods,
        String replicaId,
        int notes,
        int dataNotes,
        int namedDataNotes,
        long items,
        int stubs,
        int unreadable,
        String itemRowsSha256)
        implements Page {

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("address", address);
        fields.put("ods", ods);
        fields.put("replicaId", replicaId);
        fields.put("notes", notes);
        fields.put("dataNotes", dataNotes);
        fields.put("namedDataNotes", namedDataNotes);
        fields.put("items", items);
        fields.put("stubs", stubs);
        fields.put("unreadable", unreadable);
        fields.put("itemRowsSha256", itemRowsSha256);
        return fields;
    }

    /** One line a number, since a table would cut the hash. */
    @Override
    public List<Section> sections() {
        return List.of(Section.lines(
                "",
                fields().entrySet().stream()
                        .map(field -> field.getKey() + ": " + field.getValue())
                        .toList()));
    }
}
