package dirsh.compare;

import dirsh.model.Answer;
import dirsh.model.Unid;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A person whom another address book has as well: the connector meets both, and the second is not created (event 6206).
 *
 * @param unid the document
 * @param fullName the first full name as stored
 * @param book its address book
 * @param key what both have in common: {@code unid}, {@code fullName}, {@code internetAddress} or {@code shortName}
 * @param other the other document
 * @param otherName its first full name
 * @param otherBook its address book
 */
public record DuplicatePerson(
        Unid unid, String fullName, String book, String key, Unid other, String otherName, String otherBook)
        implements Answer {

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("unid", unid.toString());
        fields.put("fullName", fullName);
        fields.put("book", book);
        fields.put("key", key);
        fields.put("otherUnid", other.toString());
        fields.put("otherFullName", otherName);
        fields.put("otherBook", otherBook);
        return fields;
    }

    @Override
    public int exitCode() {
        return 1;
    }
}
