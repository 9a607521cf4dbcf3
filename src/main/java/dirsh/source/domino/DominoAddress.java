package dirsh.source.domino;

import dirsh.model.DirshException;

/**
 * Where a live database is: {@code domino:SERVER!!path}.
 *
 * @param server the server's name, canonical or abbreviated; empty for the Notes data folder of this machine
 * @param path the database's path below the data folder
 */
record DominoAddress(String server, String path) {

    private static final String SCHEME = "domino:";
    private static final String SEPARATOR = "!!";

    /**
     * Reads an address.
     *
     * @throws DirshException if server and path cannot be told apart, or there is no path
     */
    static DominoAddress parse(String address) {
        String text = address.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? address.substring(SCHEME.length())
                : address;
        int at = text.indexOf(SEPARATOR);
        String path = at < 0 ? "" : text.substring(at + SEPARATOR.length()).strip();
        if (path.isEmpty()) {
            throw DirshException.badInput(
                    "'" + address + "' does not name a server and a database",
                    "open domino:CN=Hub1/O=Acme!!names.nsf, or domino:!!names.nsf for a local one");
        }
        return new DominoAddress(text.substring(0, at).strip(), path);
    }

    /** The address as it is shown and opened again. */
    @Override
    public String toString() {
        return SCHEME + server + SEPARATOR + path;
    }
}
