package dirsh.source.domino;

import com.mindoo.domino.jna.utils.ServerUtils;
import dirsh.model.DirshException;
import dirsh.source.OpenOptions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The door to Notes and Domino: starts Notes when it is first needed and ends it with the session.
 *
 * <p>Making one costs nothing and loads nothing of the library.
 */
public final class Domino implements AutoCloseable {

    /** The name of the thread on which all of Notes runs. */
    public static final String THREAD_NAME = "dirsh-notes";

    private final Map<String, String> environment;
    private @Nullable NotesThread thread;

    /**
     * A door.
     *
     * @param environment the variables of the process, of which {@code DIRSH_NOTES} and {@code DIRSH_NOTES_INI} are read
     */
    public Domino(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** What is there and what is missing, by name; looks at files and classes only. */
    public Map<String, String> checkup() {
        return NotesInstallation.of(environment).lines();
    }

    /**
     * Opens a database.
     *
     * @param address {@code domino:SERVER!!path}
     * @param judgedItem the item by which a scan tells the documents that need no closer look: those where it is "1"
     * @throws DirshException if something is missing, or there is no such database, or no access to it
     */
    public DominoBook open(String address, String judgedItem, OpenOptions options) {
        DominoAddress parsed = DominoAddress.parse(address);
        return DominoBook.open(started(address), parsed, judgedItem, options);
    }

    /**
     * Makes the ID of notes.ini usable for this process.
     *
     * @param password of the ID; cleared before this returns
     */
    public void unlock(String address, char[] password) {
        started(address).unlock(password);
    }

    /** Sends a command to a server's console and gives its answer. */
    public String console(String server, String command) {
        return started("the console of " + server).run(() -> ServerUtils.sendConsoleCommand(server, command));
    }

    private NotesThread started(String address) {
        NotesThread running = thread;
        if (running == null) {
            NotesInstallation installation = NotesInstallation.of(environment);
            installation.require(address);
            running = NotesThread.start(installation);
            thread = running;
        }
        return running;
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.close();
            thread = null;
        }
    }
}
