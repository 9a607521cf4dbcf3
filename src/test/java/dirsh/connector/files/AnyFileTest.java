package dirsh.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.People;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No content of the files crashes the reading, the check or the mapping; each is damaged at random places. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnyFileTest {

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

    private byte[] damaged(byte[] text) {
        byte[] bytes = text.clone();
        for (int n = random.nextInt(4); n > 0; n--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(5) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}
