package dirsh.source.domino;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The text store of the test double of the Notes C API: written before dirsh runs, read afterwards. */
final class StubStore {

    static final String ADDRESS = "domino:CN=Hub1/O=Acme!!names.nsf";
    static final String FLAG = "AvailableForDirSync";

    /** Flags of the C API. */
    static final String SUMMARY = "0004";

    static final String GUARDED = "0204";

    private static final long TIME = 178_000_000_000L;

    private final List<String> lines = new ArrayList<>();
    private int notes;

    /** An empty directory in which the user has an access level from 0 (none) to 6 (Manager). */
    StubStore(int access) {
        this("C1258A0000112233", access);
    }

    StubStore(String replicaId, int access) {
        line("DB", "CN=Hub1/O=Acme", "names.nsf", "Acme's Directory", replicaId, access);
        line("USER", "CN=Ada Admin/O=Acme");
        line("ENV", "KitType", "1");
        line("CONSOLE", "load updall", "Index update process started: names.nsf\\n");
        line("REPL", "CN=Spoke2/O=Acme", "names.nsf", 2, TIME);
        line("REPL", "CN=Spoke3/O=Acme", "dir/names.nsf", 1, TIME - 100);
        String columns = "InternetAddress,FullName," + FLAG;
        line("VIEW", "($Users)|$Users", "2C2", "SELECT Form=\"Person\"", "InternetAddress", columns);
    }

    /** A line of the store, its fields joined by tabs. */
    StubStore line(Object... fields) {
        lines.add(String.join(
                "\t", java.util.Arrays.stream(fields).map(String::valueOf).toList()));
        return this;
    }

    /** A person whose flag items follow as {@link #item}s. */
    StubStore person(String name, String attributes, String noteFlags) {
        note(attributes, noteFlags);
        item("Form", "TEXT", SUMMARY, 1, "Person");
        item("Type", "TEXT", SUMMARY, 1, "Person");
        item("FullName", "TEXT_LIST", "0044", 1, "CN=" + name + "/O=Acme", name);
        item("LastName", "TEXT", SUMMARY, 1, name.substring(name.lastIndexOf(' ') + 1));
        item("MailDomain", "TEXT", SUMMARY, 1, "Acme");
        item("MailFile", "TEXT", SUMMARY, 1, "mail\\\\x.nsf");
        item("InternetAddress", "TEXT", SUMMARY, 1, name.replace(' ', '.') + "@acme.example");
        item("Comment", "TEXT", "0000", 1, "not in the summary");
        return item("$UpdatedBy", "TEXT_LIST", "0044", 3, "CN=Ada Admin/O=Acme");
    }

    StubStore person(String name) {
        return person(name, "-", "0000");
    }

    private void note(String attributes, String noteFlags) {
        notes++;
        String unid = String.format(
                java.util.Locale.ROOT,
                "%08X%08X%08X%08X",
                0xC1258A00 + notes,
                0x11110000 + notes,
                0xC1258B00,
                0x22220000 + notes);
        long time = TIME + notes * 100L;
        line("NOTE", Integer.toHexString(0x8F6 + 4 * notes), unid, 3, time, time, "0001", noteFlags, attributes);
    }

    /** One more item of the last note. */
    StubStore item(Object name, String type, String flags, int sequence, String... values) {
        List<Object> fields = new ArrayList<>(List.of("ITEM", name, type, flags, sequence));
        fields.addAll(List.of(values));
        return line(fields.toArray());
    }

    /** The flag item of the last person. */
    StubStore flag(String type, String flags, int sequence, String... values) {
        return item(FLAG, type, flags, sequence, values);
    }

    /** A plain flag as a form saves it, or with another value. */
    StubStore flag(String value) {
        return flag("TEXT", SUMMARY, 2, value);
    }

    /** Sixteen shapes: every cause the store can hold, and what happens to documents on a server. */
    static StubStore ofShapes(int access) {
        StubStore store = new StubStore(access);
        store.person("Norma Normal").flag("TEXT", GUARDED, 2, "1");
        store.person("Nosum Mary").flag("TEXT", "0200", 2, "1");
        store.person("Dup Licate").flag("TEXT", SUMMARY, 2, "1").flag("TEXT", "0000", 3, "1");
        store.person("Lisa List").flag("TEXT_LIST", SUMMARY, 2, "1");
        store.person("Num Ber").flag("NUMBER", SUMMARY, 2, "1");
        store.person("Trail Blank").flag("1 ");
        store.person("Yes Man").flag("Yes");
        store.person("Missing Flag");
        store.person("Con Flict").flag("0").item("$Conflict", "TEXT", SUMMARY, 1, "");
        store.person("Race Condition", "race", "0000").flag("Yes");
        store.person("Jürgen Größe Łódź").flag("0");
        store.person("Large Summary", "largesummary", "0000").flag("1");
        store.person("Deleted Stub", "deleted", "0000");
        store.person("Secret Reader", "noaccess", "0000").flag("1");
        store.person("Blank Flag").flag("");
        return store.person("Read Only", "-", "0001").flag("Yes");
    }

    void write(Path file) {
        try {
            Files.writeString(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A document as the store holds it.
     *
     * @param sequence how often it was saved
     * @param flags the flag items, each as flags, sequence and value
     * @param others every other item's line
     */
    record Stored(int sequence, List<String> flags, List<String> others) {}

    /** The documents of a store by full name. */
    static Map<String, Stored> read(Path file) throws IOException {
        Map<String, Stored> documents = new LinkedHashMap<>();
        int sequence = 0;
        List<String> flags = new ArrayList<>();
        List<String> others = new ArrayList<>();
        String name = "";
        List<String> all = new ArrayList<>(Files.readAllLines(file));
        all.add("NOTE\t\t\t0");
        for (String line : all) {
            String[] fields = line.split("\t", -1);
            if (fields[0].equals("NOTE")) {
                if (!name.isEmpty()) {
                    documents.put(name, new Stored(sequence, List.copyOf(flags), List.copyOf(others)));
                }
                sequence = Integer.parseInt(fields[3]);
                flags.clear();
                others.clear();
            } else if (fields[0].equals("ITEM") && fields[1].equals(FLAG)) {
                flags.add(fields[2] + " " + fields[3] + " " + fields[4] + " " + (fields.length > 5 ? fields[5] : ""));
            } else if (fields[0].equals("ITEM")) {
                others.add(line);
                name = fields[1].equals("FullName") ? fields[6] : name;
            }
        }
        return documents;
    }
}
