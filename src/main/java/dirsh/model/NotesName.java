package dirsh.model;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A hierarchical Notes name in its canonical form, such as {@code CN=Ralph Jones/OU=Sales/O=Acme}.
 *
 * @param canonical the name as stored; a flat name has no parts
 */
public record NotesName(String canonical) {

    /** The name without its part labels: {@code Ralph Jones/Sales/Acme}. */
    public String abbreviated() {
        return Arrays.stream(canonical.split("/", -1))
                .map(part -> part.substring(part.indexOf('=') + 1))
                .collect(Collectors.joining("/"));
    }

    /** The common name: the first part without its label. */
    public String common() {
        int slash = canonical.indexOf('/');
        String first = slash < 0 ? canonical : canonical.substring(0, slash);
        return first.regionMatches(true, 0, "CN=", 0, 3) ? first.substring(3) : first;
    }

    @Override
    public String toString() {
        return canonical;
    }
}
