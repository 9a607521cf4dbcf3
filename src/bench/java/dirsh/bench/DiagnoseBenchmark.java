package dirsh.bench;

import dirsh.diagnose.Diagnoser;
import dirsh.diagnose.Diagnosis;
import dirsh.model.Note;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;

/** Verdicts on a directory, per person; the sample damages 18 in a hundred. */
public class DiagnoseBenchmark extends PerPerson {

    /** What names are taken depends on who came before, so each directory is judged by a diagnoser of its own. */
    @Benchmark
    public Diagnosis judge(Sample sample, Blackhole hole) {
        Diagnoser diagnoser = new Diagnoser();
        for (Note note : sample.notes()) {
            hole.consume(diagnoser.judge(note));
        }
        return diagnoser.diagnosis();
    }
}
