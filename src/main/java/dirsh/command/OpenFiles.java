package dirsh.command;

import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The files that a session has open: address books and exports of recipients. */
public final class OpenFiles {

    private final Session session;

    public OpenFiles(Session session) {
        this.session = session;
    }

    /** What a file is open as, by whatever path it goes; empty if it is not open. */
    public Optional<String> name(Path file) {
        Map<String, String> addresses = new LinkedHashMap<>();
        session.books().forEach(book -> addresses.put(book.book().identity().lockKey(), "address book " + book.name()));
        session.exchanges().forEach(open -> addresses.put(open.source().address(), "Exchange export " + open.name()));
        return addresses.entrySet().stream()
                .filter(open -> isSame(open.getKey(), file))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether a file is among those that dirsh keeps for itself: plans, runs, history, the audit log. */
    public boolean isOwn(Path file) {
        return real(file).startsWith(real(session.plans().home().folder()));
    }

    /** Where a file that need not be there yet would really be: a folder on its way may be a link. */
    private static Path real(Path file) {
        Path path = file.toAbsolutePath().normalize();
        Path folder = path;
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        try {
            return folder == null
                    ? path
                    : folder.toRealPath().resolve(folder.relativize(path)).normalize();
        } catch (IOException e) {
            return path;
        }
    }

    private boolean isSame(String address, Path file) {
        try {
            return Files.isSameFile(session.file(address), file);
        } catch (IOException | DirshException e) {
            return false; // one of the two is not there, or the address is no file
        }
    }
}
