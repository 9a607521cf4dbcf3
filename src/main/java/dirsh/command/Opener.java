package dirsh.command;

import dirsh.connector.FlagItem;
import dirsh.entry.EntryFile;
import dirsh.entry.EntrySource;
import dirsh.entry.csv.CsvEntries;
import dirsh.entry.ldap.LdapAddress;
import dirsh.entry.ldap.LdapEntries;
import dirsh.entry.ldap.ServerAccess;
import dirsh.entry.ldif.LdifEntries;
import dirsh.exchange.RecipientSource;
import dirsh.exchange.Recipients;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.source.AddressBook;
import dirsh.source.OpenOptions;
import dirsh.source.SourceAddress;
import dirsh.source.domino.Domino;
import dirsh.source.dxl.DxlBook;
import dirsh.source.nsf.NsfBook;
import dirsh.source.view.ViewBook;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
    public record Opened<T>(String name, T content) {
        private <R> Opened<R> as(Function<T, R> meaning) {
            return new Opened<>(name, meaning.apply(content));
        }
    }

    /**
     * Opens an address book.
     *
     * @throws DirshException if there is none, or its kind cannot be read
     */
    public Opened<AddressBook> book(String address, Cancellation cancellation) {
        return book(address, SourceOptions.NONE, OpenOptions.DEFAULT, question -> Optional.empty(), cancellation);
    }

    /**
     * Opens an address book.
     *
     * @param live what only a live book takes
     * @param ask asks for a secret; empty where nobody can answer
     * @throws DirshException if there is none, or its kind cannot be read
     */
    Opened<AddressBook> book(
            String address,
            SourceOptions options,
            OpenOptions live,
            Function<String, Optional<char[]>> ask,
            Cancellation cancellation) {
        SourceAddress source = SourceAddress.parse(address);
        return switch (source.kind()) {
            case DXL -> new Opened<>(source.baseName(), DxlBook.open(file(address), address));
            case NSF -> new Opened<>(source.baseName(), NsfBook.open(file(address), address, cancellation));
            case DOMINO -> new Opened<>(source.baseName(), domino.open(address, FlagItem.NAME, live));
            case VIEW ->
                entries(address, options, ask, ViewBook.USUAL_FILTER)
                        .as(view -> new ViewBook(view, options.listSeparator().orElse(";"), options.mapped()));
        };
    }

    /** Notes and Domino on this machine. */
    Domino domino() {
        return domino;
    }

    /**
     * Opens recipients.
     *
     * @param ask asks for a secret; empty where nobody can answer
     * @throws DirshException if there are none, or their format cannot be read
     */
    Opened<RecipientSource> recipients(String address, SourceOptions options, Function<String, Optional<char[]>> ask) {
        return entries(address, options, ask, Recipients.USUAL_FILTER)
                .as(source -> new Recipients(source, options.listSeparator(), options.mapped()));
    }

    private Opened<EntrySource> entries(
            String address, SourceOptions options, Function<String, Optional<char[]>> ask, String usualFilter) {
        if (LdapAddress.isLdap(address)) {
            LdapAddress server = LdapAddress.parse(address);
            return new Opened<>(server.name(), LdapEntries.connect(server, access(options, ask), usualFilter));
        }
        EntryFile file = new EntryFile(address, file(address), options.charset());
        String base = SourceAddress.baseName(address);
        String lower = address.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".ldif") || lower.endsWith(".ldf")) {
            return new Opened<>(base, new LdifEntries(file));
        }
        if (lower.endsWith(".csv") || lower.endsWith(".txt")) {
            return new Opened<>(base, new CsvEntries(file, options.csvForm()));
        }
        throw DirshException.badInput(
                "cannot tell how to read recipients from '" + address + "'",
                "exchange recipients.csv, recipients.ldf (or .ldif), or ldap://server/base");
    }

    private ServerAccess access(SourceOptions options, Function<String, Optional<char[]>> ask) {
        return new ServerAccess(
                options.user().orElse(null),
                options.passwordFile().map(this::file).orElse(null),
                ask,
                options.startTls(),
                options.trustStore().map(this::file).orElse(null),
                options.insecure(),
                options.timeout().orElse(ServerAccess.USUAL_TIMEOUT),
                ServerAccess.USUAL_PAGE);
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
