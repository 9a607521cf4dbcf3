package dirsh.sample;

import dirsh.compare.ComparedAttribute;
import dirsh.compare.Comparer;
import dirsh.compare.Comparison;
import dirsh.compare.RecipientIndex;
import dirsh.diagnose.Diagnoser;
import dirsh.diagnose.Diagnosis;
import dirsh.diagnose.Verdict;
import dirsh.exchange.Exports;
import dirsh.model.Cancellation;
import dirsh.model.Note;
import dirsh.model.NoteKind;
import dirsh.model.Person;
import dirsh.model.Problem;
import dirsh.source.NoteSink;
import dirsh.source.Projection;
import dirsh.source.dxl.DxlBook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the engine finds in a book and a recipients file, for tests that hold it against what is known. */
record Scanned(Diagnosis diagnosis, Comparison comparison, List<Problem> problems) {

    static Scanned of(Path book, Path recipients) {
        Comparer comparer = new Comparer(
                RecipientIndex.read(Exports.csv(recipients.toString(), recipients), new Cancellation()),
                ComparedAttribute.DEFAULTS);
        Diagnoser diagnoser = new Diagnoser();
        List<Problem> problems = new ArrayList<>();
        try (DxlBook dxl = DxlBook.open(book, book.toString())) {
            dxl.scan(Projection.of(Diagnoser.items()), new Cancellation(), new NoteSink() {
                @Override
                public void note(Note note) {
                    diagnoser
                            .judge(note)
                            .filter(Scanned::isPerson)
                            .ifPresent(verdict -> comparer.person(new Person(note), verdict.finding()));
                }

                @Override
                public void problem(Problem problem) {
                    problems.add(problem);
                }
            });
        }
        return new Scanned(diagnoser.diagnosis(), comparer.finish(), problems);
    }

    private static boolean isPerson(Verdict verdict) {
        return verdict.kind() == NoteKind.PERSON && !verdict.conflict();
    }
}
