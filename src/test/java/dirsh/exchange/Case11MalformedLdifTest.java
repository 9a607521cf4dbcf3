package dirsh.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
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

    /** What is wrong with a right file that ends too early: before its first entry, or within a folded line. */
    private static final String MERELY_SHORT =
            ".*(there is no entry in the file|not base64|no colon behind the name of an attribute)";

    @TempDir
    Path folder;

    @Test
    void every_damaged_file_is_read_or_refused_in_one_line_at_the_first_wrong_line_and_without_values()
            throws IOException {
        Random random = new Random(11);
        int refused = 0;
        for (int round = 0; round < 400; round++) {
            byte[] whole = TEXT.getBytes(UTF_8);
            int at = random.nextInt(whole.length);
            byte[] damaged = damaged(random, whole, at);
            Optional<DirshException> error = refused(damaged);
            if (error.isPresent()) {
                refused++;
                DirshException e = error.get();
                assertThat(e.outcome()).isEqualTo(DirshException.Outcome.BAD_INPUT);
                assertThat(e.problem()).matches("r\\.ldif:\\d+:\\d+: [^\n]*").doesNotContain("SECRET");
                // Nobody can tell earlier that the file is wrong. Two bytes at the begin that say UTF-16 make another
                // text of the whole file.
                if (damaged.length == 0 || damaged[0] != (byte) 0xFF) {
                    assertThat(refused(lines(damaged, line(e))))
                            .map(MutatedLdifTest::line)
                            .contains(line(e));
                    assertThat(refused(lines(damaged, line(e) - 1)).map(DirshException::problem))
                            .as(e.problem())
                            .matches(before -> before.filter(text -> !text.matches(MERELY_SHORT))
                                    .isEmpty());
                }
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    private static long line(DirshException refused) {
        return Long.parseLong(refused.problem().split(":", 3)[1]);
    }

    /** The first lines of a file: with the line of an error it is refused there, without that line not yet. */
    private static byte[] lines(byte[] whole, long count) {
        int end = 0;
        for (long left = count; left > 0 && end < whole.length; end++) {
            left -= whole[end] == '\n' ? 1 : 0;
        }
        return Arrays.copyOf(whole, end);
    }

    private Optional<DirshException> refused(byte[] content) throws IOException {
        Files.write(folder.resolve("r.ldif"), content);
        try {
            Exports.Read.of(Exports.ldif("r.ldif", folder.resolve("r.ldif")));
            return Optional.empty();
        } catch (DirshException e) {
            return Optional.of(e);
        }
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
