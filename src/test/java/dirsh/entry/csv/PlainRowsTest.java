package dirsh.entry.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.entry.AttributeNames;
import dirsh.entry.Columns;
import dirsh.entry.Entry;
import dirsh.entry.EntryFile;
import dirsh.entry.EntrySink;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read off the bytes of UTF-8 is what the parser reads, to which files in UTF-16 go from their first row. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlainRowsTest {

    private static final AttributeNames WANTED = new AttributeNames(List.of("A", "B", "C"));

    private static final List<String> PIECES = List.of(
            ",",
            ",",
            ",",
            "\n",
            "\n",
            "\r\n",
            "\r",
            "\"",
            "\"\"",
            "\",\"",
            "\"\n",
            "\",",
            ",\"",
            " ",
            "\t",
            "'",
            "X'4bc3bc'",
            "x",
            "Jane",
            "Müller",
            "日本",
            "\uFFFD",
            "\u00A0",
            "\u2003",
            ";",
            "1",
            "#",
            "\\",
            "\u0000",
            "\u001F",
            "😀",
            "");

    private static final List<String> CELLS = List.of(
            "x",
            "",
            " ",
            "\"x\"",
            "\"\"",
            "\" \"",
            "\"a,b\"",
            "\"a\"\"b\"",
            "\"a\nb\"",
            "\"a\r\nb\"",
            "Müller",
            "\"X'4bc3bc'\"");

    private static final List<String> ENDS = List.of("\n", "\r\n", "\r");

    @TempDir
    private Path folder;

    private final Random random = new Random(11);

    @Test
    void rows_of_any_characters_are_those_the_parser_reads() throws IOException {
        int read = 0;
        for (int i = 0; i < 4_000; i++) {
            StringBuilder text = new StringBuilder(one(List.of("A,B,C", "\"A\",x,\"B\",C", "x,A", "#TYPE\r\nA,B,C")));
            text.append(one(ENDS));
            for (int rows = random.nextInt(4); rows > 0; rows--) {
                row(text, 1 + random.nextInt(4)).append(one(ENDS));
            }
            for (int pieces = random.nextInt(10); pieces > 0; pieces--) {
                text.append(one(PIECES));
            }
            read += agree(text.toString());
        }
        assertThat(read).isGreaterThan(2_000);
    }

    @Test
    void rows_are_the_same_across_the_buffers_of_a_long_file() throws IOException {
        for (int i = 0; i < 12; i++) {
            StringBuilder text = new StringBuilder("A,B,x,C\n");
            String end = one(ENDS);
            int length = 300_000 + random.nextInt(500_000);
            while (text.length() < length) {
                row(text, 4).append(i % 3 == 0 ? one(ENDS) : end);
            }
            if (i % 2 == 0) {
                text.append(one(PIECES)).append(one(PIECES)).append("\nx,x,x,x\n");
            }
            assertThat(agree(text.toString())).isGreaterThan(10_000);
        }
    }

    @Test
    void a_row_longer_than_the_buffer_is_read_all_the_same() throws IOException {
        String text = "A,B,C\nx,y,z\n" + "long ".repeat(100_000) + ",y,z\nx,y,\"z\"\n";

        assertThat(agree(text)).isEqualTo(3);
    }

    @Test
    void bytes_that_are_no_characters_are_refused_wherever_they_stand() throws IOException {
        // Longer than what is decoded to find the header.
        String good = "x,y\n".repeat(50_000);
        for (String row : List.of("x,?,x\n", "x,y,\"?\"\n", "?\n", "x,y,z,?")) {
            byte[] bytes = ("A,B\n" + good + row).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = bytes[i] == '?' ? (byte) 0xC3 : bytes[i];
            }
            List<String> found = found(bytes);

            assertThat(found.get(50_000)).isEqualTo("entry r.csv:50001 [[x], [y], []]");
            assertThat(found.get(found.size() - 1)).startsWith("error r.csv:50002:");
        }
    }

    /** Reads a text in both encodings; gives the number of entries. */
    private int agree(String text) throws IOException {
        List<String> off = found(text.getBytes(StandardCharsets.UTF_8));
        List<String> parsed = found(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        if (!off.equals(parsed)) {
            assertThat(off).as("%s", text.length() < 1000 ? text : "").isEqualTo(parsed);
        }
        return (int) off.stream().filter(each -> each.startsWith("entry")).count();
    }

    private List<String> found(byte[] bytes) throws IOException {
        Path path = Files.write(folder.resolve("r.csv"), bytes);
        List<String> found = new ArrayList<>();
        try {
            new CsvEntries(new EntryFile("r.csv", path, Optional.<Charset>empty()), CsvForm.USUAL)
                    .scan(WANTED, new Cancellation(), new EntrySink() {
                        @Override
                        public void columns(Columns columns) {
                            found.add("columns " + columns.has(0) + columns.has(1) + columns.has(2));
                        }

                        @Override
                        public void entry(Entry entry) {
                            found.add("entry " + entry.place() + " "
                                    + Arrays.asList(entry.all(0), entry.all(1), entry.all(2)));
                        }

                        @Override
                        public void problem(Problem problem) {
                            found.add("problem " + problem);
                        }
                    });
        } catch (DirshException e) {
            found.add("error " + e.getMessage());
        }
        return found;
    }

    private StringBuilder row(StringBuilder text, int width) {
        for (int i = 0; i < width; i++) {
            text.append(i > 0 ? "," : "").append(one(CELLS));
        }
        return text;
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
