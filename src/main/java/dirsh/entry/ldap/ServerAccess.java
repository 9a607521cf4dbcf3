package dirsh.entry.ldap;

import dirsh.model.DirshException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How to come to a server: as whom, and how the way there is protected.
 *
 * @param user the distinguished name to bind as, or null for nobody
 * @param passwordFile where the password is, or null to ask for it
 * @param ask asks for a secret, empty where nobody can answer; the array is overwritten after use
 * @param startTls whether to encrypt the connection by StartTLS
 * @param trustStore certificates to trust instead of those of Java, or null
 * @param insecure whether to take any certificate for any host
 * @param timeoutSeconds how long to wait for an answer
 * @param pageSize the most entries to ask for at once
 */
public record ServerAccess(
        @Nullable String user,
        @Nullable Path passwordFile,
        Function<String, Optional<char[]>> ask,
        boolean startTls,
        @Nullable Path trustStore,
        boolean insecure,
        int timeoutSeconds,
        int pageSize) {

    /** How long to wait for an answer unless somebody says otherwise. */
    public static final int USUAL_TIMEOUT = 30;

    /** Below what servers allow at most, which is 1000 in Active Directory. */
    public static final int USUAL_PAGE = 1000;

    /**
     * The password of the user.
     *
     * @throws DirshException if there is none to be had
     */
    char[] password(String server) {
        if (passwordFile != null) {
            return PasswordFile.read(passwordFile);
        }
        return ask.apply("password of " + user + " at " + server + ":")
                .orElseThrow(() -> DirshException.badInput(
                        "there is nobody to ask for the password of " + user,
                        "--password-file FILE, a file that you alone can read"));
    }
}
