package dirsh.connector.files;

import dirsh.model.Place;
import dirsh.model.Problem;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PCTA.TBL: how far an agent of the connector has come. Its times have no zone; they are those of the connector's server.
 *
 * @param file where it is written
 * @param lastExtract when the agent last looked for changes; empty if it never did or the date is bad
 * @param fullLoad when the last full reload was; empty likewise
 * @param inbound the number of the last transaction that came in
 * @param outbound the number of the last transaction that went out
 */
public record SyncState(
        Parameters file,
        Optional<LocalDateTime> lastExtract,
        Optional<LocalDateTime> fullLoad,
        OptionalLong inbound,
        OptionalLong outbound) {

    /** The parameter with the time of the last extract. */
    static final String LAST_EXTRACT = "lastextract";

    /** The parameter with the number of the last transaction that went out. */
    static final String OUTBOUND = "outboundseq";

    private static final Pattern TIME =
            Pattern.compile("(\\d{4})/(\\d{2})/(\\d{2}) (\\d{2}):(\\d{2}):(\\d{2})\\.(\\d{2})");

    private static final int NANOS_OF_HUNDREDTH = 10_000_000;

    /** What the connector writes for "never", and takes for a full reload. */
    private static final int NEVER = 1980;

    /** Reads a state; a bad date is a problem (KB Q272535). */
    static SyncState parse(Parameters file, Consumer<Problem> problems) {
        return new SyncState(
                file,
                time(file, LAST_EXTRACT, problems),
                time(file, "loadtimedate", problems),
                number(file, "inboundseq", problems),
                number(file, OUTBOUND, problems));
    }

    /** Where a parameter stands. */
    Place place(String parameter) {
        return file.anywhere(parameter).map(file::place).orElse(Place.line(file.name(), 0, 0));
    }

    private static Optional<LocalDateTime> time(Parameters file, String name, Consumer<Problem> problems) {
        Optional<Parameters.Parameter> parameter = file.anywhere(name);
        if (parameter.isEmpty()) {
            return Optional.empty();
        }
        Matcher written = TIME.matcher(parameter.get().value());
        if (written.matches()) {
            try {
                LocalDateTime time = LocalDateTime.of(
                        Integer.parseInt(written.group(1)),
                        Integer.parseInt(written.group(2)),
                        Integer.parseInt(written.group(3)),
                        Integer.parseInt(written.group(4)),
                        Integer.parseInt(written.group(5)),
                        Integer.parseInt(written.group(6)),
                        Integer.parseInt(written.group(7)) * NANOS_OF_HUNDREDTH);
                return Optional.of(time).filter(some -> some.getYear() > NEVER);
            } catch (DateTimeException e) {
                problems.accept(bad(file, parameter.get()));
                return Optional.empty();
            }
        }
        problems.accept(bad(file, parameter.get()));
        return Optional.empty();
    }

    private static Problem bad(Parameters file, Parameters.Parameter parameter) {
        return new Problem(
                file.place(parameter),
                parameter.name() + " is no time as in 2000/04/25 23:30:52.03, so no change is found (KB Q272535)");
    }

    private static OptionalLong number(Parameters file, String name, Consumer<Problem> problems) {
        Optional<Parameters.Parameter> parameter = file.anywhere(name);
        if (parameter.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!parameter.get().value().matches("\\d{1,18}")) {
            problems.accept(new Problem(file.place(parameter.get()), name + " is no number"));
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(parameter.get().value()));
    }
}
