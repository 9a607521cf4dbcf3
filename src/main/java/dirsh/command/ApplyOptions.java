package dirsh.command;

import dirsh.model.DirshException;
import dirsh.repair.Limits;
import dirsh.repair.Plan;
import dirsh.source.AddressBook;
import dirsh.source.BookFeature;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** How the user wants a plan applied. */
final class ApplyOptions {

    /** Documents a second on a live book where nothing is said: a server has other work, too. */
    private static final double LIVE_RATE = 5;

    private final Arguments arguments;
    private final Limits limits;

    ApplyOptions(Arguments arguments, AddressBook book) {
        this.arguments = arguments;
        this.limits = new Limits(
                number("pilot"),
                value("until-verified") == Boolean.TRUE,
                number("limit"),
                number("stop-after"),
                rate(arguments, book),
                Duration.ofMillis((long) (1000 * decimal(arguments, "pause", 0))));
    }

    /** Documents a second: as the user wants it, else as the book bears it. */
    static double rate(Arguments arguments, AddressBook book) {
        return decimal(arguments, "rate", book.features().contains(BookFeature.LIVE) ? LIVE_RATE : 0);
    }

    Limits limits() {
        return limits;
    }

    /** How many documents of a plan the user has to confirm. */
    int most(Plan plan) {
        int most = plan.size();
        if (limits.limit() > 0) {
            most = Math.min(most, limits.limit());
        }
        return limits.pilot() > 0 && !limits.untilVerified() ? Math.min(most, limits.pilot()) : most;
    }

    /**
     * Refuses a plan that changes more of the people than was allowed.
     *
     * @param people counts the book's people; asked only where a share is set
     */
    void requireShare(Plan plan, IntSupplier people) {
        int percent = number("max-percent");
        if (percent == 0) {
            return;
        }
        int all = people.getAsInt();
        if (100L * plan.size() > (long) percent * all) {
            throw DirshException.badInput(
                    String.format(
                            Locale.ROOT,
                            "the plan changes %d of %d people, which is more than the %d %% allowed",
                            plan.size(),
                            all,
                            percent),
                    "plan --show, plan --limit " + Math.max(1, (long) percent * all / 100)
                            + ", or a higher --max-percent");
        }
    }

    private int number(String option) {
        return value(option) instanceof Integer number ? number : 0;
    }

    private static double decimal(Arguments arguments, String option, double otherwise) {
        return arguments.get(option) instanceof Double number ? number : otherwise;
    }

    private @Nullable Object value(String option) {
        return arguments.get(option);
    }
}
