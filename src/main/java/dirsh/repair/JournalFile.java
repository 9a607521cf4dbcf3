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
import java.util.Map;
import java.util.zip.CRC32;

/**
 * An append-only file of JSON lines, each with its number and a checksum.
 *
 * <p>A line that is not whole or not right at the very end is the torn tail of a killed program: it is dropped. Anywhere
 * else it means that the file was changed, and the journal is refused.
 */
final class JournalFile implements AutoCloseable {

    /** Takes the records while a journal is read. */
    interface Reader {
        void record(JsonObject record, long offset, int length);
    }

    private static final String SEAL = ",\"crc\":\"";
    private static final int SEAL_LENGTH = SEAL.length() + 8 + 2;
    private static final int CHUNK = 1 << 16;

    private final Path path;
    private final FileChannel channel;
    private long end;
    private long records;

    private JournalFile(Path path, FileChannel channel) {
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
        } catch (IOException e) {
            throw file.broken(e);
        }
        return file;
    }

    /** Reads a journal without changing it. */
    static void read(Path path, Reader reader) {
        try (JournalFile file = new JournalFile(path, PrivateFiles.open(path, StandardOpenOption.READ))) {
            file.replay(reader);
        } catch (IOException e) {
            throw DirshException.failed("cannot read journal " + path, "runs", e);
        }
    }

    /**
     * Appends a record; it is on disk for sure only after {@link #force}.
     *
     * @return its offset and its length in bytes, line end included
     */
    Span append(Map<String, Object> record) {
        records++;
        String body = Json.write(record);
        String numbered = "{\"n\":" + records + "," + body.substring(1, body.length() - 1);
        byte[] line = (numbered + SEAL + checksum(numbered) + "\"}\n").getBytes(StandardCharsets.UTF_8);
        Span span = new Span(end, line.length);
        try {
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes, end + bytes.position());
            }
            end += line.length;
        } catch (IOException e) {
            throw broken(e);
        }
        return span;
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
    public void close() throws IOException {
        channel.close();
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
        while (end < size) {
            int length = lineLength(size);
            if (length < 0) {
                return;
            }
            byte[] line = bytes(end, length);
            boolean last = end + length + 1 >= size;
            if (!isSealed(line)) {
                if (last) {
                    return;
                }
                throw damaged();
            }
            JsonObject record = parse(line);
            if (record.number("n") != records + 1) {
                throw damaged();
            }
            records++;
            reader.record(record, end, length + 1);
            end += length + 1;
        }
    }

    /** Bytes up to the next line end, or -1 if none follows. */
    private int lineLength(long size) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        for (long from = end; from < size; from += CHUNK) {
            chunk.clear();
            int count = channel.read(chunk, from);
            for (int i = 0; i < count; i++) {
                if (chunk.get(i) == '\n') {
                    return Math.toIntExact(from - end + i);
                }
            }
        }
        return -1;
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

    private static boolean isSealed(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        int seal = text.length() - SEAL_LENGTH;
        return seal > 0 && text.substring(seal).equals(SEAL + checksum(text.substring(0, seal)) + "\"}");
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return java.util.HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private DirshException damaged() {
        return DirshException.failed(
                "journal " + path + " was changed at record " + (records + 1) + ": its checksum does not match",
                "restore it from a backup; until then this run cannot be resumed or undone",
                null);
    }

    private DirshException broken(IOException e) {
        return DirshException.failed(
                "cannot write journal " + path + ": " + e.getMessage(),
                "make room on that disk; then: runs --unfinished",
                e);
    }
}
