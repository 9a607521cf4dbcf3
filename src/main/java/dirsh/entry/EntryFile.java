package dirsh.entry;

import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.FileProgress;
import dirsh.model.FileStamp;
import dirsh.model.Place;
import dirsh.model.Problem;
import dirsh.model.ReadAhead;
import dirsh.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A file of entries: where it is, in which characters, and how to say what is wrong with it.
 *
 * @param address the file as the user named it
 * @param path where it is
 * @param told the characters it is written in, if the user said so and no byte order mark says otherwise
 */
public record EntryFile(String address, Path path, Optional<Charset> told) {

    private static final int BUFFER = 1 << 16;

    /** The characters of the file, whose stream is put behind the byte order mark. */
    public Encoding encoding(InputStream bytes) throws IOException {
        bytes.mark(3);
        byte[] begin = bytes.readNBytes(3);
        bytes.reset();
        Encoding encoding = encoding(begin);
        bytes.skipNBytes(encoding.mark());
        return encoding;
    }

    private Encoding encoding(byte[] begin) {
        if (starts(begin, 0xEF, 0xBB, 0xBF)) {
            return new Encoding(StandardCharsets.UTF_8, 3);
        }
        if (starts(begin, 0xFF, 0xFE)) {
            return new Encoding(StandardCharsets.UTF_16LE, 2);
        }
        if (starts(begin, 0xFE, 0xFF)) {
            return new Encoding(StandardCharsets.UTF_16BE, 2);
        }
        return new Encoding(told.orElse(StandardCharsets.UTF_8), 0);
    }

    /**
     * The characters of a file.
     *
     * @param charset in which to decode
     * @param mark the length of the byte order mark
     */
    public record Encoding(Charset charset, int mark) {
        /** The characters of a stream; bytes that are none are an error. */
        public Reader reader(InputStream bytes) {
            return new InputStreamReader(
                    bytes,
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT));
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || Byte.toUnsignedInt(bytes[i]) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Passes through the file, with a thread that reads ahead if it is large.
     *
     * @param sink takes what is found, in the calling thread
     * @param tryThis what to try if it cannot be read
     * @param reading reads the file's bytes to the end, and gives what it finds to the sink it is given
     */
    public void pass(
            Cancellation cancellation, EntrySink sink, String tryThis, BiConsumer<InputStream, EntrySink> reading) {
        try (CountedBytes bytes = new CountedBytes(Files.newInputStream(path))) {
            long size = Files.size(path);
            FileProgress progress = new FileProgress(size, sink::passed);
            ReadAhead.run(
                    ReadAhead.threads(size),
                    cancellation,
                    taker -> reading.accept(bytes, new Handed(taker, sink, bytes, progress)));
        } catch (IOException e) {
            throw unreadable(e, tryThis);
        }
    }

    /**
     * What is found, on its way to the thread that takes it.
     *
     * @param bytes what was read so far
     * @param progress of the thread that takes it
     */
    private record Handed(ReadAhead taker, EntrySink sink, CountedBytes bytes, FileProgress progress)
            implements EntrySink {
        @Override
        public void columns(Columns columns) {
            taker.deliver(1, () -> sink.columns(columns));
        }

        @Override
        public void entry(Entry entry) {
            taker.deliver(entry.weight(), new HandedEntry(entry, bytes.count(), this));
        }

        @Override
        public void problem(Problem problem) {
            taker.deliver(1, () -> sink.problem(problem));
        }
    }

    /**
     * An entry on its way: a class of its own, since the compiler of short runs makes objects of a lambda slowly.
     *
     * @param end how much of the file was read for it
     */
    private record HandedEntry(Entry entry, long end, Handed way) implements Runnable {
        @Override
        public void run() {
            way.sink.entry(entry);
            way.progress.record(end);
        }
    }

    /** A place in the file. */
    public Place place(long line, long column) {
        return Place.line(address, line, column);
    }

    /** An error at a place. */
    public DirshException bad(long line, long column, String what, String tryThis) {
        return DirshException.badInput(place(line, column) + ": " + what, tryThis);
    }

    /** An error about the bytes at a place that are no characters of the encoding. */
    public DirshException undecodable(long line, long column, Charset charset) {
        String windows =
                told.isPresent() ? "another --charset" : "--charset windows-1252, if a Windows program wrote it";
        return bad(line, column, "bytes that are not " + charset.name(), windows);
    }

    /** An error about the whole file, or about the first bytes in it that are no characters. */
    public DirshException unreadable(IOException failure, String tryThis) {
        if (failure instanceof CharacterCodingException) {
            try {
                return UndecodableText.error(this);
            } catch (IOException e) {
                return unreadable(e, tryThis);
            }
        }
        String why = Files.isDirectory(path) ? "it is a folder" : DirshException.reason(failure);
        return DirshException.badInput(address + ": cannot be read: " + why, tryThis);
    }

    /** The hash of the content. */
    public String hash(String tryThis) {
        try (InputStream bytes = Files.newInputStream(path)) {
            MessageDigest digest = Sha256.digest();
            byte[] buffer = new byte[BUFFER];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw unreadable(e, tryThis);
        }
    }

    /** What tells one content of the file from another without reading it; empty if the file is not there. */
    public Optional<FileStamp> stamp() {
        try {
            return Optional.of(FileStamp.of(path));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The date of the file, where there is one. */
    public Optional<Instant> dated() {
        try {
            return Optional.of(Files.getLastModifiedTime(path).toInstant());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
