package dirsh.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.DoubleBinaryOperator;
import java.util.function.IntPredicate;

/**
 * Pair-wise operations on lists, as "Operations on lists" defines them: the first element goes with the first, the
 * second with the second, and the last one of the shorter list with what remains of the longer.
 */
final class Pairs {

    private Pairs() {}

    /** True if any pair stands in the order asked for; unknown where the types differ. */
    static Value compare(Value left, Value right, IntPredicate wanted) {
        if (left instanceof Value.Texts first && right instanceof Value.Texts second) {
            return anyPair(first.texts(), second.texts(), (a, b) -> OptionalInt.of(order(a, b)), wanted);
        }
        if (left instanceof Value.Numbers first && right instanceof Value.Numbers second) {
            return anyPair(first.numbers(), second.numbers(), Pairs::order, wanted);
        }
        if (left instanceof Value.Times first && right instanceof Value.Times second) {
            return anyPair(first.times(), second.times(), TimeOrder::of, wanted);
        }
        return Value.Unknown.UNKNOWN;
    }

    /** The texts joined pair by pair. */
    static Value concatenate(Value.Texts left, Value.Texts right) {
        int pairs = Math.max(left.texts().size(), right.texts().size());
        List<String> joined = new ArrayList<>(pairs);
        for (int i = 0; i < pairs; i++) {
            joined.add(at(left.texts(), i) + at(right.texts(), i));
        }
        return new Value.Texts(joined);
    }

    /** The numbers calculated pair by pair; unknown where one is no number or the result is none. */
    static Value calculate(Value left, Value right, DoubleBinaryOperator operation) {
        if (!(left instanceof Value.Numbers first) || !(right instanceof Value.Numbers second)) {
            return Value.Unknown.UNKNOWN;
        }
        int pairs = Math.max(first.numbers().size(), second.numbers().size());
        List<Double> results = new ArrayList<>(pairs);
        for (int i = 0; i < pairs; i++) {
            double result = operation.applyAsDouble(at(first.numbers(), i), at(second.numbers(), i));
            if (!Double.isFinite(result)) {
                return Value.Unknown.UNKNOWN;
            }
            results.add(result);
        }
        return new Value.Numbers(results);
    }

    /** How two values of one type stand to each other; nothing where that cannot be said. */
    private interface Order<T> {
        OptionalInt of(T left, T right);
    }

    private static <T> Value anyPair(List<T> left, List<T> right, Order<T> order, IntPredicate wanted) {
        boolean known = true;
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            OptionalInt found = order.of(at(left, i), at(right, i));
            if (found.isPresent() && wanted.test(found.getAsInt())) {
                return Value.Numbers.TRUE;
            }
            known &= found.isPresent();
        }
        return known ? Value.Numbers.FALSE : Value.Unknown.UNKNOWN;
    }

    private static <T> T at(List<T> list, int i) {
        return list.get(Math.min(i, list.size() - 1));
    }

    /** Without regard to case: the documentation is silent, but the operators of Notes do not tell case apart. */
    private static int order(String left, String right) {
        return left.equals(right) ? 0 : left.toLowerCase(Locale.ROOT).compareTo(right.toLowerCase(Locale.ROOT));
    }

    private static OptionalInt order(Double left, Double right) {
        // Not Double.compare, for which -0 is less than 0.
        return OptionalInt.of(left < right ? -1 : left > right ? 1 : 0);
    }
}
