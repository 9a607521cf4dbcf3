package dirsh.compare;

import dirsh.model.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A recipient without a Person document.
 *
 * @param displayName the name people see
 * @param primarySmtpAddress the internet address it sends from
 * @param alias the mail nickname
 * @param targetAddress where mail for it is passed on to, with type
 */
public record UnexpectedRecipient(String displayName, String primarySmtpAddress, String alias, String targetAddress)
        implements Answer {

    /** What the recipient has of these; a field it has no value for is left out. */
    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        putIfThere(fields, "displayName", displayName);
        putIfThere(fields, "primarySmtpAddress", primarySmtpAddress);
        putIfThere(fields, "alias", alias);
        putIfThere(fields, "targetAddress", targetAddress);
        return fields;
    }

    private static void putIfThere(Map<String, Object> fields, String name, String value) {
        if (!value.isEmpty()) {
            fields.put(name, value);
        }
    }

    @Override
    public List<String> columns() {
        return List.of("displayName", "primarySmtpAddress", "alias", "targetAddress");
    }

    @Override
    public int exitCode() {
        return 1;
    }
}
