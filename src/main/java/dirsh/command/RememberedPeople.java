package dirsh.command;

import dirsh.compare.Comparer;
import dirsh.diagnose.Finding;
import dirsh.model.Cancellation;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.model.Person;
import dirsh.model.Unid;
import dirsh.packed.RecordStore;
import dirsh.packed.TextStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The people of a book as one pass found them, packed: enough for a comparison by items, so that it needs no pass of its own.
 *
 * <p>Of each item only the first text is kept, which is all that such a comparison reads. A book that would take too much room is
 * not remembered at all.
 */
final class RememberedPeople {

    /** The items whose first texts are kept. */
    static final List<String> ITEMS = List.of(
            "FullName",
            "FirstName",
            "LastName",
            "ShortName",
            "InternetAddress",
            "MailDomain",
            "Department",
            "OfficePhoneNumber",
            "CompanyName",
            "JobTitle");

    /** Beyond this the files would take more than a second pass is worth. */
    private static final int MOST_BYTES = 1 << 30;

    /** The fields of a record behind the UNID. */
    private static final int FINDING = RecordStore.UNID;

    private static final int FIELDS = FINDING + 1;
    private static final int NOTHING = -1;

    private static final Set<ItemFlag> SUMMARY = Set.of(ItemFlag.SUMMARY);

    private @Nullable TextStore texts = new TextStore();
    private RecordStore people = new RecordStore(FIELDS);
    private final List<Finding> findings = new ArrayList<>();

    /** Takes a person with what the diagnosis found. */
    void add(Person person, Optional<Finding> finding) {
        TextStore store = texts;
        if (store == null) {
            return;
        }
        Unid unid = person.note().unid();
        people.add(unid, finding.isPresent() ? findings.size() : NOTHING);
        finding.ifPresent(findings::add);
        ITEMS.forEach(item -> store.add(person.note().text(item)));
        if (store.end() > MOST_BYTES) {
            texts = null;
            people = new RecordStore(FIELDS);
            findings.clear();
        }
    }

    /** Whether everybody is remembered with what a comparison reads. */
    boolean suffice(Comparer comparer) {
        return texts != null && comparer.readsFirstTextsOf(ITEMS);
    }

    /** Feeds everybody to a comparison, in the order they were taken. */
    void feed(Comparer comparer, Cancellation cancellation) {
        TextStore store = texts;
        if (store == null) {
            throw new IllegalStateException("nobody is remembered");
        }
        int at = 0;
        for (int person = 0; person < people.size(); person++) {
            cancellation.check();
            List<Item> items = new ArrayList<>(ITEMS.size());
            for (String name : ITEMS) {
                String text = store.get(at);
                at = store.after(at);
                if (!text.isEmpty()) {
                    items.add(new Item(name, ItemType.TEXT, ItemValue.Texts.of(text), SUMMARY, false, 0));
                }
            }
            Unid unid = people.unid(person);
            int found = people.get(person, FINDING);
            Optional<Finding> finding = found == NOTHING ? Optional.empty() : Optional.of(findings.get(found));
            comparer.person(new Person(Note.builder(unid).items(items).build()), finding);
        }
    }
}
