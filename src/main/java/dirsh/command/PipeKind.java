package dirsh.command;

import java.util.Arrays;
import java.util.Optional;

/** The kind of objects that go through a pipe, so that a line that cannot work is refused before its first command runs. */
public enum PipeKind {
    /** Nothing: the command stands at the beginning, or at the end. */
    NOTHING("nothing"),
    /** Rows of named fields. */
    ROWS("rows"),
    /** Rows that each name a document, by the field {@code unid}. */
    PEOPLE("people"),
    /** A comparison with Exchange, whose missing people can be planned. */
    COMPARISON("comparison"),
    /** A plan. */
    PLAN("plan"),
    /** A page to read, which is no list of anything. */
    PAGE("page"),
    /** What came in, perhaps fewer or in another order. */
    SAME("same"),
    /** Whatever it is; it shows when the line runs. */
    ANYTHING("anything");

    private final String word;

    PipeKind(String word) {
        this.word = word;
    }

    /** The kind of a word in a declaration. */
    public static Optional<PipeKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** The word a declaration uses: {@code input 'people'}. */
    public String word() {
        return word;
    }

    /** Whether a command that takes this can stand behind one that gives the other. */
    public boolean takes(PipeKind given) {
        return switch (this) {
            case NOTHING -> false;
            case ANYTHING, SAME -> given != NOTHING;
            case ROWS -> given == ROWS || given == PEOPLE || given == ANYTHING;
            case PEOPLE -> given == PEOPLE || given == COMPARISON || given == ANYTHING;
            case COMPARISON, PLAN, PAGE -> given == this || given == ANYTHING;
        };
    }

    /** The kind in a sentence: {@code a plan}. */
    public String inWords() {
        return switch (this) {
            case COMPARISON, PLAN, PAGE -> "a " + word;
            case NOTHING, ROWS, PEOPLE, ANYTHING -> word;
            case SAME -> "what came in";
        };
    }
}
