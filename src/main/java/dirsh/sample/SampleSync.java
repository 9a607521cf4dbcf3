package dirsh.sample;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dirsh.diagnose.Diagnoser;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.model.NoteKind;
import dirsh.model.Person;
import dirsh.source.AddressBook;
import dirsh.source.Projection;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The next update sync of a sample, simulated by the documented rules rather than by the product: the connector takes
 * a person only if the flag reads Yes (KB Q184623), names the recipient by its mapping rules (KB Q180517), does not
 * create an entry whose target address is there, and an update deletes nobody it does not take.
 *
 * <p>The product also looks at when a document was last saved; the simulation takes everybody who qualifies.
 */
public final class SampleSync {

    private int before;
    private int appeared;

    private SampleSync() {}

    /**
     * Writes the recipients as they are after the sync: those of the old file as they stand, then who appeared.
     *
     * @param book the address book as it is now
     * @param oldCsv the recipients file that a sample wrote
     * @param newCsv where to write; an existing file is replaced only in the folder of a sample
     * @throws DirshException if the old file is no sample's, or the new one may not be written
     */
    public static SampleSyncSummary write(AddressBook book, Path oldCsv, Path newCsv, Cancellation cancellation) {
        return new SampleSync().run(book, oldCsv, newCsv, cancellation);
    }

    private SampleSyncSummary run(AddressBook book, Path oldCsv, Path newCsv, Cancellation cancellation) {
        Path folder = newCsv.toAbsolutePath().getParent();
        new SampleFolder(folder == null ? newCsv : folder).claim(newCsv);
        Set<String> taken = addresses(oldCsv);
        Path aside = SampleFolder.aside(newCsv);
        try {
            Files.copy(oldCsv, aside, StandardCopyOption.REPLACE_EXISTING);
            try (BufferedWriter csv = Files.newBufferedWriter(aside, StandardOpenOption.APPEND)) {
                Diagnoser diagnoser = new Diagnoser();
                book.scan(
                        Projection.of(Diagnoser.items()),
                        cancellation,
                        note -> take(note, diagnoser, taken, csv, newCsv));
            }
            SampleFolder.publish(newCsv);
        } catch (IOException e) {
            throw SampleFolder.cannotWrite(newCsv, e);
        } finally {
            SampleFolder.discardAside(newCsv);
        }
        return new SampleSyncSummary(newCsv.toString(), before, appeared);
    }

    private void take(Note note, Diagnoser diagnoser, Set<String> taken, BufferedWriter csv, Path newCsv) {
        boolean exported = diagnoser
                .judge(note)
                .filter(verdict ->
                        verdict.kind() == NoteKind.PERSON && verdict.finding().isEmpty())
                .isPresent();
        if (!exported) {
            return;
        }
        RecipientRow row = RecipientRow.exported(new Person(note));
        if (row.emailAddresses().stream().map(SampleSync::folded).anyMatch(taken::contains)) {
            return;
        }
        try {
            csv.write(row.line());
        } catch (IOException e) {
            throw SampleFolder.cannotWrite(newCsv, e);
        }
        appeared++;
    }

    /** All addresses of the recipients, by which the connector knows who is there. */
    private Set<String> addresses(Path oldCsv) {
        Set<String> taken = new HashSet<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(oldCsv)) {
            for (NamedCsvRecord row : rows) {
                if (!row.getHeader().equals(RecipientRow.COLUMNS)) {
                    break;
                }
                before++;
                for (String address : row.getField("EmailAddresses").split(";", -1)) {
                    taken.add(folded(address));
                }
            }
        } catch (IOException | CsvParseException | UncheckedIOException e) {
            throw DirshException.badInput(
                    "cannot read " + oldCsv + ": " + e, "sample another-folder --people 300 --seed 1");
        }
        if (before == 0) {
            throw DirshException.badInput(
                    oldCsv + " is no recipients file of a sample", "sample another-folder --people 300 --seed 1");
        }
        return taken;
    }

    private static String folded(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
