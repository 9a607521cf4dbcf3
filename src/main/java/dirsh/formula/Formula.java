package dirsh.formula;

import dirsh.model.Note;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A checked selection formula.
 *
 * <p>It selects a note if it is true of it. Where Notes would report an error, such as for a text compared with a
 * number, that part is neither true nor false, and neither it nor its negation selects anything. Text compares without
 * regard to case in {@code =} and its kin, but with regard to it in the functions, except {@code @Matches}.
 */
public final class Formula {

    private final Expression expression;
    private final Set<String> itemNames;

    private Formula(Expression expression) {
        this.expression = expression;
        Set<String> found = new LinkedHashSet<>();
        expression.addItemNames(found);
        Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Set<String> names = new LinkedHashSet<>();
        for (String name : found) {
            if (known.add(name)) {
                names.add(name);
            }
        }
        this.itemNames = Collections.unmodifiableSet(names);
    }

    /**
     * The formula a text spells, with or without SELECT in front.
     *
     * @throws dirsh.model.DirshException as bad input, in three lines: what is wrong at which character, the formula,
     *     and a caret under the place
     */
    public static Formula parse(String text) {
        return new Formula(new Parser(text).formula());
    }

    /** Whether the formula selects the note as Notes does: by its summary items. */
    public boolean selects(Note note) {
        return selects(note, Scope.SUMMARY);
    }

    /** Whether the formula selects the note by the items of the scope. */
    public boolean selects(Note note, Scope scope) {
        return expression.value(new NoteView(note, scope)).isTrue();
    }

    /** The items it looks at, in order of appearance and each once; none if it looks at the header alone. */
    public Set<String> itemNames() {
        return itemNames;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Formula formula && expression.equals(formula.expression);
    }

    @Override
    public int hashCode() {
        return expression.hashCode();
    }

    /** The formula in canonical form; parsed again, it is equal to this one. */
    @Override
    public String toString() {
        return expression.toString();
    }
}
