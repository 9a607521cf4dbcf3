package dirsh.command;

import dirsh.compare.Documents;
import dirsh.connector.Extraction;
import dirsh.connector.files.EntryMapping;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Diagnoser;
import dirsh.model.Cancellation;
import dirsh.model.Note;
import dirsh.model.NoteKind;
import dirsh.model.Person;
import dirsh.model.Unid;
import dirsh.source.AddressBook;
import dirsh.source.Projection;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The documents of an open book as a rehearsal asks for them: one pass for what is asked of everybody, and only where the answer
 * is not the same for all; later passes for those who are looked at.
 */
final class BookDocuments implements Documents {

    /** So many documents are cheaper to read one by one than by a pass through the book. */
    private static final int FEW = 50;

    private final AddressBook book;
    private final Extraction extraction;
    private final EntryMapping mapping;
    private final Cancellation cancellation;
    private final Set<Unid> modified = new HashSet<>();
    private final Map<Unid, Cause> afterRepair = new HashMap<>();

    private BookDocuments(AddressBook book, Extraction extraction, EntryMapping mapping, Cancellation cancellation) {
        this.book = book;
        this.extraction = extraction;
        this.mapping = mapping;
        this.cancellation = cancellation;
    }

    /**
     * The documents of a book.
     *
     * @param repaired those that a plan brings back to Yes
     */
    static BookDocuments of(
            AddressBook book,
            Extraction extraction,
            EntryMapping mapping,
            Set<Unid> repaired,
            Cancellation cancellation) {
        BookDocuments documents = new BookDocuments(book, extraction, mapping, cancellation);
        boolean dated = extraction.lastExtract().isPresent();
        if (dated || !repaired.isEmpty()) {
            Projection projection = Projection.of(Diagnoser.items()).and(extraction.items());
            book.scan(projection, cancellation, note -> {
                if (dated && isPerson(note) && extraction.notModified(note).isEmpty()) {
                    documents.modified.add(note.unid());
                }
                if (repaired.contains(note.unid())) {
                    Diagnoser.afterRepair(note, extraction)
                            .ifPresent(cause -> documents.afterRepair.put(note.unid(), cause));
                }
            });
        }
        return documents;
    }

    private static boolean isPerson(Note note) {
        return NoteKind.of(note) == NoteKind.PERSON;
    }

    @Override
    public boolean modified(Unid unid) {
        return extraction.lastExtract().isEmpty() || modified.contains(unid);
    }

    @Override
    public Optional<Cause> afterRepair(Unid unid) {
        return Optional.ofNullable(afterRepair.get(unid));
    }

    @Override
    public Map<Unid, Seen> seen(Collection<Unid> unids) {
        Map<Unid, Seen> seen = new HashMap<>();
        if (unids.size() <= FEW) {
            for (Unid unid : unids) {
                cancellation.check();
                book.read(unid).ifPresent(note -> seen.put(unid, seen(note)));
            }
            return seen;
        }
        Set<Unid> wanted = new HashSet<>(unids);
        book.scan(Projection.of(mapping.items()).and(Person.ITEMS), cancellation, note -> {
            if (wanted.contains(note.unid())) {
                seen.put(note.unid(), seen(note));
            }
        });
        return seen;
    }

    private Seen seen(Note note) {
        Person person = new Person(note);
        return new Seen(person.fullName(), mapping.of(note), person.internetAddress());
    }
}
