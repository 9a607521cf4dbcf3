package dirsh.compare;

import dirsh.diagnose.Finding;
import dirsh.model.Answer;
import dirsh.model.Unid;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A person who is in Exchange, but for whom the connector now reads No: the next full reload deletes the recipient.
 *
 * @param unid the document
 * @param fullName the first full name as stored
 * @param book the address book; empty where only one was compared
 * @param cause the id of the cause
 * @param finding what the diagnosis found
 * @param offered whether a plan takes the document by itself
 */
public record AtRiskPerson(Unid unid, String fullName, String book, String cause, Finding finding, boolean offered)
        implements Answer {

    static AtRiskPerson of(Unid unid, String fullName, String book, Finding finding) {
        return new AtRiskPerson(unid, fullName, book, finding.cause().id(), finding, finding.offered());
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("unid", unid.toString());
        fields.put("fullName", fullName);
        ComparedBook.put(fields, book);
        fields.put("cause", cause);
        return fields;
    }

    /** 0 if the person is left out by policy, else 1. */
    @Override
    public int exitCode() {
        return finding.exitCode();
    }
}
