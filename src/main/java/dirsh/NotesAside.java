package dirsh;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Standard output for everything but one thread, whose output goes aside: Domino JNA greets on the thread that uses it, and
 * standard output is for results only.
 */
final class NotesAside extends OutputStream {

    private final String threadName;
    private final OutputStream out;
    private final OutputStream aside;

    NotesAside(String threadName, OutputStream out, OutputStream aside) {
        this.threadName = threadName;
        this.out = out;
        this.aside = aside;
    }

    private OutputStream target() {
        return Thread.currentThread().getName().equals(threadName) ? aside : out;
    }

    @Override
    public void write(int octet) throws IOException {
        target().write(octet);
    }

    @Override
    public void write(byte[] octets, int offset, int length) throws IOException {
        target().write(octets, offset, length);
    }

    @Override
    public void flush() throws IOException {
        target().flush();
    }
}
