package dirsh.command;

import dirsh.compare.Snapshot;
import dirsh.diagnose.Cause;
import dirsh.home.PrivateFiles;
import dirsh.model.DirshException;
import dirsh.model.NoteKind;
import dirsh.model.Unid;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * A snapshot on disk: one line that names the format and its version, then the rest compressed, ended by the count and the
 * checksum of the compression, so that a file that was cut off is never taken for a smaller book.
 *
 * <p>A file that is there is never replaced: an old snapshot is the only witness of its moment.
 */
final class SnapshotFile {

    private static final String FORMAT = "dirsh snapshot ";
    private static final int VERSION = 1;

    /** As long as the first line may be, whatever the version. */
    private static final int LONGEST_LINE = 64;

    private static final int RECORD = 1;
    private static final int END = 0;
    private static final int UNKNOWN = 2;

    /** The random part of a UNID alone takes more bytes: a file with more records than this was made to fill the memory. */
    private static final int SMALLEST = 2;

    /** So many are no danger, whatever they are. */
    private static final int FEW = 100_000;

    private SnapshotFile() {}

    /**
     * Writes a snapshot as its documents come.
     *
     * @param shown the file's name as the user gave it
     * @param documents hands over what is kept of each
     * @return how many were kept
     * @throws DirshException if something goes by that name already, or the file cannot be written
     */
    static int write(Path file, String shown, Snapshot.Taken taken, Consumer<Consumer<Snapshot.Kept>> documents) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw DirshException.badInput(
                    shown + " is there already, and a snapshot never replaces a file", "snapshot with another name");
        }
        boolean whole = false;
        FileChannel channel = PrivateFiles.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (channel) {
            BufferedOutputStream plain = new BufferedOutputStream(Channels.newOutputStream(channel));
            plain.write((FORMAT + VERSION + "\n").getBytes(StandardCharsets.US_ASCII));
            GZIPOutputStream packed = new GZIPOutputStream(plain, 1 << 16);
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(packed, 1 << 16));
            out.writeUTF(taken.address());
            out.writeUTF(taken.store());
            out.writeUTF(taken.replicaId());
            out.writeLong(taken.when().toEpochMilli());
            out.writeBoolean(taken.withExchange());
            Records records = new Records(out);
            documents.accept(records);
            out.writeByte(END);
            out.writeInt(records.count);
            out.flush();
            packed.finish();
            plain.flush();
            channel.force(true);
            whole = true;
            return records.count;
        } catch (IOException e) {
            throw DirshException.failed(
                    "cannot write the snapshot " + shown + ": " + DirshException.reason(e),
                    "snapshot in a folder with room",
                    e);
        } finally {
            if (!whole) {
                PrivateFiles.delete(file);
            }
        }
    }

    /** Writes one record after the other. */
    private static final class Records implements Consumer<Snapshot.Kept> {
        private final DataOutputStream out;
        private int count;

        private Records(DataOutputStream out) {
            this.out = out;
        }

        @Override
        public void accept(Snapshot.Kept kept) {
            try {
                out.writeByte(RECORD);
                out.writeLong(kept.unid().high());
                out.writeLong(kept.unid().low());
                out.writeInt(kept.sequence());
                out.writeUTF(kept.kind().toString());
                out.writeUTF(kept.cause().map(Cause::id).orElse(""));
                out.writeInt(kept.evidence());
                out.writeByte(kept.inExchange().map(in -> in ? 1 : 0).orElse(UNKNOWN));
                byte[] name = kept.fullName().getBytes(StandardCharsets.UTF_8);
                out.writeInt(name.length);
                out.write(name);
                count++;
            } catch (IOException e) {
                throw DirshException.failed(
                        "cannot write the snapshot: " + DirshException.reason(e), "snapshot in a folder with room", e);
            }
        }
    }

    /**
     * Reads a snapshot.
     *
     * @param shown the file's name as the user gave it
     * @throws DirshException as bad input in one line if it is none, of another version, or not whole
     */
    static Snapshot read(Path file, String shown) {
        try (InputStream plain = new BufferedInputStream(Files.newInputStream(file))) {
            requireVersion(plain, shown);
            DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(plain, 1 << 16)));
            Snapshot snapshot = new Snapshot(new Snapshot.Taken(
                    in.readUTF(), in.readUTF(), in.readUTF(), Instant.ofEpochMilli(in.readLong()), in.readBoolean()));
            long most = FEW + Files.size(file) / SMALLEST;
            while (in.readByte() == RECORD) {
                snapshot.add(record(in, shown));
                if (snapshot.size() > most) {
                    throw damaged(shown);
                }
            }
            if (in.readInt() != snapshot.size() || in.read() >= 0) {
                throw damaged(shown);
            }
            return snapshot;
        } catch (EOFException | ZipException e) {
            throw damaged(shown);
        } catch (IOException e) {
            throw DirshException.badInput(
                    "cannot read the snapshot " + shown + ": " + DirshException.reason(e), "snapshot FILE makes one");
        }
    }

    private static void requireVersion(InputStream in, String shown) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n' && line.length() < LONGEST_LINE) {
            line.append((char) next);
            next = in.read();
        }
        if (!line.toString().startsWith(FORMAT)) {
            throw DirshException.badInput(shown + " is not a snapshot", "snapshot FILE makes one");
        }
        if (!line.toString().equals(FORMAT + VERSION)) {
            throw DirshException.badInput(
                    "snapshot " + shown + " was written by another version of dirsh (its format is "
                            + line.substring(FORMAT.length()).replaceAll("[^0-9]", "?") + ", this one reads "
                            + VERSION + ")",
                    "");
        }
    }

    private static Snapshot.Kept record(DataInputStream in, String shown) throws IOException {
        Unid unid = new Unid(in.readLong(), in.readLong());
        int sequence = in.readInt();
        String kind = in.readUTF();
        String cause = in.readUTF();
        int evidence = in.readInt();
        int inExchange = in.readByte();
        int length = in.readInt();
        if (length < 0 || length > 1 << 20) {
            throw damaged(shown);
        }
        String name = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return new Snapshot.Kept(
                unid,
                sequence,
                kind.equals(NoteKind.GROUP.toString()) ? NoteKind.GROUP : NoteKind.PERSON,
                name,
                Cause.of(cause),
                evidence,
                inExchange == UNKNOWN ? Optional.empty() : Optional.of(inExchange == 1));
    }

    private static DirshException damaged(String shown) {
        return DirshException.badInput("snapshot " + shown + " is damaged or cut off", "take an older one");
    }
}
