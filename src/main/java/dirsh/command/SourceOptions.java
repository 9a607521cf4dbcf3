package dirsh.command;

import dirsh.entry.csv.CsvForm;
import dirsh.entry.ldap.LdapAddress;
import dirsh.model.DirshException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.Strings;

/**
 * What the user says about a source beside its address, as {@code open} and {@code exchange} take it.
 *
 * @param charset the characters a file is written in, without a byte order mark
 * @param separator what stands between two cells
 * @param quote what stands around a cell
 * @param listSeparator what stands between the values of a list in one cell
 * @param mapped further names of columns, as {@code COLUMN=attribute}
 * @param user as whom to bind to a server
 * @param passwordFile where the password is
 * @param startTls whether to encrypt the connection by StartTLS
 * @param trustStore certificates to trust
 * @param insecure whether to take any certificate
 * @param timeout seconds to wait for an answer, 1 to 3600
 */
record SourceOptions(
        Optional<Charset> charset,
        Optional<Character> separator,
        Optional<Character> quote,
        Optional<String> listSeparator,
        List<String> mapped,
        Optional<String> user,
        Optional<String> passwordFile,
        boolean startTls,
        Optional<String> trustStore,
        boolean insecure,
        Optional<Integer> timeout) {

    private static final int LONGEST_TIMEOUT = 3600;

    static final SourceOptions NONE = new SourceOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty(),
            false,
            Optional.empty());

    SourceOptions {
        mapped = List.copyOf(mapped);
    }

    /** What was given to a command that declares all of these. */
    static SourceOptions of(Arguments arguments) {
        return new SourceOptions(
                text(arguments, "charset").map(SourceOptions::charset),
                text(arguments, "separator").map(sign -> sign("separator", sign)),
                text(arguments, "quote").map(sign -> sign("quote", sign)),
                text(arguments, "list-separator").map(SourceOptions::joiner),
                arguments.get("map") instanceof List<?> all
                        ? all.stream().map(String::valueOf).toList()
                        : List.of(),
                text(arguments, "user"),
                text(arguments, "password-file"),
                Boolean.TRUE.equals(arguments.get("start-tls")),
                text(arguments, "trust-store"),
                Boolean.TRUE.equals(arguments.get("insecure")),
                Optional.ofNullable((Integer) arguments.get("timeout")).map(SourceOptions::timeout));
    }

    /** What is risky or useless about reaching the address with these, in sentences. */
    List<String> doubts(String address) {
        List<String> doubts = new ArrayList<>();
        boolean encrypted = startTls || Strings.CI.startsWith(address, "ldaps:");
        if (LdapAddress.isLdap(address) && user.isPresent() && !encrypted) {
            doubts.add("the password goes over the network in clear text; --start-tls or ldaps:// encrypts it");
        }
        if (insecure) {
            doubts.add(
                    "the server's certificate is not checked: whoever sits in between can read and change everything");
        }
        if (startTls && Strings.CI.startsWith(address, "ldaps:")) {
            doubts.add("ldaps:// is encrypted already; --start-tls does nothing");
        }
        return doubts;
    }

    private static int timeout(int seconds) {
        if (seconds < 1 || seconds > LONGEST_TIMEOUT) {
            throw DirshException.badInput("--timeout takes 1 to " + LONGEST_TIMEOUT + " seconds", "--timeout 60");
        }
        return seconds;
    }

    CsvForm csvForm() {
        return new CsvForm(separator, quote.orElse(CsvForm.USUAL.quote()));
    }

    private static Optional<String> text(Arguments arguments, String name) {
        return Optional.ofNullable(arguments.get(name)).map(String::valueOf);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw DirshException.badInput("Java knows no characters called '" + name + "'", "--charset windows-1252");
        }
    }

    private static String joiner(String text) {
        if (text.isEmpty()) {
            throw DirshException.badInput("--list-separator takes a sign at least", "--list-separator \";\"");
        }
        return text;
    }

    private static char sign(String option, String sign) {
        if (sign.equals("tab") || sign.equals("\\t")) {
            return '\t';
        }
        if (sign.length() != 1) {
            throw DirshException.badInput("--" + option + " takes one sign, or tab", "--" + option + " \";\"");
        }
        return sign.charAt(0);
    }
}
