package dirsh.entry.ldap;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import com.unboundid.util.ssl.HostNameSSLSocketVerifier;
import com.unboundid.util.ssl.JVMDefaultTrustManager;
import com.unboundid.util.ssl.PEMFileTrustManager;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.TrustAllTrustManager;
import com.unboundid.util.ssl.TrustStoreTrustManager;
import dirsh.model.DirshException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStoreException;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;

/** The way to a server: a connection that is encrypted as asked for, before anything is said on it. */
final class Transport {

    /** How servers say that they know no StartTLS or have no certificate; other failures are those of the handshake. */
    private static final Set<ResultCode> REFUSALS = Set.of(
            ResultCode.PROTOCOL_ERROR,
            ResultCode.OPERATIONS_ERROR,
            ResultCode.UNAVAILABLE,
            ResultCode.UNWILLING_TO_PERFORM);

    private Transport() {}

    /**
     * Connects.
     *
     * @throws LDAPException if the server cannot be reached, or its certificate is not the right one
     */
    static LDAPConnection connect(LdapAddress address, ServerAccess access) throws LDAPException {
        LDAPConnectionOptions options = new LDAPConnectionOptions();
        int millis = Math.multiplyExact(access.timeoutSeconds(), 1000);
        options.setConnectTimeoutMillis(millis);
        options.setResponseTimeoutMillis(millis);
        options.setFollowReferrals(false);
        if (!access.insecure()) {
            options.setSSLSocketVerifier(new HostNameSSLSocketVerifier(true));
        }
        if (address.tls()) {
            return new LDAPConnection(context(access).getSocketFactory(), options, address.host(), address.port());
        }
        LDAPConnection connection = new LDAPConnection(options, address.host(), address.port());
        if (access.startTls()) {
            try {
                encrypt(connection, address, access);
            } catch (LDAPException | RuntimeException e) {
                connection.close();
                throw e;
            }
        }
        return connection;
    }

    private static void encrypt(LDAPConnection connection, LdapAddress address, ServerAccess access)
            throws LDAPException {
        ResultCode answer;
        try {
            answer = connection
                    .processExtendedOperation(new StartTLSExtendedRequest(context(access)))
                    .getResultCode();
        } catch (LDAPException e) {
            if (!REFUSALS.contains(e.getResultCode())) {
                throw e;
            }
            answer = e.getResultCode();
        }
        if (!answer.equals(ResultCode.SUCCESS)) {
            throw DirshException.failed(
                    address.server() + " knows no StartTLS, or refuses it",
                    "ldaps:// in the address, if the server has such a port",
                    null);
        }
    }

    private static SSLContext context(ServerAccess access) {
        try {
            return new SSLUtil(trust(access)).createSSLContext();
        } catch (GeneralSecurityException e) {
            throw DirshException.badInput(
                    "the trust store " + access.trustStore() + " cannot be read",
                    "--trust-store FILE with certificates as PEM, or a Java key store");
        }
    }

    private static X509TrustManager trust(ServerAccess access) throws KeyStoreException {
        if (access.insecure()) {
            return new TrustAllTrustManager();
        }
        Path store = access.trustStore();
        if (store == null) {
            return JVMDefaultTrustManager.getInstance();
        }
        if (!Files.isReadable(store)) {
            throw new KeyStoreException("unreadable");
        }
        String name = store.toString().toLowerCase(Locale.ROOT);
        boolean pem = name.endsWith(".pem") || name.endsWith(".crt") || name.endsWith(".cer");
        return pem
                ? new PEMFileTrustManager(store.toFile())
                : new TrustStoreTrustManager(store.toFile(), null, null, true);
    }
}
