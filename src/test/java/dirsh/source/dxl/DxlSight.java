package dirsh.source.dxl;

import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.model.Problem;
import dirsh.source.NoteSink;
import dirsh.source.Projection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a pass through a file shows: what it hands over, in its order, and how it ends.
 *
 * @param handedOver notes with where they end and what they inherit, and problems
 * @param error both lines of it; empty if there was none
 */
record DxlSight(List<Object> handedOver, String error) {

    /** A note as it is handed over. */
    record Recorded(Note note, long end, DxlContext context) {}

    /** How the pass went, if it came to an end. */
    record Result(DxlSight sight, DxlPass.@Nullable Outcome outcome) {}

    private interface Pass {
        DxlPass.@Nullable Outcome run(NoteSink problems, DxlScanner.RecordSink records) throws IOException;
    }

    /** The pass that reads documents off the bytes where it can. */
    static Result plain(Path file, Projection projection) {
        return plain(1, file, projection);
    }

    /** The same with as many threads as are told. */
    static Result plain(int threads, Path file, Projection projection) {
        DxlFile dxl = new DxlFile(file, "names.dxl");
        return see((problems, records) -> dxl.scan(threads, projection, new Cancellation(), problems, records));
    }

    /** The pass of the parser alone. */
    static DxlSight parser(Path file, Projection projection) {
        DxlFile dxl = new DxlFile(file, "names.dxl");
        return see((problems, records) -> {
                    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                        dxl.parse(channel, projection, new Cancellation(), problems, records, 0);
                        return null;
                    }
                })
                .sight();
    }

    /** How many notes the parser alone finds; nothing is kept. */
    static long parserNotes(Path file, Projection projection) throws IOException {
        long[] notes = {0};
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            new DxlFile(file, "names.dxl")
                    .parse(channel, projection, new Cancellation(), note -> {}, (note, end, context) -> notes[0]++, 0);
        }
        return notes[0];
    }

    private static Result see(Pass pass) {
        List<Object> handedOver = new ArrayList<>();
        NoteSink problems = new NoteSink() {
            @Override
            public void note(Note note) {
                throw new AssertionError("a pass hands over records");
            }

            @Override
            public void problem(Problem problem) {
                handedOver.add(problem);
            }
        };
        try {
            DxlPass.Outcome outcome =
                    pass.run(problems, (note, end, context) -> handedOver.add(new Recorded(note, end, context)));
            return new Result(new DxlSight(handedOver, ""), outcome);
        } catch (DirshException e) {
            return new Result(new DxlSight(handedOver, e.problem() + "\n" + e.tryThis()), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
