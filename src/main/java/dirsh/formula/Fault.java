package dirsh.formula;

import dirsh.model.DirshException;

/** What is wrong with a formula, and where. */
final class Fault {

    /** The characters shown on either side of the place. */
    private static final int AROUND = 50;

    private final String formula;

    Fault(String formula) {
        this.formula = formula;
    }

    /**
     * The error to show: the message, the line of the formula and a caret under the place.
     *
     * @param position counted from 0
     * @param tryThis a next step, or empty
     */
    DirshException at(int position, String message, String tryThis) {
        int start = Math.max(formula.lastIndexOf('\n', position - 1) + 1, position - AROUND);
        int lineEnd = formula.indexOf('\n', position);
        int end = Math.min(lineEnd < 0 ? formula.length() : lineEnd, position + AROUND);
        return DirshException.badInput(
                "formula error at character " + (position + 1) + ": " + oneLine(message) + "\n"
                        + oneLine(formula.substring(Math.min(start, end), end)) + "\n"
                        + " ".repeat(position - start) + "^",
                tryThis);
    }

    /** A message may quote a constant, and a constant may hold anything. */
    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.chars().forEach(c -> line.append(Character.isISOControl(c) ? ' ' : (char) c));
        return line.toString();
    }

    /** As {@link #at(int, String, String)}, with the corrected formula to try. */
    DirshException at(int position, String message, int from, int to, String instead) {
        return at(position, message, formula.substring(0, from) + instead + formula.substring(to));
    }
}
