package dirsh.command;

import dirsh.model.Answer;
import dirsh.sample.SampleDirectory;
import dirsh.sample.SampleSync;
import dirsh.sample.SampleSyncSummary;
import dirsh.source.dxl.DxlBook;
import java.nio.file.Path;

/** The sample directory and its simulated sync, for trying everything out without risk. */
public final class Samples {

    private final Console console;
    private final CurrentWork work;

    Samples(Console console, CurrentWork work) {
        this.console = console;
        this.work = work;
    }

    /** Writes a sample directory into a folder. */
    public Answer write(String folder, int people, int seed) {
        Answer summary = new SampleDirectory(people, seed).write(Path.of(folder), work.get());
        console.note("wrote names.dxl and exchange.csv with " + people + " invented people to " + folder);
        return summary;
    }

    /** Simulates the next update sync over the sample in a folder. */
    public Answer nextSync(String folder) {
        Path names = Path.of(folder, "names.dxl");
        try (DxlBook book = DxlBook.open(names, names.toString())) {
            SampleSyncSummary summary = SampleSync.write(
                    book, Path.of(folder, "exchange.csv"), Path.of(folder, "exchange-next.csv"), work.get());
            console.note("simulated an update sync: " + summary.appeared() + " people appeared, see " + summary.file());
            return summary;
        }
    }
}
