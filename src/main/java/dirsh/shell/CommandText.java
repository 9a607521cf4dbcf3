package dirsh.shell;

/**
 * The text of command lines, as one that is asked what stands at a place.
 *
 * @param text what was typed
 */
record CommandText(String text) {

    boolean separator(int i) {
        return ";|\n".indexOf(text.charAt(i)) >= 0;
    }

    boolean blank(int i) {
        return " \t\r".indexOf(text.charAt(i)) >= 0;
    }

    int afterBlanks(int from) {
        int i = from;
        while (i < text.length() && blank(i)) {
            i++;
        }
        return i;
    }

    int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    /** A minus and a letter, or two minuses and a letter. */
    boolean option(int i) {
        if (text.charAt(i) != '-') {
            return false;
        }
        int letter = text.startsWith("--", i) ? i + 2 : i + 1;
        return letter < text.length() && Character.isLetter(text.charAt(letter));
    }

    /** Whether an option that ends a raw formula follows: a long one, or the output format's short one. */
    boolean formulaOption(int from) {
        int i = afterBlanks(from);
        if (text.startsWith("--", i)) {
            return option(i);
        }
        int after = i + 2;
        return text.startsWith("-o", i) && (after >= text.length() || " \t=;|\n".indexOf(text.charAt(after)) >= 0);
    }

    boolean commentAfter(int from) {
        int i = afterBlanks(from);
        return i < text.length() && comment(i);
    }

    /** A number sign that stands alone. */
    boolean comment(int i) {
        return text.charAt(i) == '#'
                && i > 0
                && Character.isWhitespace(text.charAt(i - 1))
                && (i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1)));
    }
}
