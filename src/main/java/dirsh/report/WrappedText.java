package dirsh.report;

/** Sentences broken at blanks so that they fit a width; continuation lines hang two columns in. */
final class WrappedText {

    private static final int HANG = 2;

    private WrappedText() {}

    /**
     * The sentence over as many lines as it takes, each with a line end.
     *
     * @param width columns; 0 or less for no limit
     */
    static String of(String sentence, int width) {
        StringBuilder text = new StringBuilder();
        String rest = sentence;
        int indent = leadingBlanks(sentence);
        String hang = " ".repeat(indent + HANG);
        while (width > 0 && DisplayWidth.of(rest) > width) {
            int cut = lastBlank(rest, width);
            if (cut < 0) {
                break;
            }
            text.append(rest.substring(0, cut).stripTrailing()).append('\n');
            rest = hang + rest.substring(cut).stripLeading();
        }
        return text.append(rest.stripTrailing()).append('\n').toString();
    }

    /** The last blank at which the line fits, or else the first one at all: a word longer than the width stays whole. */
    private static int lastBlank(String line, int width) {
        int start = leadingBlanks(line);
        int fits = DisplayWidth.beginning(line, width).length();
        int last = line.lastIndexOf(' ', fits);
        return last > start ? last : line.indexOf(' ', start);
    }

    private static int leadingBlanks(String line) {
        int blanks = 0;
        while (blanks < line.length() && line.charAt(blanks) == ' ') {
            blanks++;
        }
        return blanks;
    }
}
