package dirsh.source.nsf;

import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Damaged copies of database files: each is read, or refused in one line.
 *
 * <p>Runs alone with a small heap as well: {@code java -Xmx256m … dirsh.source.nsf.NsfMutants COUNT SEED FILE…}
 */
public final class NsfMutants {

    private static final long SLOW = TimeUnit.SECONDS.toNanos(5);
    private static final int BLOCK = 8192;

    /** The values of the items in the files. */
    private static final String VALUE = ".*(Jane|John|Doe|Acme).*";

    private final List<byte[]> originals;
    private final Path target;
    private final Random random;
    private int refused;
    private long notes;
    private long problems;
    private long slowest;

    /**
     * @param target where each damaged copy is written
     */
    NsfMutants(List<byte[]> originals, Path target, long seed) {
        this.originals = originals;
        this.target = target;
        this.random = new Random(seed);
    }

    /** Makes and reads so many damaged copies. */
    void run(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            byte[] mutant = mutant(originals.get(random.nextInt(originals.size())));
            Files.write(target, mutant);
            long start = System.nanoTime();
            try {
                read();
            } catch (DirshException e) {
                refused++;
                if (!e.problem().matches("names\\.nsf@\\d+: [^\n\r]+")
                        || e.problem().matches(VALUE)
                        || e.outcome() != DirshException.Outcome.BAD_INPUT
                        || e.tryThis().isEmpty()) {
                    throw new AssertionError("mutant " + i + " is refused as: " + e.problem());
                }
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("mutant " + i + " is neither read nor refused", e);
            }
            long taken = System.nanoTime() - start;
            slowest = Math.max(slowest, taken);
            if (taken > SLOW) {
                throw new AssertionError("mutant " + i + " takes " + TimeUnit.NANOSECONDS.toMillis(taken) + " ms");
            }
        }
    }

    int refused() {
        return refused;
    }

    private void read() {
        try (NsfBook book = NsfBook.open(target, "names.nsf", new Cancellation())) {
            Scanned found = Scanned.of(book);
            notes += found.notes().size();
            problems += found.problems().size();
            for (Problem problem : found.problems()) {
                if (problem.place().offset() < 0 || problem.text().matches("(?s).*[\\n\\r].*|" + VALUE)) {
                    throw new AssertionError("a Problem without place, on several lines or with a value: " + problem);
                }
            }
            for (Note note : found.notes().subList(0, Math.min(5, found.notes().size()))) {
                if (!book.read(note.unid()).map(note::equals).orElse(false)) {
                    throw new AssertionError("note " + note.noteIdText() + " reads differently alone");
                }
                book.places(note.unid());
            }
            book.fingerprint(new Cancellation());
        }
    }

    private byte[] mutant(byte[] original) {
        byte[] mutant = original.clone();
        switch (random.nextInt(7)) {
            case 0 -> mutant = Arrays.copyOf(mutant, random.nextInt(mutant.length));
            case 1 -> swap(mutant);
            case 2 -> noise(mutant, random.nextInt(mutant.length), 1 + random.nextInt(600));
            case 3 -> flip(mutant, 0, 1024, 1 + random.nextInt(8));
            case 4 -> structure(mutant);
            case 5 -> behindChecksum(mutant);
            default -> flip(mutant, 0, mutant.length, 1 + random.nextInt(200));
        }
        return mutant;
    }

    private void swap(byte[] mutant) {
        int blocks = mutant.length / BLOCK;
        int one = random.nextInt(blocks) * BLOCK;
        int other = random.nextInt(blocks) * BLOCK;
        byte[] kept = Arrays.copyOfRange(mutant, one, one + BLOCK);
        System.arraycopy(mutant, other, mutant, one, BLOCK);
        System.arraycopy(kept, 0, mutant, other, BLOCK);
    }

    private void noise(byte[] mutant, int from, int length) {
        byte[] noise = new byte[Math.min(length, mutant.length - from)];
        random.nextBytes(noise);
        System.arraycopy(noise, 0, mutant, from, noise.length);
    }

    private void flip(byte[] mutant, int from, int to, int count) {
        for (int i = 0; i < count; i++) {
            int at = from + random.nextInt(Math.min(to, mutant.length) - from);
            mutant[at] ^= (byte) (1 << random.nextInt(8));
        }
    }

    /** Damages the beginning of bucket after bucket, where headers and the first notes are. */
    private void structure(byte[] mutant) {
        for (int at = 0; at + 512 < mutant.length; at += 256) {
            if (mutant[at] == 2 && mutant[at + 1] == 0x42 && random.nextInt(3) == 0) {
                flip(mutant, at, at + 300, 1 + random.nextInt(3));
            }
        }
    }

    /** Damages a superblock or a bucket descriptor block and makes its checksum right again. */
    private void behindChecksum(byte[] mutant) {
        ByteBuffer bytes = ByteBuffer.wrap(mutant).order(ByteOrder.LITTLE_ENDIAN);
        boolean superblock = random.nextBoolean();
        long at =
                Positions.offset(bytes.getInt(superblock ? 560 + 8 * random.nextInt(2) : 628 + 8 * random.nextInt(2)));
        int header = superblock ? 100 : 66;
        if (at <= 0 || at + header + 12 > mutant.length) {
            return;
        }
        int start = (int) at;
        int size = bytes.getInt(start + (superblock ? 64 : 14));
        if (size < header + 12 || size > mutant.length - start) {
            return;
        }
        flip(mutant, start, start + size, 1 + random.nextInt(6));
        bytes.putInt(start + (superblock ? 64 : 14), size);
        bytes.putInt(start + size - 4, MadeBlock.checksum(mutant, start + header, start + size - 12));
    }

    @Override
    public String toString() {
        return refused + " refused, " + notes + " notes and " + problems + " problems in the others, slowest "
                + TimeUnit.NANOSECONDS.toMillis(slowest) + " ms";
    }

    /** Runs alone and prints what came of it. */
    public static void main(String[] arguments) throws IOException {
        List<byte[]> originals = new ArrayList<>();
        for (String file : Arrays.asList(arguments).subList(2, arguments.length)) {
            originals.add(Files.readAllBytes(Path.of(file)));
        }
        Path folder = Files.createTempDirectory("mutants");
        originals.add(Files.readAllBytes(NsfFixture.write(folder.resolve("made.nsf"))));
        int count = Integer.parseInt(arguments[0]);
        NsfMutants mutants = new NsfMutants(originals, folder.resolve("names.nsf"), Long.parseLong(arguments[1]));
        mutants.run(count);
        System.out.println(count + " mutants of " + originals.size() + " files: " + mutants);
    }
}
