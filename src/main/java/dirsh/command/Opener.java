package dirsh.command;

import dirsh.exchange.RecipientSource;
import dirsh.exchange.csv.CsvRecipients;
import dirsh.model.DirshException;
import dirsh.source.AddressBook;
import dirsh.source.SourceAddress;
import dirsh.source.dxl.DxlBook;
import dirsh.source.nsf.NsfBook;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Turns addresses into address books and recipients, by their form, and names into files. */
public final class Opener {

    private final Path folder;

    /**
     * An opener.
     *
     * @param folder where relative file names begin; the empty path is the process's own folder
     */
    public Opener(Path folder) {
        this.folder = folder;
    }

    /**
     * Something that was opened.
     *
     * @param name what it is called unless the user says otherwise
     * @param content the thing itself
     */
    public record Opened<T>(String name, T content) {}

    /**
     * Opens an address book.
     *
     * @throws DirshException if there is none, or its kind cannot be read
     */
    public Opened<AddressBook> book(String address) {
        SourceAddress source = SourceAddress.parse(address);
        return switch (source.kind()) {
            case DXL -> new Opened<>(source.baseName(), DxlBook.open(file(address), address));
            case NSF -> new Opened<>(source.baseName(), NsfBook.open(file(address), address));
            case DOMINO ->
                throw DirshException.badInput(
                        "cannot open " + address + ": live Domino is not supported yet",
                        "export the directory as DXL, then: open names.dxl");
        };
    }

    /**
     * Opens recipients.
     *
     * @throws DirshException if there are none, or their format cannot be read
     */
    public Opened<RecipientSource> recipients(String address) {
        if (!address.toLowerCase(Locale.ROOT).endsWith(".csv")) {
            throw DirshException.badInput(
                    "cannot read recipients from '" + address + "': only CSV is supported yet",
                    "exchange recipients.csv, as Export-Csv writes it");
        }
        Path file = file(address);
        String name = String.valueOf(file.getFileName());
        return new Opened<>(name.substring(0, name.length() - ".csv".length()), new CsvRecipients(address, file));
    }

    /**
     * The file or folder of a name.
     *
     * @throws DirshException if no file can be called so
     */
    public Path file(String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            throw DirshException.badInput("'" + name + "' is no file name", "open names.dxl");
        }
    }
}
