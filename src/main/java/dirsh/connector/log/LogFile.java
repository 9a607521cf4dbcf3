package dirsh.connector.log;

import dirsh.connector.TextDecoding;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A log of the connector: {@code YYYY/MM/DD HH:MM:SS- TASK(thread) level code:text >> module(line)}, where the text and what
 * is behind it may go over several lines.
 *
 * <p>It is read as a stream. A line or entry longer than a limit is cut, so that no file takes more memory than another.
 */
public final class LogFile {

    private static final int LONGEST_ENTRY = 1 << 14;
    private static final String WHERE = "log FILE, from the connector's folder log";

    // No part gives back what it took: else a line of blanks takes time by the square of its length.
    private static final Pattern BEGINNING = Pattern.compile(
            "\\s*+(?:(\\d{4})/(\\d{2})/(\\d{2}) (\\d{2}):(\\d{2}):(\\d{2})-\\s*+)?+"
                    + "([A-Za-z][A-Za-z0-9_-]{0,63}+)\\([0-9A-Fa-f]{1,8}+\\)\\s++(\\d)\\s++(\\d{1,6}+):(.*+)",
            Pattern.DOTALL);

    private static final String BEFORE_MODULE = ">>";
    private static final int LONGEST_MODULE = 100;
    private static final Pattern MODULE = Pattern.compile("\\s*+[\\w.]{1,64}+\\s*+\\(\\d{1,9}+\\)");

    private final String name;
    private final Path file;

    public LogFile(String name, Path file) {
        this.name = name;
        this.file = file;
    }

    /** The file as the user named it. */
    public String name() {
        return name;
    }

    /**
     * Passes through all entries.
     *
     * @return the number of lines that belong to no entry
     * @throws DirshException if the file cannot be read or has no entry at all
     */
    public long scan(Cancellation cancellation, Consumer<LogEntry> entries) {
        Gathering gathering = new Gathering(entries);
        try (BufferedReader reader = TextDecoding.open(file)) {
            LogLines lines = new LogLines(reader, cancellation);
            for (String line = lines.next(); line != null; line = lines.next()) {
                gathering.line(line, lines.number());
            }
        } catch (IOException e) {
            String why = Files.isDirectory(file) ? "it is a folder" : DirshException.reason(e);
            throw DirshException.badInput(name + ": cannot be read: " + why, WHERE);
        }
        gathering.end();
        if (gathering.found == 0) {
            throw DirshException.badInput(
                    name
                            + " is no log of the connector: no line is written as 2000/08/02 15:53:59- TASK(0342) 4 64136:text",
                    WHERE);
        }
        return gathering.strange;
    }

    /** Puts the lines of an entry together. */
    private static final class Gathering {
        private final Consumer<LogEntry> entries;
        private @Nullable LogEntry begun;
        private StringBuilder text = new StringBuilder();
        private long found;
        private long strange;

        Gathering(Consumer<LogEntry> entries) {
            this.entries = entries;
        }

        void line(String line, long number) {
            Matcher beginning = BEGINNING.matcher(line);
            if (beginning.matches()) {
                end();
                found++;
                begun = new LogEntry(
                        time(beginning),
                        beginning.group(7),
                        Integer.parseInt(beginning.group(8)),
                        Integer.parseInt(beginning.group(9)),
                        "",
                        number);
                text = new StringBuilder(beginning.group(10).strip());
            } else if (begun == null) {
                strange += line.isBlank() ? 0 : 1;
            } else if (!line.isBlank() && text.length() < LONGEST_ENTRY) {
                text.append('\n').append(line.strip());
            }
        }

        void end() {
            LogEntry entry = begun;
            if (entry != null) {
                entries.accept(new LogEntry(
                        entry.time(),
                        entry.task(),
                        entry.level(),
                        entry.code(),
                        withoutModule(text.toString().strip()),
                        entry.line()));
            }
            begun = null;
        }

        /** The text without the name of the program's part at its end; looked for only there. */
        private static String withoutModule(String text) {
            int at = text.lastIndexOf(BEFORE_MODULE);
            if (at < 0 || text.length() - at > LONGEST_MODULE) {
                return text;
            }
            return MODULE.matcher(text.substring(at + BEFORE_MODULE.length())).matches()
                    ? text.substring(0, at).strip()
                    : text;
        }

        private static @Nullable LocalDateTime time(Matcher beginning) {
            if (beginning.group(1) == null) {
                return null;
            }
            try {
                return LocalDateTime.of(
                        Integer.parseInt(beginning.group(1)),
                        Integer.parseInt(beginning.group(2)),
                        Integer.parseInt(beginning.group(3)),
                        Integer.parseInt(beginning.group(4)),
                        Integer.parseInt(beginning.group(5)),
                        Integer.parseInt(beginning.group(6)));
            } catch (DateTimeException e) {
                return null;
            }
        }
    }
}
