package dirsh.entry;

import dirsh.model.DirshException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.file.Files;

/** Finds the bytes that are no text, whose place a buffered reader can no longer tell when it fails. */
final class UndecodableText {

    private static final int BUFFER = 1 << 16;

    private long line = 1;
    private long column = 1;
    private char previous;

    private UndecodableText() {}

    /** The error that names the place of the first such bytes. */
    static DirshException error(EntryFile file) throws IOException {
        UndecodableText place = new UndecodableText();
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file.path()))) {
            EntryFile.Encoding encoding = file.encoding(bytes);
            place.find(bytes, encoding.charset().newDecoder());
            return file.undecodable(place.line, place.column, encoding.charset());
        }
    }

    private void find(InputStream bytes, CharsetDecoder decoder) throws IOException {
        ByteBuffer in = ByteBuffer.allocate(BUFFER);
        CharBuffer out = CharBuffer.allocate(BUFFER * 2);
        boolean ended = false;
        while (!ended) {
            int read = bytes.read(in.array(), in.position(), in.remaining());
            ended = read < 0;
            in.position(in.position() + Math.max(0, read)).flip();
            CoderResult result = decoder.decode(in, out, ended);
            pass(out.flip());
            out.clear();
            if (result.isError()) {
                return;
            }
            in.compact();
        }
    }

    private void pass(CharBuffer text) {
        while (text.hasRemaining()) {
            char c = text.get();
            column++;
            if (c == '\r' || (c == '\n' && previous != '\r')) {
                line++;
            }
            if (c == '\r' || c == '\n') {
                column = 1;
            }
            previous = c;
        }
    }
}
