package dirsh.source;

import dirsh.model.DirshException;
import java.util.Locale;

/**
 * Where an address book is, as the user writes it: a file name, {@code domino:SERVER!!path}, or an LDAP
 * address.
 *
 * @param text as written
 * @param kind what it names
 */
public record SourceAddress(String text, Kind kind) {

    /** The kinds of address book by their address. */
    public enum Kind {
        DXL,
        NSF,
        /** A CSV or LDIF file, or an LDAP server: something that lists entries. */
        VIEW,
        DOMINO
    }

    /**
     * Reads an address; only its form is looked at.
     *
     * @throws DirshException if no kind of book goes by such an address
     */
    public static SourceAddress parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("domino:")) {
            return new SourceAddress(text, Kind.DOMINO);
        }
        if (lower.endsWith(".nsf") || lower.endsWith(".ntf")) {
            return new SourceAddress(text, Kind.NSF);
        }
        if (lower.endsWith(".dxl") || lower.endsWith(".xml")) {
            return new SourceAddress(text, Kind.DXL);
        }
        if (lower.startsWith("ldap://")
                || lower.startsWith("ldaps://")
                || lower.endsWith(".csv")
                || lower.endsWith(".ldif")
                || lower.endsWith(".ldf")) {
            return new SourceAddress(text, Kind.VIEW);
        }
        throw DirshException.badInput(
                "cannot tell what kind of address book '" + text + "' is",
                "open names.dxl, a DXL export of the directory (.dxl or .xml), or a copy of names.nsf itself");
    }

    /** The name a book gets by itself: the file's base name. */
    public String baseName() {
        return baseName(text);
    }

    /** The name of a file or database without server, folders and extension. */
    public static String baseName(String address) {
        int folder = Math.max(address.lastIndexOf('/'), Math.max(address.lastIndexOf('\\'), address.lastIndexOf('!')));
        String file = address.strip().substring(folder + 1);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
