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
import dirsh.packed.TextStore;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final int MOST_BYTES = 64 << 20;

    /** The share of the memory that may be taken. */
    private static final int SHARE = 8;

    private static final Set<ItemFlag> SUMMARY = Set.of(ItemFlag.SUMMARY);

    private final long room = Math.min(MOST_BYTES, Runtime.getRuntime().maxMemory() / SHARE);
    private @Nullable TextStore texts = new TextStore();
    private int first;
    private final List<Finding> findings = new ArrayList<>();
    private long[] ids = new long[1 << 6];
    private int[] found = new int[1 << 5];
    private int size;

    /** Takes a person with what the diagnosis found. */
    void add(Person person, Optional<Finding> finding) {
        TextStore store = texts;
        if (store == null) {
            return;
        }
        if (size == found.length) {
            int larger = size + (size >> 1);
            ids = Arrays.copyOf(ids, larger * 2);
            found = Arrays.copyOf(found, larger);
        }
        Unid unid = person.note().unid();
        ids[2 * size] = unid.high();
        ids[2 * size + 1] = unid.low();
        found[size] = finding.isPresent() ? findings.size() : -1;
        finding.ifPresent(findings::add);
        int at = 0;
        for (String item : ITEMS) {
            at = store.add(person.note().text(item));
            first = size == 0 && item.equals(ITEMS.get(0)) ? at : first;
        }
        size++;
        if (at + (long) size * (2 * Long.BYTES + Integer.BYTES) > room) {
            texts = null;
            ids = new long[0];
            found = new int[0];
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
        int at = first;
        for (int person = 0; person < size; person++) {
            cancellation.check();
            List<Item> items = new ArrayList<>(ITEMS.size());
            for (String name : ITEMS) {
                String text = store.get(at);
                at = store.after(at);
                if (!text.isEmpty()) {
                    items.add(new Item(name, ItemType.TEXT, ItemValue.Texts.of(text), SUMMARY, false, 0));
                }
            }
            Unid unid = new Unid(ids[2 * person], ids[2 * person + 1]);
            Optional<Finding> finding = found[person] < 0 ? Optional.empty() : Optional.of(findings.get(found[person]));
            comparer.person(new Person(Note.builder(unid).items(items).build()), finding);
        }
    }
}
