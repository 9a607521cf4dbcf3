package dirsh.entry.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dirsh.entry.AttributeNames;
import dirsh.entry.AttributeOptions;
import dirsh.entry.Entry;
import dirsh.entry.EntryFile;
import dirsh.entry.EntrySink;
import dirsh.entry.EntrySource;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.FileStamp;
import dirsh.model.Place;
import dirsh.model.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file below its header. */
public final class CsvEntries implements EntrySource {

    private static final String EXPORT = "help exchange: how to export the file again";

    /** In the words of the parser, which has no exception of its own for it. */
    private static final String TOO_LONG = "maximum buffer size";

    private final EntryFile file;
    private final CsvForm form;

    /** Names a file; it is opened by the scan. */
    public CsvEntries(EntryFile file, CsvForm form) {
        this.file = file;
        this.form = form;
    }

    @Override
    public String address() {
        return file.address();
    }

    @Override
    public String storage() {
        return "CSV file";
    }

    @Override
    public void scan(AttributeNames wanted, Cancellation cancellation, EntrySink sink) {
        file.pass(cancellation, sink, EXPORT, (bytes, taker) -> read(bytes, wanted, cancellation, taker));
    }

    private void read(InputStream bytes, AttributeNames wanted, Cancellation cancellation, EntrySink sink) {
        RowHandler handler = new RowHandler();
        long before = 0;
        // The rows are read off the bytes from the first one on, so their header is parsed apart.
        boolean apart = PlainRows.suits(file, form);
        try (CsvText text = CsvText.open(file, apart ? Files.newInputStream(file.path()) : bytes, form, wanted)) {
            before = text.linesBefore();
            try (CsvReader<CsvRow> reader = parser(text.separator(), handler, text.reader());
                    CloseableIterator<CsvRow> rows = reader.iterator()) {
                CsvRow names = names(rows);
                Header header = Header.of(names, wanted);
                sink.columns(header.columns(file.place(before + 1, 1)));
                Taking taking = new Taking(header, cancellation, sink);
                try (PlainRows plain = apart ? plain(bytes, text, names) : null) {
                    handler.keepOnly(header);
                    if (plain == null) {
                        taking.take(rows, before);
                        return;
                    }
                    plain.keepOnly(header);
                    for (CsvRow row = plain.next(); row != null; row = plain.next()) {
                        taking.take(row, before);
                    }
                    if (plain.isEnd()) {
                        return;
                    }
                    before += plain.line() - 1;
                    handler.restart();
                    rest(text.separator(), handler, plain.rest(), taking, before);
                }
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw unreadable(e, before + handler.line());
        }
    }

    private CsvReader<CsvRow> parser(char separator, RowHandler handler, Reader text) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .quoteCharacter(form.quote())
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(handler, text);
    }

    /** The rows behind the header off the bytes; null if those do not read as the header was parsed. */
    private @Nullable PlainRows plain(InputStream bytes, CsvText text, CsvRow names) throws IOException {
        PlainRows plain = PlainRows.open(file, bytes, text.separator(), form.quote());
        CsvRow again = plain.skipLines(text.linesBefore()) ? plain.next() : null;
        if (again != null && again.cells().equals(names.cells())) {
            return plain;
        }
        plain.close();
        return null;
    }

    /** Parses the rows of what is left of the file. */
    private void rest(char separator, RowHandler handler, InputStream bytes, Taking taking, long before)
            throws IOException {
        Reader text = new EntryFile.Encoding(StandardCharsets.UTF_8, 0).reader(bytes);
        try (CsvReader<CsvRow> reader = parser(separator, handler, text);
                CloseableIterator<CsvRow> rows = reader.iterator()) {
            taking.take(rows, before);
        }
    }

    /** Makes entries of rows. */
    private final class Taking {
        private final Header header;
        private final Cancellation cancellation;
        private final EntrySink sink;
        private final Entry.Builder builder = new Entry.Builder();

        Taking(Header header, Cancellation cancellation, EntrySink sink) {
            this.header = header;
            this.cancellation = cancellation;
            this.sink = sink;
        }

        void take(CloseableIterator<CsvRow> rows, long before) {
            while (rows.hasNext()) {
                take(rows.next(), before);
            }
        }

        void take(CsvRow row, long before) {
            cancellation.check();
            pass(header, row, file.place(before + row.line(), 0), builder, sink);
        }
    }

    private CsvRow names(CloseableIterator<CsvRow> rows) {
        if (!rows.hasNext()) {
            throw file.bad(1, 1, "the file is empty", EXPORT);
        }
        return rows.next();
    }

    private static void pass(Header header, CsvRow row, Place place, Entry.Builder builder, EntrySink sink) {
        if (row.filled() == 0) {
            sink.problem(new Problem(place, "the row has no content"));
        } else if (row.filled() > header.width() || row.width() < header.width()) {
            sink.problem(new Problem(place, "the row has " + row.width() + " fields, the header " + header.width()));
        } else {
            if (header.isPartial(row)) {
                sink.problem(new Problem(place, AttributeOptions.PARTIAL));
            }
            sink.entry(header.entry(row, place, builder));
        }
    }

    private DirshException unreadable(Exception failure, long line) {
        int undecodable = ExceptionUtils.indexOfType(failure, CharacterCodingException.class);
        if (undecodable >= 0) {
            return file.unreadable((IOException) ExceptionUtils.getThrowables(failure)[undecodable], EXPORT);
        }
        if (ExceptionUtils.getThrowableList(failure).stream()
                .anyMatch(each -> String.valueOf(each.getMessage()).contains(TOO_LONG))) {
            return file.bad(
                    line, 1, "a field of more than 16 MiB; a quote that is not closed can be the cause", EXPORT);
        }
        if (failure instanceof CsvParseException) {
            String what = "a quoted field of this row is not closed, or goes on behind its closing quote";
            return file.bad(line, 1, what, EXPORT);
        }
        int io = ExceptionUtils.indexOfType(failure, IOException.class);
        Throwable cause = io < 0 ? failure : ExceptionUtils.getThrowables(failure)[io];
        return file.unreadable(cause instanceof IOException own ? own : new IOException(failure), EXPORT);
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
