package dirsh.command;

import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.model.NotesName;
import dirsh.model.Person;
import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who is in a book, by the words a user knows people by: UNID, note id, any name, short name or address.
 *
 * <p>Only these words are kept, so that a large book stays small here.
 */
public final class Roster {

    private static final int MOST_CANDIDATES = 10;

    /**
     * One person.
     *
     * @param unid the document
     * @param noteId the document in this file
     * @param shownName what to call the person in a list
     * @param words everything the person may be called, in lower case
     */
    private record Listed(Unid unid, int noteId, String shownName, List<String> words) {}

    private final List<Listed> people = new ArrayList<>();

    /** Takes a person or group. */
    void add(Note note) {
        Person person = new Person(note);
        List<String> words = new ArrayList<>(4);
        for (String name : person.fullNames()) {
            addWord(words, name);
            addWord(words, new NotesName(name).abbreviated());
            addWord(words, new NotesName(name).common());
        }
        person.shortNames().forEach(name -> addWord(words, name));
        addWord(words, person.internetAddress());
        addWord(words, note.text("ListName"));
        people.add(new Listed(note.unid(), note.noteId(), person.shownName(), words));
    }

    /**
     * The one document the text names.
     *
     * @throws DirshException if nobody or more than one goes by it, with the candidates
     */
    public Unid find(String text) {
        Optional<Unid> unid = Unid.parse(text.strip());
        if (unid.isPresent()) {
            return unid.get();
        }
        String word = text.strip().toLowerCase(Locale.ROOT);
        List<Listed> found = matching(listed -> listed.words().contains(word));
        if (found.isEmpty()) {
            found = noteId(word);
        }
        if (found.isEmpty()) {
            found = matching(listed -> listed.words().stream().anyMatch(other -> other.contains(word)));
        }
        if (found.size() == 1) {
            return found.get(0).unid();
        }
        if (found.isEmpty()) {
            throw DirshException.badInput(
                    "nobody in this book goes by '" + text + "'",
                    "find '@Contains(FullName; \"" + text.replace("\"", "").replace("'", "") + "\")'");
        }
        throw ambiguous(text, found);
    }

    /** Names to offer for a prefix of any word of a name, at most so many. */
    List<String> names(String prefix, int most) {
        String start = prefix.toLowerCase(Locale.ROOT);
        List<NotesName> found = new ArrayList<>();
        Map<String, Integer> bearers = new HashMap<>();
        for (Listed listed : people) {
            if (found.size() == most) {
                break;
            }
            if (listed.words().stream().anyMatch(word -> hasPart(word, start))) {
                NotesName name = new NotesName(listed.shownName());
                found.add(name);
                bearers.merge(name.common(), 1, Integer::sum);
            }
        }
        // A name that two people bear would be refused as ambiguous.
        return found.stream()
                .map(name -> bearers.getOrDefault(name.common(), 0) > 1 ? name.abbreviated() : name.common())
                .distinct()
                .toList();
    }

    /** Whether any part of a name begins so: behind a blank, a slash, a hyphen and the like. */
    private static boolean hasPart(String word, String start) {
        for (int at = word.indexOf(start); at >= 0; at = word.indexOf(start, at + 1)) {
            if (at == 0 || !Character.isLetterOrDigit(word.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }

    private List<Listed> noteId(String word) {
        try {
            int id = Integer.parseUnsignedInt(word.startsWith("0x") ? word.substring(2) : word, 16);
            return matching(listed -> listed.noteId() == id);
        } catch (NumberFormatException e) {
            return List.of();
        }
    }

    private List<Listed> matching(Predicate<Listed> test) {
        return people.stream().filter(test).toList();
    }

    private static DirshException ambiguous(String text, List<Listed> found) {
        StringBuilder candidates = new StringBuilder();
        found.stream().limit(MOST_CANDIDATES).forEach(listed -> candidates
                .append("\n  ")
                .append(listed.unid())
                .append("  ")
                .append(listed.shownName()));
        if (found.size() > MOST_CANDIDATES) {
            candidates.append("\n  and ").append(found.size() - MOST_CANDIDATES).append(" more");
        }
        return DirshException.badInput(
                "'" + text + "' names " + found.size() + " people:" + candidates,
                "show " + found.get(0).unid());
    }

    private static void addWord(List<String> words, String word) {
        String lower = word.strip().toLowerCase(Locale.ROOT);
        if (!lower.isEmpty() && !words.contains(lower)) {
            words.add(lower);
        }
    }
}
