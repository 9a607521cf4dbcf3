package dirsh.exchange.csv;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The characters of a CSV file from its header on, with what had to be found out before it can be parsed.
 *
 * @param reader the text, which must be closed
 * @param separator what stands between two cells: a comma, a semicolon as a spreadsheet set to German writes it, or a tab
 * @param linesBefore the number of lines before the header
 */
record CsvText(Reader reader, char separator, int linesBefore) implements AutoCloseable {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final int LONGEST_HEADER = 1 << 16;
    private static final int BUFFER = 1 << 16;

    /**
     * Opens a file.
     *
     * @throws IOException also if bytes are no text of the file's encoding, then or while it is read
     */
    static CsvText open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            BufferedReader reader = new BufferedReader(decoded(bytes), BUFFER);
            int before = skipTypeLine(reader);
            return new CsvText(reader, separator(firstLine(reader)), before);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /** The text of a stream: UTF-16 where a byte order mark says so, else UTF-8; bytes that are neither are an error. */
    static Reader decoded(InputStream bytes) throws IOException {
        bytes.mark(3);
        byte[] mark = bytes.readNBytes(3);
        bytes.reset();
        Charset charset = StandardCharsets.UTF_8;
        int length = 0;
        if (starts(mark, 0xEF, 0xBB, 0xBF)) {
            length = 3;
        } else if (starts(mark, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            length = 2;
        } else if (starts(mark, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            length = 2;
        }
        bytes.skipNBytes(length);
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static boolean starts(byte[] bytes, int... mark) {
        byte[] wanted = new byte[mark.length];
        for (int i = 0; i < mark.length; i++) {
            wanted[i] = (byte) mark[i];
        }
        return bytes.length >= wanted.length && Arrays.equals(Arrays.copyOf(bytes, wanted.length), wanted);
    }

    /** Windows PowerShell writes a line with the type of the objects first, unless it is told not to. */
    private static int skipTypeLine(BufferedReader reader) throws IOException {
        int skipped = 0;
        while (firstLine(reader).startsWith("#TYPE")) {
            reader.readLine();
            skipped++;
        }
        return skipped;
    }

    /** The first line, which stays to be read. */
    private static String firstLine(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_HEADER);
        StringBuilder line = new StringBuilder();
        for (int c = reader.read(); c >= 0 && c != '\n' && c != '\r' && line.length() < LONGEST_HEADER - 1; ) {
            line.append((char) c);
            c = reader.read();
        }
        reader.reset();
        return line.toString();
    }

    /** The separator by which most columns we know are found, the comma in doubt. */
    private static char separator(String header) {
        char best = SEPARATORS.get(0);
        long most = 0;
        for (char candidate : SEPARATORS) {
            long known = Arrays.stream(header.split(String.valueOf(candidate), -1))
                    .filter(name -> Column.of(name).isPresent())
                    .count();
            if (known > most) {
                best = candidate;
                most = known;
            }
        }
        return best;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
