package dirsh.sample;

import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An invented directory with every kind of damage that a DXL export can hold, and the Exchange recipients that go with
 * it.
 *
 * <p>It is written as a stream: memory does not grow with the number of people.
 */
public final class SampleDirectory {

    private static final int MOST = 10_000_000;

    private final int people;
    private final long seed;

    /**
     * A directory of a size.
     *
     * @param people how many Person documents, besides conflict documents; 1 to 10,000,000
     * @param seed which of the directories of this size; equal seeds give equal bytes
     * @throws DirshException if there is no directory of this size
     */
    public SampleDirectory(int people, long seed) {
        if (people < 1 || people > MOST) {
            throw DirshException.badInput(
                    "a sample has 1 to 10000000 people, not " + people, "sample another-folder --people 300 --seed 1");
        }
        this.people = people;
        this.seed = seed;
    }

    /** Writes {@code names.dxl} and {@code exchange.csv} into a folder, as {@link #write(Path, Cancellation)} does. */
    public SampleSummary write(Path folder) {
        return write(folder, new Cancellation());
    }

    /**
     * Writes {@code names.dxl} and {@code exchange.csv} into a folder, which is created where it is not there. Files of
     * an earlier sample are replaced, once the new ones are whole.
     *
     * @throws DirshException if a file of these names is there that is no sample, or the disk refuses
     */
    public SampleSummary write(Path folder, Cancellation cancellation) {
        SampleFolder place = new SampleFolder(folder);
        place.claim();
        Path book = folder.resolve(SampleFolder.BOOK);
        Path recipients = folder.resolve(SampleFolder.RECIPIENTS);
        try {
            SampleSummary summary = writeAside(folder, cancellation);
            // The book first: it is what shows that the other file belongs to a sample.
            SampleFolder.publish(book);
            SampleFolder.publish(recipients);
            return summary;
        } catch (IOException e) {
            throw SampleFolder.cannotWrite(folder, e);
        } finally {
            SampleFolder.discardAside(book);
            SampleFolder.discardAside(recipients);
        }
    }

    private SampleSummary writeAside(Path folder, Cancellation cancellation) throws IOException {
        try (BufferedWriter dxl = Files.newBufferedWriter(SampleFolder.aside(folder.resolve(SampleFolder.BOOK)));
                BufferedWriter csv =
                        Files.newBufferedWriter(SampleFolder.aside(folder.resolve(SampleFolder.RECIPIENTS)))) {
            return new SampleStream(people, seed, dxl, csv).write(folder, cancellation);
        }
    }
}
