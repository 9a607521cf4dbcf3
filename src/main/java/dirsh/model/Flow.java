package dirsh.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Objects that are made one after the other, and only as long as somebody takes them.
 *
 * <p>It hands itself over, rather than being asked, since a source that is read in one pass, such as an address book, can only
 * be stopped and not be held.
 */
@FunctionalInterface
public interface Flow<T> {

    /** Hands over one object after the other until there are no more or the taker says no to the next. */
    void each(Predicate<? super T> wantsMore);

    /** The objects of a collection. */
    static <T> Flow<T> of(Collection<? extends T> objects) {
        return taker -> {
            for (T object : objects) {
                if (!taker.test(object)) {
                    return;
                }
            }
        };
    }

    /** A pass that cannot be left but by an exception, as a flow that can be stopped after any object. */
    static <T> Flow<T> ofPass(Consumer<Consumer<T>> pass) {
        return taker -> {
            Enough enough = new Enough();
            try {
                pass.accept(object -> {
                    if (!taker.test(object)) {
                        throw enough;
                    }
                });
            } catch (Enough thrown) {
                if (thrown != enough) {
                    throw thrown;
                }
            }
        };
    }

    /** Only those that pass a test. */
    default Flow<T> only(Predicate<? super T> test) {
        return taker -> each(object -> !test.test(object) || taker.test(object));
    }

    /** The first so many; the one behind them is not made. */
    default Flow<T> first(int count) {
        return taker -> {
            if (count == 0) {
                return;
            }
            int[] left = {count};
            each(object -> {
                left[0]--;
                return taker.test(object) && left[0] > 0;
            });
        };
    }

    /** The same, with a look at the request to stop before each object. */
    default Flow<T> until(Cancellation cancellation) {
        return taker -> each(object -> {
            cancellation.check();
            return taker.test(object);
        });
    }

    /** All of them, in order. */
    default List<T> toList() {
        List<T> list = new ArrayList<>();
        each(list::add);
        return list;
    }

    /** Leaves a pass whose taker has enough; it is no error and has no stack. */
    final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Enough() {
            super("enough", null, false, false);
        }
    }
}
