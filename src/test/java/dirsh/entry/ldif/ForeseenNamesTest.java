package dirsh.entry.ldif;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.entry.AttributeNames;
import dirsh.entry.Entry;
import dirsh.entry.EntryFile;
import dirsh.entry.EntrySink;
import dirsh.model.DirshException;
import dirsh.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** An entry is read the same behind others, whose names foresee its own, as by itself, where nothing is foreseen. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ForeseenNamesTest {

    private static final AttributeNames WANTED =
            new AttributeNames(List.of("dn DistinguishedName", "cn", "Target-Address mail", "member", "control"));

    /** Names of which one begins like another, which are written in several ways, or are keywords elsewhere. */
    private static final List<String> NAMES = List.of(
            "cn",
            "CN",
            "c",
            "cnx",
            "mail",
            "m-ail",
            "Mail",
            "mailbox",
            "target-address",
            "objectClass",
            "member",
            "member;range=0-1",
            "member;range=2-*",
            "cn;lang-de",
            "cn;x-y",
            "control",
            "changetype",
            "version",
            "dn",
            "telephoneNumber");

    private static final List<String> VALUES = List.of(
            ": a",
            ": Jörg 山 😀",
            ":",
            ":  b  ",
            ":: SsO2cmc=",
            ":: gIA=",
            ": long\n er\n  value",
            ": x:y: z",
            ": J\uFFFDrg",
            ": add");

    /** Lines that are refused, at least in some place. */
    private static final List<String> WRONG = List.of(
            "cn",
            "cn:< file:///x",
            "c n: a",
            ": a",
            "cn:: *",
            "jörg: a",
            "changetype: delete",
            "control: 1.2",
            " cn: a",
            "mail;lang-de");

    private static final List<String> FIRST = List.of("dn: o=Acme", "DN:: bz1BY21l", "d-n: o=B", "dn;x: o=C", "cn: a");

    private final Random random = new Random(11);

    @Test
    void an_entry_behind_others_is_read_as_by_itself() throws IOException {
        int refused = 0;
        for (int round = 0; round < 3_000; round++) {
            boolean right = round % 3 > 0;
            List<String> usual = lines(1 + random.nextInt(8), right);
            StringBuilder text = new StringBuilder();
            List<String> expected = new ArrayList<>();
            while (expected.size() < 5 && !isRefused(expected)) {
                String entry = entry(usual, right);
                // Empty lines keep the line numbers, and tell nothing of names.
                expected.addAll(read(
                        "\n".repeat((int) text.chars().filter(c -> c == '\n').count()) + entry));
                text.append(entry);
            }
            assertThat(read(text.toString())).as("%s", text).isEqualTo(expected);
            refused += isRefused(expected) ? 1 : 0;
        }
        assertThat(refused).isBetween(300, 2_700);
    }

    private static boolean isRefused(List<String> read) {
        return !read.isEmpty() && read.get(read.size() - 1).startsWith("refused");
    }

    /** An entry with the usual lines, save that some are missing, repeated, new, or in another place. */
    private String entry(List<String> usual, boolean right) {
        List<String> lines = new ArrayList<>();
        for (String line : usual) {
            int what = random.nextInt(12);
            for (int i = what == 0 ? 0 : what == 1 ? 3 : 1; i > 0; i--) {
                lines.add(line);
            }
            if (what == 2) {
                lines.addAll(lines(1, right));
            }
        }
        if (random.nextInt(6) == 0) {
            Collections.shuffle(lines, random);
        }
        String first = right ? FIRST.get(random.nextInt(3)) : oneOf(FIRST);
        return first + "\n" + String.join("\n", lines) + (lines.isEmpty() ? "\n" : "\n\n");
    }

    private List<String> lines(int count, boolean right) {
        List<String> lines = new ArrayList<>();
        while (lines.size() < count) {
            boolean wrong = !right && random.nextInt(20) == 0;
            lines.add(wrong ? oneOf(WRONG) : oneOf(NAMES) + oneOf(VALUES));
        }
        return lines;
    }

    private String oneOf(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** All that comes of a file: entries with place and texts, problems, and what it is refused for. */
    private static List<String> read(String text) throws IOException {
        EntryFile file = new EntryFile("r.ldif", Path.of("r.ldif"), Optional.empty());
        List<String> came = new ArrayList<>();
        EntrySink sink = new EntrySink() {
            @Override
            public void entry(Entry entry) {
                StringBuilder told = new StringBuilder().append(entry.place());
                for (int slot = 0; slot < WANTED.slots(); slot++) {
                    told.append(' ').append(entry.all(slot));
                }
                came.add(told.toString());
            }

            @Override
            public void problem(Problem problem) {
                came.add(problem.toString());
            }
        };
        LdifRecords records =
                new LdifRecords(file, new LdifLines(file, new ByteArrayInputStream(text.getBytes(UTF_8))), WANTED);
        try {
            while (records.pass(sink)) {}
        } catch (DirshException e) {
            came.add("refused: " + e.getMessage());
        }
        return came;
    }
}
