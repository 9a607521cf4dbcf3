package dirsh.repair.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.model.DirshException;
import dirsh.model.Unid;
import dirsh.repair.Reported;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AgentLogTest {

    private static final String UNID = "7E3A91C4D25F4B0841258ADD002D5106";
    private static final String HEAD = "dirsh-kit-log,1,abc,86257A1B0042C0DE\r\nunid,outcome,reason,time,sequence\r\n";

    @TempDir
    private Path folder;

    private AgentLog read(String text) throws IOException {
        Path file = folder.resolve("agent-log.csv");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return AgentLog.read(file, "agent-log.csv");
    }

    @Test
    void last_word_on_a_document_counts_and_a_spreadsheet_may_have_dropped_the_quotes() throws IOException {
        AgentLog log =
                read(HEAD + UNID + ",begun,\"\",2026-01-02T03:04:05,0\r\n" + UNID + ",done,,2026-01-02T03:04:06,4\n");
        assertThat(log.planHash()).isEqualTo("abc");
        assertThat(log.outcomes())
                .containsExactly(java.util.Map.entry(
                        Unid.parse(UNID).orElseThrow(), new Reported(Reported.Word.DONE, "", 4, true)));
    }

    @Test
    void cut_line_of_which_the_number_alone_may_be_cut_is_taken_without_it() throws IOException {
        String done = UNID + ",done,\"\",2026-01-02T03:04:05,12";
        for (String end : new String[] {"", ",again\r\n"}) {
            assertThat(read(HEAD + done + end).outcomes().values())
                    .containsExactly(new Reported(Reported.Word.DONE, "", 0, false));
        }
    }

    @Test
    void line_that_a_full_disk_cut_off_says_nothing_and_the_next_run_is_read() throws IOException {
        String begun = UNID + ",begun,\"\",2026-01-02T03:04:05,0\r\n";
        for (String torn :
                new String[] {"", UNID, UNID + ",do", UNID + ",done,\"x", UNID + ",done,\"\",2026-01-02T03:04:0"}) {
            assertThat(read(HEAD + begun + torn).outcomes().values())
                    .as(torn)
                    .containsExactly(new Reported(Reported.Word.BEGUN, "", 0, true));
            assertThat(read(HEAD + begun + torn + ",again\r\n" + UNID + ",refused,\"late\",t,0\r\n")
                            .outcomes()
                            .values())
                    .as(torn)
                    .containsExactly(new Reported(Reported.Word.REFUSED, "late", 0, true));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '`',
            textBlock =
                    """
                    nonsense,done,"",t,4^3:1: this is no UNID
                    UNID,DONE,"",t,4^3:34: this is no outcome of an agent
                    UNID,done,"",t^3:43: the line is not whole
                    UNID,done,"^3:39: the quote is not closed
                    UNID,done,"a"b,t,4^3:42: the cell goes on behind its closing quote
                    UNID,done,"",t,four^3:44: this is no sequence number
                    UNID,done,"",t,4,5^3:45: the line has more cells than the header
                    UNID,done,"ü",t,4^3:40: this is no plain ASCII
                    UNID,done,"[ESC]",t,4^3:40: this is no plain ASCII
                    """)
    void line_of_another_form_is_bad_input_with_its_place_and_without_its_values(String line, String message) {
        String text = HEAD + line.replace("UNID", UNID).replace("[ESC]", "\u001b[2J") + "\r\n";
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(DirshException.class, e -> {
            assertThat(e.outcome()).isEqualTo(DirshException.Outcome.BAD_INPUT);
            assertThat(e.problem()).isEqualTo("agent-log.csv:" + message);
        });
    }

    @Test
    void file_that_is_no_log_is_refused_by_its_first_lines() {
        assertThatThrownBy(() -> read("")).hasMessage("agent-log.csv:1:1: this is no log of a kit's agent");
        assertThatThrownBy(() -> read("dirsh-kit-log,2,abc,def\n"))
                .hasMessage("agent-log.csv:1:15: this is no version of the log that this dirsh reads");
        assertThatThrownBy(() -> read("dirsh-kit-log,1,abc,def\nunid,outcome\n"))
                .hasMessageStartingWith("agent-log.csv:2:1: the header is not");
        assertThatThrownBy(() -> read(HEAD + "\r\n" + UNID + ",done,\"\",t,4\r\n"))
                .hasMessage("agent-log.csv:3:1: the line is empty");
    }

    @Test
    void missing_file_is_bad_input() {
        assertThatThrownBy(() -> AgentLog.read(folder.resolve("none.csv"), "none.csv"))
                .hasMessage("cannot read none.csv: there is no such file");
    }
}
