package dirsh.shell;

import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The user's own folder, {@code DIRSH_HOME}: readable by nobody else from the moment it is made.
 *
 * @param path the folder
 */
public record Home(Path path) {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    /** The folder that the environment names, or {@code .dirsh} below the user's home. */
    static Home of(Map<String, String> environment, Path userHome) {
        String named = environment.getOrDefault("DIRSH_HOME", "");
        return new Home(
                named.isBlank() ? userHome.resolve(".dirsh") : Path.of(named).toAbsolutePath());
    }

    /** The folder, made if it was not there. */
    public Path made() {
        try {
            if (!Files.isDirectory(path)) {
                Path parent = path.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.createDirectory(path, only(FOLDER));
            }
            return path;
        } catch (IOException e) {
            throw DirshException.failed(
                    "cannot make the folder " + path + ": " + e.getMessage(), "DIRSH_HOME=/another/folder dirsh", e);
        }
    }

    /** A file in the folder, made if it was not there; a link is refused, since it may lead anywhere. */
    Path file(String name) {
        Path file = made().resolve(name);
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.createFile(file, only(FILE));
            }
        } catch (FileAlreadyExistsException e) {
            return file; // another shell was quicker
        } catch (IOException e) {
            throw DirshException.failed("cannot make " + file + ": " + e.getMessage(), "ls -ld " + path, e);
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw DirshException.failed(file + " is no plain file", "rm " + file, null);
        }
        return file;
    }

    /** A file in the folder that only the owner can have written; empty if there is none. */
    Optional<Path> trusted(String name) {
        Path file = path.resolve(name);
        try {
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            if (posix()) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
                if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                        || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                    throw DirshException.failed(file + " is not run: others can write it", "chmod go-w " + file, null);
                }
            }
            return Optional.of(file);
        } catch (IOException e) {
            throw DirshException.failed("cannot read " + file + ": " + e.getMessage(), "ls -l " + file, e);
        }
    }

    private FileAttribute<?>[] only(Set<PosixFilePermission> permissions) {
        return posix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private boolean posix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
