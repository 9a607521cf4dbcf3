package dirsh.formula;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * A pattern of {@code @Matches}, which has to cover the whole text.
 *
 * <p>{@code ?} is any character, {@code *} any text, {@code {A-FX}} one character of a set, {@code {!A-F}} one outside
 * it, {@code +} before a character or set repeats it any number of times, {@code \} takes the next character as it is.
 * Characters outside a set match in either case, those in a set only as they are written. The operators {@code !},
 * {@code &} and {@code |} between whole patterns are not in the subset: how they bind is not documented.
 */
final class TextPattern {

    /** One character of the text to match, or any number of them. */
    private record Element(List<Range> ranges, boolean negated, boolean anyCase, boolean repeated) {

        boolean takes(int code) {
            return holds(code) != negated
                    || (anyCase && (holds(Character.toLowerCase(code)) || holds(Character.toUpperCase(code))));
        }

        private boolean holds(int code) {
            return ranges.stream().anyMatch(range -> range.first() <= code && code <= range.last());
        }

        Element repeating() {
            return new Element(ranges, negated, anyCase, true);
        }
    }

    private record Range(int first, int last) {}

    private static final Element ANY = new Element(List.of(), true, false, false);

    private final List<Element> elements;

    private TextPattern(List<Element> elements) {
        this.elements = elements;
    }

    /** The pattern a text spells, if it is well formed and in the subset. */
    static Optional<TextPattern> of(String text) {
        int[] codes = text.codePoints().toArray();
        List<Element> elements = new ArrayList<>();
        boolean repeat = false;
        for (int i = 0; i < codes.length; i++) {
            Element element;
            switch (codes[i]) {
                case '&', '|', '!', '}' -> {
                    return Optional.empty();
                }
                case '+' -> {
                    if (repeat) {
                        return Optional.empty();
                    }
                    repeat = true;
                    continue;
                }
                case '?' -> element = ANY;
                case '*' -> element = ANY.repeating();
                case '{' -> {
                    int end = indexOf(codes, '}', i);
                    Optional<Element> set = end < 0 ? Optional.empty() : set(codes, i + 1, end);
                    if (set.isEmpty()) {
                        return Optional.empty();
                    }
                    element = set.get();
                    i = end;
                }
                case '\\' -> {
                    if (++i == codes.length) {
                        return Optional.empty();
                    }
                    element = single(codes[i]);
                }
                default -> element = single(codes[i]);
            }
            elements.add(repeat ? element.repeating() : element);
            repeat = false;
        }
        return repeat ? Optional.empty() : Optional.of(new TextPattern(elements));
    }

    private static Element single(int code) {
        int lower = Character.toLowerCase(code);
        int upper = Character.toUpperCase(code);
        return new Element(
                List.of(new Range(code, code), new Range(lower, lower), new Range(upper, upper)), false, true, false);
    }

    private static Optional<Element> set(int[] codes, int from, int end) {
        boolean negated = from < end && codes[from] == '!';
        List<Range> ranges = new ArrayList<>();
        for (int i = negated ? from + 1 : from; i < end; i++) {
            boolean range = i + 2 < end && codes[i + 1] == '-';
            ranges.add(new Range(codes[i], codes[range ? i + 2 : i]));
            i += range ? 2 : 0;
        }
        return ranges.isEmpty() ? Optional.empty() : Optional.of(new Element(ranges, negated, false, false));
    }

    private static int indexOf(int[] codes, int wanted, int from) {
        for (int i = from; i < codes.length; i++) {
            if (codes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the whole text matches. Follows all ways at once, so no pattern makes it slow. */
    boolean matches(String text) {
        BitSet reached = new BitSet(elements.size() + 1);
        reach(reached, 0);
        int[] codes = text.codePoints().toArray();
        for (int i = 0; i < codes.length && !reached.isEmpty(); i++) {
            BitSet next = new BitSet(elements.size() + 1);
            for (int at = reached.nextSetBit(0); at >= 0 && at < elements.size(); at = reached.nextSetBit(at + 1)) {
                if (elements.get(at).takes(codes[i])) {
                    reach(next, elements.get(at).repeated() ? at : at + 1);
                }
            }
            reached = next;
        }
        return reached.get(elements.size());
    }

    /** Marks the element as the next to match, and with it those behind elements that may match nothing. */
    private void reach(BitSet reached, int element) {
        int at = element;
        reached.set(at);
        while (at < elements.size() && elements.get(at).repeated()) {
            at++;
            reached.set(at);
        }
    }
}
