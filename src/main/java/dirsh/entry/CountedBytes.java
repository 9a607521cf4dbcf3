package dirsh.entry;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A file's bytes, which knows how many of them were read; what reads it has its own buffer. */
final class CountedBytes extends FilterInputStream {

    private long count;

    CountedBytes(InputStream bytes) {
        super(bytes);
    }

    /** How many were read; for the thread that reads. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        count += one < 0 ? 0 : 1;
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        count += Math.max(0, read);
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = in.skip(wanted);
        count += skipped;
        return skipped;
    }
}
