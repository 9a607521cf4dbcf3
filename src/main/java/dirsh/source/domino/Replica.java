package dirsh.source.domino;

import dirsh.model.DirshException;
import dirsh.model.NotesName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which replica of a directory this is and what the user may do in it.
 *
 * @param server where it is; empty for a local one
 * @param administrationServer the one named by the access control list; empty where that could not be read
 * @param kind what kind of replica
 * @param user the ID's owner, as a canonical name; empty where Notes does not tell
 * @param access the user's access level
 * @param roles the user's roles, in brackets
 */
record Replica(String server, String administrationServer, Kind kind, String user, Access access, List<String> roles) {

    /** The kinds of replica. */
    enum Kind {
        SERVER("on a server"),
        LOCAL("local"),
        CATALOG("a directory catalog");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** The levels of an access control list, the lowest first, by the names Domino JNA gives them. */
    enum Access {
        NOACCESS,
        DEPOSITOR,
        READER,
        AUTHOR,
        EDITOR,
        DESIGNER,
        MANAGER;

        @Override
        public String toString() {
            String word = this == NOACCESS ? "no" : name().toLowerCase(Locale.ROOT);
            return Character.toUpperCase(word.charAt(0)) + word.substring(1);
        }
    }

    Replica {
        roles = List.copyOf(roles);
    }

    /** The kind, told from where the database is and from the template its design comes from. */
    static Kind kind(String server, String template) {
        String name = template.toLowerCase(Locale.ROOT);
        if (name.contains("dircat") || name.contains("directorycatalog")) {
            return Kind.CATALOG;
        }
        return server.isEmpty() ? Kind.LOCAL : Kind.SERVER;
    }

    /** Whether the access control list names this replica's server as administration server. */
    boolean isAdministrationServers() {
        return !server.isEmpty() && same(server, administrationServer);
    }

    private static boolean same(String one, String other) {
        return new NotesName(one).abbreviated().equalsIgnoreCase(new NotesName(other).abbreviated());
    }

    /** The user in a sentence. */
    String who() {
        return user.isEmpty() ? "the ID's owner" : user;
    }

    /** What to know before writing, in sentences. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        String administration = administrationServer.isEmpty()
                ? "administration server unknown"
                : "administration server " + administrationServer
                        + (isAdministrationServers() ? " (this one)" : " (not this one)");
        sentences.add("replica " + kind + (server.isEmpty() ? "" : ", " + server) + "; " + administration);
        sentences.add(
                who() + " has " + access + " access" + (roles.isEmpty() ? "" : " with " + String.join(" ", roles)));
        return sentences;
    }

    /**
     * Why nothing may be saved here.
     *
     * @param here whether the user said that this replica is meant
     */
    Optional<DirshException> refusal(boolean here) {
        if (kind == Kind.CATALOG) {
            return Optional.of(DirshException.badInput(
                    "this is a directory catalog: it is built from other directories and never written",
                    "open the directory itself, such as domino:CN=Hub1/O=Acme!!names.nsf"));
        }
        if (access.compareTo(Access.AUTHOR) < 0) {
            return Optional.of(DirshException.badInput(
                    who() + " has " + access + " access and cannot save documents here", "ask for Editor access"));
        }
        boolean other = kind == Kind.LOCAL || (!administrationServer.isEmpty() && !isAdministrationServers());
        if (other && !here) {
            String which = kind == Kind.LOCAL
                    ? "this is a local replica"
                    : "this replica is on " + server + ", the administration server is " + administrationServer;
            return Optional.of(DirshException.badInput(
                    which,
                    administrationServer.isEmpty()
                            ? "open ADDRESS --replica-here, once this replica is meant"
                            : "open the replica on " + administrationServer
                                    + ", or open ADDRESS --replica-here if this one is meant"));
        }
        return Optional.empty();
    }

    /** Why this user must not change a protected item; empty if the user may (C API: ITEM_PROTECTED). */
    Optional<String> protectedRefusal() {
        return access.compareTo(Access.EDITOR) < 0
                ? Optional.of("its flag item is protected: that needs Editor access, " + who() + " has " + access)
                : Optional.empty();
    }
}
