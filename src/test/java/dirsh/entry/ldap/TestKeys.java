package dirsh.entry.ldap;

import com.unboundid.util.ssl.cert.ManageCertificates;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;

/** A self-signed certificate for tests that speak TLS. */
final class TestKeys {

    static final String PASSWORD = "changeit";

    private TestKeys() {}

    /** A key store with a key for the host. */
    static Path store(Path folder, String host) {
        Path store = folder.resolve("keys.p12");
        run(
                "generate-self-signed-certificate",
                "--keystore",
                store.toString(),
                "--keystore-type",
                "PKCS12",
                "--keystore-password",
                PASSWORD,
                "--alias",
                "server",
                "--subject-dn",
                "CN=" + host,
                "--subject-alternative-name-dns",
                host);
        return store;
    }

    /** The certificate of the store in the same folder, as PEM. */
    static Path certificate(Path folder) {
        Path pem = folder.resolve("server.pem");
        run(
                "export-certificate",
                "--keystore",
                folder.resolve("keys.p12").toString(),
                "--keystore-password",
                PASSWORD,
                "--alias",
                "server",
                "--output-format",
                "PEM",
                "--output-file",
                pem.toString());
        return pem;
    }

    /** The private key of the store in the same folder, as PEM in {@code key.pem}. */
    static void privateKey(Path folder) {
        run(
                "export-private-key",
                "--keystore",
                folder.resolve("keys.p12").toString(),
                "--keystore-password",
                PASSWORD,
                "--alias",
                "server",
                "--output-format",
                "PEM",
                "--output-file",
                folder.resolve("key.pem").toString());
    }

    private static void run(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        if (ManageCertificates.main(null, said, said, arguments).intValue() != 0) {
            throw new IllegalStateException(said.toString(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
