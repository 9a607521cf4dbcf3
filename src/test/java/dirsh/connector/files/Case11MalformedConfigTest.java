package dirsh.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.People;
import dirsh.connector.log.LogFile;
import dirsh.connector.log.LogSummary;
import dirsh.faults.Mutants;
import dirsh.faults.Refusal;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** No content of the files crashes the reading, the check or the mapping; each is damaged at random places. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case11MalformedConfigTest {

    private static final int MUTANTS = 500;

    private final Random random = new Random(245223);

    @TempDir
    private Path folder;

    @Test
    void any_damage_is_problems_at_lines_of_the_file() throws IOException {
        String[] names = {"dxanotes/amap.tbl", "dxamex/mapnotes.tbl", "exchconn.ini", "dxanotes/pcta.tbl"};
        String[] texts = {
            "FULLNAME 220 FullName 1\nSHORTNAME 8 ShortName NULL\nMAILDOMAIN 31 MailDomain 2\nUNID 64 $$UNID NULL\n",
            "DN = UNID\nTA = \"NOTES:\" STRIP(FULLNAME, \";\", \"L\", \"R\") \"@\" MAILDOMAIN\nAlias = LEFT(SHORTNAME, 4)\n",
            "[LME-NOTES-DXANOTES]\nfilter_a = MailDomain, EQ, ACME | BETA\nfilter_b = CompanyName, NE, Acme & Co\n",
            "[PCTA]\ninboundseq=12\noutboundseq=13\nlastextract=2000/04/25 23:30:52.03\n",
        };
        int wrong = 0;
        for (int i = 0; i < MUTANTS; i++) {
            for (int file = 0; file < names.length; file++) {
                Path path = folder.resolve(names[file]);
                Files.createDirectories(path.getParent());
                Files.write(path, damaged(texts[file].getBytes(StandardCharsets.UTF_8)));
            }
            ConnectorFolder open = ConnectorFolder.open("x", folder);
            var problems = new FolderCheck(open, LocalDateTime.of(2001, 1, 1, 0, 0)).problems(item -> true);
            assertThat(problems).allSatisfy(problem -> {
                assertThat(problem.place().line()).isBetween(0L, 10L);
                assertThat(problem.text()).doesNotContain("ACME", "BETA");
            });
            wrong += problems.isEmpty() ? 0 : 1;
            assertThat(open.mapping().of(People.healthy(1)).targetAddress()).hasSizeLessThanOrEqualTo(2048);
        }
        assertThat(wrong).isGreaterThan(MUTANTS / 2);
    }

    /** As many of each file, one at a time, with what a good text cannot hold put in at a known line. */
    @Test
    void bytes_that_are_no_text_are_a_problem_at_their_line() throws IOException {
        List<String> names = List.of("dxanotes/amap.tbl", "dxamex/mapnotes.tbl", "exchconn.ini", "dxanotes/pcta.tbl");
        List<String> texts = List.of(
                "FULLNAME 220 FullName 1\nSHORTNAME 8 ShortName NULL\nMAILDOMAIN 31 MailDomain 2\n",
                "DN = UNID\nTA = \"NOTES:\" STRIP(FULLNAME, \";\", \"L\", \"R\") \"@\" MAILDOMAIN\nAlias = SHORTNAME\n",
                "[LME-NOTES-DXANOTES]\nfilter_a = SECRET, EQ, SECRET | BETA\nfilter_b = CompanyName, NE, SECRET & Co\n",
                "[PCTA]\ninboundseq=12\noutboundseq=13\nlastextract=2000/04/25 23:30:52.03\n");
        for (int i = 0; i < names.size(); i++) {
            Path path = folder.resolve(names.get(i));
            Files.createDirectories(path.getParent());
            new Mutants(texts.get(i), i, "=", "(", "\"", "[", "|", "\0", " ").each(mutant -> {
                List<Problem> problems = problems(path, mutant.content());
                problems.forEach(problem -> Refusal.harmless(problem.toString(), mutant));
                // With a mark of UTF-8 at the begin nothing else can be meant; without one it may be another character
                // set.
                if (!mutant.text()) {
                    List<Problem> marked = problems(path, marked(mutant.content()));
                    assertThat(marked).as("%s", mutant).anySatisfy(problem -> assertThat(
                                    problem.place().line())
                            .isEqualTo(mutant.line()));
                }
            });
            Files.delete(path);
        }
    }

    private List<Problem> problems(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Problem> problems = new ArrayList<>();
        Refusal.of(file, () -> {
            ConnectorFolder open = ConnectorFolder.open("x", folder);
            return problems.addAll(new FolderCheck(open, LocalDateTime.of(2001, 1, 1, 0, 0)).problems(item -> true));
        });
        return problems;
    }

    private static byte[] marked(byte[] content) {
        byte[] marked = new byte[content.length + 3];
        System.arraycopy(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, marked, 0, 3);
        System.arraycopy(content, 0, marked, 3, content.length);
        return marked;
    }

    /** What no editor writes: bytes at random, lines without end, brackets and calls without end, numbers without end. */
    private static Stream<byte[]> oddities() {
        Random random = new Random(272535);
        byte[] noise = new byte[1 << 13];
        random.nextBytes(noise);
        byte[] utf16 = noise.clone();
        utf16[0] = (byte) 0xFF;
        utf16[1] = (byte) 0xFE;
        String line = "2000/08/02 15:53:59- DXANOTES(0342) 4 64136:";
        return Stream.concat(
                Stream.of(noise, utf16, new byte[1 << 17], new byte[0]),
                Stream.of(
                                "A 1 ".repeat(1 << 15),
                                "A = " + "LOWER(".repeat(1 << 14),
                                "A = " + "(".repeat(1 << 16),
                                "A = \"" + "x".repeat(1 << 16),
                                "A = SUBSTR(B, 1, 999999999, \"x\") ".repeat(60) + "\n",
                                "A " + "9".repeat(1 << 16) + " B\n",
                                "A 999999 B\n".repeat(1 << 12),
                                "[".repeat(1 << 16),
                                "[LME-NOTES-DXANOTES]\nfilter_x = A, EQ, " + "b | ".repeat(1 << 14),
                                "[LME-NOTES-DXANOTES]\n" + "filter_x = A, EQ, b\n".repeat(1 << 11),
                                "lastextract=" + "2000/01/01 ".repeat(1 << 12),
                                "inboundseq=" + "1".repeat(1 << 16),
                                line + "a\n".repeat(1 << 15),
                                line + " >> ".repeat(1 << 14),
                                (line + ">> ((((\n").repeat(1 << 10),
                                "2000/08/02 15:53:59-" + " ".repeat(1 << 16))
                        .map(text -> text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @Timeout(60)
    void whatever_the_files_hold_nothing_crashes_or_hangs() throws IOException {
        for (byte[] content : oddities().toList()) {
            takes(content);
        }
    }

    private void takes(byte[] content) throws IOException {
        for (String name : List.of(
                "dxanotes/amap.tbl", "dxamex/amap.tbl", "dxamex/mapnotes.tbl", "exchconn.ini", "dxanotes/pcta.tbl")) {
            Path path = folder.resolve(name);
            Files.createDirectories(path.getParent());
            Files.write(path, content);
        }
        ConnectorFolder open = ConnectorFolder.open("x", folder);

        int longest = new FolderCheck(open, LocalDateTime.of(2001, 1, 1, 0, 0))
                .problems(item -> true).stream()
                        .mapToInt(problem -> problem.text().length())
                        .max()
                        .orElse(0);
        assertThat(longest).isLessThan(400);
        assertThat(open.mapping().of(People.healthy(1)).targetAddress()).hasSizeLessThanOrEqualTo(2048);
        try {
            LogSummary log = LogSummary.of(new LogFile("x", folder.resolve("exchconn.ini")), new Cancellation());
            assertThat(log.entries()).isPositive();
        } catch (DirshException noLog) {
            assertThat(noLog.problem())
                    .startsWith("x is no log of the connector")
                    .doesNotContain("\n");
        }
    }

    private byte[] damaged(byte[] text) {
        byte[] bytes = text.clone();
        for (int n = random.nextInt(4); n > 0; n--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(5) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}
