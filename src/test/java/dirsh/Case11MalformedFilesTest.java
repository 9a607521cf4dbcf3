package dirsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user sees of a damaged file of each format: two lines, the place in the first, and exit code 2. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case11MalformedFilesTest {

    private static final byte[] NO_TEXT = {(byte) 0xFF};

    @TempDir
    private Path folder;

    private Workplace workplace;

    @BeforeEach
    void aFileOfEachFormat() throws IOException {
        workplace = Workplace.in(folder);
        Files.writeString(folder.resolve("acme.ldif"), "version: 1\n\ndn: CN=Jane,DC=acme\nmail: jane@acme.com\n");
        Files.writeString(folder.resolve("script.groovy"), "// one\nscript('script') {\n run { 1 } }\n");
        workplace.commands(
                "open acme.dxl; exchange acme.csv; plan --save p.json; rehearse --save r.json; kit p.json --to kit");
        Files.writeString(
                folder.resolve("agent-log.csv"),
                "dirsh-kit-log,1,abc,def\nunid,outcome,reason,time,sequence\n" + "0".repeat(32) + ",done,,t,4\n");
    }

    /** Bytes that are no text are put into the second line, before a letter. */
    @ParameterizedTest
    @CsvSource({
        "acme.dxl, open acme.dxl; status",
        "acme.csv, open acme.dxl; exchange acme.csv; compare",
        "acme.ldif, open acme.dxl; exchange acme.ldif; compare",
        "p.json, open acme.dxl; apply p.json --yes",
        "p.json, plan --show p.json",
        "r.json, open acme.dxl; exchange acme.csv; rehearse --compare r.json",
        "script.groovy, ''",
    })
    void a_byte_that_is_no_text_ends_in_two_lines_with_the_place(String name, String commands) throws IOException {
        Path file = folder.resolve(name);
        byte[] whole = Files.readAllBytes(file);
        int at = new String(whole, StandardCharsets.ISO_8859_1).indexOf('\n') + 3;
        // In LDIF the value of the third line, since nobody looks at blank lines.
        at = name.endsWith(".ldif") ? whole.length - 3 : at;
        byte[] damaged = new byte[whole.length + 1];
        System.arraycopy(whole, 0, damaged, 0, at);
        damaged[at] = NO_TEXT[0];
        System.arraycopy(whole, at, damaged, at + 1, whole.length - at);
        Files.write(file, damaged);
        long line = new String(whole, 0, at, StandardCharsets.ISO_8859_1)
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;

        Workplace.Ran ran =
                commands.isEmpty() ? workplace.dirsh(List.of(file.toString())) : workplace.commands(commands);
        refused(ran, name + ":" + line + ":\\d+: ");
    }

    @ParameterizedTest
    @CsvSource({
        "acme.dxl, open acme.dxl; status",
        "p.json, open acme.dxl; apply p.json --yes",
        "r.json, open acme.dxl; exchange acme.csv; rehearse --compare r.json",
    })
    void a_file_cut_in_half_ends_in_two_lines_with_its_last_line(String name, String commands) throws IOException {
        Path file = folder.resolve(name);
        String text = Files.readString(file);
        String half = text.substring(0, text.length() / 2);
        Files.writeString(file, half);
        refused(
                workplace.commands(commands),
                name + ":" + (half.chars().filter(c -> c == '\n').count() + 1) + ":\\d+: ");
    }

    /** The lines that tell of the commands before, which went well, come first. */
    private static void refused(Workplace.Ran ran, String place) {
        assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
        List<String> lines = ran.err().lines().toList();
        assertThat(lines.get(lines.size() - 2)).as(ran.toString()).matches("(\\S*/)?" + place + "\\S.*");
        assertThat(lines.get(lines.size() - 1)).as(ran.toString()).startsWith("try: ");
        assertThat(ran.err()).doesNotContain("Exception", "\tat ", "java.");
    }
}
