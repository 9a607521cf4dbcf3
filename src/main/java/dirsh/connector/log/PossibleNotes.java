package dirsh.connector.log;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of possible notes (41110) of one pass of the connector: it logs one for each source book.
 *
 * <p>Where a pass ends is not published. Ours: it ends where a book is looked at again (64136)
 * or, where the log does not name the books, after ten minutes without a number.
 *
 * @param numbers in order; at least one
 */
public record PossibleNotes(List<Integer> numbers) {

    public PossibleNotes {
        numbers = List.copyOf(numbers);
    }

    /** The numbers together. */
    public long sum() {
        return numbers.stream().mapToLong(Integer::intValue).sum();
    }

    /** The numbers and, where there are several, their sum, such as {@code 423 + 7 = 430}. */
    @Override
    public String toString() {
        List<String> written = numbers.stream()
                .map(number -> String.format(Locale.ROOT, "%,d", number))
                .toList();
        return String.join(" + ", written) + (numbers.size() > 1 ? String.format(Locale.ROOT, " = %,d", sum()) : "");
    }

    /** Tells the passes of a log apart; of a log with more numbers than anybody reads only the last ones are kept. */
    static final class Passes {

        private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
        private static final int MOST_BOOKS = 100;
        private static final int MOST_PASSES = 100;
        private static final int LONGEST_NAME = 300;
        private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

        private final List<PossibleNotes> passes = new ArrayList<>();
        private final List<Integer> numbers = new ArrayList<>();
        private final Set<String> books = new HashSet<>();
        private @Nullable LocalDateTime last;

        void take(LogEntry entry) {
            if (entry.is(LogCode.LOOKING_IN_BOOK)) {
                String book = entry.text().substring(0, Math.min(entry.text().length(), LONGEST_NAME));
                if (books.contains(book.toUpperCase(Locale.ROOT)) || books.size() == MOST_BOOKS) {
                    end();
                }
                books.add(book.toUpperCase(Locale.ROOT));
            } else if (entry.is(LogCode.POSSIBLE_NOTES)) {
                Matcher number = NUMBER.matcher(entry.text());
                if (number.find()) {
                    take(Integer.parseInt(number.group()), entry.time());
                }
            }
        }

        private void take(int number, @Nullable LocalDateTime time) {
            // Where books are named, one that comes again tells more than a pause, which may be the work on a large
            // book.
            boolean paused = books.isEmpty()
                    && time != null
                    && last != null
                    && Duration.between(last, time).abs().compareTo(LONGEST_PAUSE) > 0;
            if (paused || numbers.size() == MOST_BOOKS) {
                end();
            }
            numbers.add(number);
            last = time == null ? last : time;
        }

        private void end() {
            if (!numbers.isEmpty()) {
                passes.add(new PossibleNotes(numbers));
            }
            if (passes.size() > MOST_PASSES) {
                passes.remove(0);
            }
            numbers.clear();
            books.clear();
        }

        List<PossibleNotes> all() {
            end();
            return List.copyOf(passes);
        }
    }
}
