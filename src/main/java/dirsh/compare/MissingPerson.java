package dirsh.compare;

import dirsh.diagnose.Finding;
import dirsh.model.Answer;
import dirsh.model.Unid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A person who is not in Exchange.
 *
 * @param unid the document
 * @param fullName the first full name as stored
 * @param book the address book; empty where only one was compared
 * @param cause the id of the cause, or {@link #UNEXPLAINED}
 * @param finding what the diagnosis found, if anything
 * @param offered whether a plan takes the document by itself
 */
public record MissingPerson(
        Unid unid, String fullName, String book, String cause, Optional<Finding> finding, boolean offered)
        implements Answer {

    /** The word for a cause where the flag reads Yes and nothing was found. */
    public static final String UNEXPLAINED = "unexplained";

    /** Whether the person is in the book of that name; everybody is where only one was compared. */
    public boolean isIn(String name) {
        return book.isEmpty() || book.equals(name);
    }

    /** The same person with a finding. */
    public MissingPerson because(Finding found) {
        return of(unid, fullName, book, Optional.of(found));
    }

    static MissingPerson of(Unid unid, String fullName, String book, Optional<Finding> finding) {
        return new MissingPerson(
                unid,
                fullName,
                book,
                finding.map(found -> found.cause().id()).orElse(UNEXPLAINED),
                finding,
                finding.map(Finding::offered).orElse(false));
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
        return finding.map(Finding::exitCode).orElse(1);
    }
}
