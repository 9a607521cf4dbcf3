package dirsh.exchange;

import dirsh.entry.EntryFile;
import dirsh.entry.csv.CsvEntries;
import dirsh.entry.csv.CsvForm;
import dirsh.entry.ldif.LdifEntries;
import dirsh.model.Cancellation;
import dirsh.model.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Exports of recipients for tests, opened as a user would without further words. */
public final class Exports {

    private Exports() {}

    /** A CSV file. */
    public static RecipientSource csv(String address, Path file) {
        return new Recipients(
                new CsvEntries(new EntryFile(address, file, Optional.empty()), CsvForm.USUAL),
                Optional.empty(),
                List.of());
    }

    /** An LDIF file. */
    public static RecipientSource ldif(String address, Path file) {
        return new Recipients(
                new LdifEntries(new EntryFile(address, file, Optional.empty())), Optional.empty(), List.of());
    }

    /**
     * What a scan came to.
     *
     * @param recipients in the order of the source
     * @param problems records that could not be read
     * @param warnings doubts about the whole
     */
    record Read(List<Recipient> recipients, List<Problem> problems, List<String> warnings) {
        static Read of(RecipientSource source) {
            Read read = new Read(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            source.scan(new Cancellation(), new RecipientSink() {
                @Override
                public void recipient(Recipient recipient) {
                    read.recipients.add(recipient);
                }

                @Override
                public void problem(Problem problem) {
                    read.problems.add(problem);
                }

                @Override
                public void warning(String text) {
                    read.warnings.add(text);
                }
            });
            return read;
        }
    }
}
