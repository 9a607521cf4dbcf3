package dirsh.entry.ldif;

import dirsh.entry.AttributeNames;
import dirsh.entry.EntryFile;
import dirsh.entry.EntrySink;
import dirsh.entry.EntrySource;
import dirsh.model.Cancellation;
import dirsh.model.FileStamp;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** The entries of an LDIF file. */
public final class LdifEntries implements EntrySource {

    private static final String EXPORT = "help exchange: how to export the file again";

    private final EntryFile file;

    /** Names a file; it is opened by the scan. */
    public LdifEntries(EntryFile file) {
        this.file = file;
    }

    @Override
    public String address() {
        return file.address();
    }

    @Override
    public String storage() {
        return "LDIF file";
    }

    @Override
    public void scan(AttributeNames wanted, Cancellation cancellation, EntrySink sink) {
        file.pass(cancellation, sink, EXPORT, (bytes, taker) -> read(bytes, wanted, cancellation, taker));
    }

    private void read(InputStream raw, AttributeNames wanted, Cancellation cancellation, EntrySink sink) {
        try (InputStream bytes = utf8(raw)) {
            LdifRecords records = new LdifRecords(file, new LdifLines(file, bytes), wanted);
            while (records.pass(sink)) {
                cancellation.check();
            }
        } catch (IOException e) {
            throw file.unreadable(e, EXPORT);
        }
    }

    /** The bytes behind the byte order mark, in UTF-8. */
    private InputStream utf8(InputStream raw) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(raw);
        try {
            EntryFile.Encoding encoding = file.encoding(bytes);
            return encoding.charset().equals(StandardCharsets.UTF_8) ? bytes : new Utf8Bytes(encoding.reader(bytes));
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    @Override
    public String contentToken() {
        return file.hash(EXPORT);
    }

    @Override
    public Optional<FileStamp> stamp() {
        return file.stamp();
    }

    @Override
    public Optional<Instant> dated() {
        return file.dated();
    }
}
