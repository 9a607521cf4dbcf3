package dirsh.connector.rule;

/** The error that a text is no rule, with the character where it shows. */
public final class RuleFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int column;

    RuleFault(int column, String what) {
        super(what);
        this.column = column;
    }

    /** 1-based, counted in the text that was parsed. */
    public int column() {
        return column;
    }

    /** What is wrong, in one sentence without values. */
    public String what() {
        return String.valueOf(getMessage());
    }
}
