package dirsh.home;

import dirsh.model.DirshException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/** Files and folders that nobody but the user can read, from the moment they exist and whatever the umask is. */
public final class PrivateFiles {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFiles() {}

    /** Makes sure that the folder and its parents are there; new ones get mode 0700. */
    public static Path folder(Path folder) {
        try {
            return Files.createDirectories(folder, mode("rwx------"));
        } catch (IOException e) {
            throw cannot("create the folder", folder, e);
        }
    }

    /**
     * Makes sure that an own file is there; a new one gets mode 0600.
     *
     * @throws DirshException if something else goes by the name, such as a link that may lead anywhere
     */
    public static Path file(Path file) {
        Path parent = file.getParent();
        if (parent != null) {
            folder(parent);
        }
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.createFile(file, mode("rw-------"));
            }
        } catch (FileAlreadyExistsException e) {
            return file; // another process was quicker
        } catch (IOException e) {
            throw cannot("make", file, e);
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw DirshException.failed(file + " is no plain file", "rm '" + file + "'", null);
        }
        return file;
    }

    /** Whether anybody but the owner can write the file; never where the system knows no such permissions. */
    static boolean writableByOthers(Path file) {
        if (!POSIX) {
            return false;
        }
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            return permissions.contains(PosixFilePermission.GROUP_WRITE)
                    || permissions.contains(PosixFilePermission.OTHERS_WRITE);
        } catch (IOException e) {
            throw cannot("read", file, e);
        }
    }

    /**
     * Makes a folder with mode 0700 in one that is there.
     *
     * @return false if the name is taken
     */
    public static boolean newFolder(Path folder) {
        try {
            Files.createDirectory(folder, mode("rwx------"));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw cannot("create the folder", folder, e);
        }
    }

    /** Removes a file or an empty folder, if it is there. */
    public static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw cannot("remove", path, e);
        }
    }

    /**
     * Opens a file with mode 0600.
     *
     * @throws DirshException if it cannot be opened, or is a symbolic link
     */
    public static FileChannel open(Path file, StandardOpenOption... options) {
        if (Files.isSymbolicLink(file)) {
            throw DirshException.badInput(file + " is a symbolic link", "rm '" + file + "'");
        }
        Set<OpenOption> all = new HashSet<>(Set.of(options));
        all.add(LinkOption.NOFOLLOW_LINKS);
        try {
            return FileChannel.open(file, all, mode("rw-------"));
        } catch (IOException e) {
            throw cannot("open", file, e);
        }
    }

    /** What a file is to hold. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer out) throws IOException;
    }

    /** Writes a whole file with mode 0600: aside, forced, then renamed, so that it is never half there. */
    public static void write(Path file, String text) {
        write(file, out -> out.write(text));
    }

    /** The same for content that is made while it is written; whatever it throws leaves the file as it was. */
    public static void write(Path file, Content content) {
        if (Files.isSymbolicLink(file)) {
            throw DirshException.badInput(file + " is a symbolic link", "rm '" + file + "'");
        }
        Path aside = file.resolveSibling(
                "." + file.getFileName() + ".tmp" + ProcessHandle.current().pid());
        try {
            try (FileChannel out = open(
                    aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                Writer writer = new BufferedWriter(
                        new OutputStreamWriter(Channels.newOutputStream(out), StandardCharsets.UTF_8));
                content.writeTo(writer);
                writer.flush();
                out.force(true);
            }
            move(aside, file);
        } catch (IOException e) {
            delete(aside);
            throw cannot("write", file, e);
        } catch (RuntimeException | Error e) {
            delete(aside);
            throw e;
        }
    }

    private static void move(Path aside, Path file) throws IOException {
        try {
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static FileAttribute<?>[] mode(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static DirshException cannot(String what, Path path, IOException e) {
        boolean room = !(e instanceof AccessDeniedException || e instanceof FileAlreadyExistsException);
        return DirshException.failed(
                "cannot " + what + " " + path + ": " + DirshException.reason(e),
                (room ? "df -h '" : "ls -ld '") + path.toAbsolutePath().getParent() + "'",
                e);
    }
}
