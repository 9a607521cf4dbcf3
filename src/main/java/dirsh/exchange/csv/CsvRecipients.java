package dirsh.exchange.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dirsh.exchange.RecipientSink;
import dirsh.exchange.RecipientSource;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Place;
import dirsh.model.Problem;
import dirsh.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** The recipients in a CSV file. */
public final class CsvRecipients implements RecipientSource {

    /** What writes a file with everything we read. */
    private static final String EXPORT = "Get-Recipient -ResultSize Unlimited | Select-Object DisplayName,Alias,"
            + "RecipientTypeDetails,PrimarySmtpAddress,@{n='EmailAddresses';e={$_.EmailAddresses -join ';'}},"
            + "ExternalEmailAddress,Department,Phone,Company,Title"
            + " | Export-Csv recipients.csv -NoTypeInformation -Encoding UTF8";

    private final String address;
    private final Path file;

    /**
     * Names a file; it is opened by the scan.
     *
     * @param address the file as the user named it
     * @param file where it is
     */
    public CsvRecipients(String address, Path file) {
        this.address = address;
        this.file = file;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public void scan(Cancellation cancellation, RecipientSink sink) {
        RowHandler handler = new RowHandler();
        int before = 0;
        try (CsvText text = CsvText.open(file)) {
            before = text.linesBefore();
            try (CsvReader<CsvRow> reader = CsvReader.builder()
                            .fieldSeparator(text.separator())
                            .allowUnclosedQuote(false)
                            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .build(handler, text.reader());
                    CloseableIterator<CsvRow> rows = reader.iterator()) {
                Header header = header(rows, before);
                boolean unjoinedSeen = false;
                while (rows.hasNext()) {
                    cancellation.check();
                    CsvRow row = rows.next();
                    Place place = place(before + row.line());
                    unjoinedSeen |= pass(header, row, place, sink, !unjoinedSeen);
                }
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw unreadable(e, before + handler.line());
        }
    }

    private Header header(CloseableIterator<CsvRow> rows, int before) {
        if (!rows.hasNext()) {
            throw badInput(1, "the file is empty");
        }
        CsvRow row = rows.next();
        Header header = Header.of(row);
        if (!header.isUsable()) {
            throw badInput(before + row.line(), "no column to match people by, such as PrimarySmtpAddress or Alias");
        }
        return header;
    }

    /** Passes one row on. Lists that were not joined are the same in every row, so they are reported once. */
    private static boolean pass(Header header, CsvRow row, Place place, RecipientSink sink, boolean reportUnjoined) {
        int filled = row.filled();
        if (filled == 0) {
            sink.problem(new Problem(place, "the row has no content"));
            return false;
        }
        if (filled > header.width() || row.cells().size() < header.width()) {
            sink.problem(
                    new Problem(place, "the row has " + row.cells().size() + " fields, the header " + header.width()));
            return false;
        }
        boolean unjoined = reportUnjoined && header.hasUnjoinedList(row);
        if (unjoined) {
            sink.problem(new Problem(
                    place, "instead of addresses the name of a type: the export did not join the list EmailAddresses"));
        }
        sink.recipient(header.recipient(row, place));
        return unjoined;
    }

    @Override
    public Optional<Instant> dated() {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public String contentToken() {
        try (InputStream bytes = Files.newInputStream(file)) {
            MessageDigest digest = Sha256.digest();
            byte[] buffer = new byte[1 << 16];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw unreadable(e, 0);
        }
    }

    private DirshException unreadable(Exception failure, long line) {
        if (ExceptionUtils.indexOfType(failure, CharacterCodingException.class) >= 0) {
            return undecodable();
        }
        if (failure instanceof CsvParseException) {
            return badInput(line, "a quoted field of this row is not closed, or goes on behind its closing quote");
        }
        if (failure instanceof NoSuchFileException) {
            return DirshException.badInput(address + ": no such file", EXPORT);
        }
        return DirshException.badInput(
                address + ": cannot be read" + (Files.isDirectory(file) ? ", it is a folder" : ""), EXPORT);
    }

    private DirshException undecodable() {
        try {
            return DirshException.badInput(
                    place(UndecodableText.line(file)) + ": bytes that are not UTF-8",
                    "iconv -f WINDOWS-1252 -t UTF-8 '" + address + "' > recipients-utf8.csv");
        } catch (IOException e) {
            return DirshException.badInput(address + ": cannot be read", EXPORT);
        }
    }

    private DirshException badInput(long line, String what) {
        return DirshException.badInput(place(line) + ": " + what, EXPORT);
    }

    private Place place(long line) {
        return Place.line(address, line, 0);
    }
}
