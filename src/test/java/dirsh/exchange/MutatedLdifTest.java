package dirsh.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.model.DirshException;
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
class MutatedLdifTest {

    private static final String TEXT =
            """
            version: 1

            # SECRET comment
            dn: CN=SECRET A,OU=Staff,DC=acme,DC=com
            changetype: add
            objectClass: contact
            mailNickname: SECRETa
            displayName:: U0VDUkVUIErDtnJn
            proxyAddresses: SMTP:SECRETa@acme.com
            proxyAddresses: NOTES:SECRET A/
             Acme@HQ
            description: SECRET

            dn: CN=SECRET B,OU=Staff,DC=acme,DC=com
            mail: SECRETb@acme.com
            """;

    private static final byte[][] PIECES = {
        {0},
        {':'},
        {':', ':', ' '},
        {':', '<'},
        {'\r'},
        {'\n'},
        {'\n', ' '},
        {' '},
        {'#'},
        {'-'},
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
    void every_damaged_file_is_read_or_refused_in_one_line_at_the_damage_and_without_values() throws IOException {
        Random random = new Random(11);
        int refused = 0;
        for (int round = 0; round < 800; round++) {
            byte[] whole = TEXT.getBytes(UTF_8);
            int at = random.nextInt(whole.length);
            byte[] damaged = damaged(random, whole, at);
            Files.write(folder.resolve("r.ldif"), damaged);
            try {
                Exports.Read.of(Exports.ldif("r.ldif", folder.resolve("r.ldif")));
            } catch (DirshException e) {
                refused++;
                assertThat(e.outcome()).isEqualTo(DirshException.Outcome.BAD_INPUT);
                assertThat(e.problem()).matches("r\\.ldif:\\d+:\\d+: [^\n]*").doesNotContain("SECRET");
                long line = Long.parseLong(e.problem().split(":", 3)[1]);
                if (damaged.length >= whole.length && damaged[0] != (byte) 0xFF) {
                    assertThat(line).as(e.problem()).isBetween(lineOf(whole, at) - 2, lineOf(whole, at) + 2);
                }
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    private static long lineOf(byte[] whole, int at) {
        return new String(whole, 0, at, ISO_8859_1)
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }

    /** A piece put in or over a byte, or the end cut off. */
    private static byte[] damaged(Random random, byte[] whole, int at) {
        byte[] piece = PIECES[random.nextInt(PIECES.length)];
        if (piece.length == 0) {
            return Arrays.copyOf(whole, at);
        }
        int rest = Math.min(at + random.nextInt(2), whole.length);
        byte[] damaged = Arrays.copyOf(whole, at + piece.length + whole.length - rest);
        System.arraycopy(piece, 0, damaged, at, piece.length);
        System.arraycopy(whole, rest, damaged, at + piece.length, whole.length - rest);
        return damaged;
    }
}
