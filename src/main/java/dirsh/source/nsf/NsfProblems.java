package dirsh.source.nsf;

import dirsh.model.Problem;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** The Problems of one pass, handed on as they come and cut off where they would fill the memory. */
final class NsfProblems {

    private static final int MOST = 10_000;

    private final NsfFile file;
    private final Consumer<Problem> sink;
    private final Set<Long> said = new HashSet<>();
    private int count;

    NsfProblems(NsfFile file, Consumer<Problem> sink) {
        this.file = file;
        this.sink = sink;
    }

    /** A note id as it is written everywhere. */
    static String id(int noteId) {
        return Integer.toHexString(noteId).toUpperCase(Locale.ROOT);
    }

    void add(long offset, String text) {
        count++;
        if (count < MOST) {
            sink.accept(new Problem(file.place(offset), text));
        } else if (count == MOST) {
            sink.accept(new Problem(file.place(offset), "further problems are not listed"));
        }
    }

    /** Adds a Problem unless one was added for the same place this way. */
    void once(long offset, String text) {
        if (said.size() < MOST && said.add(offset)) {
            add(offset, text);
        }
    }
}
