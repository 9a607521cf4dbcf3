package dirsh.entry.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import dirsh.model.DirshException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * What went wrong with a server, each in one line.
 *
 * @param address which server
 * @param access how it was asked
 */
record LdapErrors(LdapAddress address, ServerAccess access) {

    private static final String NOT_TRUSTED =
            "--trust-store ca.pem with the certificate of its authority, and the name the certificate is for as host";

    /** The connection could not be made. */
    DirshException connecting(LDAPException failure) {
        if (isAboutCertificates(failure)) {
            return failed("the certificate is not trusted, or it is for another host", NOT_TRUSTED, failure);
        }
        if (has(failure, UnknownHostException.class)) {
            return failed("there is no host of that name", "the full name of the server", failure);
        }
        if (has(failure, SocketTimeoutException.class)
                || failure.getResultCode().equals(ResultCode.TIMEOUT)) {
            return late(failure);
        }
        if (has(failure, SSLException.class)) {
            return failed(
                    "the connection cannot be encrypted", "ldap:// with --start-tls, or the port of ldaps", failure);
        }
        String why = has(failure, ConnectException.class) ? "nothing listens there" : "no connection";
        return failed(why, "host and port, and whether a firewall is between", failure);
    }

    /** The server does not take the user. */
    DirshException binding(LDAPException failure) {
        ResultCode code = failure.getResultCode();
        if (code.equals(ResultCode.INVALID_CREDENTIALS)) {
            return failed("wrong password, or no user " + access.user(), "--user \"CN=Reader,O=Acme\"", failure);
        }
        if (code.equals(ResultCode.CONFIDENTIALITY_REQUIRED) || code.equals(ResultCode.STRONG_AUTH_REQUIRED)) {
            return failed("a password is only taken over an encrypted connection", "ldaps://, or --start-tls", failure);
        }
        return searching(failure, 0);
    }

    /** The search ended early, after so many entries. */
    DirshException searching(LDAPException failure, long entries) {
        ResultCode code = failure.getResultCode();
        String after = entries == 0 ? "" : " after " + entries + " entries";
        if (code.equals(ResultCode.NO_SUCH_OBJECT)) {
            String matched = failure.getMatchedDN();
            return failed(
                    "there is no entry " + address.base(),
                    matched == null || matched.isEmpty() ? "another base in the address" : "the base " + matched,
                    failure);
        }
        // A search in pages meets the limit for a whole search as an administrative one (OpenLDAP).
        boolean administrative = code.equals(ResultCode.ADMIN_LIMIT_EXCEEDED);
        if (administrative || code.equals(ResultCode.SIZE_LIMIT_EXCEEDED)) {
            return failed(
                    (administrative ? "an administrative limit" : "the size limit") + " of the server ended the search"
                            + after,
                    "a user without that limit, or a base or filter that fits into it",
                    failure);
        }
        if (code.equals(ResultCode.TIME_LIMIT_EXCEEDED)) {
            return failed("the time limit of the server ended the search" + after, "a base below", failure);
        }
        if (code.equals(ResultCode.INSUFFICIENT_ACCESS_RIGHTS) || code.equals(ResultCode.OPERATIONS_ERROR)) {
            return failed(
                    "the server does not let this user search there" + after, "--user, with a reader's name", failure);
        }
        if (code.equals(ResultCode.TIMEOUT) || has(failure, SocketTimeoutException.class)) {
            return late(failure);
        }
        if (!failure.getResultCode().isConnectionUsable()) {
            return failed("the connection was lost" + after, "the same again", failure);
        }
        return failed("the server answers " + code.getName() + after, "the address, the base and the filter", failure);
    }

    private DirshException late(LDAPException failure) {
        return failed("no answer within " + access.timeoutSeconds() + " seconds", "--timeout SECONDS", failure);
    }

    private DirshException failed(String what, String tryThis, LDAPException failure) {
        return DirshException.failed(address.server() + ": " + what, tryThis, failure);
    }

    /** The library puts some causes into the text of its exception only. */
    private static boolean isAboutCertificates(LDAPException failure) {
        String message = String.valueOf(failure.getMessage());
        return has(failure, CertificateException.class)
                || message.contains("hostname")
                || message.contains("certificate");
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return ExceptionUtils.indexOfType(failure, type) >= 0
                || String.valueOf(failure.getMessage()).contains(type.getSimpleName());
    }
}
