package dirsh.formula;

import dirsh.model.Note;
import java.util.Set;

/** Placeholder signature: replaced by the formula work. */
public final class Formula {
    private final String text;

    private Formula(String text) {
        this.text = text;
    }

    public static Formula parse(String text) {
        return new Formula(text);
    }

    public boolean selects(Note note) {
        return note.items().isEmpty();
    }

    public Set<String> itemNames() {
        return Set.of();
    }

    @Override
    public String toString() {
        return text;
    }
}
