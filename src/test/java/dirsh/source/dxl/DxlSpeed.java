package dirsh.source.dxl;

import com.fasterxml.aalto.AsyncByteArrayFeeder;
import com.fasterxml.aalto.AsyncXMLStreamReader;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import dirsh.ProcessCost;
import dirsh.compare.ComparedAttribute;
import dirsh.compare.Comparer;
import dirsh.compare.Comparison;
import dirsh.compare.RecipientIndex;
import dirsh.diagnose.Diagnoser;
import dirsh.exchange.Exports;
import dirsh.model.Cancellation;
import dirsh.model.NoteKind;
import dirsh.model.Person;
import dirsh.sample.SampleDirectory;
import dirsh.source.Projection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The harness behind goals G1, G2, G5 and G10: one of several ways to go through a DXL file, with CPU time and peak memory of its
 * process.
 *
 * <p>{@code make FOLDER PEOPLE} writes a sample directory. Then, each in a process of its own: {@code scan FOLDER} (what the
 * diagnosis needs is decoded), {@code diagnose FOLDER} (and verdicts are made), {@code compare FOLDER} (scan, diagnosis and comparison with the CSV), {@code parse FOLDER} (the
 * scan by the parser alone), {@code aalto FOLDER} and {@code aalto-text FOLDER} (raw tokens of its asynchronous parser, without
 * and with their texts), {@code jdk FOLDER} (raw tokens of the JDK's StAX).
 */
public final class DxlSpeed {

    private static final int BLOCK = 1 << 16;

    private DxlSpeed() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        Path names = folder.resolve("names.dxl");
        ProcessCost.tell(arguments[0], () -> switch (arguments[0]) {
            case "make" -> make(folder, Integer.parseInt(arguments[2]));
            case "scan" -> scan(names);
            case "parse" -> DxlSight.parserNotes(names, Projection.of(Diagnoser.items())) + " documents";
            case "diagnose" -> diagnose(names);
            case "compare" -> compare(names, folder.resolve("exchange.csv"));
            case "aalto" -> aalto(names, false);
            case "aalto-text" -> aalto(names, true);
            case "jdk" -> jdk(names);
            default ->
                throw new IllegalArgumentException("make, scan, parse, diagnose, compare, aalto, aalto-text or jdk");
        });
    }

    private static String make(Path folder, int people) throws IOException {
        new SampleDirectory(people, 1).write(folder);
        return people + " people, " + Files.size(folder.resolve("names.dxl")) / (1 << 20) + " MiB";
    }

    private static String scan(Path names) {
        long[] passed = {0};
        DxlPass.Outcome outcome = new DxlFile(names, "names.dxl")
                .scan(
                        Projection.of(Diagnoser.items()),
                        new Cancellation(),
                        note -> {},
                        (note, end, context) -> passed[0]++);
        return passed[0] + " documents, " + outcome.plain() + " off the bytes, " + outcome.parsed() + " parsed";
    }

    private static String diagnose(Path names) {
        Diagnoser diagnoser = new Diagnoser();
        try (DxlBook book = DxlBook.open(names, "names.dxl")) {
            book.scan(Projection.of(Diagnoser.items()), new Cancellation(), diagnoser::judge);
        }
        return diagnoser.diagnosis().findings().size() + " findings";
    }

    private static String compare(Path names, Path exchange) {
        RecipientIndex index = RecipientIndex.read(Exports.csv("exchange.csv", exchange), new Cancellation());
        Comparer comparer = new Comparer(index, ComparedAttribute.DEFAULTS);
        Diagnoser diagnoser = new Diagnoser();
        try (DxlBook book = DxlBook.open(names, "names.dxl")) {
            book.scan(Projection.of(Diagnoser.items()), new Cancellation(), note -> diagnoser
                    .judge(note)
                    .filter(verdict -> verdict.kind() == NoteKind.PERSON && !verdict.conflict())
                    .ifPresent(verdict -> comparer.person(new Person(note), verdict.finding())));
        }
        Comparison comparison = comparer.finish();
        return comparison.matched() + " matched, " + comparison.missing().size() + " missing";
    }

    private static String aalto(Path names, boolean texts) throws IOException, XMLStreamException {
        AsyncXMLStreamReader<AsyncByteArrayFeeder> reader = new InputFactoryImpl().createAsyncForByteArray();
        byte[] block = new byte[BLOCK];
        long tokens = 0;
        long length = 0;
        try (InputStream in = Files.newInputStream(names)) {
            int token = reader.next();
            while (token != XMLStreamConstants.END_DOCUMENT) {
                if (token == AsyncXMLStreamReader.EVENT_INCOMPLETE) {
                    int count = in.read(block);
                    if (count < 0) {
                        reader.getInputFeeder().endOfInput();
                    } else {
                        reader.getInputFeeder().feedInput(block, 0, count);
                    }
                } else {
                    tokens++;
                    length += texts && token == XMLStreamConstants.CHARACTERS
                            ? reader.getText().length()
                            : 0;
                }
                token = reader.next();
            }
        }
        return tokens + " tokens" + (texts ? ", " + length + " characters" : "");
    }

    private static String jdk(Path names) throws IOException, XMLStreamException {
        XMLInputFactory parsers = XMLInputFactory.newDefaultFactory();
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        long tokens = 0;
        try (InputStream in = Files.newInputStream(names)) {
            XMLStreamReader reader = parsers.createXMLStreamReader(in);
            while (reader.hasNext()) {
                reader.next();
                tokens++;
            }
        }
        return tokens + " tokens";
    }
}
