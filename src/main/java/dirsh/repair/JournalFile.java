package dirsh.repair;

import dirsh.home.PrivateFiles;
import dirsh.json.Json;
import dirsh.json.JsonObject;
import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * An append-only file of JSON lines, each with its number and a checksum.
 *
 * <p>What is not whole or not right at the end, with nothing right behind it, is the torn tail of a killed program: it is
 * dropped. Anywhere else it means that the file was changed, and the journal is refused.
 */
final class JournalFile implements AutoCloseable {

    /** Takes the records while a journal is read. */
    interface Reader {
        void record(JsonObject record, long offset, int length);
    }

    private static final String SEAL = ",\"crc\":\"";
    private static final int SEAL_LENGTH = SEAL.length() + 8 + 2;

    /** So many zero bytes in a row are no flipped bits. */
    private static final int HOLE = 16;

    private final Path path;
    private final FileChannel channel;
    private long end;
    private long records;
    private boolean torn;

    JournalFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Opens a journal for appending; what is there is read first, and a torn tail is cut off. */
    static JournalFile open(Path path, Reader reader) {
        JournalFile file = new JournalFile(
                path,
                PrivateFiles.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
        try {
            file.replay(reader);
            file.channel.truncate(file.end);
            return file;
        } catch (IOException e) {
            file.close();
            throw file.broken(e);
        } catch (DirshException e) {
            file.close();
            throw e;
        }
    }

    /** Reads a journal without changing it. */
    static void read(Path path, Reader reader) {
        try (JournalFile file = new JournalFile(path, PrivateFiles.open(path, StandardOpenOption.READ))) {
            file.replay(reader);
        } catch (IOException e) {
            throw DirshException.failed("cannot read journal " + path + ": " + e.getMessage(), "runs", e);
        }
    }

    /**
     * Appends a record; it is on disk for sure only after {@link #force}.
     *
     * @return its offset and its length in bytes, line end included
     */
    Span append(Map<String, Object> record) {
        String body = Json.write(record);
        String numbered = "{\"n\":" + (records + 1) + "," + body.substring(1, body.length() - 1);
        byte[] content = numbered.getBytes(StandardCharsets.UTF_8);
        byte[] seal = (SEAL + checksum(content, content.length) + "\"}\n").getBytes(StandardCharsets.UTF_8);
        byte[] line = Arrays.copyOf(content, content.length + seal.length);
        System.arraycopy(seal, 0, line, content.length, seal.length);
        Span span = new Span(end, line.length);
        try {
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes, end + bytes.position());
            }
            end += line.length;
            records++;
        } catch (IOException e) {
            throw broken(e);
        }
        return span;
    }

    /** Whether a torn tail was cut off when the journal was opened. */
    boolean torn() {
        return torn;
    }

    /** Waits until everything appended is on disk. */
    void force() {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** The record that stands at the place. */
    JsonObject at(Span span) {
        try {
            return parse(bytes(span.offset(), span.length() - 1));
        } catch (IOException e) {
            throw broken(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /**
     * Where a record stands.
     *
     * @param offset of its first byte
     * @param length in bytes, line end included
     */
    record Span(long offset, int length) {}

    private void replay(Reader reader) throws IOException {
        long size = channel.size();
        Lines lines = new Lines(channel);
        byte[] line = lines.next();
        while (line != null && isSealed(line)) {
            JsonObject record = parse(line);
            if (record.number("n") != records + 1) {
                throw damaged();
            }
            reader.record(record, end, line.length + 1);
            records++;
            end += line.length + 1;
            line = lines.next();
        }
        boolean hole = line != null && isHole(line);
        while (line != null && !hole) {
            line = lines.next();
            if (line != null && isSealed(line)) {
                throw damaged();
            }
        }
        torn = end < size;
    }

    /** The lines of a file one after the other; what follows the last line end is none. */
    private static final class Lines {
        private final FileChannel channel;
        private ByteBuffer block = ByteBuffer.allocate(1 << 16).limit(0);
        private long read;

        Lines(FileChannel channel) {
            this.channel = channel;
        }

        /** The next line without its end; null if there is none. */
        byte @Nullable [] next() throws IOException {
            int at = block.position();
            while (true) {
                while (at < block.limit() && block.get(at) != '\n') {
                    at++;
                }
                if (at < block.limit()) {
                    byte[] line = new byte[at - block.position()];
                    block.get(line).get();
                    return line;
                }
                at -= block.position();
                if (!fill()) {
                    return null;
                }
            }
        }

        private boolean fill() throws IOException {
            boolean full = block.remaining() == block.capacity();
            block = full ? ByteBuffer.allocate(2 * block.capacity()).put(block) : block.compact();
            int count = channel.read(block, read);
            read += Math.max(count, 0);
            block.flip();
            return count > 0;
        }
    }

    private byte[] bytes(long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                throw new IOException("the file ends early");
            }
        }
        return bytes.array();
    }

    private JsonObject parse(byte[] line) {
        return JsonObject.read("journal " + path, new String(line, StandardCharsets.UTF_8));
    }

    /** Whether a block is missing: after a power cut a later one may be on disk, but nothing behind the gap was forced. */
    private static boolean isHole(byte[] line) {
        int zeros = 0;
        for (int i = 0; i < line.length && zeros < HOLE; i++) {
            zeros = line[i] == 0 ? zeros + 1 : 0;
        }
        return zeros == HOLE;
    }

    private static boolean isSealed(byte[] line) {
        int content = line.length - SEAL_LENGTH;
        if (content <= 0) {
            return false;
        }
        byte[] seal = (SEAL + checksum(line, content) + "\"}").getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(line, content, line.length, seal, 0, seal.length);
    }

    private static String checksum(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private DirshException damaged() {
        return DirshException.failed(
                "journal " + path + " was changed at record " + (records + 1) + ": its checksum does not match",
                "restore " + path + " from a backup; until then this run cannot be resumed or undone",
                null);
    }

    private DirshException broken(IOException e) {
        return new JournalException(
                "cannot write journal " + path + ": " + e.getMessage(),
                "make room on that disk; then: runs --unfinished",
                e);
    }
}
