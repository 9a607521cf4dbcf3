package dirsh.shell;

import java.util.Optional;

/** How the user is asked in the middle of a command; every answer is empty where nobody sits. */
interface Asking {

    /** Nobody to ask. */
    Asking NOBODY = new Asking() {
        @Override
        public Optional<String> line(String question) {
            return Optional.empty();
        }

        @Override
        public Optional<char[]> secret(String question) {
            return Optional.empty();
        }
    };

    /** Asks for a line of text. */
    Optional<String> line(String question);

    /** Asks for a secret, which is not shown while it is typed. */
    Optional<char[]> secret(String question);
}
