package dirsh.command;

import java.util.List;

/** What completion offers for the live things a parameter can take: people, books, items, causes, runs. */
@FunctionalInterface
public interface Candidates {

    /**
     * The values that begin with what was typed, as they are to stand in the line without quotes; a person also counts
     * if any part of the name begins so.
     *
     * <p>It is asked on a thread of its own while the prompt waits; an answer later than a tenth of a second is dropped,
     * yet the thread is left alone, since an interrupt would close the files it reads. An empty list is always right.
     */
    List<String> candidates(ParameterKind kind, String prefix);
}
