package dirsh.exchange;

import dirsh.entry.Columns;
import dirsh.entry.Entry;
import dirsh.entry.EntrySink;
import dirsh.entry.EntrySource;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.FileStamp;
import dirsh.model.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The recipients among the entries of an export or a server. */
public final class Recipients implements RecipientSource {

    /** The entries a server is asked for unless the user says otherwise: whatever can get mail, in any schema. */
    public static final String USUAL_FILTER =
            "(|(mailNickname=*)(proxyAddresses=*)(targetAddress=*)(Target-Address=*)(otherMailbox=*)(mail=*))";

    private final EntrySource entries;
    private final Optional<String> listSeparator;
    private final List<String> mapped;

    /**
     * Recipients of a source, which is read by the scan.
     *
     * @param listSeparator what stands between the values of a list in one cell; told by the kind of export if empty
     * @param mapped further names of columns, as {@code COLUMN=attribute}
     */
    public Recipients(EntrySource entries, Optional<String> listSeparator, List<String> mapped) {
        this.entries = entries;
        this.listSeparator = listSeparator;
        this.mapped = List.copyOf(mapped);
    }

    @Override
    public String address() {
        return entries.address();
    }

    @Override
    public void scan(Cancellation cancellation, RecipientSink sink) {
        Reader reader = new Reader(sink);
        entries.scan(RecipientAttribute.names(mapped), cancellation, reader);
        reader.end();
    }

    @Override
    public String contentToken() {
        return entries.contentToken();
    }

    @Override
    public Optional<FileStamp> stamp() {
        return entries.stamp();
    }

    @Override
    public Optional<Instant> dated() {
        return entries.dated();
    }

    @Override
    public void close() {
        entries.close();
    }

    private final class Reader implements EntrySink {
        private final RecipientSink sink;
        private RecipientReading reading = RecipientReading.OF_VALUES;
        private boolean unjoinedSeen;
        private boolean remoteMissing;

        Reader(RecipientSink sink) {
            this.sink = sink;
        }

        @Override
        public void columns(Columns columns) {
            if (RecipientAttribute.KEYS.stream().noneMatch(key -> columns.has(key.slot()))) {
                throw DirshException.badInput(
                        columns.place() + ": no column to match people by, such as PrimarySmtpAddress or Alias",
                        "help exchange, or name a column: --map \"COLUMN=PrimarySmtpAddress\"");
            }
            reading = RecipientReading.of(columns, listSeparator);
            remoteMissing = columns.has(RecipientAttribute.OBJECT_CLASS_55.slot());
        }

        @Override
        public void entry(Entry entry) {
            if (!reading.isRecipient(entry)) {
                return;
            }
            if (entry.first(RecipientAttribute.MODE.slot()).equalsIgnoreCase("Delete")) {
                sink.problem(new Problem(entry.place(), "the row's Mode is Delete; it is passed over"));
                return;
            }
            // Lists that were not joined are the same in every row, so they are reported once.
            if (!unjoinedSeen && RecipientReading.hasUnjoinedList(entry)) {
                unjoinedSeen = true;
                sink.problem(new Problem(
                        entry.place(),
                        "instead of addresses the name of a type: the export did not join the list EmailAddresses"));
            }
            remoteMissing &= !RecipientReading.isRemote(entry);
            sink.recipient(reading.recipient(entry));
        }

        @Override
        public void problem(Problem problem) {
            sink.problem(problem);
        }

        @Override
        public void passed(long done, long total, String unit) {
            sink.passed(done, total, unit);
        }

        /** Exchange 5.5 exports mailboxes alone unless it is asked for more. */
        void end() {
            if (remoteMissing) {
                sink.warning(
                        address() + " has no row of class Remote: custom recipients, which directory synchronisation"
                                + " creates, were not exported with it");
            }
        }
    }
}
