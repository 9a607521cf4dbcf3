package dirsh.connector.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LogSummaryTest {

    private static final String LOG =
            """
            not an entry
            2000/08/02 15:53:59-                DXANOTES(0342) 4 64136:Looking for changes in NAMES.NSF
             >> lndxapo(955)
            2000/08/02 15:54:01- LME-NOTES-DXANOTES(017e) 3 41110:The number of possible notes is 1234 >> lsnabapi(1)
            2000/08/02 15:54:02- LME-NOTES-DXAMEX(01a2) 2 06206:Unable to process custom recipient \
            f7afa2e9-b053f1db-852567be-4a3f83 because target address NOTES:Ralph Jones/LotusOrg@LotusOrg has already
             been assigned to Address Book entry /o=Ibiza/cn=RalphJ. >> dxamex(7)
            2000/08/02 15:54:03- DXANOTES(0165) 1 41116:Error opening Notes document with id = 8fa
            >> lsnabapi(1012)
            LME-NOTES-DXANOTES(021d) 1 99999:Something no article shows
            2000/08/02 15:54:04- LME-NOTES-DXANOTES(021d) 4 41110:The number of possible notes is 5
            """;

    @TempDir
    private Path folder;

    private LogSummary summary(String text) throws IOException {
        Path file = folder.resolve("dx.log");
        Files.writeString(file, text);
        return LogSummary.of(new LogFile("dx.log", file), new Cancellation());
    }

    @Test
    void codes_are_counted_and_put_into_words() throws IOException {
        LogSummary log = summary(LOG);

        assertThat(log.entries()).isEqualTo(6);
        assertThat(log.strange()).isEqualTo(1);
        assertThat(log.codes())
                .extracting(
                        code -> code.code() + " x" + code.count() + " level " + code.level() + " line " + code.line())
                .containsExactly(
                        "6206 x1 level 2 line 5",
                        "41110 x2 level 3 line 4",
                        "41116 x1 level 1 line 7",
                        "64136 x1 level 4 line 2",
                        "99999 x1 level 1 line 9");
        assertThat(log.codes().get(3).what()).isEqualTo("looking for changes in a book");
        assertThat(log.codes().get(4).what()).isEqualTo("Something no article shows");
        assertThat(log.errors()).isEqualTo(2);
        assertThat(log.exitCode()).isEqualTo(1);
    }

    private String passes(String... lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append("2000/08/")
                    .append(line.replaceFirst(" ", "- DXANOTES(0342) 3 ").replaceFirst("_", " "))
                    .append('\n');
        }
        return summary(text.toString()).passes().toString();
    }

    @Test
    void numbers_logged_close_to_each_other_are_one_pass() throws IOException {
        assertThat(passes("02_10:00:01 41110:423", "02_10:01:01 41110:7", "03_10:00:01 41110:9"))
                .isEqualTo("[423 + 7 = 430, 9]");
        assertThat(summary(LOG).lastPass()).contains(new PossibleNotes(List.of(1234, 5)));
        assertThat(summary(LOG).fields()).containsEntry("lastPass", List.of(1234, 5));
    }

    @Test
    void a_book_that_is_looked_at_again_begins_a_pass() throws IOException {
        assertThat(passes(
                        "02_10:00:00 64136:Looking for changes in NAMES.NSF",
                        "02_10:00:01 41110:423",
                        "02_10:30:00 64136:Looking for changes in EXTERN.NSF",
                        "02_10:30:01 41110:7",
                        "02_10:35:00 64136:Looking for changes in names.nsf",
                        "02_10:35:01 41110:2"))
                .isEqualTo("[423 + 7 = 430, 2]");
    }

    @Test
    void of_very_many_numbers_the_last_ones_are_kept() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int n = 1; n <= 5_000; n++) {
            text.append("DXANOTES(0342) 3 41110:").append(n).append('\n');
        }
        PossibleNotes last = summary(text.toString()).lastPass().orElseThrow();
        assertThat(last.numbers()).endsWith(4_999, 5_000).hasSizeLessThanOrEqualTo(100);
    }

    @Test
    void people_are_told_by_directory_name_address_or_note_id() throws IOException {
        assertThat(summary(LOG).names())
                .extracting(name -> name.fields().toString())
                .containsExactly(
                        "{unid=F7AFA2E9B053F1DB852567BE004A3F83, ta=NOTES:Ralph Jones/LotusOrg@LotusOrg, code=6206, line=5}",
                        "{noteId=8FA, code=41116, line=7}");
    }

    @Test
    void times_span_the_log() throws IOException {
        assertThat(summary(LOG).fields())
                .containsEntry("from", "2000-08-02 15:53:59")
                .containsEntry("to", "2000-08-02 15:54:04");
    }

    @Test
    void a_file_without_entries_is_no_log() {
        assertThatThrownBy(() -> summary("DisplayName,Alias\nJane,jdoe\n"))
                .isInstanceOf(DirshException.class)
                .hasMessageStartingWith("dx.log is no log of the connector");
    }

    @Test
    void a_log_of_one_endless_line_or_entry_takes_little_memory() throws IOException {
        Path file = folder.resolve("huge.log");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("2000/08/02 15:53:59- DXANOTES(0342) 4 64136:");
            for (int i = 0; i < 2_000; i++) {
                out.write("x".repeat(1_000) + (i % 3 == 0 ? "\n" : ""));
            }
        }
        LogSummary log = LogSummary.of(new LogFile("huge.log", file), new Cancellation());
        assertThat(log.entries()).isEqualTo(1);
        assertThat(log.codes().get(0).what()).isEqualTo("looking for changes in a book");
    }

    private static long entries(Path file) {
        try {
            return LogSummary.of(new LogFile("bad.log", file), new Cancellation())
                    .entries();
        } catch (DirshException nothingLeft) {
            assertThat(nothingLeft.problem()).startsWith("bad.log is no log of the connector");
            return 0;
        }
    }

    @Test
    void no_damage_crashes_it() throws IOException {
        Random random = new Random(41110);
        Path file = folder.resolve("bad.log");
        for (int i = 0; i < 500; i++) {
            byte[] bytes = LOG.getBytes(StandardCharsets.UTF_8);
            for (int n = random.nextInt(40); n > 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(file, bytes);
            assertThat(entries(file)).isBetween(0L, 10L);
        }
    }
}
