package dirsh.compare;

import dirsh.diagnose.Finding;
import dirsh.model.Unid;
import dirsh.packed.TextStore;
import java.util.ArrayList;
import java.util.Arrays;
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

    private final TextStore texts = new TextStore();
    private final List<Finding> findings = new ArrayList<>();
    private long[] ids = new long[1 << 6];
    private short[] books = new short[1 << 5];
    private int[] names = new int[1 << 5];
    private int[] found = new int[1 << 5];
    private int[] values = new int[1 << 5];
    private int[] claims = new int[KEYS << 5];
    private int size;

    /**
     * Adds a person.
     *
     * @param book the number of the address book
     * @param groups the group of recipients by each key in order, or -1
     * @param compared the values to compare; empty if there can be no difference
     */
    void add(int book, Unid unid, String fullName, Optional<Finding> finding, int[] groups, List<String> compared) {
        if (size == names.length) {
            int larger = size + (size >> 1);
            ids = Arrays.copyOf(ids, larger * 2);
            books = Arrays.copyOf(books, larger);
            names = Arrays.copyOf(names, larger);
            found = Arrays.copyOf(found, larger);
            values = Arrays.copyOf(values, larger);
            claims = Arrays.copyOf(claims, larger * KEYS);
        }
        ids[size * 2] = unid.high();
        ids[size * 2 + 1] = unid.low();
        books[size] = (short) book;
        names[size] = texts.add(fullName);
        found[size] = NOTHING;
        if (finding.isPresent()) {
            found[size] = findings.size();
            findings.add(finding.get());
        }
        values[size] = NOTHING;
        for (String value : compared) {
            int at = texts.add(value);
            values[size] = values[size] == NOTHING ? at : values[size];
        }
        System.arraycopy(groups, 0, claims, size * KEYS, KEYS);
        size++;
    }

    int size() {
        return size;
    }

    /** The number of the person's address book. */
    int book(int person) {
        return books[person];
    }

    Unid unid(int person) {
        return new Unid(ids[person * 2], ids[person * 2 + 1]);
    }

    String fullName(int person) {
        return texts.get(names[person]);
    }

    Optional<Finding> finding(int person) {
        return found[person] == NOTHING ? Optional.empty() : Optional.of(findings.get(found[person]));
    }

    /** The group of recipients a key leads to, or -1. */
    int group(int person, MatchKey key) {
        return claims[person * KEYS + key.rank()];
    }

    /** The kept values to compare; empty if there can be no difference. */
    List<String> values(int person, int count) {
        if (values[person] == NOTHING) {
            return List.of();
        }
        List<String> compared = new ArrayList<>(count);
        int at = values[person];
        for (int i = 0; i < count; i++) {
            compared.add(texts.get(at));
            at = texts.after(at);
        }
        return compared;
    }
}
