package dirsh.compare;

import dirsh.diagnose.Finding;
import dirsh.model.Answer;
import dirsh.model.Unid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person with more than one recipient to choose from, or with a recipient another person has an equal claim to.
 *
 * @param unid the document
 * @param fullName the first full name as stored
 * @param book the address book; empty where only one was compared
 * @param key by what they match: {@code unid}, {@code notesAddress}, {@code smtpAddress} or {@code alias}
 * @param recipients the recipients in question by their address; a long list is cut and ends in a remark
 * @param finding what the diagnosis found, if anything
 */
public record AmbiguousPerson(
        Unid unid, String fullName, String book, String key, List<String> recipients, Optional<Finding> finding)
        implements Answer {

    public AmbiguousPerson {
        recipients = List.copyOf(recipients);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("unid", unid.toString());
        fields.put("fullName", fullName);
        ComparedBook.put(fields, book);
        fields.put("key", key);
        fields.put("recipients", recipients);
        return fields;
    }

    @Override
    public int exitCode() {
        return 1;
    }
}
