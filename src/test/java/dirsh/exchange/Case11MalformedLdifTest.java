package dirsh.exchange;

import static dirsh.faults.Refusal.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.faults.Mutants;
import dirsh.faults.Refusal;
import dirsh.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged exports as LDIF: each is read, or refused in one line with the place. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case11MalformedLdifTest {

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

    private static final String[] PIECES = {
        ":", ":: ", ":<", "\n ", " ", "#", "-", "\0", "dn: CN=SECRET\n", "changetype: "
    };

    /** What is wrong with a right file that ends too early: before its first entry, or within a folded line. */
    private static final String MERELY_SHORT =
            ".*(there is no entry in the file|not base64|no colon behind the name of an attribute)";

    @TempDir
    Path folder;

    @Test
    void every_damaged_file_is_read_or_refused_in_one_line_with_its_place() {
        int[] refused = {0};
        int[] noText = {0};
        mutants().each(mutant -> {
            Optional<Refusal> refusal = refused(mutant.content(), mutant);
            // Comments and the values of attributes that nobody asks for are passed over, whatever their bytes.
            if (!mutant.text()) {
                refusal.ifPresent(found -> found.near(mutant.line(), mutant));
                noText[0] += refusal.isPresent() ? 1 : 0;
            }
            refusal.ifPresent(found -> assertFirstWrongLine(mutant, found));
            refused[0] += refusal.isPresent() ? 1 : 0;
        });
        assertThat(refused[0]).isGreaterThan(Mutants.COUNT / 4);
        assertThat(noText[0]).isGreaterThan(Mutants.COUNT / 20);
    }

    /** Nobody can tell earlier that the file is wrong. */
    private void assertFirstWrongLine(Mutants.Mutant mutant, Refusal found) {
        byte[] damaged = mutant.content();
        // Two bytes at the begin that say UTF-16 make another text of the whole file.
        if (damaged.length > 0 && damaged[0] == (byte) 0xFF) {
            return;
        }
        assertThat(refused(lines(damaged, found.line()), mutant))
                .map(Refusal::line)
                .contains(found.line());
        assertThat(refused(lines(damaged, found.line() - 1), mutant).map(Refusal::problem))
                .as(found.problem())
                .matches(before ->
                        before.filter(text -> !text.matches(MERELY_SHORT)).isEmpty());
    }

    @Test
    void a_line_of_a_megabyte_is_read() throws IOException {
        Files.writeString(folder.resolve("r.ldif"), "dn: CN=a\nmail: a@acme.com\ntitle: " + "x".repeat(1 << 20) + "\n");

        assertThat(Exports.Read.of(Exports.ldif("r.ldif", folder.resolve("r.ldif")))
                        .recipients())
                .singleElement()
                .satisfies(recipient ->
                        assertThat(recipient.attributes().get("title")).hasSize(1 << 20));
    }

    private static Mutants mutants() {
        assertThat(TEXT).contains(SECRET);
        return new Mutants(TEXT, 11, PIECES);
    }

    /** The first lines of a file: with the line of an error it is refused there, without that line not yet. */
    private static byte[] lines(byte[] whole, long count) {
        int end = 0;
        for (long left = count; left > 0 && end < whole.length; end++) {
            left -= whole[end] == '\n' ? 1 : 0;
        }
        return Arrays.copyOf(whole, end);
    }

    private Optional<Refusal> refused(byte[] content, Mutants.Mutant mutant) {
        return Refusal.of(mutant, () -> {
            Path file = Files.write(folder.resolve("r.ldif"), content);
            Exports.Read read = Exports.Read.of(Exports.ldif("r.ldif", file));
            for (Problem problem : read.problems()) {
                Refusal.checked(problem, mutant);
            }
            return read;
        });
    }
}
