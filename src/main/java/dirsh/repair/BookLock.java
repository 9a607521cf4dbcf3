package dirsh.repair;

import dirsh.home.PrivateFiles;
import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Locale;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * The right of one process to write to a book. The operating system drops it when the process ends, however it ends.
 *
 * <p>The lock file also says who holds it, for the message to the other.
 */
final class BookLock implements AutoCloseable {

    private static final int OWNER_LENGTH = 200;

    private final FileChannel channel;
    private final Clock clock;

    private BookLock(FileChannel channel, Clock clock) {
        this.channel = channel;
        this.clock = clock;
    }

    /**
     * Takes the lock of the book with that key.
     *
     * @throws DirshException if another process holds it, naming that process
     */
    static BookLock take(Path folder, String key, Clock clock) {
        PrivateFiles.folder(folder);
        String name = String.format(Locale.ROOT, "%08x-%d.lock", key.hashCode(), key.length());
        FileChannel channel = PrivateFiles.open(
                folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            if (lock(channel) == null) {
                String owner = owner(channel);
                channel.close();
                throw DirshException.failed(
                        "another dirsh is writing to this book: " + owner, "wait for it to end, then: runs", null);
            }
            return new BookLock(channel, clock);
        } catch (IOException e) {
            throw DirshException.failed("cannot lock " + folder.resolve(name) + ": " + e.getMessage(), "doctor", e);
        }
    }

    /** Says in the lock file which run holds it. */
    void heldFor(String run) {
        String owner = "run " + run + " of process " + ProcessHandle.current().pid() + " since " + clock.instant();
        try {
            channel.write(
                    ByteBuffer.wrap(StringUtils.rightPad(owner, OWNER_LENGTH).getBytes(StandardCharsets.UTF_8)), 0);
        } catch (IOException e) {
            throw DirshException.failed("cannot write the lock of the book: " + e.getMessage(), "doctor", e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(OWNER_LENGTH);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw DirshException.failed("cannot release the lock of the book: " + e.getMessage(), "doctor", e);
        }
    }
}
