package dirsh.source.dxl;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import dirsh.model.Cancellation;
import dirsh.model.Note;
import dirsh.model.Place;
import dirsh.source.NoteSink;
import dirsh.source.Projection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A DXL file as bytes: parsed as a whole or in parts. */
final class DxlFile {

    /** A file with more texts beyond the limit than this is refused rather than begun again for each. */
    private static final int MAX_LONG_TEXTS = 16;

    /** Between two words about how far a scan is. */
    private static final int RECORDS_BETWEEN_WORDS = 200;

    private static final long MEGABYTE = 1_000_000;

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
                DxlTokens tokens = tokens(
                        Channels.newInputStream(channel),
                        new Cancellation(),
                        DxlOrigin.file(name),
                        (at, length) -> read(channel, at, length))) {
            return DxlHead.read(tokens);
        } catch (IOException e) {
            throw DxlErrors.io("read", name, e);
        }
    }

    /** Passes once through the file and tells its encoding. */
    DxlEncoding scan(Projection projection, Cancellation cancellation, NoteSink problems, DxlScanner.RecordSink sink) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            Set<Long> longTexts = new HashSet<>();
            long[] done = {0};
            long[] passed = {0};
            long size = channel.size();
            while (true) {
                channel.position(0);
                try (DxlTokens tokens = tokens(
                        new Undisturbed(Channels.newInputStream(channel)),
                        cancellation,
                        DxlOrigin.file(name),
                        (at, length) -> read(channel, at, length))) {
                    DxlRecord records = record(tokens, projection, problems, longTexts);
                    new DxlScanner(
                                    tokens,
                                    records,
                                    cancellation,
                                    (note, end, context) -> {
                                        sink.record(note, end, context);
                                        done[0] = end;
                                        if (++passed[0] % RECORDS_BETWEEN_WORDS == 0 && size >= MEGABYTE) {
                                            problems.passed(end / MEGABYTE, size / MEGABYTE, "MB");
                                        }
                                    },
                                    done[0])
                            .run(DxlContext.NONE);
                    return tokens.encoding();
                } catch (DxlTokens.LongText e) {
                    if (!longTexts.add(e.offset) || longTexts.size() > MAX_LONG_TEXTS) {
                        throw DxlErrors.at(
                                Place.offset(name, e.offset),
                                "too many texts longer than 16 MiB",
                                "export fewer items");
                    }
                }
            }
        } catch (IOException e) {
            throw DxlErrors.io("read", name, e);
        }
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
        ByteArrayOutputStream prefix = new ByteArrayOutputStream();
        prefix.writeBytes(document.encoding().declaration());
        prefix.writeBytes(entry.context().startTag().getBytes(charset));
        int length = prefix.size();
        prefix.writeBytes(content);
        prefix.writeBytes(DxlContext.endTag().getBytes(charset));
        Place start = new Place(name, entry.line(), entry.column(), entry.offset());
        byte[] all = prefix.toByteArray();
        return new DxlTokens(
                parsers,
                new DxlInput(new ByteArrayInputStream(all), new Cancellation(), all.length),
                new DxlOrigin(name, start, length),
                (at, count) -> {
                    int from = (int) (at - entry.offset());
                    return from < 0
                            ? new byte[0]
                            : Arrays.copyOfRange(content, from, Math.min(from + count, content.length));
                });
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

    private DxlTokens tokens(InputStream bytes, Cancellation cancellation, DxlOrigin origin, DxlTokens.RawBytes raw) {
        return new DxlTokens(parsers, new DxlInput(bytes, cancellation), origin, raw);
    }

    private static DxlRecord record(DxlTokens tokens, Projection projection, NoteSink problems, Set<Long> longTexts) {
        DxlTexts texts = new DxlTexts(tokens, problems, longTexts);
        DxlItems items = new DxlItems(tokens, projection, problems, new DxlValues(tokens, problems, texts));
        return new DxlRecord(tokens, items, problems);
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
