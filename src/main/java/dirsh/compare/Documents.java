package dirsh.compare;

import dirsh.connector.PredictedRecipient;
import dirsh.diagnose.Cause;
import dirsh.model.Unid;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What a rehearsal asks the documents of a book: two short questions for everybody, and all else only for who is looked at. */
public interface Documents {

    /** Whether the document was modified since the last extract; true where that is not known. */
    boolean modified(Unid unid);

    /** What still keeps a person out once the flag is repaired; asked only for people a plan repairs. */
    Optional<Cause> afterRepair(Unid unid);

    /** What the documents hold and what the connector makes of them; those that are not there any more are left out. */
    Map<Unid, Seen> seen(Collection<Unid> unids);

    /**
     * A document that was looked at.
     *
     * @param fullName the first full name as stored
     * @param predicted the entry the connector makes of it
     * @param internetAddress its internet address; empty if there is none
     */
    record Seen(String fullName, PredictedRecipient predicted, String internetAddress) {}
}
