package dirsh.exchange;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dirsh.ProcessCost;
import dirsh.compare.ComparedAttribute;
import dirsh.compare.Comparer;
import dirsh.compare.Comparison;
import dirsh.compare.RecipientIndex;
import dirsh.diagnose.Diagnoser;
import dirsh.entry.EntryFile;
import dirsh.entry.csv.CsvEntries;
import dirsh.entry.csv.CsvForm;
import dirsh.model.Cancellation;
import dirsh.model.NoteKind;
import dirsh.model.Person;
import dirsh.source.Projection;
import dirsh.source.view.ViewBook;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The harness behind goal G4: one of several ways to compare a directory with recipients, both of them CSV, with CPU time and
 * peak memory of its process.
 *
 * <p>{@code make FOLDER PEOPLE} writes directory.csv, and exchange.csv with the same people, of whom every hundredth has
 * another telephone number, every 250th is missing and every 500th is a stranger. Then, each in a process of its own:
 * {@code compare FOLDER} (dirsh: diagnosis, four kinds of keys, exact comparison) and {@code join FOLDER} (FastCSV and a
 * HashMap by the address alone). All find the same numbers.
 */
public final class CsvSpeed {

    /** Directory and Exchange names of what is compared. */
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "Department", "Department", "OfficePhoneNumber", "Phone", "CompanyName", "Company", "JobTitle", "Title");

    private CsvSpeed() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        Path directory = folder.resolve("directory.csv");
        Path recipients = folder.resolve("exchange.csv");
        ProcessCost.tell(arguments[0], () -> switch (arguments[0]) {
            case "make" -> make(directory, recipients, Integer.parseInt(arguments[2]));
            case "compare" -> compare(directory, recipients);
            case "join" -> join(directory, recipients);
            default -> throw new IllegalArgumentException("make, compare or join");
        });
    }

    private static String make(Path directory, Path recipients, int people) throws IOException {
        Files.createDirectories(directory.toAbsolutePath().getParent());
        try (Writer a = Files.newBufferedWriter(directory);
                Writer b = Files.newBufferedWriter(recipients)) {
            line(
                    a,
                    "UNID,Form,Type,FullName,FirstName,LastName,ShortName,InternetAddress,MailDomain,Department,"
                            + "OfficePhoneNumber,CompanyName,JobTitle,AvailableForDirSync");
            line(
                    b,
                    "DisplayName,Alias,RecipientTypeDetails,PrimarySmtpAddress,EmailAddresses,ExternalEmailAddress,"
                            + "Guid,Department,Phone,Company,Title");
            for (int i = 0; i < people; i++) {
                line(a, person(i));
                if (i % 250 != 0) {
                    line(b, recipient(i, "user" + i, i % 100 == 1 ? "556" : "555"));
                }
                if (i % 500 == 0) {
                    line(b, recipient(i, "stranger" + i, "555"));
                }
            }
        }
        return people + " people, " + Files.size(directory) / (1 << 20) + " and " + Files.size(recipients) / (1 << 20)
                + " MiB";
    }

    private static void line(Writer to, String line) throws IOException {
        to.write(line);
        to.write("\r\n");
    }

    private static String person(int i) {
        return quoted(
                String.format(Locale.ROOT, "%032X", 0xF7AFA2E9L + i),
                "Person",
                "Person",
                "CN=Person" + i + " Smith" + i % 977 + "/OU=Staff/O=Acme",
                "Person" + i,
                "Smith" + i % 977,
                "user" + i,
                "User" + i + "@Acme.com",
                "HQ",
                "Sales, team " + i % 40,
                "+1 555 " + i,
                "Acme Ltd.",
                "Clerk " + i % 12,
                "1");
    }

    private static String recipient(int i, String name, String area) {
        boolean known = name.startsWith("user");
        String notes = "NOTES:" + (known ? "Person" + i + " Smith" + i % 977 : name) + "/Staff/Acme@HQ";
        return quoted(
                "Person" + i + " Smith" + i % 977,
                name,
                "MailContact",
                name + "@acme.com",
                "SMTP:" + name + "@acme.com;" + notes,
                notes,
                String.format(Locale.ROOT, "00000000-0000-4000-%s-%012x", known ? "8000" : "9000", i),
                "Sales, team " + i % 40,
                "+1 " + area + " " + i,
                "Acme Ltd.",
                "Clerk " + i % 12);
    }

    private static String quoted(String... values) {
        return '"' + String.join("\",\"", values) + '"';
    }

    private static String compare(Path directory, Path recipients) {
        RecipientIndex index = RecipientIndex.read(Exports.csv("exchange.csv", recipients), new Cancellation());
        Comparer comparer = new Comparer(index, ComparedAttribute.DEFAULTS);
        Diagnoser diagnoser = new Diagnoser();
        EntryFile file = new EntryFile("directory.csv", directory, Optional.empty());
        try (ViewBook book = new ViewBook(new CsvEntries(file, CsvForm.USUAL), ";", List.of())) {
            book.scan(Projection.of(Diagnoser.items()), new Cancellation(), note -> diagnoser
                    .judge(note)
                    .filter(verdict -> verdict.kind() == NoteKind.PERSON)
                    .ifPresent(verdict -> comparer.person(new Person(note), verdict.finding())));
        }
        Comparison comparison = comparer.finish();
        return told(
                comparison.matched(),
                comparison.missing().size(),
                comparison.unexpected().size(),
                comparison.different().size());
    }

    private static String told(int matched, int missing, int unexpected, int different) {
        return matched + " matched, " + missing + " missing, " + unexpected + " unexpected, " + different
                + " different";
    }

    /** What a script would do: one side in a map by its address without case, the other passed by it. */
    private static String join(Path directory, Path recipients) throws IOException {
        List<Map.Entry<String, String>> attributes = List.copyOf(ATTRIBUTES.entrySet());
        Map<String, String[]> byAddress = new HashMap<>();
        try (Stream<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(recipients).stream()) {
            rows.forEach(row -> byAddress.put(
                    key(row.getField("PrimarySmtpAddress")),
                    attributes.stream()
                            .map(attribute -> row.getField(attribute.getValue()))
                            .toArray(String[]::new)));
        }
        int[] found = new int[3];
        try (Stream<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(directory).stream()) {
            rows.forEach(row -> {
                String[] other = byAddress.remove(key(row.getField("InternetAddress")));
                if (other == null) {
                    found[1]++;
                    return;
                }
                found[0]++;
                for (int i = 0; i < other.length; i++) {
                    if (!other[i].equals(row.getField(attributes.get(i).getKey()))) {
                        found[2]++;
                        return;
                    }
                }
            });
        }
        return told(found[0], found[1], byAddress.size(), found[2]);
    }

    private static String key(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
