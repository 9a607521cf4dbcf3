package dirsh.report;

/**
 * What the terminal can do.
 *
 * @param colour whether headings may be bold
 * @param unicode whether it shows characters beyond ASCII
 */
record Style(boolean colour, boolean unicode) {

    private static final String BOLD = "\u001B[1m";
    private static final String PLAIN = "\u001B[0m";

    /** The text as a heading. */
    String heading(String text) {
        return colour && !text.isEmpty() ? BOLD + text + PLAIN : text;
    }

    /** What stands for the rest of a cut text. */
    String ellipsis() {
        return unicode ? "…" : "..";
    }
}
