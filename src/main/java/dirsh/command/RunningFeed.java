package dirsh.command;

import dirsh.diagnose.BookClock;
import dirsh.model.Counted;
import dirsh.model.Note;
import dirsh.model.NotesName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Somebody who saved several of the people of a plan within the last minutes: most likely a feed that is running and would
 * damage them again.
 *
 * @param editor who saved them, as stored
 * @param people how many
 * @param latest the latest of these saves
 */
record RunningFeed(String editor, int people, Instant latest) {

    /** Fewer may be the work of an administrator. */
    private static final int FEWEST = 3;

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /**
     * The feeds that seem to run.
     *
     * @param damaged the documents of the plan
     * @param now what the time is where the book is
     */
    static List<RunningFeed> of(Iterable<Note> damaged, Instant now) {
        Map<String, RunningFeed> byEditor = new TreeMap<>();
        for (Note note : damaged) {
            Optional<Instant> saved =
                    BookClock.saved(note).filter(moment -> moment.isAfter(now.minus(BookClock.LAST_MINUTES)));
            saved.ifPresent(moment -> byEditor.merge(
                    note.lastUpdatedBy(), new RunningFeed(note.lastUpdatedBy(), 1, moment), RunningFeed::and));
        }
        List<RunningFeed> running = new ArrayList<>(byEditor.values());
        running.removeIf(feed -> feed.people() < FEWEST);
        return running;
    }

    private RunningFeed and(RunningFeed other) {
        return new RunningFeed(editor, people + other.people, latest.isAfter(other.latest) ? latest : other.latest);
    }

    /**
     * What to think of it.
     *
     * @param live whether the time is that of now rather than of the latest save in a copy
     */
    String sentence(boolean live) {
        String who = editor.isEmpty() ? "somebody" : new NotesName(editor).abbreviated();
        long minutes = BookClock.LAST_MINUTES.toMinutes();
        return who + " saved " + Counted.of(people, "of these people", "of these people")
                + " within "
                + (live ? "the last " + minutes + " minutes" : minutes + " minutes of the latest save in this book")
                + " (" + SHOWN.format(latest.atOffset(ZoneOffset.UTC)) + " GMT): "
                + (live ? "a feed seems to run" : "if the book is fresh, a feed seems to run")
                + " and would damage them again; stop it before apply, and see diagnose --origin";
    }
}
