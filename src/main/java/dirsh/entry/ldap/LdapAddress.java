package dirsh.entry.ldap;

import dirsh.model.DirshException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where entries are on a server: {@code ldap://host:port/base?filter}, also as RFC 4516 writes it with attributes and scope
 * before the filter.
 *
 * @param text as written
 * @param tls whether the connection is encrypted from its begin ({@code ldaps})
 * @param host the server
 * @param port its port
 * @param base the entry below which to look; empty for the top
 * @param filter which entries to look for
 */
public record LdapAddress(String text, boolean tls, String host, int port, String base, Optional<String> filter) {

    private static final String EXAMPLE = "exchange \"ldap://dc1.acme.com/ou=Staff,dc=acme,dc=com?(mailNickname=*)\"";
    private static final int LDAP_PORT = 389;
    private static final int LDAPS_PORT = 636;

    /** Whether an address is one of LDAP by its form. */
    public static boolean isLdap(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("ldap://") || lower.startsWith("ldaps://");
    }

    /**
     * Reads an address.
     *
     * @throws DirshException if it has no host, a bad port, a broken escape, or holds a password
     */
    public static LdapAddress parse(String text) {
        boolean tls = text.toLowerCase(Locale.ROOT).startsWith("ldaps:");
        String rest = text.substring(text.indexOf("//") + 2);
        int path = indexOfAny(rest, "/?");
        String server = path < 0 ? rest : rest.substring(0, path);
        String behind = path < 0 ? "" : rest.substring(path + (rest.charAt(path) == '/' ? 1 : 0));
        if (server.contains("@")) {
            throw DirshException.badInput(
                    "an LDAP address holds no user and no password: they would stay in the history",
                    "--user \"CN=Reader,O=Acme\" beside the address; the password is asked for");
        }
        if (server.startsWith("[") && server.indexOf(']') < 0) {
            throw DirshException.badInput("'" + server + "' has no closing bracket", EXAMPLE);
        }
        int colon = server.endsWith("]") ? -1 : server.lastIndexOf(':');
        String host = colon < 0 ? server : server.substring(0, colon);
        if (host.isEmpty()) {
            throw DirshException.badInput("there is no server in '" + text + "'", EXAMPLE);
        }
        int port = colon < 0 ? (tls ? LDAPS_PORT : LDAP_PORT) : port(server.substring(colon + 1));
        List<String> parts = parts(behind);
        String filter = filter(parts);
        return new LdapAddress(
                text,
                tls,
                host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                port,
                decoded(parts.get(0)),
                filter.isEmpty() ? Optional.empty() : Optional.of(decoded(filter)));
    }

    /** The server and its port, for messages. */
    String server() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** The base or, for the top, the server: what entries go by if nobody names them. */
    public String name() {
        int equals = base.indexOf('=');
        int comma = base.indexOf(',');
        return equals < 0 ? host : base.substring(equals + 1, comma < 0 ? base.length() : Math.max(equals + 1, comma));
    }

    /** The base and up to four parts behind question marks; what looks like a filter is one whatever it holds. */
    private static List<String> parts(String behind) {
        List<String> parts = new ArrayList<>();
        String rest = behind;
        int question = rest.indexOf('?');
        while (question >= 0 && !rest.startsWith("(")) {
            parts.add(rest.substring(0, question));
            rest = rest.substring(question + 1);
            question = rest.indexOf('?');
        }
        parts.add(rest);
        return parts;
    }

    /** The first part in parentheses, or the fourth as RFC 4516 has it; a lone second part is a filter too. */
    private static String filter(List<String> parts) {
        for (String part : parts.subList(1, parts.size())) {
            if (part.startsWith("(") || part.startsWith("%28")) {
                return part;
            }
        }
        int at = parts.size() == 2 ? 1 : 3;
        String filter = parts.size() > at ? parts.get(at) : "";
        return filter.isEmpty() ? "" : "(" + filter + ")";
    }

    private static int indexOfAny(String text, String signs) {
        for (int i = 0; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port > 0 && port <= 0xFFFF) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw DirshException.badInput("'" + text + "' is no port", EXAMPLE);
        }
        throw DirshException.badInput("'" + text + "' is no port", EXAMPLE);
    }

    /** The text with its percent escapes resolved; other characters may stand as they are. */
    private static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(raw.length);
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] != '%') {
                bytes.put(raw[i]);
                continue;
            }
            int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw DirshException.badInput(
                        "a percent sign in an LDAP address is followed by two hexadecimal digits", "%25 for the sign");
            }
            bytes.put((byte) (high << 4 | low));
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw DirshException.badInput("the percent escapes of the LDAP address are no UTF-8", EXAMPLE);
        }
    }
}
