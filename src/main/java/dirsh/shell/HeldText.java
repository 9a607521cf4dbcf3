package dirsh.shell;

import java.io.IOException;
import java.io.PrintStream;

/**
 * A result on its way to standard output, passed on in large parts. Nothing is printed before the first part is full or all is
 * there: of a result that is not long, an error in the middle leaves nothing behind.
 */
final class HeldText implements Appendable {

    private static final int PART = 1 << 16;

    private final PrintStream out;
    private final StreamConsole console;
    private final StringBuilder held = new StringBuilder();

    /**
     * A text without anything in it.
     *
     * @param console gives way before each part
     */
    HeldText(PrintStream out, StreamConsole console) {
        this.out = out;
        this.console = console;
    }

    @Override
    public Appendable append(CharSequence text) throws IOException {
        held.append(text);
        return full();
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) throws IOException {
        held.append(text, start, end);
        return full();
    }

    @Override
    public Appendable append(char c) throws IOException {
        held.append(c);
        return full();
    }

    private Appendable full() throws IOException {
        if (held.length() >= PART) {
            print();
        }
        return this;
    }

    /**
     * Prints what is held.
     *
     * @throws IOException if nobody reads the output any more
     */
    void print() throws IOException {
        console.clearProgress();
        out.print(held);
        held.setLength(0);
        if (out.checkError()) {
            throw new IOException("nobody reads the output any more");
        }
    }
}
