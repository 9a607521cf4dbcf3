package dirsh.source.nsf;

import dirsh.model.Place;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** The bytes of an open file, by positional reads that never go past its end. It is opened for reading and not locked. */
final class NsfFile implements AutoCloseable {

    /** More at once would only make the runtime keep a larger copy outside the heap. */
    private static final int MOST_AT_ONCE = 256 << 10;

    private final FileChannel channel;
    private final String name;
    private final long size;
    private final String token;

    private NsfFile(FileChannel channel, String name, long size, String token) {
        this.channel = channel;
        this.name = name;
        this.size = size;
        this.token = token;
    }

    /**
     * Opens a file.
     *
     * @param name the file's name as the user gave it
     */
    static NsfFile open(Path path, String name) {
        try {
            String token = token(path);
            FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
            try {
                return new NsfFile(channel, name, channel.size(), token);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw NsfErrors.io(name, e);
        }
    }

    /** What tells one content of a file from another without reading it. */
    static String token(Path path) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return attributes.size() + "|" + attributes.lastModifiedTime() + "|" + attributes.fileKey();
    }

    /** Whether this is still the content of the path. */
    boolean isCurrent(Path path) {
        try {
            return channel.isOpen() && token.equals(token(path));
        } catch (IOException e) {
            return false;
        }
    }

    String name() {
        return name;
    }

    long size() {
        return size;
    }

    Place place(long offset) {
        return Place.offset(name, offset);
    }

    /** Some bytes; nothing is allocated before they are known to be in the file. */
    NsfBytes bytes(long offset, long length) throws NsfDamage {
        check(offset, length);
        byte[] bytes = new byte[(int) length];
        read(offset, bytes, 0, bytes.length);
        return NsfBytes.of(bytes, offset);
    }

    /** Reads bytes into a part of an array. */
    void read(long offset, byte[] target, int from, int length) throws NsfDamage {
        check(offset, length);
        int done = 0;
        try {
            while (done < length) {
                ByteBuffer room = ByteBuffer.wrap(target, from + done, Math.min(length - done, MOST_AT_ONCE));
                int count = channel.read(room, offset + done);
                if (count < 0) {
                    throw new NsfDamage(offset + done, "the file has become shorter");
                }
                done += count;
            }
        } catch (IOException e) {
            throw NsfErrors.io(name, e);
        }
    }

    private void check(long offset, long length) throws NsfDamage {
        if (offset < 0 || length < 0 || length > Integer.MAX_VALUE - 8 || offset > size - length) {
            throw new NsfDamage(Math.max(0, Math.min(offset, size)), "a position points past the end of the file");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw NsfErrors.io(name, e);
        }
    }
}
