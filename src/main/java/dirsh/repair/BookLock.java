package dirsh.repair;

import dirsh.home.HostName;
import dirsh.home.PrivateFiles;
import dirsh.model.DirshException;
import dirsh.model.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right of one process to write to a book. The operating system drops it when the process ends, however it ends.
 *
 * <p>The lock file also says who holds it: for the message to the other, and because between two machines the operating
 * systems may not see each other's locks. An owner that let go cleanly is wiped out of the file.
 */
final class BookLock implements AutoCloseable {

    private static final int MOST_OWNER_BYTES = 4096;

    /** Far behind the owner, because Windows keeps others from reading what is locked. */
    private static final long LOCKED_BYTE = 1L << 40;

    private final Path file;
    private final FileChannel channel;
    private final Optional<LockOwner> left;
    private LockOwner owner;

    private BookLock(Path file, FileChannel channel, Optional<LockOwner> left, LockOwner owner) {
        this.file = file;
        this.channel = channel;
        this.left = left;
        this.owner = owner;
    }

    /**
     * Takes the lock of the book with that key.
     *
     * @param breaking whether to take it even from a process on another host, which cannot be asked whether it lives
     * @throws DirshException if another process holds it, naming that process
     */
    static BookLock take(Path folder, String key, Clock clock, boolean breaking) {
        PrivateFiles.folder(folder);
        Path file = file(folder, key);
        FileChannel channel =
                PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            boolean free = lock(channel) != null;
            Optional<LockOwner> recorded = recorded(channel);
            String host = HostName.get();
            String next = refusal(free, recorded, host, breaking);
            if (!next.isEmpty()) {
                channel.close();
                throw DirshException.failed(
                        "another dirsh is writing to this book: "
                                + recorded.map(LockOwner::toString).orElse("a process that has just begun"),
                        next,
                        null);
            }
            BookLock lock = new BookLock(file, channel, recorded, LockOwner.me(host, clock.instant()));
            lock.write(lock.owner.encoded());
            return lock;
        } catch (IOException e) {
            // Else this process would hold it until its end and refuse itself.
            release(channel);
            throw DirshException.failed("cannot lock " + file + ": " + DirshException.reason(e), "doctor", e);
        }
    }

    /** What to do instead of taking the lock; empty if it may be taken. */
    private static String refusal(boolean free, Optional<LockOwner> recorded, String host, boolean breaking) {
        if (!free) {
            return "wait for it to end, then: runs";
        }
        if (recorded.isEmpty()) {
            return "";
        }
        if (!recorded.get().host().equals(host)) {
            return breaking ? "" : "see on that host whether it still runs; if not, again with --break-lock";
        }
        boolean me = recorded.get().pid() == ProcessHandle.current().pid();
        return !me && recorded.get().isAlive() ? "wait for it to end, then: runs" : "";
    }

    /** The process that went without letting go of the lock, if there was one. */
    Optional<LockOwner> left() {
        return left;
    }

    /** Says in the lock file which run holds it. */
    void heldFor(String run) {
        owner = owner.with(run);
        try {
            write(owner.encoded());
        } catch (IOException e) {
            throw DirshException.failed(
                    "cannot write the lock of the book, " + file + ": " + DirshException.reason(e), "doctor", e);
        }
    }

    /**
     * Who holds locks now, as far as this machine can tell; a process on another host counts. Not to be asked while this
     * process holds one: closing a file drops what the process holds of it.
     */
    static List<LockOwner> holders(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        String host = HostName.get();
        List<LockOwner> holders = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.lock")) {
            for (Path file : files) {
                LockOwner.decoded(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                        .filter(holder -> !holder.host().equals(host) || holder.isAlive())
                        .ifPresent(holders::add);
            }
        } catch (IOException e) {
            throw DirshException.failed("cannot read " + folder + ": " + DirshException.reason(e), "doctor", e);
        }
        return holders;
    }

    private static void release(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // What went wrong before matters more.
            return;
        }
    }

    private static Path file(Path folder, String key) {
        return folder.resolve(Sha256.hex(key.getBytes(StandardCharsets.UTF_8)) + ".lock");
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static Optional<LockOwner> recorded(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_OWNER_BYTES);
        channel.read(bytes, 0);
        return LockOwner.decoded(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip());
    }

    private void write(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(bytes), 0);
    }

    @Override
    public void close() {
        try (channel) {
            channel.truncate(0);
        } catch (IOException e) {
            throw DirshException.failed(
                    "cannot release the lock of the book, " + file + ": " + DirshException.reason(e), "doctor", e);
        }
    }
}
