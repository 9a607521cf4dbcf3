package dirsh.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MutatedCsvTest {

    private static final String TEXT =
            """
            #TYPE Selected.Microsoft.Exchange.Data.X
            "DisplayName","Alias","PrimarySmtpAddress","EmailAddresses","Title"
            "SECRET Jörg","SECRETa","SECRETa@acme.com","SMTP:SECRETa@acme.com;NOTES:SECRET A/Acme@HQ","SECRET
            two lines"
            "SECRET Jane","SECRETb","SECRETb@acme.com","SMTP:SECRETb@acme.com","SECRET \""x\"""
            """;

    private static final byte[][] PIECES = {
        {0},
        {'"'},
        {'\r'},
        {'\n'},
        {','},
        {';'},
        {'\t'},
        {(byte) 0xFF},
        {(byte) 0xC3},
        {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
        {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
        {(byte) 0xFF, (byte) 0xFE},
        {}
    };

    @TempDir
    Path folder;

    @Test
    void every_damaged_file_is_read_or_refused_in_one_line_without_values() throws IOException {
        Random random = new Random(26);
        for (int round = 0; round < 600; round++) {
            byte[] damaged = damaged(random);
            Files.write(folder.resolve("r.csv"), damaged);
            try {
                Exports.csv("r.csv", folder.resolve("r.csv")).scan(new Cancellation(), new RecipientSink() {
                    @Override
                    public void recipient(Recipient recipient) {}

                    @Override
                    public void problem(Problem problem) {
                        assertThat(problem.toString())
                                .matches("r\\.csv:\\d+: .*")
                                .doesNotContain("SECRET");
                    }
                });
            } catch (DirshException e) {
                assertThat(e.outcome()).isEqualTo(DirshException.Outcome.BAD_INPUT);
                assertThat(e.problem()).matches("r\\.csv:\\d+:\\d+: [^\n]*").doesNotContain("SECRET");
            }
        }
    }

    @Test
    void a_line_of_a_megabyte_is_read() throws IOException {
        Files.writeString(folder.resolve("r.csv"), "Alias,Title\na," + "x".repeat(1 << 20) + "\n");
        int[] length = new int[1];

        Exports.csv("r.csv", folder.resolve("r.csv"))
                .scan(
                        new Cancellation(),
                        recipient -> length[0] =
                                recipient.attributes().getOrDefault("title", "").length());

        assertThat(length[0]).isEqualTo(1 << 20);
    }

    private static byte[] damaged(Random random) {
        byte[] whole = TEXT.getBytes(UTF_8);
        int at = random.nextInt(whole.length);
        byte[] piece = PIECES[random.nextInt(PIECES.length)];
        int rest = piece.length == 0 ? whole.length : at + random.nextInt(2);
        byte[] damaged = Arrays.copyOf(whole, at + piece.length + Math.max(0, whole.length - rest));
        System.arraycopy(piece, 0, damaged, at, piece.length);
        System.arraycopy(
                whole, Math.min(rest, whole.length), damaged, at + piece.length, Math.max(0, whole.length - rest));
        return damaged;
    }
}
