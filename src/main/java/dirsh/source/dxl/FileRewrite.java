package dirsh.source.dxl;

import dirsh.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * A new version of a file, written beside it, forced to disk and then put in its place in one step.
 *
 * <p>Closing it without that step leaves the file as it is and nothing beside it.
 */
final class FileRewrite implements AutoCloseable {

    private static final int BLOCK = 1 << 20;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final DxlFile file;
    private final Path folder;
    private final String prefix;
    private final Path aside;
    private boolean replaced;

    FileRewrite(DxlFile file) {
        this.file = file;
        Path path = file.path().toAbsolutePath();
        this.folder = Objects.requireNonNullElse(path.getParent(), path);
        this.prefix = "." + path.getFileName() + ".dirsh-";
        this.aside = path.resolveSibling(prefix + UUID.randomUUID() + ".tmp");
    }

    /** SHA-256 of the whole file in hexadecimal digits. */
    static String hash(DxlFile file) {
        MessageDigest digest = Sha256.digest();
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file.path())) {
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                digest.update(block, 0, count);
            }
        } catch (IOException e) {
            throw DxlErrors.io("read", file.name(), e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Writes the new version aside and tells its SHA-256; the changes are in the order of the file. */
    String write(List<DxlPublication.Change> changes) {
        try {
            removeStale();
            MessageDigest digest = Sha256.digest();
            try (FileChannel in = FileChannel.open(file.path(), StandardOpenOption.READ);
                    FileChannel out = create()) {
                long done = 0;
                for (DxlPublication.Change change : changes) {
                    DocumentIndex.Entry entry = change.stored();
                    copy(in, done, entry.offset(), out, digest);
                    put(ByteBuffer.wrap(change.kept().get()), out, digest);
                    done = entry.offset() + entry.length();
                }
                copy(in, done, in.size(), out, digest);
                out.force(true);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw DxlErrors.io("write", aside.toString(), e);
        }
    }

    /** Puts the new version in the place of the old one. */
    void replace() {
        try {
            Files.move(aside, file.path(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            replaced = true;
        } catch (IOException e) {
            throw DxlErrors.io("write", file.name(), e);
        }
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        } catch (IOException e) {
            // Not every system can force a folder; the rename has happened either way.
            return;
        }
    }

    private FileChannel create() throws IOException {
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
        FileChannel out =
                FileChannel.open(aside, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
        if (posix) {
            PosixFileAttributes old = Files.readAttributes(file.path(), PosixFileAttributes.class);
            own(old);
            Files.setPosixFilePermissions(aside, old.permissions());
        }
        return out;
    }

    /** The file stays with whom it belonged to; only an administrator of the system can be somebody else here. */
    private void own(PosixFileAttributes old) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(aside, PosixFileAttributeView.class);
        PosixFileAttributes fresh = view.readAttributes();
        if (!fresh.group().equals(old.group())) {
            view.setGroup(old.group());
        }
        if (!fresh.owner().equals(old.owner())) {
            view.setOwner(old.owner());
        }
    }

    private static void copy(FileChannel in, long from, long to, FileChannel out, MessageDigest digest)
            throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        long position = from;
        while (position < to) {
            block.clear().limit((int) Math.min(BLOCK, to - position));
            int count = in.read(block, position);
            if (count < 0) {
                throw new IOException("the file became shorter");
            }
            position += count;
            put(block.flip(), out, digest);
        }
    }

    private static void put(ByteBuffer bytes, FileChannel out, MessageDigest digest) throws IOException {
        digest.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /** Removes what a killed run left; nobody else writes while we hold the book's lock. */
    private void removeStale() throws IOException {
        try (DirectoryStream<Path> stale = Files.newDirectoryStream(folder, this::isOurs)) {
            for (Path path : stale) {
                Files.deleteIfExists(path);
            }
        }
    }

    private boolean isOurs(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(prefix) && name.endsWith(".tmp");
    }

    @Override
    public void close() {
        if (!replaced) {
            try {
                Files.deleteIfExists(aside);
            } catch (IOException e) {
                // The next publication removes it; what went wrong before matters more.
                return;
            }
        }
    }
}
