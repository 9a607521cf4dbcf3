package dirsh.source.nsf;

import dirsh.diagnose.Diagnoser;
import dirsh.model.Cancellation;
import dirsh.source.Projection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Measures how fast a directory is opened and passed through on one thread (goal G9).
 *
 * <p>{@code NsfSpeed make FILE PEOPLE [START]} writes a directory, {@code NsfSpeed scan FILE [TIMES]} passes through it.
 */
public final class NsfSpeed {

    private static final int BUCKET = 16_384;

    private NsfSpeed() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        if (arguments[0].equals("make")) {
            make(file, Integer.parseInt(arguments[2]), arguments.length > 3 ? Long.parseLong(arguments[3]) : 4096);
        } else {
            int times = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
            for (int i = 0; i < times; i++) {
                scan(file);
            }
        }
    }

    /** A person takes about as much as a real one: sixty items, a picture outside of the summary. */
    private static void make(Path file, int people, long start) {
        try (NsfWriter writer = NsfWriter.to(file, BUCKET, start)) {
            for (int i = 0; i < people; i++) {
                MadeNote note = MadeNote.person(i, "Person Number " + i).place(MadeNote.Place.BUCKET);
                for (int j = 0; j < 50; j++) {
                    note.item(MadeItem.text("Field" + j, j % 3 == 0 ? "" : "value " + j + " of " + i));
                }
                note.item(MadeItem.texts("$UpdatedBy", List.of("CN=Admin One/O=Acme", "CN=Admin Two/O=Acme")));
                note.item(new MadeItem(
                        "Comment", 1, MadeItem.TYPE_BY_NAME, MadeItem.richText("a remark on " + i + ". ".repeat(300))));
                writer.note(note);
            }
        }
    }

    private static void scan(Path file) throws IOException {
        long[] notes = {0};
        long start = System.nanoTime();
        try (NsfBook book = NsfBook.open(file, "names.nsf", new Cancellation())) {
            book.scan(Projection.of(Diagnoser.items()), new Cancellation(), note -> notes[0]++);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double size = Files.size(file) / 1e6;
        System.out.printf(
                Locale.ROOT, "%d documents, %.0f MB in %.2f s: %.0f MB/s%n", notes[0], size, seconds, size / seconds);
    }
}
