package dirsh.model;

/** How far a pass through a file is, told now and then in MB; nothing is told of a file below 1 MB, which is read at once. */
public final class FileProgress {

    /** Between two words about how far a pass is. */
    private static final int RECORDS_BETWEEN_WORDS = 200;

    private static final long MEGABYTE = 1_000_000;

    private final long size;
    private final Listener listener;
    private long records;

    /** Hears how far a pass is. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Hears it now and then.
         *
         * @param done at most the total
         * @param total more than 0
         * @param unit what is counted, such as {@code MB}
         */
        void passed(long done, long total, String unit);
    }

    /**
     * A pass that begins.
     *
     * @param size of the file in bytes
     */
    public FileProgress(long size, Listener listener) {
        this.size = size;
        this.listener = listener;
    }

    /**
     * Takes note of a record.
     *
     * @param end the bytes read up to its end; more than the size if the file grows meanwhile
     */
    public void record(long end) {
        if (++records % RECORDS_BETWEEN_WORDS == 0 && size >= MEGABYTE) {
            listener.passed(Math.min(end, size) / MEGABYTE, size / MEGABYTE, "MB");
        }
    }
}
