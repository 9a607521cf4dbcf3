package dirsh.command;

import dirsh.model.Note;
import dirsh.model.Problem;
import dirsh.source.NoteSink;

/** A pass through a book that tells the console how far it is, and hands on what it finds. */
final class ToldPass implements NoteSink {

    /** Between two words to the console where the source does not know how far it is. */
    private static final int STEP = 1000;

    private final String what;
    private final Console console;
    private final NoteSink sink;
    private long notes;
    private boolean told;

    /**
     * A pass.
     *
     * @param book the name of the book
     * @param sink takes what is found
     */
    ToldPass(String book, Console console, NoteSink sink) {
        this.what = "reading " + book;
        this.console = console;
        this.sink = sink;
    }

    @Override
    public void note(Note note) {
        sink.note(note);
        notes++;
        if (!told && notes % STEP == 0) {
            console.progress(what, notes, 0);
        }
    }

    @Override
    public void problem(Problem problem) {
        sink.problem(problem);
    }

    @Override
    public void passed(long done, long total, String unit) {
        told = true;
        console.progress(what + ", " + unit, done, total);
    }
}
