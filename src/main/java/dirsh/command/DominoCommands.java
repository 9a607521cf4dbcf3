package dirsh.command;

import dirsh.model.Answer;
import dirsh.model.DirshException;
import dirsh.source.OpenOptions;
import dirsh.source.domino.DominoBook;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The commands that only a live Domino Directory answers: its replicas, its views and a server's console. */
public final class DominoCommands {

    private final Session session;
    private final Opener opener;
    private final Console console;

    DominoCommands(Session session, Opener opener, Console console) {
        this.session = session;
        this.opener = opener;
        this.console = console;
    }

    /** Opens a book with what the command was told about it, a live one after its password where that is asked for. */
    public OpenBook open(Arguments arguments) {
        String address = String.valueOf(arguments.get("address"));
        if (isOn(arguments, "ask-password")) {
            char[] password = console.askSecret("Password of the Notes ID:")
                    .orElseThrow(() -> DirshException.badInput(
                            "nobody is there to type the password of the Notes ID",
                            "run dirsh at a terminal, or let Notes share its login: File, Security, User Security,"
                                    + " \"Don't prompt for a password from other Notes-based programs\""));
            opener.domino().unlock(address, password);
        }
        OpenOptions live = new OpenOptions(isOn(arguments, "thorough"), isOn(arguments, "replica-here"));
        return session.open(address, (String) arguments.get("as"), SourceOptions.of(arguments), live);
    }

    /**
     * Sends a command to a server's console; the answer is shown and both are audited.
     *
     * @param server the server; that of the open book if null
     */
    public String console(String command, @Nullable String server) {
        String to = server == null ? book(null).server() : server;
        session.repairs().console(to, command, "sent");
        String answer = opener.domino().console(to, command).strip();
        session.repairs().console(to, command, answer);
        return answer;
    }

    /** With whom the database replicated last, when and in which direction. */
    public List<Answer> replicas(@Nullable String in) {
        return book(in).replicationHistory();
    }

    /** What a view shows, beside the flag item as each document stores it. */
    public List<Answer> view(String name, @Nullable String key, @Nullable String in) {
        return book(in).view(name, key == null ? "" : key);
    }

    private static boolean isOn(Arguments arguments, String name) {
        return Boolean.TRUE.equals(arguments.get(name));
    }

    private DominoBook book(@Nullable String in) {
        if (session.book(in).book() instanceof DominoBook book) {
            return book;
        }
        throw DirshException.badInput(
                session.book(in).name() + " is no live Domino Directory", "open domino:CN=Hub1/O=Acme!!names.nsf");
    }
}
