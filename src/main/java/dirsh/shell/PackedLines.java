package dirsh.shell;

import dirsh.packed.TextStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A text for the pager, packed line by line: what is longer than a screen may be very long. */
final class PackedLines implements Appendable {

    private final TextStore lines = new TextStore();
    private final StringBuilder last = new StringBuilder();
    private int count;

    @Override
    public Appendable append(CharSequence text) {
        return append(text, 0, text.length());
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) {
        for (int i = start; i < end; i++) {
            append(text.charAt(i));
        }
        return this;
    }

    @Override
    public Appendable append(char c) {
        last.append(c);
        if (c == '\n') {
            lines.add(last.toString());
            last.setLength(0);
            count++;
        }
        return this;
    }

    /** So many lines from the beginning, or all there are. */
    String beginning(int many) {
        return all().limit(many).collect(Collectors.joining());
    }

    /** Writes the whole text. */
    void writeTo(Appendable out) throws IOException {
        for (Iterator<String> each = all().iterator(); each.hasNext(); ) {
            out.append(each.next());
        }
    }

    /** The text in UTF-8. */
    @SuppressWarnings("JdkObsolete") // the way to join streams that are made one after the other
    InputStream bytes() {
        Iterator<String> each = all().iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return each.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return new ByteArrayInputStream(each.next().getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    /** The lines with their ends; the last one may have none. */
    private Stream<String> all() {
        return Stream.concat(
                IntStream.iterate(0, lines::after).limit(count).mapToObj(lines::get),
                Stream.of(last.toString()).filter(text -> !text.isEmpty()));
    }
}
