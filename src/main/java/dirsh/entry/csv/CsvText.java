package dirsh.entry.csv;

import dirsh.entry.AttributeNames;
import dirsh.entry.EntryFile;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

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
     * @param raw its bytes, which are closed with the text
     * @throws IOException also if bytes are no text of the file's encoding, then or while it is read
     */
    static CsvText open(EntryFile file, InputStream raw, CsvForm form, AttributeNames wanted) throws IOException {
        InputStream bytes = new BufferedInputStream(raw, BUFFER);
        try {
            BufferedReader reader = new BufferedReader(file.encoding(bytes).reader(bytes), BUFFER);
            int before = skipTypeLine(reader);
            char separator = form.separator().isPresent()
                    ? form.separator().get()
                    : separator(firstLine(reader), form.quote(), wanted);
            return new CsvText(reader, separator, before);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
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
    private static char separator(String header, char quote, AttributeNames wanted) {
        char best = SEPARATORS.get(0);
        long most = 0;
        for (char candidate : SEPARATORS) {
            long known = Arrays.stream(header.split(Pattern.quote(String.valueOf(candidate)), -1))
                    .map(name -> name.replace(String.valueOf(quote), ""))
                    .filter(name -> wanted.slot(name) != AttributeNames.UNWANTED)
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
