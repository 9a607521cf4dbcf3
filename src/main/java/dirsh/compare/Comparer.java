package dirsh.compare;

import dirsh.diagnose.Finding;
import dirsh.model.Person;
import dirsh.packed.KeyTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares people, fed one at a time, with recipients that were read before. */
public final class Comparer {

    private static final int NO_GROUP = -1;

    private final RecipientIndex recipients;
    private final List<ComparedAttribute> attributes;
    private final List<String> books;
    private final PersonTable people = new PersonTable();
    private final @Nullable Duplicates duplicates;
    private int book;

    /** Begins a comparison of one address book. */
    public Comparer(RecipientIndex recipients, List<ComparedAttribute> attributes) {
        this(recipients, attributes, List.of(""));
    }

    /**
     * Begins a comparison.
     *
     * @param attributes what to compare of matched people; what the recipients do not carry is passed over
     * @param books the names of the address books, at least one
     */
    public Comparer(RecipientIndex recipients, List<ComparedAttribute> attributes, List<String> books) {
        this.recipients = recipients;
        this.attributes = attributes.stream().filter(recipients::knows).toList();
        this.books = List.copyOf(books);
        this.duplicates = books.size() > 1 ? new Duplicates() : null;
    }

    /** From now on the people of this address book come. */
    public void begin(String name) {
        book = books.indexOf(name);
    }

    /**
     * Takes a person, which is not kept. Conflict documents are not for comparison and must not be fed in.
     *
     * @param finding what the diagnosis found; a person without a finding is healthy, and the connector reads Yes
     */
    public void person(Person person, Optional<Finding> finding) {
        int[] groups = groups(person);
        if (duplicates != null && finding.map(Comparison::readsYes).orElse(true)) {
            duplicates.add(people.size(), person);
        }
        people.add(book, person.note().unid(), person.fullName(), finding, groups, compared(person, groups));
    }

    /**
     * The recipients each key leads to; no key is made where no recipient has one of its kind. Whom the strongest of the others
     * leads to anybody is paired by it or ambiguous, see {@link Pairing}: weaker ones are not asked.
     */
    private int[] groups(Person person) {
        int[] groups = new int[MatchKey.BY_RANK.size()];
        Arrays.fill(groups, NO_GROUP);
        boolean strongest = true;
        for (MatchKey key : MatchKey.BY_RANK) {
            KeyTable table = recipients.table(key);
            if (table.size() > 0) {
                byte[] own = key.of(person);
                int group = own.length == 0 ? NO_GROUP : table.group(own);
                groups[key.rank()] = group;
                if (strongest && group != NO_GROUP) {
                    return groups;
                }
                strongest = false;
            }
        }
        return groups;
    }

    /** The values to keep: none if nobody can be the partner, or if only one can and all values agree. */
    private List<String> compared(Person person, int[] groups) {
        List<String> values = new ArrayList<>(attributes.size());
        for (ComparedAttribute attribute : attributes) {
            values.add(attribute.of(person));
        }
        int only = NO_GROUP;
        for (MatchKey key : MatchKey.BY_RANK) {
            KeyTable table = recipients.table(key);
            int group = groups[key.rank()];
            for (int i = 0; i < table.members(group); i++) {
                int member = table.member(group, i);
                if ((only != NO_GROUP && only != member) || !recipients.agree(member, attributes, values)) {
                    return values;
                }
                only = member;
            }
        }
        return List.of();
    }

    /** The items a person must carry to be compared, beside those that lead to a recipient. */
    public List<String> items() {
        return attributes.stream()
                .flatMap(attribute -> attribute.items().stream())
                .distinct()
                .toList();
    }

    /** Whether all that is read of a person is the first text of each of these items, beside the UNID. */
    public boolean readsFirstTextsOf(List<String> names) {
        return names.containsAll(MatchKey.ITEMS)
                && attributes.stream()
                        .allMatch(attribute -> attribute.rule().isEmpty() && names.contains(attribute.item()));
    }

    /** Pairs everybody and says what came out. */
    public Comparison finish() {
        return finish(books, List.of());
    }

    /**
     * Pairs everybody and says what came out for some of the books; recipients that belong to people of the others are
     * theirs all the same.
     *
     * @param told the names of the books whose people are told of
     * @param closed source books of the connector whose people are not known
     */
    public Comparison finish(List<String> told, List<String> closed) {
        List<DuplicatePerson> twice = duplicates == null ? List.of() : duplicates.among(people, books);
        return new ComparisonTally(people, recipients, attributes, books, told).comparison(closed, twice);
    }
}
