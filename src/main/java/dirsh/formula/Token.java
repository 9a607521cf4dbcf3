package dirsh.formula;

/**
 * A word of a formula.
 *
 * @param kind what it is
 * @param text a constant's content, a name, or the characters of a sign
 * @param start where it starts, counted from 0
 */
record Token(Kind kind, String text, int start) {

    /** The kinds of words. */
    enum Kind {
        TEXT,
        NUMBER,
        TIME,
        NAME,
        FUNCTION,
        SIGN,
        END
    }

    /** Whether it is this sign. */
    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** Whether it is this name; case does not matter. */
    boolean isWord(String word) {
        return kind == Kind.NAME && text.equalsIgnoreCase(word);
    }

    /** Whether a value may start with it. */
    boolean startsValue() {
        return (kind != Kind.SIGN && kind != Kind.END) || is("(");
    }
}
