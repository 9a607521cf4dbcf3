package dirsh.compare;

import java.util.List;

/**
 * How much of the connector's files is at hand, and whether it is understood.
 *
 * @param filters whether the file with the filters is open
 * @param rules whether the connector's own mapping rules and the items they work on are open
 * @param state whether the file that tells how far the connector has come is open
 * @param lastExtract whether it is known when the connector last looked for changes in this replica
 * @param problems everything that is wrong in the files, in a phrase each; the connector may take those lines otherwise than
 *     they are taken here
 * @param notCompared the tags that rules fill and nobody compares
 */
public record KnownFiles(
        boolean filters,
        boolean rules,
        boolean state,
        boolean lastExtract,
        List<String> problems,
        List<String> notCompared) {

    /** Nothing is known. */
    public static final KnownFiles NONE = new KnownFiles(false, false, false, false, List.of(), List.of());

    public KnownFiles {
        problems = List.copyOf(problems);
        notCompared = List.copyOf(notCompared);
    }

    /** Whether what a sync does can be told by the files: all of them are there and nothing in them is wrong. */
    boolean tell(boolean update) {
        return filters && rules && state && (!update || lastExtract) && problems.isEmpty();
    }

    /** Whether nobody is left out for a reason that is not known, so that there is an upper bound of who is deleted. */
    boolean boundDeletes() {
        return filters && problems.isEmpty();
    }
}
