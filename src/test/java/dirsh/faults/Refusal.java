package dirsh.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.model.DirshException;
import dirsh.model.Problem;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How bad input has to be refused: in one line with the place, {@code file:line:col: what} or {@code file@offset: what}, with a
 * next step, with the exit code of bad input, and without any value of the data.
 *
 * @param problem the line
 * @param line the line of the file it names; 0 for an offset
 */
public record Refusal(String problem, long line) {

    /** Stands in every value of the files under test and in nothing else. */
    public static final String SECRET = "SECRET";

    private static final Pattern PLACE = Pattern.compile("[^:@]+(?::(\\d+):\\d+|@\\d+): \\S[^\\n\\r]*");

    /** Reads something; what it is refused with, if it is, has to be as it should, and anything else thrown fails. */
    public static Optional<Refusal> of(Object mutant, Callable<?> reading) {
        try {
            reading.call();
            return Optional.empty();
        } catch (DirshException e) {
            return Optional.of(checked(e, mutant));
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            throw new AssertionError("neither read nor refused: " + mutant, e);
        }
    }

    private static Refusal checked(DirshException e, Object mutant) {
        assertThat(e.outcome()).as("%s", mutant).isEqualTo(DirshException.Outcome.BAD_INPUT);
        assertThat(e.tryThis()).as("%s", mutant).isNotBlank().doesNotContain(SECRET, "\n");
        Matcher place = PLACE.matcher(e.problem());
        assertThat(place.matches())
                .as("'%s' names no place; %s", e.problem(), mutant)
                .isTrue();
        harmless(e.problem(), mutant);
        return new Refusal(e.problem(), place.group(1) == null ? 0 : Long.parseLong(place.group(1)));
    }

    /** Checks that words explain in one line, without a value or a class. */
    public static void harmless(String text, Object mutant) {
        assertThat(text)
                .as("%s", mutant)
                .hasSizeLessThan(400)
                .doesNotContain(SECRET, "Exception", "java.", "\n", "\r", "\u001B", "\0");
    }

    /** A record that was passed over has to be told as well, with its place and without values. */
    public static void checked(Problem problem, Object mutant) {
        assertThat(problem.place().line() > 0 || problem.place().offset() >= 0)
                .as("'%s' names no place; %s", problem, mutant)
                .isTrue();
        harmless(problem.toString(), mutant);
    }

    /** Where the damage is known, the line named is that one or a neighbour of it. */
    public Refusal near(long truth, Object mutant) {
        assertThat(line).as("%s; %s", problem, mutant).isBetween(truth - 1, truth + 1);
        return this;
    }
}
