package dirsh.command;

import dirsh.connector.Filter;
import dirsh.connector.files.AttributeTable;
import dirsh.connector.files.ConnectorFolder;
import dirsh.connector.files.EntryMapping;
import dirsh.connector.files.FolderCheck;
import dirsh.model.Counted;
import dirsh.model.NoteKind;
import dirsh.model.Person;
import dirsh.model.Place;
import dirsh.model.Problem;
import dirsh.source.AddressBook;
import dirsh.source.Projection;
import dirsh.source.SourceAddress;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Finds what is wrong in the connector's files, and between them and an open address book. */
final class ConnectorCheck {

    private final Session session;
    private final Clock clock;
    private final Map<String, Set<String>> present = new HashMap<>();

    ConnectorCheck(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    /** What the files say by themselves. */
    ConnectorReport withoutBook(ConnectorFolder files, ZoneId zone) {
        List<String> doubts = new ArrayList<>();
        if (!files.filters().isEmpty()) {
            doubts.add("whether the filters look at items that exist: no address book is open");
        }
        return new ConnectorReport(files, problems(files, zone, item -> true), doubts);
    }

    /** What the files say of a book as well. */
    ConnectorReport against(AddressBook book, ConnectorFolder files, ZoneId zone) {
        List<Problem> problems = new ArrayList<>(problems(book, files, zone));
        problems.addAll(cut(book, files));
        List<String> doubts = new ArrayList<>();
        List<String> closed = closedBooks(files, session.books());
        if (!closed.isEmpty()) {
            doubts.add("whether there is more to say: of the connector's source books these are not open: "
                    + String.join(", ", closed));
        }
        List<String> unseen = unseen(book, files);
        if (!unseen.isEmpty()) {
            doubts.add("whether the filters on " + String.join(", ", unseen)
                    + " are void and whom they leave out: this view does not hold the items");
        }
        return new ConnectorReport(files, problems, doubts);
    }

    /** What is wrong in the files, knowing which items documents of the book have. */
    List<Problem> problems(AddressBook book, ConnectorFolder files, ZoneId zone) {
        return problems(files, zone, isItem(book, files));
    }

    private List<Problem> problems(ConnectorFolder files, ZoneId zone, Predicate<String> isItem) {
        return new FolderCheck(files, LocalDateTime.now(clock.withZone(zone))).problems(isItem);
    }

    /** Whether any Person or Group document has an item of a name; true where a view cannot tell. */
    private Predicate<String> isItem(AddressBook book, ConnectorFolder files) {
        Set<String> known = present(book, files.filters());
        boolean whole = ViewLimits.unseen(book).isEmpty();
        return item -> !whole || known.contains(item);
    }

    /** The items of filters that a view does not hold, so that nobody knows whom they leave out. */
    List<String> unseen(AddressBook book, ConnectorFolder files) {
        Set<String> known = present(book, files.filters());
        return ViewLimits.unseen(book).isEmpty()
                ? List.of()
                : files.filters().stream()
                        .map(Filter::item)
                        .filter(item -> !known.contains(item))
                        .toList();
    }

    /** The source books that the files name and none of the open ones is. */
    static List<String> closedBooks(ConnectorFolder files, List<OpenBook> open) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (OpenBook book : open) {
            names.add(book.name());
            names.add(SourceAddress.baseName(book.book().identity().address()));
        }
        return files.sourceBooks().stream()
                .filter(source -> !names.contains(SourceAddress.baseName(source)))
                .toList();
    }

    /** How many people have values longer than the connector takes. */
    private List<Problem> cut(AddressBook book, ConnectorFolder files) {
        EntryMapping mapping = files.mapping();
        Map<AttributeTable.Attribute, Integer> counts = new LinkedHashMap<>();
        book.scan(Projection.of(mapping.items()).and(Person.ITEMS), session.cancellation(), note -> {
            if (NoteKind.of(note) == NoteKind.PERSON) {
                mapping.cut(note).forEach(attribute -> counts.merge(attribute, 1, Integer::sum));
            }
        });
        List<Problem> problems = new ArrayList<>();
        counts.forEach((attribute, count) -> problems.add(new Problem(
                files.notesAttributes()
                        .map(table -> Place.line(table.name(), attribute.line(), 1))
                        .orElse(Place.line(files.address(), 0, 0)),
                Counted.of(count, "person has", "people have") + " more in " + attribute.attribute() + " than the "
                        + attribute.longest() + " characters of " + attribute.tag() + ": the rest is cut")));
        return problems;
    }

    /** The items of the filters that a Person or Group document of the book has; a filter on any other is void. */
    Set<String> present(AddressBook book, List<Filter> filters) {
        Set<String> wanted = new LinkedHashSet<>();
        filters.forEach(filter -> wanted.add(filter.item()));
        String key = book.identity().lockKey() + '\n' + book.contentToken() + '\n' + wanted;
        Set<String> known = present.get(key);
        if (known != null) {
            return known;
        }
        Set<String> found = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        book.scan(Projection.of(wanted).and(List.of("Form", "Type")), session.cancellation(), note -> {
            NoteKind kind = NoteKind.of(note);
            if (kind == NoteKind.PERSON || kind == NoteKind.GROUP) {
                wanted.stream().filter(item -> note.first(item).isPresent()).forEach(found::add);
            }
        });
        present.put(key, found);
        return found;
    }
}
