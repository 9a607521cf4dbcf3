package dirsh.command;

import dirsh.compare.ComparedAttribute;
import dirsh.compare.Comparison;
import dirsh.compare.RecipientIndex;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The comparison made last, for whoever asks for the same one while memory does not run short. */
final class RememberedComparison {

    /**
     * What a comparison is made from.
     *
     * @param index the recipients; another reading of them is another index
     * @param surveys the last pass through each book; another pass is another survey. If empty, no question is the same
     * @param attributes what is compared
     * @param told the names of the books whose people are told of
     * @param closed source books of the connector that are not open
     */
    record Question(
            RecipientIndex index,
            List<OpenBook.Survey> surveys,
            List<ComparedAttribute> attributes,
            List<String> told,
            List<String> closed) {

        @SuppressWarnings("ReferenceEquality") // equal ones may be of two passes, and comparing them takes long
        boolean isSame(Question other) {
            boolean same = index == other.index && !surveys.isEmpty() && surveys.size() == other.surveys.size();
            for (int i = 0; same && i < surveys.size(); i++) {
                same = surveys.get(i) == other.surveys.get(i);
            }
            return same
                    && attributes.equals(other.attributes)
                    && told.equals(other.told)
                    && closed.equals(other.closed);
        }
    }

    private record Known(Question question, Comparison answer) {}

    private SoftReference<@Nullable Known> known = new SoftReference<>(null);

    /** The answer to a question, if it was the last one. */
    Optional<Comparison> answer(Question question) {
        Known last = known.get();
        return last != null && last.question.isSame(question) ? Optional.of(last.answer) : Optional.empty();
    }

    /** Remembers an answer instead of the one before. */
    void remember(Question question, Comparison answer) {
        known = new SoftReference<>(new Known(question, answer));
    }
}
