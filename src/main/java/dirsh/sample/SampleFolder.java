package dirsh.sample;

import dirsh.model.DirshException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The folder of a sample. Nothing in it is overwritten that does not belong to a sample: a book tells by its first
 * line, other files by such a book beside them.
 *
 * @param folder the folder itself
 */
record SampleFolder(Path folder) {

    static final String BOOK = "names.dxl";
    static final String RECIPIENTS = "exchange.csv";

    /** What the first line of a sample book holds. */
    static final String MARK = "<!-- sample directory, invented data";

    private static final int FIRST_LINE = 200;

    /** Makes sure that the folder is there and that both files of a sample may be written. */
    void claim() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw cannotWrite(folder, e);
        }
        claim(folder.resolve(BOOK));
        claim(folder.resolve(RECIPIENTS));
    }

    /** Makes sure that a file of the folder is not there or belongs to a sample. */
    void claim(Path file) {
        if (Files.exists(file) && !holdsSample()) {
            throw DirshException.badInput(
                    file + " is there and no sample wrote it; it is left alone",
                    "sample another-folder --people 300 --seed 1");
        }
    }

    private boolean holdsSample() {
        Path book = folder.resolve(BOOK);
        if (!Files.isRegularFile(book)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(book)) {
            String beginning = new String(in.readNBytes(FIRST_LINE), StandardCharsets.UTF_8);
            int end = beginning.indexOf('\n');
            return (end < 0 ? beginning : beginning.substring(0, end)).contains(MARK);
        } catch (IOException e) {
            throw DirshException.failed("cannot read " + book + ": " + e, "ls -l '" + book + "'", e);
        }
    }

    /** The name under which a file is written until it is whole. */
    static Path aside(Path file) {
        return file.resolveSibling("." + file.getFileName() + ".part");
    }

    /** Gives a whole file its name. */
    static void publish(Path file) throws IOException {
        Files.move(aside(file), file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes what was written aside and did not get its name. */
    static void discardAside(Path file) {
        try {
            Files.deleteIfExists(aside(file));
        } catch (IOException e) {
            throw cannotWrite(aside(file), e);
        }
    }

    static DirshException cannotWrite(Path path, IOException e) {
        return DirshException.failed("cannot write " + path + ": " + e, "df -h '" + path.toAbsolutePath() + "'", e);
    }
}
