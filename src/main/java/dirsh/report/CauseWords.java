package dirsh.report;

import dirsh.compare.MissingPerson;
import dirsh.diagnose.Cause;
import dirsh.overview.ReportedPerson;
import java.util.Optional;

/**
 * What a report says about a cause.
 *
 * @param summary what it is, in one clause
 * @param certainty whether it is confirmed or inferred that it keeps people out; empty where that is no question
 * @param reference where it is described; empty for nowhere
 */
record CauseWords(String summary, String certainty, String reference) {

    /** The words for the id of a cause, or for one of the two words that stand in place of a cause. */
    static CauseWords of(String id) {
        Optional<Cause> cause = Cause.of(id);
        if (cause.isPresent()) {
            String reference = cause.get().reference();
            return new CauseWords(
                    cause.get().summary(), cause.get().source().toString(), reference.equals("-") ? "" : reference);
        }
        return switch (id) {
            case ReportedPerson.AMBIGUOUS ->
                new CauseWords(
                        "more than one pairing with a recipient is possible, and none is made by chance", "", "");
            case MissingPerson.UNEXPLAINED ->
                new CauseWords(
                        "the flag reads Yes, and nothing in the document explains why the person is missing", "", "");
            default -> new CauseWords("", "", "");
        };
    }
}
