package dirsh.command;

import dirsh.connector.FlagItem;
import dirsh.exchange.RecipientSource;
import dirsh.exchange.csv.CsvRecipients;
import dirsh.model.DirshException;
import dirsh.source.AddressBook;
import dirsh.source.OpenOptions;
import dirsh.source.SourceAddress;
import dirsh.source.domino.Domino;
import dirsh.source.dxl.DxlBook;
import dirsh.source.nsf.NsfBook;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Turns addresses into address books and recipients, by their form, and names into files. */
public final class Opener implements AutoCloseable {

    private final Path folder;
    private final Domino domino;

    /**
     * An opener of files; without Notes.
     *
     * @param folder where relative file names begin; the empty path is the process's own folder
     */
    public Opener(Path folder) {
        this(folder, new Domino(Map.of()));
    }

    /**
     * An opener.
     *
     * @param folder where relative file names begin; the empty path is the process's own folder
     * @param domino opens live books; ended with this opener
     */
    public Opener(Path folder, Domino domino) {
        this.folder = folder;
        this.domino = domino;
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
        return book(address, OpenOptions.DEFAULT);
    }

    /**
     * Opens an address book.
     *
     * @param options what only a live book takes
     * @throws DirshException if there is none, or its kind cannot be read
     */
    public Opened<AddressBook> book(String address, OpenOptions options) {
        SourceAddress source = SourceAddress.parse(address);
        return switch (source.kind()) {
            case DXL -> new Opened<>(source.baseName(), DxlBook.open(file(address), address));
            case NSF -> new Opened<>(source.baseName(), NsfBook.open(file(address), address));
            case DOMINO -> new Opened<>(source.baseName(), domino.open(address, FlagItem.NAME, options));
        };
    }

    /** Notes and Domino on this machine. */
    Domino domino() {
        return domino;
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

    @Override
    public void close() {
        domino.close();
    }
}
