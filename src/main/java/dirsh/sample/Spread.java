package dirsh.sample;

/**
 * A shuffle without memory: takes each number below the size to another one of them, neighbours far apart. 0 stays 0.
 *
 * @param size how many numbers
 * @param step the distance of what were neighbours; has no divisor in common with the size
 */
record Spread(long size, long step) {

    /** A shuffle of that many numbers; near the golden section the steps stay far from each other for long. */
    static Spread of(long size) {
        long step = size * 618 / 1000 + 1;
        while (greatestCommonDivisor(step, size) != 1) {
            step++;
        }
        return new Spread(size, step);
    }

    /** Where a number goes. */
    long at(long number) {
        return number % size * (step % size) % size;
    }

    private static long greatestCommonDivisor(long a, long b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
