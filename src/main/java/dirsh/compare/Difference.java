package dirsh.compare;

import dirsh.model.Answer;
import dirsh.model.Unid;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An attribute of a matched person that Exchange holds otherwise.
 *
 * @param unid the document
 * @param book the address book; empty where only one was compared
 * @param attribute the canonical name of the attribute
 * @param from the value in the address book
 * @param to the value in Exchange
 */
public record Difference(Unid unid, String book, String attribute, String from, String to) implements Answer {

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("unid", unid.toString());
        ComparedBook.put(fields, book);
        fields.put("attribute", attribute);
        fields.put("from", from);
        fields.put("to", to);
        return fields;
    }

    @Override
    public int exitCode() {
        return 1;
    }
}
