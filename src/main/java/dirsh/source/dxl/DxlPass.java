package dirsh.source.dxl;

import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.model.Place;
import dirsh.model.Problem;
import dirsh.source.NoteSink;
import dirsh.source.Projection;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One pass through a file, mostly without the XML parser.
 *
 * <p>The parser reads as far as the first document. From there on documents are read off the bytes by {@link PlainDocuments};
 * one that is not plain, and any other element beside the documents, goes to a parser of its own, as a fragment. Whatever else
 * is met (comments, text, the end of the file in the middle, anything wrong) makes the parser go through the whole file, handing
 * over what was not handed over before. So every error is the parser's own, met in its usual way.
 */
final class DxlPass {

    /** A fragment that comes to more than this is left to the pass through the whole. */
    private static final int MOST_HELD = 1000;

    /** Where so many more elements went to parsers than were plain, one parser for all costs less. */
    private static final int PATIENCE = 1000;

    private final DxlFile file;
    private final FileChannel channel;
    private final Projection projection;
    private final Cancellation cancellation;
    private final NoteSink problems;
    private final DxlScanner.RecordSink sink;
    private final NameSample names = NameSample.ofParts();

    private long done;
    private int plain;
    private int parsed;

    /**
     * How a pass went.
     *
     * @param encoding how the characters of the file lie in its bytes
     * @param plain how many documents were read off the bytes
     * @param parsed how many elements went to a parser of their own
     * @param whole whether a parser went through the whole file
     */
    record Outcome(DxlEncoding encoding, int plain, int parsed, boolean whole) {}

    DxlPass(
            DxlFile file,
            FileChannel channel,
            Projection projection,
            Cancellation cancellation,
            NoteSink problems,
            DxlScanner.RecordSink sink) {
        this.file = file;
        this.channel = channel;
        this.projection = projection;
        this.cancellation = cancellation;
        this.problems = problems;
        this.sink = sink;
    }

    Outcome run() throws IOException {
        DxlBeginning beginning = beginning();
        if (beginning != null && documents(beginning)) {
            return new Outcome(beginning.encoding(), plain, parsed, false);
        }
        return new Outcome(file.parse(channel, projection, cancellation, problems, sink, done), plain, parsed, true);
    }

    private @Nullable DxlBeginning beginning() throws IOException {
        try (DxlTokens tokens = file.tokens(channel, cancellation, names)) {
            return DxlBeginning.read(tokens);
        } catch (DirshException | DxlTokens.LongText e) {
            // The pass through the whole file meets the same, and tells it.
            return null;
        }
    }

    /** Passes through all documents; false if it cannot. */
    private boolean documents(DxlBeginning beginning) throws IOException {
        DxlContext context = beginning.context();
        PlainDocuments documents = new PlainDocuments(file.name(), channel, projection);
        documents.moveTo(beginning.first());
        while (true) {
            Place place = documents.next();
            done = place.offset();
            cancellation.check();
            if (documents.read()) {
                plain++;
                sink.record(documents.note(context.replicaId(), place), documents.offset(), context);
            } else if (documents.isElement() && parsed - plain < PATIENCE) {
                Place end = fragment(place, context);
                if (end == null) {
                    return false;
                }
                parsed++;
                documents.moveTo(end);
            } else {
                return documents.isEnd();
            }
        }
    }

    /** Parses the element that begins at a place; null if it does not come to a good end. */
    private @Nullable Place fragment(Place start, DxlContext context) throws IOException {
        Held held = new Held();
        Place end;
        try (DxlTokens tokens = file.tokens(channel, start, context, cancellation, names)) {
            DxlRecord records = DxlFile.record(tokens, projection, held, Set.of());
            new DxlScanner(tokens, records, cancellation, held, 0).fragment(context);
            end = tokens.endPlace();
        } catch (DirshException | DxlTokens.LongText | Held.TooMuch e) {
            return null;
        }
        held.found.forEach(Runnable::run);
        return end;
    }

    /** What a fragment comes to, until it is known that it comes to a good end. */
    private final class Held implements NoteSink, DxlScanner.RecordSink {
        private final List<Runnable> found = new ArrayList<>();

        private static final class TooMuch extends RuntimeException {
            private static final long serialVersionUID = 1L;

            TooMuch() {
                super(null, null, false, false);
            }
        }

        @Override
        public void record(Note note, long end, DxlContext context) {
            hold(() -> sink.record(note, end, context));
        }

        @Override
        public void note(Note note) {
            throw new IllegalStateException("a scanner hands over records");
        }

        @Override
        public void problem(Problem problem) {
            hold(() -> problems.problem(problem));
        }

        private void hold(Runnable delivery) {
            if (found.size() == MOST_HELD) {
                throw new TooMuch();
            }
            found.add(delivery);
        }
    }
}
