package dirsh.source.dxl;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import dirsh.model.Cancellation;
import dirsh.model.FileProgress;
import dirsh.model.FileStamp;
import dirsh.model.Note;
import dirsh.model.Place;
import dirsh.model.Problem;
import dirsh.model.ReadAhead;
import dirsh.source.NoteSink;
import dirsh.source.Projection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A DXL file as bytes: parsed as a whole or in parts. */
final class DxlFile {

    /** A file with more texts beyond the limit than this is refused rather than begun again for each. */
    private static final int MAX_LONG_TEXTS = 16;

    /** Bytes a parser of one element is given at a time. */
    private static final int FRAGMENT_BLOCK = 16 << 10;

    private final Path path;
    private final String name;
    private final InputFactoryImpl parsers = DxlTokens.parsers();

    /**
     * @param name the file's name as the user gave it
     */
    DxlFile(Path path, String name) {
        this.path = path;
        this.name = name;
    }

    Path path() {
        return path;
    }

    String name() {
        return name;
    }

    FileStamp stamp() {
        try {
            return FileStamp.of(path);
        } catch (IOException e) {
            throw DxlErrors.io("read", name, e);
        }
    }

    /** Reads the beginning. */
    DxlHead head() {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
                DxlTokens tokens = tokens(channel, new Cancellation(), NameSample.ofWhole())) {
            return DxlHead.read(tokens);
        } catch (IOException e) {
            throw DxlErrors.io("read", name, e);
        }
    }

    /** Passes once through the file. */
    DxlPass.Outcome scan(
            Projection projection, Cancellation cancellation, NoteSink problems, DxlScanner.RecordSink sink) {
        return scan(ReadAhead.threads(stamp().size()), projection, cancellation, problems, sink);
    }

    /** The same with as many threads as are told. */
    DxlPass.Outcome scan(
            int threads,
            Projection projection,
            Cancellation cancellation,
            NoteSink problems,
            DxlScanner.RecordSink sink) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            FileProgress progress = new FileProgress(channel.size(), problems::passed);
            DxlScanner.RecordSink telling = (note, end, context) -> {
                sink.record(note, end, context);
                progress.record(end);
            };
            DxlPass.Outcome[] outcome = {null};
            ReadAhead.run(threads, cancellation, taker -> {
                Handed handed = new Handed(taker, problems, telling);
                outcome[0] = new DxlPass(this, channel, projection, cancellation, handed, handed).run();
            });
            return Objects.requireNonNull(outcome[0]);
        } catch (IOException e) {
            throw DxlErrors.io("read", name, e);
        }
    }

    /**
     * Passes through the file with the parser alone and tells its encoding.
     *
     * @param from file offset before which nothing is handed over, since that was done
     */
    DxlEncoding parse(
            FileChannel channel,
            Projection projection,
            Cancellation cancellation,
            NoteSink problems,
            DxlScanner.RecordSink sink,
            long from)
            throws IOException {
        Set<Long> longTexts = new HashSet<>();
        long[] done = {from};
        while (true) {
            try (DxlTokens tokens = tokens(channel, cancellation, NameSample.ofWhole())) {
                DxlRecord records = record(tokens, projection, problems, longTexts);
                new DxlScanner(
                                tokens,
                                records,
                                cancellation,
                                (note, end, context) -> {
                                    sink.record(note, end, context);
                                    done[0] = end;
                                },
                                done[0])
                        .run(DxlContext.NONE);
                return tokens.encoding();
            } catch (DxlTokens.LongText e) {
                if (!longTexts.add(e.offset) || longTexts.size() > MAX_LONG_TEXTS) {
                    throw DxlErrors.at(
                            Place.offset(name, e.offset), "too many texts longer than 16 MiB", "export fewer items");
                }
            }
        }
    }

    /** The tokens of the whole file; the channel stays open when they are closed. */
    DxlTokens tokens(FileChannel channel, Cancellation cancellation, NameSample names) throws IOException {
        return new DxlTokens(
                parsers,
                new DxlInput(stream(channel, 0), cancellation),
                DxlOrigin.file(name),
                (at, length) -> read(channel, at, length),
                names);
    }

    /** The same from a place on, as if what is inherited there stood in one start tag in front of it. */
    DxlTokens tokens(FileChannel channel, Place start, DxlContext context, Cancellation cancellation, NameSample names)
            throws IOException {
        byte[] prefix = prefix(DxlEncoding.UTF_8, context);
        InputStream bytes = new SequenceInputStream(new ByteArrayInputStream(prefix), stream(channel, start.offset()));
        return new DxlTokens(
                parsers,
                new DxlInput(bytes, cancellation, FRAGMENT_BLOCK),
                new DxlOrigin(name, start, prefix.length),
                (at, length) -> read(channel, at, length),
                names);
    }

    private static InputStream stream(FileChannel channel, long offset) throws IOException {
        return new Undisturbed(Channels.newInputStream(channel.position(offset)));
    }

    private static byte[] prefix(DxlEncoding encoding, DxlContext context) {
        ByteArrayOutputStream prefix = new ByteArrayOutputStream();
        prefix.writeBytes(encoding.declaration());
        prefix.writeBytes(context.startTag().getBytes(encoding.charset()));
        return prefix.toByteArray();
    }

    /** The note in the bytes of one document. */
    Optional<Note> parse(DocumentBytes document) {
        Note[] found = {null};
        Set<Long> longTexts = new HashSet<>();
        boolean again = true;
        while (again) {
            again = false;
            try (DxlTokens tokens = fragment(document)) {
                DxlRecord records = record(tokens, Projection.ALL, note -> {}, longTexts);
                new DxlScanner(tokens, records, new Cancellation(), (note, end, context) -> found[0] = note, 0)
                        .run(document.entry().context());
            } catch (DxlTokens.LongText e) {
                again = longTexts.add(e.offset);
            }
        }
        return Optional.ofNullable(found[0]);
    }

    /** The tokens of one document's bytes, with the namespaces it inherits. */
    DxlTokens fragment(DocumentBytes document) {
        DocumentIndex.Entry entry = document.entry();
        byte[] content = document.bytes();
        Charset charset = document.encoding().charset();
        byte[] prefix = prefix(document.encoding(), entry.context());
        int length = prefix.length;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(prefix);
        text.writeBytes(content);
        text.writeBytes(DxlContext.endTag().getBytes(charset));
        Place start = new Place(name, entry.line(), entry.column(), entry.offset());
        byte[] all = text.toByteArray();
        return new DxlTokens(
                parsers,
                new DxlInput(new ByteArrayInputStream(all), new Cancellation(), all.length),
                new DxlOrigin(name, start, length),
                (at, count) -> {
                    int from = (int) (at - entry.offset());
                    return from < 0
                            ? new byte[0]
                            : Arrays.copyOfRange(content, from, Math.min(from + count, content.length));
                },
                NameSample.ofWhole());
    }

    /** Some bytes of the file. */
    byte[] bytes(long offset, int length) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return read(channel, offset, length);
        } catch (IOException e) {
            throw DxlErrors.io("read", name, e);
        }
    }

    private byte[] read(FileChannel channel, long offset, int length) {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        try {
            int count = 0;
            while (buffer.hasRemaining() && count >= 0) {
                count = channel.read(buffer, offset + buffer.position());
            }
        } catch (IOException e) {
            throw DxlErrors.io("read", name, e);
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    /** A reader of records over tokens. */
    static DxlRecord record(DxlTokens tokens, Projection projection, NoteSink problems, Set<Long> longTexts) {
        DxlTexts texts = new DxlTexts(tokens, problems, longTexts);
        DxlItems items = new DxlItems(tokens, projection, problems, new DxlValues(tokens, problems, texts));
        return new DxlRecord(tokens, items, problems);
    }

    /**
     * What a pass finds, on its way to the thread that takes it.
     *
     * @param problems takes the problems
     * @param records takes the records
     */
    private record Handed(ReadAhead taker, NoteSink problems, DxlScanner.RecordSink records)
            implements NoteSink, DxlScanner.RecordSink {
        @Override
        public void record(Note note, long end, DxlContext context) {
            taker.deliver(end - note.place().offset(), () -> records.record(note, end, context));
        }

        @Override
        public void problem(Problem problem) {
            taker.deliver(1, () -> problems.problem(problem));
        }

        @Override
        public void note(Note note) {
            throw new IllegalStateException("a pass hands over records");
        }
    }

    /** A stream that leaves its channel open when the parser closes it, so that a pass can be begun again. */
    private static final class Undisturbed extends java.io.FilterInputStream {
        Undisturbed(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return in.read(target, offset, length);
        }

        @Override
        public void close() {}
    }
}
