package dirsh.packed;

import dirsh.model.DirshException;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file for what does not fit into memory: only its owner may read it, no name leads to it, and it is gone with the process.
 *
 * <p>It is closed when nobody refers to it any more; a name that could not be deleted while it was in use, as on Windows, is deleted
 * then, or at the latest when Java ends. Unlike a channel it does not close itself when Ctrl-C interrupts whoever reads from it.
 */
final class ScratchFile {

    private static final String INSTEAD =
            "make room there, or name another folder: DIRSH_JAVA_OPTS=-Djava.io.tmpdir=FOLDER; or give more memory: DIRSH_JAVA_OPTS=-Xmx2g";

    /** How often a full disk is tried again, and how long after the time before. */
    private static final int TRIES = 20;

    private static final long WAIT_MILLIS = 50;

    private static final Cleaner CLEANER = Cleaner.create();

    private final Path folder;
    private final RandomAccessFile file;

    /**
     * Makes an empty one in the folder for temporary files.
     *
     * @throws DirshException if none can be made there
     */
    ScratchFile() {
        folder = Path.of(System.getProperty("java.io.tmpdir"));
        Path path;
        try {
            path = Files.createTempFile(folder, "dirsh-", ".scratch");
        } catch (IOException e) {
            throw unusable("make a file in", folder, e);
        }
        try {
            file = new RandomAccessFile(path.toFile(), "rw");
        } catch (IOException e) {
            path.toFile().delete();
            throw unusable("open", path, e);
        }
        CLEANER.register(this, new Closing(file, path));
        if (!path.toFile().delete()) {
            path.toFile().deleteOnExit();
        }
    }

    /** What is done when nobody refers to the file any more. */
    private record Closing(RandomAccessFile file, Path path) implements Runnable {
        @Override
        public void run() {
            try (file) {
                // nothing is to be written any more
            } catch (IOException e) {
                // nobody is there to be told, and nothing is lost
            } finally {
                path.toFile().delete();
            }
        }
    }

    private static DirshException unusable(String what, Path path, IOException cause) {
        return DirshException.failed(
                "cannot " + what + " " + path + ", where goes what does not fit into memory: "
                        + DirshException.reason(cause),
                INSTEAD,
                cause);
    }

    /** Puts bytes at an offset. */
    void write(long at, byte[] bytes) {
        for (int tries = 1; ; tries++) {
            try {
                file.seek(at);
                file.write(bytes);
                return;
            } catch (IOException e) {
                if (tries == TRIES || !waited(tries)) {
                    throw unusable("write to a file in", folder, e);
                }
            }
        }
    }

    /**
     * Files that nobody refers to any more take their room until a collection of garbage finds them, and are closed some moments
     * later: so a disk that is full need not stay so.
     *
     * @return whether the time has passed, and nobody has interrupted it
     */
    private static boolean waited(int tries) {
        if (tries == 1) {
            System.gc();
        }
        try {
            Thread.sleep(WAIT_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Fills an array with the bytes from an offset on. */
    void read(long at, byte[] into) {
        try {
            file.seek(at);
            file.readFully(into);
        } catch (EOFException e) {
            throw new IllegalStateException("read behind the end of a file in " + folder, e);
        } catch (IOException e) {
            throw unusable("read from a file in", folder, e);
        }
    }
}
