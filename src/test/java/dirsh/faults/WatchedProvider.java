package dirsh.faults;

import static dirsh.faults.WatchedPath.real;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JDK's file access with a {@link Disk} in between.
 *
 * <p>{@code -Djava.nio.file.spi.DefaultFileSystemProvider} puts it under a whole process, without a hook in the program.
 */
public final class WatchedProvider extends FileSystemProvider {

    private static final URI ROOT = URI.create("file:///");

    private final FileSystemProvider real;
    private final Disk disk;
    private final WatchedFiles files;

    /** The default provider of a process whose options describe the disk. */
    public WatchedProvider(FileSystemProvider real) {
        this(real, Disk.ofOptions(real.getFileSystem(ROOT)));
    }

    WatchedProvider(FileSystemProvider real, Disk disk) {
        this.real = real;
        this.disk = disk;
        this.files = new WatchedFiles(this, real.getFileSystem(ROOT));
    }

    /** The path on the watched disk. */
    Path watched(Path path) {
        return files.watched(path);
    }

    @Override
    public String getScheme() {
        return real.getScheme();
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return files;
    }

    @Override
    public Path getPath(URI uri) {
        return watched(real.getPath(uri));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        boolean there = Files.exists(real(path), LinkOption.NOFOLLOW_LINKS);
        if (!there
                && (options.contains(StandardOpenOption.CREATE) || options.contains(StandardOpenOption.CREATE_NEW))) {
            disk.operation(real(path));
        } else if (there && options.contains(StandardOpenOption.TRUNCATE_EXISTING)) {
            disk.freeing(real(path));
        } else if (!options.contains(StandardOpenOption.WRITE)) {
            disk.reading(real(path));
        }
        return new WatchedChannel(real.newFileChannel(real(path), options, attributes), real(path), disk);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = real.newDirectoryStream(real(folder), entry -> true)) {
            for (Path entry : stream) {
                Path watched = watched(entry);
                if (filter.accept(watched)) {
                    entries.add(watched);
                }
            }
        }
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return entries.iterator();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        if (!Files.exists(real(folder), LinkOption.NOFOLLOW_LINKS)) {
            disk.operation(real(folder));
        }
        real.createDirectory(real(folder), attributes);
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes) throws IOException {
        disk.operation(real(link));
        real.createSymbolicLink(real(link), real(target), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        disk.freeing(real(path));
        real.delete(real(path));
    }

    @Override
    public boolean deleteIfExists(Path path) throws IOException {
        if (Files.exists(real(path), LinkOption.NOFOLLOW_LINKS)) {
            disk.freeing(real(path));
        }
        return real.deleteIfExists(real(path));
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) throws IOException {
        disk.operation(real(to));
        real.copy(real(from), real(to), options);
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        disk.operation(real(to));
        real.move(real(from), real(to), options);
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        return real.isSameFile(real(one), real(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return real.isHidden(real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return real.getFileStore(real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        real.checkAccess(real(path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        return real.getFileAttributeView(real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return real.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) throws IOException {
        return real.readAttributes(real(path), names, options);
    }

    @Override
    public void setAttribute(Path path, String name, Object value, LinkOption... options) throws IOException {
        real.setAttribute(real(path), name, value, options);
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        return watched(real.readSymbolicLink(real(link)));
    }
}
