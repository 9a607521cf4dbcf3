package dirsh.sample;

import java.util.List;

/**
 * Numbers drawn by SplitMix64, a published generator, so that they are the same on every Java for ever.
 *
 * <p>The bounded methods of the generators of the JDK are not specified to the number, and have changed.
 */
final class Dice {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    /** Dice of their own for each seed and stream. */
    Dice(long seed, long stream) {
        state = scatter(seed, stream);
    }

    /** A number for each stream of a seed that no other stream of this seed has. */
    static long scatter(long seed, long stream) {
        return mix(mix(seed) + stream * GAMMA);
    }

    /** A number from 0 to below the bound. The bias of a remainder is far below what a sample can show. */
    int below(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    /** One of a list. */
    <T> T one(List<T> list) {
        return list.get(below(list.size()));
    }

    long next() {
        state += GAMMA;
        return mix(state);
    }

    private static long mix(long number) {
        long z = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
