package dirsh.source.domino;

import dirsh.model.DirshException;
import org.jspecify.annotations.Nullable;

/**
 * What an error of the Notes C API means. The library does not always mask the number: the bits above say where the
 * error comes from.
 *
 * @param number the status without those bits
 * @param remote whether the server reported it
 * @param text what Notes says; may be empty
 */
record NotesFailure(int number, boolean remote, String text) {

    static final int NO_DATABASE = 0x103;
    static final int NO_INI = 421;
    static final int CONFLICT = 517;
    static final int DELETED = 549;
    static final int INVALID_NOTE = 551;
    static final int NO_RIGHTS = 582;
    static final int NOT_FOUND = 1028;
    static final int WRONG_PASSWORD = 0x1908;

    private static final int NUMBER = 0x3FFF;
    private static final int REMOTE = 0x4000;

    /** The failure behind an id of the library. */
    static NotesFailure of(int id, @Nullable String message) {
        String text = message == null ? "" : message.replaceAll("\\s*\\(error code:.*|\\s*\\(ERR .*", "");
        return new NotesFailure(id & NUMBER, (id & REMOTE) != 0, text.strip());
    }

    /** Whether the document is gone, in any of the ways Notes says so. */
    boolean isGone() {
        return number == DELETED || number == INVALID_NOTE || number == NOT_FOUND;
    }

    /** The error for the user where nobody knows better. */
    DirshException exception(Throwable cause) {
        return switch (number) {
            case NO_INI ->
                DirshException.failed(
                        "Notes cannot start: its notes.ini was not found",
                        "export DIRSH_NOTES_INI=/path/to/notes.ini",
                        cause);
            case NO_DATABASE ->
                DirshException.badInput(
                        "there is no such database" + where(),
                        "check server and path: domino:CN=Hub1/O=Acme!!names.nsf");
            case NO_RIGHTS ->
                DirshException.failed(
                        "the access control list does not allow it" + where(), "ask for access, then again", cause);
            case WRONG_PASSWORD ->
                DirshException.badInput("the Notes ID needs its password" + where(), "open ADDRESS --ask-password");
            default -> DirshException.failed(sentence(), "doctor", cause);
        };
    }

    /** What Notes says, with the number by which it is found in HCL's documentation. */
    String sentence() {
        String what = text.isEmpty() ? "Notes reports an error" : "Notes says: " + text;
        return what + " (error " + number + where() + ")";
    }

    private String where() {
        return remote ? ", from the server" : "";
    }
}
