package dirsh.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;

/** Whether code in a file or folder may be run: only its user or root can have put it there. */
final class Ownership {

    private Ownership() {}

    /** Why the code may not be run, as a predicate; empty if it may. Systems without POSIX permissions never object. */
    static Optional<String> objection(Path path) {
        PosixFileAttributeView view =
                Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            return Optional.empty();
        }
        try {
            PosixFileAttributes attributes = view.readAttributes();
            if (attributes.isSymbolicLink()) {
                return Optional.of("is a symbolic link");
            }
            String owner = attributes.owner().getName();
            if (!owner.equals(System.getProperty("user.name")) && !owner.equals("root")) {
                return Optional.of("belongs to " + owner);
            }
            if (attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE)) {
                return Optional.of("is writable by everybody");
            }
            return attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)
                    ? Optional.of("is writable by its group (chmod g-w)")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of("cannot be checked: " + e.getMessage());
        }
    }
}
