package dirsh.model;

/**
 * A hierarchical Notes name in its canonical form, such as {@code CN=Ralph Jones/OU=Sales/O=Acme}.
 *
 * @param canonical the name as stored; a flat name has no parts
 */
public record NotesName(String canonical) {

    /** The name without its part labels: {@code Ralph Jones/Sales/Acme}. */
    public String abbreviated() {
        StringBuilder abbreviated = new StringBuilder(canonical.length());
        int from = 0;
        for (int slash = canonical.indexOf('/'); slash >= 0; slash = canonical.indexOf('/', from)) {
            abbreviated.append(canonical, afterLabel(from, slash), slash + 1);
            from = slash + 1;
        }
        int end = canonical.length();
        return abbreviated.append(canonical, afterLabel(from, end), end).toString();
    }

    /** Where a part goes on behind its label, if it has one. */
    private int afterLabel(int from, int to) {
        int equals = canonical.indexOf('=', from);
        return equals < 0 || equals >= to ? from : equals + 1;
    }

    /** The common name: the first part without its label. */
    public String common() {
        int slash = canonical.indexOf('/');
        String first = slash < 0 ? canonical : canonical.substring(0, slash);
        return first.regionMatches(true, 0, "CN=", 0, 3) ? first.substring(3) : first;
    }

    /** Where the name belongs, without part labels: {@code Sales/Acme}; empty for a flat name. */
    public String organisation() {
        String whole = abbreviated();
        int slash = whole.indexOf('/');
        return slash < 0 ? "" : whole.substring(slash + 1);
    }

    @Override
    public String toString() {
        return canonical;
    }
}
