package dirsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would act on a terminal in a name, a file name or a log is shown escaped, in answers and in errors. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case20TerminalEscapesTest {

    private static final List<String> PAYLOADS = List.of(
            "\u001B[2J",
            "\u001B]52;c;aGk=\u0007",
            "\u009B2J",
            "\u009D52;c;aGk=\u009C",
            "\u202Eevil\u202C",
            "\u2066evil",
            "\u200Fevil",
            "\rforged",
            "\u0008\u0008",
            "\u007F");

    /** All but line ends and tabs. */
    private static final Pattern ACTS = Pattern.compile(
            "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]|\\r(?!\\n)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"table", "wide", "list", "csv", "json", "yaml"})
    void no_answer_acts_on_the_terminal(String format) {
        Workplace workplace = HostileNames.in(folder, PAYLOADS);
        Workplace.Ran ran = workplace.dirsh(List.of("--keep-going", "-o", format, "-c", HostileNames.EVERYTHING));

        assertHarmless(ran.out());
        assertHarmless(ran.err());
        assertThat(ran.out()).contains("\\u001B[2J", "\\u009B2J", "\\u202Eevil", "\\u001B]52;c;aGk=\\u0007");
    }

    @Test
    void no_report_plan_or_kit_acts_on_the_terminal_that_shows_it() throws IOException {
        Workplace workplace = HostileNames.in(folder, PAYLOADS);
        Workplace.Ran ran = workplace.commands("open acme.dxl; exchange acme.csv; report r.html; report r.csv;"
                + " plan --save p.json; kit p.json kit; rehearse --save s.json");
        for (String name : List.of("r.html", "r.csv", "p.json", "s.json", "kit/instructions.md")) {
            Path file = folder.resolve(name);
            assertThat(file).as(ran.toString()).exists();
            assertHarmless(Files.readString(file));
        }
    }

    @Test
    void no_error_acts_on_the_terminal() {
        Workplace workplace = HostileNames.in(folder, PAYLOADS);
        for (String payload : PAYLOADS) {
            String name = payload.replace(";", "").replace("\r", "\u001B");
            Workplace.Ran ran = workplace.dirsh(List.of(
                    "--keep-going",
                    "-c",
                    "open '" + name + ".dxl'; exchange '" + name + ".csv'; apply '" + name + "'; runs '" + name + "';"
                            + " connector open '" + name + "'; log '" + name + "'; open acme.dxl; show '" + name
                            + "'; find '" + name + "'; find LastName='" + name + "'; help '" + name
                            + "'; diagnose --cause '"
                            + name + "'; '" + name + "'.foo(); trace"));
            assertThat(ran.code()).isGreaterThanOrEqualTo(2);
            assertHarmless(ran.out());
            assertHarmless(ran.err());
        }
    }

    private static void assertHarmless(String shown) {
        assertThat(ACTS.matcher(shown)
                        .results()
                        .map(found -> shown.substring(Math.max(0, found.start() - 60), found.start()) + "<HERE "
                                + (int) found.group().charAt(0) + ">"))
                .isEmpty();
    }
}
