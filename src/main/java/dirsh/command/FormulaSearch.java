package dirsh.command;

import dirsh.formula.Formula;
import dirsh.formula.Scope;
import dirsh.model.Cancellation;
import dirsh.model.Flow;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.NoteKind;
import dirsh.model.Person;
import dirsh.model.Unid;
import dirsh.source.AddressBook;
import dirsh.source.NoteSink;
import dirsh.source.Projection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A search for the people a formula picks.
 *
 * @param formula whom to find
 * @param items what to show of them
 * @param groups whether groups are looked at as well
 * @param stored whether the formula sees items without the summary flag
 */
record FormulaSearch(Formula formula, List<String> items, boolean groups, boolean stored) {

    FormulaSearch {
        items = List.copyOf(items);
    }

    /** Those of a book one by one; it is read no further than somebody takes them. */
    Flow<FoundPerson> over(OpenBook open, Console console, Supplier<Cancellation> cancellation) {
        AddressBook book = open.book();
        Projection projection = Projection.of(Person.ITEMS).and(items).and(formula.itemNames());
        Scope scope = stored ? Scope.STORED : Scope.SUMMARY;
        return Flow.ofPass(found -> {
            Optional<Set<Unid>> picked =
                    stored ? Optional.empty() : book.selected(formula.toString(), cancellation.get());
            Predicate<Note> picks = note ->
                    picked.map(unids -> unids.contains(note.unid())).orElseGet(() -> formula.selects(note, scope));
            NoteSink sink = note -> {
                if (isSought(note, groups) && picks.test(note)) {
                    found.accept(FoundPerson.of(note, items));
                }
            };
            book.scan(projection, cancellation.get(), new ToldPass(open.name(), console, sink));
        });
    }

    /** Whether a document is one of those that commands tell of: named notes and conflicts are not. */
    static boolean isSought(Note note, boolean groups) {
        NoteKind kind = NoteKind.of(note);
        return !note.is(NoteFlag.CONFLICT) && (kind == NoteKind.PERSON || (groups && kind == NoteKind.GROUP));
    }
}
