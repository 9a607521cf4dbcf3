package dirsh.sample;

import java.util.List;

/**
 * What an invented person is called, everywhere in lists of names that nobody else of the sample has.
 *
 * @param first the first name
 * @param middle the middle initials without dots; empty for most
 * @param last the last name
 * @param shortName such as {@code jdoe2}
 * @param mailName what stands in front of the {@code @}
 */
record FullName(String first, String middle, String last, String shortName, String mailName) {

    private static final int LETTERS = 26;
    private static final int CELLS =
            Culture.ALL.stream().mapToInt(Culture::size).sum();
    private static final Spread SPREAD = Spread.of(CELLS);

    /** The name of a number; the seed decides with which name the numbers begin. */
    static FullName of(long seed, long number) {
        long start = Long.remainderUnsigned(seed, CELLS);
        int cell = (int) ((SPREAD.at(number) + start) % CELLS);
        int round = (int) (number / CELLS);
        for (Culture culture : Culture.ALL) {
            if (cell < culture.size()) {
                return of(culture, cell, round);
            }
            cell -= culture.size();
        }
        throw new IllegalStateException("the cells of the cultures do not add up");
    }

    private static FullName of(Culture culture, int cell, int round) {
        List<Culture.Word> firsts = culture.first();
        int index = cell % firsts.size();
        Culture.Word first = firsts.get(index);
        Culture.Word last = culture.last().get(cell / firsts.size());
        char initial = first.ascii().charAt(0);
        long before = firsts.subList(0, index).stream()
                .filter(word -> word.ascii().charAt(0) == initial)
                .count();
        long alike = firsts.stream()
                .filter(word -> word.ascii().charAt(0) == initial)
                .count();
        return new FullName(
                first.shown(),
                initials(round),
                last.shown(),
                initial + last.ascii() + numbered(round * alike + before),
                first.ascii() + "." + last.ascii() + numbered(round));
    }

    /** Nothing for 0, then A to Z, AA and so on. */
    private static String initials(int round) {
        StringBuilder letters = new StringBuilder();
        for (int left = round; left > 0; left = (left - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (left - 1) % LETTERS));
        }
        return letters.toString();
    }

    private static String numbered(long before) {
        return before == 0 ? "" : Long.toString(before + 1);
    }

    /** First name, initials and last name. */
    String common() {
        return first + " " + (middle.isEmpty() ? "" : middle + ". ") + last;
    }
}
