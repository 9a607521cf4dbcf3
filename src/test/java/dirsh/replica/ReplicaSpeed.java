package dirsh.replica;

import dirsh.ProcessCost;
import dirsh.model.Cancellation;
import dirsh.model.NoteKind;
import dirsh.sample.SampleDirectory;
import dirsh.source.dxl.DxlBook;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/**
 * The harness behind the figures of {@code replicas compare}: two replicas of a large directory, with CPU time and peak memory
 * of the process.
 *
 * <p>{@code make FOLDER PEOPLE} writes hub1.dxl, the sample directory, and hub2.dxl, the same in which every thousandth
 * document has a flag without SUMMARY under the same revision; {@code compare FOLDER} compares them.
 */
public final class ReplicaSpeed {

    private static final int EACH = 1000;

    private ReplicaSpeed() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        ProcessCost.tell(
                arguments[0],
                () -> arguments[0].equals("make") ? make(folder, Integer.parseInt(arguments[2])) : compare(folder));
    }

    private static String make(Path folder, int people) throws IOException {
        new SampleDirectory(people, 1).write(folder, new Cancellation());
        Files.delete(folder.resolve("exchange.csv"));
        Path first = Files.move(folder.resolve("names.dxl"), folder.resolve("hub1.dxl"));
        Path second = folder.resolve("hub2.dxl");
        // Latin-1 keeps every byte as it is.
        try (BufferedReader in = Files.newBufferedReader(first, StandardCharsets.ISO_8859_1);
                BufferedWriter out = Files.newBufferedWriter(second, StandardCharsets.ISO_8859_1)) {
            long documents = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                documents += line.startsWith("<document ") ? 1 : 0;
                boolean damaged = documents % EACH == 0
                        && line.startsWith("<item name='AvailableForDirSync'")
                        && !line.contains("summary=");
                out.write(
                        damaged
                                ? line.replace("'AvailableForDirSync'", "'AvailableForDirSync' summary='false'")
                                : line);
                out.write('\n');
            }
        }
        return people + " people, " + Files.size(first) / (1 << 20) + " MiB each";
    }

    private static String compare(Path folder) {
        Replicas replicas = new Replicas(EnumSet.allOf(NoteKind.class), false, true);
        Map<DifferenceKind, Integer> found = new EnumMap<>(DifferenceKind.class);
        try (DxlBook one = DxlBook.open(folder.resolve("hub1.dxl"), "hub1.dxl");
                DxlBook other = DxlBook.open(folder.resolve("hub2.dxl"), "hub2.dxl")) {
            replicas.add("hub1", one, new Cancellation(), passed -> {});
            replicas.add("hub2", other, new Cancellation(), passed -> {});
            replicas.differences(new Cancellation()).each(difference -> {
                found.merge(difference.kind(), 1, Integer::sum);
                return true;
            });
        }
        return found.toString();
    }
}
