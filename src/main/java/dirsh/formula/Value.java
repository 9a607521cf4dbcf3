package dirsh.formula;

import dirsh.model.NotesTime;
import java.util.List;

/** What an expression yields: a list of values of one type with at least one element, or nothing usable. */
sealed interface Value {

    static Value of(boolean flag) {
        return flag ? Numbers.TRUE : Numbers.FALSE;
    }

    /** Texts; of an empty list the empty text. */
    static Value texts(List<String> texts) {
        return texts.isEmpty() ? Texts.EMPTY : new Texts(texts);
    }

    record Texts(List<String> texts) implements Value {

        /** What a missing item yields. */
        static final Texts EMPTY = new Texts(List.of(""));

        public Texts {
            texts = List.copyOf(texts);
        }
    }

    record Numbers(List<Double> numbers) implements Value {

        static final Numbers TRUE = new Numbers(List.of(1.0));
        static final Numbers FALSE = new Numbers(List.of(0.0));

        public Numbers {
            numbers = List.copyOf(numbers);
        }
    }

    record Times(List<NotesTime> times) implements Value {
        public Times {
            times = List.copyOf(times);
        }
    }

    /**
     * The outcome of an operation that Notes would end with an error, such as comparing a text with a number.
     *
     * <p>It is neither true nor false, so that its negation does not select a document either.
     */
    enum Unknown implements Value {
        UNKNOWN
    }

    /** Whether the value counts as true: a number other than 0. */
    default boolean isTrue() {
        return this instanceof Numbers some && some.numbers().stream().anyMatch(number -> number != 0);
    }

    /** Whether the value counts as false: numbers, all 0. */
    default boolean isFalse() {
        return this instanceof Numbers some && some.numbers().stream().allMatch(number -> number == 0);
    }
}
