package dirsh.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A disk that counts the operations which change it below one folder and goes wrong at one of them.
 *
 * <p>Operations are numbered from 1 on: making, writing, forcing, cutting, renaming or removing a file, making a folder.
 */
public final class Disk {

    /** What happens at the operation. */
    public enum Fault {
        /** The process is gone before it is done, without any last word. */
        HALT,
        /** It and all later ones find no room; only removing and cutting still work. Half of the bytes still fit. */
        FULL,
        /** It is done once somebody says so. Here every file that is opened for reading counts as well. */
        WAIT
    }

    private static final int KILLED = 137;

    private final Path watched;
    private final Fault fault;
    private final Pause pause;
    private final long at;
    private final List<String> failed = new ArrayList<>();
    private long operations;
    private long bytesRead;
    private boolean full;
    private WatchedProvider provider;

    /**
     * @param watched the folder
     * @param at the number of the operation; 0 for none
     */
    public Disk(Path watched, Fault fault, long at) {
        this(watched, fault, at, new Pause(new File("")));
    }

    private Disk(Path watched, Fault fault, long at, Pause pause) {
        this.watched = watched;
        this.pause = pause;
        this.fault = fault;
        this.at = at;
    }

    /** The disk that the options of this process describe, as {@link #options} wrote them. */
    static Disk ofOptions(FileSystem real) {
        return new Disk(
                real.getPath(System.getProperty("dirsh.disk.folder", "/")),
                Fault.valueOf(System.getProperty("dirsh.disk.fault", "HALT")),
                Long.getLong("dirsh.disk.at", 0),
                new Pause(new File(System.getProperty("dirsh.disk.pause", ""))));
    }

    /** The options by which a process of its own gets such a disk. */
    public static List<String> options(Path watched, Fault fault, long at) {
        return List.of(
                "-Djava.nio.file.spi.DefaultFileSystemProvider=" + WatchedProvider.class.getName(),
                "-Ddirsh.disk.folder=" + watched,
                "-Ddirsh.disk.fault=" + fault,
                "-Ddirsh.disk.at=" + at);
    }

    /** The options of a process that waits at an operation, as {@link Pause} says; 0 for none. */
    public static List<String> waiting(Path watched, long at, Pause pause) {
        List<String> options = new ArrayList<>(options(watched, Fault.WAIT, at));
        options.add("-Ddirsh.disk.pause=" + pause.folder());
        return options;
    }

    /** The same place on this disk. */
    public Path at(Path path) {
        if (provider == null) {
            provider = new WatchedProvider(FileSystems.getDefault().provider(), this);
        }
        return provider.watched(path);
    }

    /** There is room again. */
    public void makeRoom() {
        full = false;
    }

    /** How many operations were counted. */
    public long operations() {
        return operations;
    }

    /** How many bytes were read through files of its own, at whatever place in them. */
    public long bytesRead() {
        return bytesRead;
    }

    /** Counts bytes that were read. */
    synchronized void read(long bytes) {
        bytesRead += Math.max(0, bytes);
    }

    /** The paths whose operations failed. */
    public List<String> failed() {
        return List.copyOf(failed);
    }

    /** Counts a file opened for reading, where that counts. */
    void reading(Path path) {
        if (fault == Fault.WAIT && isWatched(path)) {
            await("read " + path.toAbsolutePath());
        }
    }

    private synchronized void await(String what) {
        pause.note(++operations, what);
        if (operations == at) {
            pause.await();
        }
    }

    /** Counts an operation that needs room. */
    void operation(Path path) throws IOException {
        if (fault == Fault.WAIT) {
            if (isWatched(path)) {
                await("change " + path.toAbsolutePath());
            }
        } else if (goesWrong(path) || (full && isWatched(path))) {
            failed.add(path.toString());
            throw new IOException("No space left on device");
        }
    }

    /** Counts an operation that makes room. */
    void freeing(Path path) {
        if (fault != Fault.WAIT) {
            goesWrong(path);
        }
    }

    private synchronized boolean goesWrong(Path path) {
        if (!isWatched(path) || ++operations != at) {
            return false;
        }
        if (fault == Fault.HALT) {
            Runtime.getRuntime().halt(KILLED);
        }
        full = fault == Fault.FULL;
        return true;
    }

    private boolean isWatched(Path path) {
        return path.toAbsolutePath().startsWith(watched);
    }
}
