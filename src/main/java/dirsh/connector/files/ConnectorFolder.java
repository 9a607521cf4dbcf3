package dirsh.connector.files;

import dirsh.connector.Filter;
import dirsh.model.DirshException;
import dirsh.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A copy of the connector's files: {@code Exchconn.ini} and the folders {@code Dxanotes} and {@code Dxamex} beside it. Case does
 * not matter; files that lie flat in the folder are taken too, but then only one table of each name.
 */
public final class ConnectorFolder {

    private static final String NOTES = "dxanotes";
    private static final String EXCHANGE = "dxamex";

    private final String address;
    private final List<String> found = new ArrayList<>();
    private final List<String> absent = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Optional<AttributeTable> notesAttributes;
    private final Optional<AttributeTable> exchangeAttributes;
    private final Optional<MappingRules> rules;
    private final Parameters ini;
    private final Optional<SyncState> notesState;
    private final Optional<SyncState> exchangeState;
    private final List<Filter> filters;

    private ConnectorFolder(String address, Path folder) {
        this.address = address;
        this.notesAttributes = read(folder, NOTES, "amap.tbl").map(file -> AttributeTable.parse(file, problems::add));
        this.exchangeAttributes =
                read(folder, EXCHANGE, "amap.tbl").map(file -> AttributeTable.parse(file, problems::add));
        this.rules = read(folder, EXCHANGE, "mapnotes.tbl").map(file -> MappingRules.parse(file, problems::add));
        Optional<FileLines> settings = read(folder, "", "exchconn.ini");
        this.ini = settings.map(file -> Parameters.parse(file, problems::add)).orElse(Parameters.NONE);
        this.notesState = read(folder, NOTES, "pcta.tbl").map(this::state);
        this.exchangeState = read(folder, EXCHANGE, "pcta.tbl").map(this::state);
        this.filters = FilterText.parse(ini, problems::add);
    }

    /**
     * Reads the files of a folder.
     *
     * @throws DirshException if it is no folder or holds none of the files
     */
    public static ConnectorFolder open(String address, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw DirshException.badInput(address + " is no folder", "connector open FOLDER, with Exchconn.ini in it");
        }
        ConnectorFolder files = new ConnectorFolder(address, folder);
        if (files.found.isEmpty()) {
            throw DirshException.badInput(
                    address + " holds none of the connector's files",
                    "copy Exchconn.ini, Dxanotes and Dxamex of the connector's server into one folder");
        }
        return files;
    }

    private SyncState state(FileLines file) {
        return SyncState.parse(Parameters.parse(file, problems::add), problems::add);
    }

    /** A file by its folder, or flat where the folders were not kept; the flat PCTA.TBL and Amap.tbl are taken as Notes'. */
    private Optional<FileLines> read(Path folder, String part, String name) {
        Optional<Path> inPart = part.isEmpty() ? Optional.of(folder) : child(folder, part);
        Optional<Path> file = inPart.flatMap(path -> child(path, name));
        boolean flat = !part.equals(EXCHANGE) || name.equals("mapnotes.tbl");
        if (file.isEmpty() && flat) {
            file = child(folder, name);
        }
        String shown = (part.isEmpty() ? "" : part + "/") + name;
        if (file.isEmpty() || !Files.isRegularFile(file.get())) {
            absent.add(shown);
            return Optional.empty();
        }
        String relative = folder.relativize(file.get()).toString().replace('\\', '/');
        found.add(relative);
        return Optional.of(FileLines.read(relative, file.get(), problems::add));
    }

    private static Optional<Path> child(Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(path -> String.valueOf(path.getFileName())
                            .toLowerCase(Locale.ROOT)
                            .equals(name))
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            throw FileLines.unreadable(String.valueOf(folder.getFileName()), e);
        }
    }

    /** The folder as the user named it. */
    public String address() {
        return address;
    }

    /** The files that were read, relative to the folder. */
    public List<String> found() {
        return List.copyOf(found);
    }

    /** The files that are not there. */
    public List<String> absent() {
        return List.copyOf(absent);
    }

    /** The lines that are wrong, file by file. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The attributes of a Notes document, if the file is there. */
    public Optional<AttributeTable> notesAttributes() {
        return notesAttributes;
    }

    /** The attributes of an Exchange entry, if the file is there. */
    public Optional<AttributeTable> exchangeAttributes() {
        return exchangeAttributes;
    }

    /** The mapping rules, if the file is there. */
    public Optional<MappingRules> rules() {
        return rules;
    }

    /** Whether Exchconn.ini is there, without which filters are not known. */
    public boolean hasSettings() {
        return !ini.name().isEmpty();
    }

    /** The filters on Notes documents, void ones too. */
    public List<Filter> filters() {
        return List.copyOf(filters);
    }

    /** How far the agent that reads Notes has come, if the file is there. */
    public Optional<SyncState> notesState() {
        return notesState;
    }

    /** How far the agent that writes Exchange has come, if the file is there. */
    public Optional<SyncState> exchangeState() {
        return exchangeState;
    }

    /**
     * The address books the connector reads: values that name an NSF file, in the section of the agent that reads Notes and
     * not under a name with {@code target}. How these parameters are called is not published.
     */
    public List<String> sourceBooks() {
        return ini.section(FilterText.SECTION).stream()
                .filter(parameter -> parameter.value().toLowerCase(Locale.ROOT).contains(".nsf"))
                .filter(parameter -> !parameter.name().toLowerCase(Locale.ROOT).contains("target"))
                .map(Parameters.Parameter::value)
                .distinct()
                .toList();
    }

    /** The mapping by these files; where one is not there, by what the connector came with. */
    public EntryMapping mapping() {
        return new EntryMapping(
                notesAttributes.orElseGet(Shipped::notesAttributes),
                rules.orElseGet(Shipped::rules),
                exchangeAttributes.orElseGet(Shipped::exchangeAttributes),
                ini);
    }
}
