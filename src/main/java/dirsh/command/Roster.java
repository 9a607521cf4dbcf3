package dirsh.command;

import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.model.NotesName;
import dirsh.model.Person;
import dirsh.model.Unid;
import dirsh.packed.RecordStore;
import dirsh.packed.TextStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Who is in a book, by the words a user knows people by: UNID, note id, any name, short name or address.
 *
 * <p>Only the texts these words come from are kept, packed, so that a large book stays small here.
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

    /** The fields of a record behind the UNID. */
    private static final int NOTE_ID = RecordStore.UNID;

    private static final int TEXTS = NOTE_ID + 1;
    private static final int NAMES = TEXTS + 1;
    private static final int FIELDS = NAMES + 1;

    private final TextStore texts = new TextStore();
    private final RecordStore people = new RecordStore(FIELDS);

    /** Takes a person or group. */
    void add(Note note) {
        Person person = new Person(note);
        List<String> names = person.fullNames();
        Unid unid = note.unid();
        people.add(unid, note.noteId(), texts.add(person.shownName()), names.size());
        names.forEach(texts::add);
        texts.add(person.internetAddress());
        texts.add(note.text("ListName"));
        List<String> shortNames = person.shortNames();
        texts.add(Integer.toString(shortNames.size()));
        shortNames.forEach(texts::add);
    }

    /** One person unpacked; the words are made when somebody is looked for, which is seldom. */
    private Listed listed(int number) {
        int at = people.get(number, TEXTS);
        String shownName = texts.get(at);
        List<String> words = new ArrayList<>(4);
        for (int i = 0; i < people.get(number, NAMES); i++) {
            at = texts.after(at);
            String name = texts.get(at);
            addWord(words, name);
            addWord(words, new NotesName(name).abbreviated());
            addWord(words, new NotesName(name).common());
        }
        int address = texts.after(at);
        int listName = texts.after(address);
        at = texts.after(listName);
        for (int left = Integer.parseInt(texts.get(at)); left > 0; left--) {
            at = texts.after(at);
            addWord(words, texts.get(at));
        }
        addWord(words, texts.get(address));
        addWord(words, texts.get(listName));
        Unid unid = people.unid(number);
        return new Listed(unid, people.get(number, NOTE_ID), shownName, words);
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
        for (int number = 0; number < people.size() && found.size() < most; number++) {
            Listed listed = listed(number);
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
        return IntStream.range(0, people.size())
                .mapToObj(this::listed)
                .filter(test)
                .toList();
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
