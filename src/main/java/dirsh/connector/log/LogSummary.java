package dirsh.connector.log;

import dirsh.model.Answer;
import dirsh.model.Cancellation;
import dirsh.model.Page;
import dirsh.model.Row;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a connector's log came to.
 *
 * @param file the file as the user named it
 * @param entries how many entries it has
 * @param strange lines that belong to no entry
 * @param from the earliest time; empty if no entry has one
 * @param to the latest time
 * @param codes how often each code occurs, by number
 * @param names whom it names, each once per code and in order; at most {@link #MOST_NAMES}
 * @param moreNames how many more it names
 * @param passes the numbers of possible notes (41110), pass by pass
 */
public record LogSummary(
        String file,
        long entries,
        long strange,
        Optional<LocalDateTime> from,
        Optional<LocalDateTime> to,
        List<CodeCount> codes,
        List<LogName> names,
        long moreNames,
        List<PossibleNotes> passes)
        implements Page {

    /** More names would not help anybody to choose. */
    static final int MOST_NAMES = 10_000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    public LogSummary {
        codes = List.copyOf(codes);
        names = List.copyOf(names);
        passes = List.copyOf(passes);
    }

    /**
     * How often a code occurs.
     *
     * @param code the number
     * @param count how often
     * @param level the worst level: 1 error, 2 warning
     * @param what the code in words; where no article shows it, the text of its first entry
     * @param line where it occurs first
     */
    public record CodeCount(int code, int count, int level, String what, long line) implements Answer {
        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("code", code);
            fields.put("count", count);
            fields.put("level", level);
            fields.put("what", what);
            fields.put("line", line);
            return fields;
        }
    }

    /** Reads a log. */
    public static LogSummary of(LogFile file, Cancellation cancellation) {
        Counting counting = new Counting();
        long strange = file.scan(cancellation, counting::take);
        return new LogSummary(
                file.name(),
                counting.entries,
                strange,
                Optional.ofNullable(counting.from),
                Optional.ofNullable(counting.to),
                List.copyOf(counting.codes.values()),
                counting.names,
                counting.seen.size() - (long) counting.names.size(),
                counting.passes.all());
    }

    /** The numbers of possible notes of the last pass, if the log has any. */
    public Optional<PossibleNotes> lastPass() {
        return passes.isEmpty() ? Optional.empty() : Optional.of(passes.get(passes.size() - 1));
    }

    /** How many entries are errors. */
    public int errors() {
        return codes.stream()
                .filter(code -> code.level() == LogEntry.ERROR)
                .mapToInt(CodeCount::count)
                .sum();
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", file);
        fields.put("entries", entries);
        fields.put("strangeLines", strange);
        fields.put("from", from.map(TIME::format).orElse(""));
        fields.put("to", to.map(TIME::format).orElse(""));
        fields.put(
                "possibleNotes",
                passes.stream().flatMap(pass -> pass.numbers().stream()).toList());
        fields.put("lastPass", lastPass().map(PossibleNotes::numbers).orElse(List.of()));
        fields.put("codes", codes.stream().map(Answer::fields).toList());
        fields.put("people", names.stream().map(Answer::fields).toList());
        fields.put("morePeople", moreNames);
        return fields;
    }

    /** 1 if the log has errors or warnings. */
    @Override
    public int exitCode() {
        return codes.stream().anyMatch(code -> code.level() <= 2) ? 1 : 0;
    }

    @Override
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        lines.add(entries + " entries"
                + from.map(time -> " from " + TIME.format(time) + " to " + TIME.format(to.orElse(time)))
                        .orElse("")
                + (strange > 0 ? "; " + strange + " lines belong to none" : ""));
        lastPass()
                .ifPresent(pass -> lines.add("possible notes in the last pass: " + pass
                        + ". That counts candidates, not exported entries; status --log " + file + " takes it apart"));
        sections.add(Section.lines("Log " + file, lines));
        sections.add(Section.table("Codes", codes));
        if (!names.isEmpty()) {
            List<Row> rows = names.stream().map(name -> new Row(name.fields())).toList();
            sections.add(new Section(
                    "People it names", moreNames > 0 ? List.of("and " + moreNames + " more") : List.of(), rows));
        }
        return sections;
    }

    /** Adds the entries up. */
    private static final class Counting {
        private final Map<Integer, CodeCount> codes = new TreeMap<>();
        private final List<LogName> names = new ArrayList<>();
        private final Set<String> seen = new LinkedHashSet<>();
        private final PossibleNotes.Passes passes = new PossibleNotes.Passes();
        private long entries;
        private @Nullable LocalDateTime from;
        private @Nullable LocalDateTime to;

        void take(LogEntry entry) {
            entries++;
            CodeCount known = codes.get(entry.code());
            codes.put(
                    entry.code(),
                    known == null
                            ? new CodeCount(entry.code(), 1, entry.level(), words(entry), entry.line())
                            : new CodeCount(
                                    entry.code(),
                                    known.count() + 1,
                                    Math.min(known.level(), entry.level()),
                                    known.what(),
                                    known.line()));
            time(entry.time());
            passes.take(entry);
            for (LogName name : LogName.of(entry)) {
                // Only so many are told apart; a log that names more is not read for its names.
                String key =
                        name.code() + " " + name.unid().map(Object::toString).orElse("") + name.noteId()
                                + (name.unid().isPresent() ? "" : name.targetAddress());
                if (seen.size() < MOST_NAMES * 10 && seen.add(key) && names.size() < MOST_NAMES) {
                    names.add(name);
                }
            }
        }

        private void time(@Nullable LocalDateTime time) {
            if (time == null) {
                return;
            }
            from = from == null || time.isBefore(from) ? time : from;
            to = to == null || time.isAfter(to) ? time : to;
        }

        private static String words(LogEntry entry) {
            String first = entry.text().lines().findFirst().orElse("");
            return LogCode.of(entry.code()).map(LogCode::words).orElse(first);
        }
    }
}
