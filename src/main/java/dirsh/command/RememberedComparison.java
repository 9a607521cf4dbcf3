package dirsh.command;

import dirsh.compare.ComparedAttribute;
import dirsh.compare.Comparison;
import dirsh.compare.RecipientIndex;
import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The comparison made last, for whoever asks for the same one while memory does not run short. */
final class RememberedComparison {

    /**
     * What a comparison is made from, beside the documents.
     *
     * @param index the recipients; another reading of them is another index
     * @param attributes what is compared
     * @param told the names of the books whose people are told of
     * @param closed source books of the connector that are not open
     */
    record Question(RecipientIndex index, List<ComparedAttribute> attributes, List<String> told, List<String> closed) {}

    private record Known(Question question, List<OpenBook.Survey> surveys, Comparison answer) {}

    private SoftReference<@Nullable Known> known = new SoftReference<>(null);

    /**
     * The answer to a question, if it was the last one.
     *
     * @param surveys the last pass through each book, if all of them are still as they were; asked only where the rest is the
     *     same, since it may read a file or ask a server
     */
    Optional<Comparison> answer(Question question, Supplier<List<OpenBook.Survey>> surveys) {
        Known last = known.get();
        return last != null && last.question.equals(question) && isSame(last.surveys, surveys.get())
                ? Optional.of(last.answer)
                : Optional.empty();
    }

    @SuppressWarnings("ReferenceEquality") // equal ones may be of two passes, and comparing them takes long
    private static boolean isSame(List<OpenBook.Survey> some, List<OpenBook.Survey> others) {
        boolean same = some.size() == others.size();
        for (int i = 0; same && i < some.size(); i++) {
            same = some.get(i) == others.get(i);
        }
        return same;
    }

    /** Remembers an answer instead of the one before. */
    void remember(Question question, List<OpenBook.Survey> surveys, Comparison answer) {
        known = new SoftReference<>(new Known(question, surveys, answer));
    }
}
