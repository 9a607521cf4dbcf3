package dirsh.compare;

import dirsh.model.Person;
import dirsh.packed.Folded;
import dirsh.packed.KeyTable;
import dirsh.packed.RecordStore;
import dirsh.packed.TextStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who is in more than one address book, by what the connector tells people apart with.
 *
 * <p>Duplicates within one book are the diagnosis' business ({@code duplicate-person}).
 */
final class Duplicates {

    private static final int KEYS = 4;
    private static final int PERSON = 0;
    private static final int FIRST_KEY = 1;

    /** The keys of each person, one behind the other. */
    private final TextStore texts = new TextStore();

    /** Of each entry of a table the number of the person and where the keys begin. */
    private final RecordStore entries = new RecordStore(2);

    private final Map<String, KeyTable> tables = new LinkedHashMap<>();

    Duplicates() {
        for (String key : List.of("unid", "fullName", "internetAddress", "shortName")) {
            int position = tables.size();
            tables.put(
                    key,
                    new KeyTable(
                            (entry, text) -> texts.holds(texts.after(entries.get(entry, FIRST_KEY), position), text)));
        }
    }

    /**
     * Takes a person whom the connector exports.
     *
     * @param number the person's number in the table of people, in ascending order
     */
    void add(int number, Person person) {
        List<byte[]> keys = List.of(
                Folded.bytes(person.note().unid().toString()),
                Folded.bytes(person.fullName()),
                Folded.bytes(person.internetAddress()),
                Folded.bytes(person.note().text("ShortName")));
        int first = texts.add(keys.get(0));
        keys.subList(1, KEYS).forEach(texts::add);
        int entry = entries.add(number, first);
        Iterator<byte[]> each = keys.iterator();
        for (KeyTable table : tables.values()) {
            byte[] key = each.next();
            if (key.length > 0) {
                table.add(key, entry);
            }
        }
    }

    /** Everybody of a later book who is in an earlier one as well, each by the strongest key they share. */
    List<DuplicatePerson> among(PersonTable people, List<String> books) {
        Set<Integer> told = new HashSet<>();
        List<DuplicatePerson> duplicates = new ArrayList<>();
        tables.forEach((key, table) -> {
            for (int group = 0; group < table.groups(); group++) {
                for (int i = 1; i < table.members(group); i++) {
                    int first = entries.get(table.member(group, 0), PERSON);
                    int person = entries.get(table.member(group, i), PERSON);
                    if (people.book(person) != people.book(first) && told.add(person)) {
                        duplicates.add(new DuplicatePerson(
                                people.unid(person),
                                people.fullName(person),
                                books.get(people.book(person)),
                                key,
                                people.unid(first),
                                people.fullName(first),
                                books.get(people.book(first))));
                    }
                }
            }
        });
        return new ByName<>(
                        DuplicatePerson::fullName,
                        Comparator.comparing(DuplicatePerson::unid).thenComparing(DuplicatePerson::book))
                .sorted(duplicates);
    }
}
