package dirsh.command;

import dirsh.model.Answer;
import dirsh.sample.SampleDirectory;
import dirsh.sample.SampleSync;
import dirsh.sample.SampleSyncSummary;
import dirsh.source.dxl.DxlBook;
import java.nio.file.Path;

/** The sample directory and its simulated sync, for trying everything out without risk. */
public final class Samples {

    private final Opener opener;
    private final Console console;
    private final CurrentWork work;

    Samples(Opener opener, Console console, CurrentWork work) {
        this.opener = opener;
        this.console = console;
        this.work = work;
    }

    /** Writes a sample directory into a folder. */
    public Answer write(String folder, int people, int seed) {
        Answer summary = new SampleDirectory(people, seed).write(opener.file(folder), work.get());
        console.note("wrote names.dxl and exchange.csv with " + people + " invented people to " + folder);
        return summary;
    }

    /** Simulates the next update sync over the sample in a folder. */
    public Answer nextSync(String folder) {
        Path files = opener.file(folder);
        String names = folder + "/names.dxl";
        try (DxlBook book = DxlBook.open(files.resolve("names.dxl"), names)) {
            SampleSyncSummary summary = SampleSync.write(
                    book, files.resolve("exchange.csv"), files.resolve("exchange-next.csv"), work.get());
            console.note("simulated an update sync: " + summary.appeared() + " people appeared, see " + folder
                    + "/exchange-next.csv");
            return summary;
        }
    }
}
