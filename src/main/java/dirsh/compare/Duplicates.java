package dirsh.compare;

import dirsh.model.Person;
import dirsh.packed.Folded;
import dirsh.packed.KeyTable;
import dirsh.packed.TextStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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

    private final TextStore texts = new TextStore();
    private final Map<String, KeyTable> tables = new LinkedHashMap<>();

    Duplicates() {
        for (String key : List.of("unid", "fullName", "internetAddress", "shortName")) {
            tables.put(key, new KeyTable(texts));
        }
    }

    /**
     * Takes a person whom the connector exports.
     *
     * @param number the person's number in the table of people, in ascending order
     */
    void add(int number, Person person) {
        tables.forEach((key, table) -> {
            String text =
                    switch (key) {
                        case "unid" -> person.note().unid().toString();
                        case "fullName" -> person.fullName();
                        case "internetAddress" -> person.internetAddress();
                        default -> person.note().text("ShortName");
                    };
            byte[] folded = Folded.bytes(text);
            if (folded.length > 0) {
                table.add(folded, number);
            }
        });
    }

    /** Everybody of a later book who is in an earlier one as well, each by the strongest key they share. */
    List<DuplicatePerson> among(PersonTable people, List<String> books) {
        Set<Integer> told = new HashSet<>();
        List<DuplicatePerson> duplicates = new ArrayList<>();
        tables.forEach((key, table) -> {
            for (int group = 0; group < table.size(); group++) {
                int first = table.member(group, 0);
                for (int i = 1; i < table.members(group); i++) {
                    int person = table.member(group, i);
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
