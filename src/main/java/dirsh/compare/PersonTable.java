package dirsh.compare;

import dirsh.diagnose.Finding;
import dirsh.model.Unid;
import dirsh.packed.RecordStore;
import dirsh.packed.TextStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a comparison keeps of each person: id, name, finding, and the group of recipients each key leads to.
 *
 * <p>People go by a number from 0 in the order they were fed.
 */
final class PersonTable {

    private static final int KEYS = MatchKey.BY_RANK.size();
    private static final int NOTHING = -1;

    /** The fields of a record behind the UNID; from the last one on a group for each key. */
    private static final int BOOK = RecordStore.UNID;

    private static final int NAME = BOOK + 1;
    private static final int FINDING = NAME + 1;
    private static final int VALUES = FINDING + 1;
    private static final int GROUPS = VALUES + 1;

    private final TextStore texts = new TextStore();
    private final List<Finding> findings = new ArrayList<>();
    private final RecordStore people = new RecordStore(GROUPS + KEYS);

    /**
     * Adds a person.
     *
     * @param book the number of the address book
     * @param groups the group of recipients by each key in order, or -1
     * @param compared the values to compare; empty if there can be no difference
     */
    void add(int book, Unid unid, String fullName, Optional<Finding> finding, int[] groups, List<String> compared) {
        int[] person = new int[GROUPS - BOOK + KEYS];
        person[0] = book;
        person[NAME - BOOK] = texts.add(fullName);
        person[FINDING - BOOK] = finding.isPresent() ? findings.size() : NOTHING;
        // Plain ways here and below: the compiler of short runs makes the objects of lambdas slowly, and this is done
        // for everybody.
        if (finding.isPresent()) {
            findings.add(finding.get());
        }
        person[VALUES - BOOK] = compared.isEmpty() ? NOTHING : texts.end();
        for (String value : compared) {
            texts.add(value);
        }
        System.arraycopy(groups, 0, person, GROUPS - BOOK, KEYS);
        people.add(unid, person);
    }

    int size() {
        return people.size();
    }

    /** The number of the person's address book. */
    int book(int person) {
        return people.get(person, BOOK);
    }

    Unid unid(int person) {
        return people.unid(person);
    }

    String fullName(int person) {
        return texts.get(people.get(person, NAME));
    }

    Optional<Finding> finding(int person) {
        int found = people.get(person, FINDING);
        return found == NOTHING ? Optional.empty() : Optional.of(findings.get(found));
    }

    /** The group of recipients a key leads to, or -1. */
    int group(int person, MatchKey key) {
        return people.get(person, GROUPS + key.rank());
    }

    /** The kept values to compare; empty if there can be no difference. */
    List<String> values(int person, int count) {
        int at = people.get(person, VALUES);
        if (at == NOTHING) {
            return List.of();
        }
        List<String> compared = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            compared.add(texts.get(at));
            at = texts.after(at);
        }
        return compared;
    }
}
