package dirsh.diagnose;

import dirsh.connector.FlagItem;
import dirsh.model.Item;
import dirsh.model.Note;
import dirsh.model.NotesTime;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Who saved the damaged documents last, and when: documents with one editor and no longer pause between them are one origin.
 *
 * <p>Of a healthy document only editor and time are kept, so that it can be said how much of what somebody saved is damaged.
 */
public final class Origins {

    /** Saves with a longer pause between them are another stretch of work. */
    private static final Duration PAUSE = Duration.ofMinutes(15);

    /** Fewer documents than this are no stretch of work: those of an editor are put together, whenever they were saved. */
    private static final int STRETCH = 3;

    private static final long NO_TIME = Long.MIN_VALUE;

    private final Map<String, Integer> editors = new HashMap<>();
    private final List<Damaged> damaged = new ArrayList<>();
    private int[] savedBy = new int[64];
    private long[] savedAt = new long[64];
    private int saved;

    /** The times of the editors who saved somebody damaged, sorted. */
    private final Map<Integer, long[]> timesOf = new HashMap<>();

    /** A damaged document: only what an origin tells. */
    private record Damaged(int editor, long time, ZoneOffset offset, Cause cause, int sequence, int itemSequence) {}

    /** Takes a person or group with what the diagnosis found. */
    public void take(Note note, Optional<Finding> finding) {
        int editor = editors.computeIfAbsent(note.lastUpdatedBy(), unused -> editors.size());
        long time = BookClock.saved(note).map(Instant::toEpochMilli).orElse(NO_TIME);
        if (saved == savedBy.length) {
            savedBy = Arrays.copyOf(savedBy, saved + (saved >> 1));
            savedAt = Arrays.copyOf(savedAt, saved + (saved >> 1));
        }
        savedBy[saved] = editor;
        savedAt[saved] = time;
        saved++;
        finding.filter(FlagCauses::isFault)
                .ifPresent(found -> damaged.add(new Damaged(
                        editor,
                        time,
                        offset(note),
                        found.cause(),
                        note.sequence(),
                        FlagItem.of(note).stream()
                                .mapToInt(Item::sequence)
                                .max()
                                .orElse(0))));
    }

    private static ZoneOffset offset(Note note) {
        NotesTime revised = note.times().revised();
        NotesTime time = revised == null ? note.times().modified() : revised;
        ZoneOffset offset = time == null ? null : time.offset();
        return offset == null ? ZoneOffset.UTC : offset;
    }

    /** The origins, the one with the most documents first. */
    public List<Origin> found() {
        List<Damaged> sorted = new ArrayList<>(damaged);
        sorted.sort(Comparator.comparing(Damaged::editor).thenComparing(Damaged::time));
        List<Origin> origins = new ArrayList<>();
        Map<Integer, List<Damaged>> singly = new TreeMap<>();
        int from = 0;
        for (int at = 1; at <= sorted.size(); at++) {
            if (at == sorted.size() || !isNext(sorted.get(at - 1), sorted.get(at))) {
                List<Damaged> stretch = sorted.subList(from, at);
                if (stretch.size() < STRETCH) {
                    singly.computeIfAbsent(stretch.get(0).editor(), unused -> new ArrayList<>())
                            .addAll(stretch);
                } else {
                    origins.add(origin(stretch));
                }
                from = at;
            }
        }
        singly.values().forEach(few -> origins.add(origin(few)));
        origins.sort(Comparator.comparing(Origin::damaged)
                .reversed()
                .thenComparing(Origin::editor)
                .thenComparing(
                        origin -> origin.from().map(OffsetDateTime::toInstant).orElse(Instant.MIN)));
        return origins;
    }

    private static boolean isNext(Damaged one, Damaged next) {
        boolean timed = one.time() != NO_TIME && next.time() != NO_TIME;
        return one.editor() == next.editor()
                && (timed ? next.time() - one.time() <= PAUSE.toMillis() : one.time() == next.time());
    }

    private static boolean isSingly(List<Damaged> together) {
        return IntStream.range(1, together.size()).anyMatch(i -> !isNext(together.get(i - 1), together.get(i)));
    }

    private Origin origin(List<Damaged> together) {
        Damaged first = together.get(0);
        Damaged last = together.get(together.size() - 1);
        Map<String, Integer> causes = new TreeMap<>();
        Map<Integer, Integer> sequences = new TreeMap<>();
        int byLastSave = 0;
        int before = 0;
        for (Damaged one : together) {
            causes.merge(one.cause().id(), 1, Integer::sum);
            sequences.merge(one.sequence(), 1, Integer::sum);
            boolean known = one.itemSequence() > 0 && one.sequence() > 0;
            byLastSave += known && one.itemSequence() == one.sequence() ? 1 : 0;
            before += known && one.itemSequence() != one.sequence() ? 1 : 0;
        }
        return new Origin(
                editor(first.editor()),
                together.size(),
                damaged.size(),
                count(first.editor(), first.time(), last.time()),
                moment(first),
                moment(last),
                isSingly(together),
                causes,
                sequences,
                new Origin.Written(byLastSave, before, together.size() - byLastSave - before));
    }

    private static Optional<OffsetDateTime> moment(Damaged one) {
        return one.time() == NO_TIME
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(one.time()).atOffset(one.offset()));
    }

    private String editor(int number) {
        return editors.entrySet().stream()
                .filter(each -> each.getValue() == number)
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /** How much an editor saved in a stretch of time. */
    private int count(int editor, long from, long to) {
        long[] times = timesOf.computeIfAbsent(editor, this::sortedTimes);
        return firstAbove(times, to) - (from == NO_TIME ? 0 : firstAbove(times, from - 1));
    }

    private long[] sortedTimes(int editor) {
        long[] times = new long[saved];
        int count = 0;
        for (int i = 0; i < saved; i++) {
            if (savedBy[i] == editor) {
                times[count] = savedAt[i];
                count++;
            }
        }
        long[] sorted = Arrays.copyOf(times, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static int firstAbove(long[] sorted, long limit) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
