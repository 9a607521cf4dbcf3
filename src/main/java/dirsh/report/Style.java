package dirsh.report;

/**
 * What the terminal can do.
 *
 * @param colour whether headings may be bold
 * @param unicode whether it shows characters beyond ASCII
 */
record Style(boolean colour, boolean unicode) {

    private static final int WIDEST_BAR = 6;
    private static final String BOLD = "\u001B[1m";
    private static final String PLAIN = "\u001B[0m";

    /** The text as a heading. */
    String heading(String text) {
        return colour && !text.isEmpty() ? BOLD + text + PLAIN : text;
    }

    /** A part of the widest bar; something that is more than nothing is seen. */
    String bar(double part) {
        int length = part <= 0 ? 0 : (int) Math.max(1, Math.round(part * WIDEST_BAR));
        return (unicode ? "█" : "#").repeat(length);
    }

    /** What stands for the rest of a cut text. */
    String ellipsis() {
        return unicode ? "…" : "..";
    }
}
