package dirsh.exchange;

import com.unboundid.ldif.LDIFDiff;
import com.unboundid.ldif.LDIFReader;
import dirsh.ProcessCost;
import dirsh.compare.ComparedAttribute;
import dirsh.compare.Comparer;
import dirsh.compare.Comparison;
import dirsh.compare.RecipientIndex;
import dirsh.diagnose.Diagnoser;
import dirsh.entry.EntryFile;
import dirsh.entry.ldif.LdifEntries;
import dirsh.model.Cancellation;
import dirsh.model.NoteKind;
import dirsh.model.Person;
import dirsh.source.Projection;
import dirsh.source.view.ViewBook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The harness behind goal G3: one of several ways to go through LDIF, with CPU time and peak memory of its process.
 *
 * <p>{@code make FILE PEOPLE} writes FILE.a.ldif, a directory, and FILE.b.ldif, the same as recipients with every hundredth
 * changed; both hold the attributes of Domino and of Exchange, so that every tool works on the same two files. Then, each in
 * a process of its own: {@code compare FILE}, {@code diff FILE} (ldif-diff), {@code read FILE} (LDIFReader, one file).
 */
public final class LdifSpeed {

    private LdifSpeed() {}

    public static void main(String[] arguments) throws Exception {
        String base = arguments[1];
        Path directory = Path.of(base + ".a.ldif");
        Path recipients = Path.of(base + ".b.ldif");
        ProcessCost.tell(arguments[0], () -> switch (arguments[0]) {
            case "make" -> make(directory, recipients, Integer.parseInt(arguments[2]));
            case "compare" -> compare(directory, recipients);
            case "diff" -> diff(directory, recipients, Path.of(base + ".diff.ldif"));
            case "read" -> read(directory);
            default -> throw new IllegalArgumentException("make, compare, diff or read");
        });
    }

    /** Writes both files. */
    public static String make(Path directory, Path recipients, int people) throws IOException {
        try (Writer a = Files.newBufferedWriter(directory);
                Writer b = Files.newBufferedWriter(recipients)) {
            a.write("version: 1\n\n");
            b.write("version: 1\n\n");
            for (int i = 0; i < people; i++) {
                a.write(entry(i, "+1 555 " + i));
                b.write(entry(i, i % 100 == 0 ? "+1 556 " + i : "+1 555 " + i));
            }
        }
        return people + " people, " + Files.size(directory) / (1 << 20) + " MiB each";
    }

    private static String entry(int i, String phone) {
        String name = "Person" + i + " Smith" + i % 977;
        String unid = String.format(Locale.ROOT, "%032X", 0xF7AFA2E9L + i);
        return """
                dn: CN=NAME,OU=Staff,O=Acme
                objectClass: top
                objectClass: person
                objectClass: dominoPerson
                cn: NAME
                givenName: PersonINDEX
                sn: Smith
                uid: userINDEX
                mailNickname: userINDEX
                mail: userINDEX@acme.com
                maildomain: HQ
                availablefordirsync: 1
                dominounid: UNID
                proxyAddresses: SMTP:userINDEX@acme.com
                proxyAddresses: NOTES:NAME/Staff/Acme@HQ
                targetAddress: NOTES:NAME/Staff/Acme@HQ
                department: Sales
                telephoneNumber: PHONE
                description: an entry of the measurement, with a text that nobody asks for
                userCertificate:: MIIBQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJDQUJD

                """
                .replace("NAME", name)
                .replace("INDEX", Integer.toString(i))
                .replace("UNID", unid)
                .replace("PHONE", phone);
    }

    private static String compare(Path directory, Path recipients) {
        RecipientIndex index = RecipientIndex.read(Exports.ldif("b.ldif", recipients), new Cancellation());
        Comparer comparer = new Comparer(index, ComparedAttribute.DEFAULTS);
        Diagnoser diagnoser = new Diagnoser();
        try (ViewBook book =
                new ViewBook(new LdifEntries(new EntryFile("a.ldif", directory, Optional.empty())), ";", List.of())) {
            book.scan(Projection.of(Diagnoser.items()), new Cancellation(), note -> diagnoser
                    .judge(note)
                    .filter(verdict -> verdict.kind() == NoteKind.PERSON)
                    .ifPresent(verdict -> comparer.person(new Person(note), verdict.finding())));
        }
        Comparison comparison = comparer.finish();
        return comparison.matched() + " matched, " + comparison.different().size() + " different";
    }

    private static String diff(Path directory, Path recipients, Path to) throws IOException {
        Files.deleteIfExists(to);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        LDIFDiff.main(
                said,
                said,
                "--sourceLDIF",
                directory.toString(),
                "--targetLDIF",
                recipients.toString(),
                "--outputLDIF",
                to.toString());
        return Files.exists(to) ? Files.size(to) + " bytes of differences" : said.toString(StandardCharsets.UTF_8);
    }

    private static String read(Path directory) throws Exception {
        int entries = 0;
        try (LDIFReader reader = new LDIFReader(directory.toFile())) {
            while (reader.readEntry() != null) {
                entries++;
            }
        }
        return entries + " entries";
    }
}
