package dirsh.source.nsf;

/** Where the buckets of one kind are, by their numbers from 1: four bytes a bucket. */
final class BucketPositions {

    private final int[] positions;

    /**
     * @param positions file positions in the order of their numbers; 0 for a bucket that is not there
     */
    BucketPositions(int[] positions) {
        this.positions = positions;
    }

    int count() {
        return positions.length;
    }

    /** Whether there is a place for a bucket. */
    boolean has(int number) {
        return number >= 1 && number <= positions.length && positions[number - 1] != 0 && positions[number - 1] != -1;
    }

    /** The byte offset of a bucket. */
    long offset(int number) throws NsfDamage {
        if (!has(number)) {
            throw new NsfDamage(0, "there is no bucket " + number);
        }
        return Positions.offset(positions[number - 1]);
    }
}
