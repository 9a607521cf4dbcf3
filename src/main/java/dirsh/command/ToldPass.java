package dirsh.command;

import dirsh.model.Note;
import dirsh.model.Problem;
import dirsh.source.NoteSink;

/** A pass through a book that tells the console how far it is, and hands on what it finds. */
final class ToldPass implements NoteSink {

    private final ToldCount count;
    private final NoteSink sink;

    /**
     * A pass.
     *
     * @param book the name of the book
     * @param sink takes what is found
     */
    ToldPass(String book, Console console, NoteSink sink) {
        this.count = new ToldCount(book, console);
        this.sink = sink;
    }

    @Override
    public void note(Note note) {
        sink.note(note);
        count.found();
    }

    @Override
    public void problem(Problem problem) {
        sink.problem(problem);
    }

    @Override
    public void passed(long done, long total, String unit) {
        count.passed(done, total, unit);
    }
}
