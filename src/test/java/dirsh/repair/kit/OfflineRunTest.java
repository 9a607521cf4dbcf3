package dirsh.repair.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.Workplace;
import dirsh.Workplace.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The run of a kit from its beginning to its end. The part of the agent is played by dirsh itself, which applies the same
 * plan to the export and so makes a fresh one of it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OfflineRunTest {

    private static final String UWE = "7E3A91C4D25F4B0841258ADD002D5106";
    private static final String ANN = "7E3A91C4D25F4B0841258ADD002D5109";
    private static final Pattern RUN = Pattern.compile("verify (\\d{8}-\\d{6}[a-z]*-[0-9a-f]{4})");

    @TempDir
    private Path folder;

    private Workplace workplace = new Workplace(Path.of(""));
    private String run = "";

    @BeforeEach
    void kit_for_two() {
        workplace = Workplace.in(folder);
        workplace.commands("open acme.dxl; diagnose --cause label-stored,duplicate-items | where offered=yes"
                + " | plan --save p.json");
        Ran ran = workplace.commands("open acme.dxl; kit p.json kit");
        assertThat(ran.code()).as(ran.toString()).isZero();
        Matcher id = RUN.matcher(ran.out());
        assertThat(id.find()).isTrue();
        run = id.group(1);
    }

    private void playAgent(String... options) {
        Ran ran = workplace.commands("open acme.dxl; apply p.json --yes " + String.join(" ", options));
        assertThat(ran.code()).as(ran.toString()).isZero();
    }

    private void log(String... lines) throws IOException {
        String hash = Files.readString(folder.resolve("kit/changes.csv")).split(",", -1)[2];
        Files.writeString(
                folder.resolve("agent-log.csv"),
                "dirsh-kit-log,1," + hash + ",86257A1B0042C0DE\r\nunid,outcome,reason,time,sequence\r\n"
                        + Arrays.stream(lines).map(line -> line + "\r\n").collect(Collectors.joining()));
    }

    private static String line(String unid, String outcome, String reason, int sequence) {
        return unid + "," + outcome + ",\"" + reason + "\",2026-01-02T03:04:05," + sequence;
    }

    private Ran verify(String options) {
        return workplace.commands("open acme.dxl; verify " + options);
    }

    private String state() {
        return workplace
                .commands("runs " + run + " -o json")
                .out()
                .replaceFirst("(?s).*?\"state\":\\s*\"(\\w+)\".*", "$1");
    }

    @Test
    void log_and_fresh_export_that_agree_close_the_run() throws IOException {
        assertThat(state()).isEqualTo("open");
        playAgent();
        log(line(UWE, "begun", "", 0), line(UWE, "done", "", 4), line(ANN, "begun", "", 0), line(ANN, "done", "", 4));
        Ran ran = verify("--log agent-log.csv");
        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(ran.out()).contains("Run " + run + ": finished", "2 repaired: 2 held");
        assertThat(state()).isEqualTo("finished");
        assertThat(workplace.commands("audit --run " + run).out()).contains("saved");
        String journal = Files.readString(folder.resolve(".dirsh/runs/" + run + "/journal.jsonl"));
        assertThat(verify(run + " --log agent-log.csv").code()).isZero();
        assertThat(Files.readString(folder.resolve(".dirsh/runs/" + run + "/journal.jsonl")))
                .isEqualTo(journal);
    }

    @Test
    void exchange_export_that_misses_somebody_opens_the_run_again() throws IOException {
        playAgent();
        log(line(UWE, "done", "", 4), line(ANN, "done", "", 4));
        verify("--log agent-log.csv");
        Ran ran = workplace.commands("open acme.dxl; exchange acme.csv; verify " + run);
        assertThat(ran.code()).as(ran.toString()).isEqualTo(1);
        assertThat(state()).isEqualTo("open");
    }

    @Test
    void document_that_the_agent_calls_done_and_the_export_shows_otherwise_is_reported() throws IOException {
        playAgent("--limit 1");
        log(line(UWE, "done", "", 4), line(ANN, "done", "", 4));
        Ran ran = verify("--log agent-log.csv");
        assertThat(ran.code()).as(ran.toString()).isEqualTo(1);
        assertThat(ran.out())
                .contains("1 of the documents that the agent says are done are not as planned in acme.dxl", "1 lost");
        assertThat(state()).isEqualTo("open");
        playAgent();
        assertThat(verify(run + " --log agent-log.csv").code()).isZero();
        assertThat(state()).isEqualTo("finished");
    }

    @Test
    void document_left_at_no_is_named_and_keeps_the_run_open() throws IOException {
        playAgent("--limit 1");
        log(line(UWE, "done", "", 4), line(ANN, "left at no", "the second save failed", 0));
        Ran ran = verify("--log agent-log.csv");
        assertThat(ran.code()).as(ran.toString()).isEqualTo(1);
        assertThat(ran.out()).contains("MAY STAND AT NO: CN=Ann Lee/O=Acme");
        assertThat(state()).isEqualTo("open");
        assertThat(verify(run + " --close").code()).isZero();
    }

    @Test
    void refused_document_of_which_a_save_was_announced_and_that_reads_no_is_not_settled() throws IOException {
        playAgent("--limit 1");
        Path book = folder.resolve("acme.dxl");
        String text = Files.readString(book);
        int note = text.indexOf("unid='" + ANN + "'");
        int item = text.indexOf("<item name='AvailableForDirSync'", note);
        int end = text.indexOf("</document>", item);
        String rest = text.substring(item, end)
                .replaceFirst("<text>1</text>", "<text>0</text>")
                .replaceFirst("(?s)<item name='AvailableForDirSync'[^>]*><text>1</text></item>\\s*", "");
        Files.writeString(
                book,
                text.substring(0, note)
                        + text.substring(note, item).replaceFirst("sequence='2'", "sequence='3'")
                        + rest
                        + text.substring(end));
        log(line(UWE, "done", "", 4), line(ANN, "refused", "saved since it was planned", 0));
        assertThat(verify("--log agent-log.csv").out()).doesNotContain("MAY STAND AT NO");
        log(line(UWE, "done", "", 4), line(ANN, "begun", "", 0), line(ANN, "refused", "not saved", 0));
        Ran ran = verify(run + " --log agent-log.csv");
        assertThat(ran.code()).as(ran.toString()).isEqualTo(1);
        assertThat(ran.out()).contains("MAY STAND AT NO: CN=Ann Lee/O=Acme");
    }

    @Test
    void refused_document_is_settled_and_its_reason_is_harmless_in_a_spreadsheet() throws IOException {
        playAgent("--limit 1");
        log(line(UWE, "done", "", 4), line(ANN, "refused", "=HYPERLINK(0)", 0));
        Ran ran = verify("--log agent-log.csv");
        assertThat(ran.code()).as(ran.toString()).isZero();
        Ran entries = workplace.commands("runs " + run + " | { it[0].entries } > reasons.csv");
        String shown = Files.exists(folder.resolve("reasons.csv"))
                ? Files.readString(folder.resolve("reasons.csv"))
                : workplace.commands("runs " + run + " -o csv").out();
        assertThat(shown).as(entries.toString()).contains("'=HYPERLINK(0)");
    }

    @Test
    void without_a_log_the_fresh_export_decides_and_what_it_does_not_show_waits() {
        playAgent("--limit 1");
        Ran ran = verify(run);
        assertThat(ran.code()).as(ran.toString()).isEqualTo(1);
        assertThat(ran.out()).contains("1 repaired: 1 held", "1 wait for the kit");
        playAgent();
        assertThat(verify(run).code()).isZero();
        assertThat(state()).isEqualTo("finished");
    }

    @Test
    void export_that_the_kit_was_made_from_is_refused() throws IOException {
        log(line(UWE, "done", "", 4));
        Ran ran = verify("--log agent-log.csv");
        assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
        assertThat(ran.err()).contains("acme.dxl is the export that the kit of run " + run + " was made from");
    }

    @Test
    void fresh_export_of_another_name_is_taken_though_the_old_one_is_open_too() throws IOException {
        Path old = folder.resolve("old.dxl");
        Files.copy(folder.resolve("acme.dxl"), old);
        playAgent();
        Files.move(folder.resolve("acme.dxl"), folder.resolve("fresh.dxl"));
        Files.move(old, folder.resolve("acme.dxl"));
        Ran ran = workplace.commands("open acme.dxl; open fresh.dxl; verify " + run);
        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(ran.out()).contains("looked at fresh.dxl, a copy of the same replica; the kit was made from ");
    }

    @Test
    void wrong_log_is_refused_with_its_place() throws IOException {
        playAgent();
        log("no line of a log");
        Ran malformed = verify("--log agent-log.csv");
        assertThat(malformed.code()).isEqualTo(2);
        assertThat(malformed.err()).contains("agent-log.csv:3:1: this is no UNID");

        Files.writeString(
                folder.resolve("agent-log.csv"),
                "dirsh-kit-log,1," + "0".repeat(64) + ",86257A1B0042C0DE\nunid,outcome,reason,time,sequence\n");
        assertThat(verify("--log agent-log.csv").code()).isEqualTo(2);
        Ran other = verify(run + " --log agent-log.csv");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("agent-log.csv:1: the log is of another plan");

        log(line("7E3A91C4D25F4B0841258ADD002D51FF", "done", "", 4));
        assertThat(verify("--log agent-log.csv").err()).contains("has no document 7E3A91C4D25F4B0841258ADD002D51FF");
        assertThat(state()).isEqualTo("open");
    }

    @Test
    void run_of_a_kit_is_neither_resumed_nor_undone_by_dirsh_itself() {
        assertThat(workplace.commands("open acme.dxl; resume " + run + " --yes").code())
                .isEqualTo(2);
        Ran undo = workplace.commands("open acme.dxl; undo " + run + " --yes");
        assertThat(undo.code()).isEqualTo(2);
        assertThat(undo.err()).contains("kit " + run + " FOLDER --undo");
    }

    @Test
    void kit_that_takes_back_writes_the_old_texts() throws IOException {
        playAgent();
        log(line(UWE, "done", "", 4), line(ANN, "done", "", 4));
        verify("--log agent-log.csv");
        Ran ran = workplace.commands("open acme.dxl; kit " + run + " back --undo");
        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(ran.err()).contains("2 people will read No again");
        assertThat(Files.readString(folder.resolve("back/changes.csv")))
                .contains(UWE + ",4,text/sp/0031,text/sp/005900650073,dxl")
                .contains(ANN + ",4,text/sp/0031,text/sp/0031;text/sp/0031,agent");
        assertThat(Files.readString(folder.resolve("back/repair.lss"))).contains("Const SAVES = 1\r\n");
    }

    @Test
    void kit_cannot_take_back_what_is_no_plain_text() {
        workplace.commands("open acme.dxl; diagnose --cause wrong-type | plan --save w.json");
        workplace.commands("open acme.dxl; apply w.json --yes");
        String applied = workplace
                .commands("runs -o csv")
                .out()
                .lines()
                .reduce((a, b) -> b)
                .orElseThrow()
                .split(",", -1)[0];
        Ran ran = workplace.commands("open acme.dxl; kit " + applied + " back --undo");
        assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
        assertThat(ran.err()).contains("it can write plain texts only");
        assertThat(folder.resolve("back")).doesNotExist();
    }
}
