package dirsh.repair.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.model.Unid;
import dirsh.repair.Reported;
import dirsh.repair.kit.LotusScriptMachine.ScriptError;
import dirsh.repair.kit.NotesInMemory.Killed;
import dirsh.repair.kit.NotesInMemory.Stored;
import dirsh.repair.kit.NotesInMemory.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The text of repair.lss, run against a directory in memory in which something goes wrong at every step in turn. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AgentTest {

    private static final String ANN = "A".repeat(32);
    private static final String BEN = "B".repeat(32);
    private static final String HASH = "c0ffee";
    private static final String LOG = "/kit/agent-log.csv";

    @TempDir
    private Path folder;

    private final NotesInMemory notes = new NotesInMemory();
    private int steps;
    private int stolen;

    /** What goes wrong. */
    private enum Trouble {
        ERROR_BEFORE,
        ERROR_AFTER,
        ERROR_FOUR_TIMES,
        ERROR_FROM_THEN_ON,
        KILLED,
        SAVED_BY_SOMEBODY_ELSE,
        SET_TO_NO_BY_SOMEBODY_ELSE
    }

    private static final Set<Trouble> BY_OTHERS =
            Set.of(Trouble.SAVED_BY_SOMEBODY_ELSE, Trouble.SET_TO_NO_BY_SOMEBODY_ELSE);

    private void directory() throws IOException {
        notes.documents.clear();
        notes.files.clear();
        for (String unid : List.of(ANN, BEN)) {
            Stored stored = new Stored();
            stored.flag.add(new Text("Yes", "s"));
            notes.documents.put(unid, stored);
        }
        String row = ",2,text/s/005900650073,text/s/0031,agent\r\n";
        notes.files.put(
                "/kit/changes.csv",
                new StringBuilder("dirsh-kit-changes,1," + HASH + ",86257A1B0042C0DE,2,2\r\n")
                        .append(ANN + row + BEN + row + "end,2\r\n"));
    }

    private void run() throws IOException {
        StringBuilder agent = new StringBuilder();
        for (String part : new String[] {"head", "repair", "common"}) {
            try (InputStream in = KitTexts.class.getResourceAsStream(part + ".lss")) {
                agent.append(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        String text = agent.toString()
                .replace("@saves@", "2")
                .replace("@count@", "2")
                .replace("@hash@", HASH)
                .replace("@replica@", "86257A1B0042C0DE")
                .replace("Const KIT_FOLDER = \"\"", "Const KIT_FOLDER = \"/kit\"");
        notes.restart();
        try {
            new LotusScriptMachine(text, notes).run();
        } catch (Killed e) {
            notes.said.add("killed");
        }
    }

    private Map<Unid, Reported> log() throws IOException {
        Path file = folder.resolve("agent-log.csv");
        Files.writeString(file, notes.files.getOrDefault(LOG, new StringBuilder()));
        return AgentLog.read(file, "agent-log.csv").outcomes();
    }

    private Reported.Word word(String unid) throws IOException {
        return log().get(Unid.parse(unid).orElseThrow()).word();
    }

    @Test
    void every_document_gets_both_saves_and_a_second_run_makes_none() throws IOException {
        directory();
        run();
        for (int again = 0; again < 2; again++) {
            assertThat(notes.documents.values()).allSatisfy(stored -> {
                assertThat(stored.flag).containsExactly(new Text("1", "s"));
                assertThat(stored.sequence).isEqualTo(4);
            });
            assertThat(word(ANN)).isEqualTo(Reported.Word.DONE);
            run();
        }
        assertThat(notes.said).containsExactly("dirsh kit: 0 repaired, 0 not; see " + LOG);
    }

    private void strike(Trouble trouble, int at) {
        steps = 0;
        notes.fault = (step, after) -> {
            steps++;
            boolean here = steps == at;
            switch (trouble) {
                case ERROR_BEFORE -> fail(here && !after);
                case ERROR_AFTER -> fail(here && after);
                case ERROR_FOUR_TIMES -> fail(steps >= at && steps < at + 4);
                case ERROR_FROM_THEN_ON -> fail(steps >= at);
                case KILLED -> {
                    if (here) {
                        throw new Killed();
                    }
                }
                case SAVED_BY_SOMEBODY_ELSE, SET_TO_NO_BY_SOMEBODY_ELSE -> {
                    if (here) {
                        Stored ann = notes.documents.get(ANN);
                        ann.by = "CN=Other";
                        stolen = ++ann.sequence;
                        if (trouble == Trouble.SET_TO_NO_BY_SOMEBODY_ELSE) {
                            ann.flag = List.of(new Text("0", "sn"));
                        }
                    }
                }
            }
        };
    }

    private static void fail(boolean now) {
        if (now) {
            throw new ScriptError(4000, "the directory does not answer");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatever_goes_wrong_at_any_step_nobody_is_left_at_no_unless_the_log_says_so(Trouble trouble)
            throws IOException {
        directory();
        strike(trouble, Integer.MAX_VALUE);
        run();
        int all = steps;
        assertThat(all).isGreaterThan(20);
        for (int at = 1; at <= all; at++) {
            directory();
            strike(trouble, at);
            run();
            String first = notes.said + "; " + notes.files.get(LOG);
            check(trouble, "at step " + at + ", before a second run: " + first);
            notes.fault = (step, after) -> {};
            if (notes.files.containsKey(LOG) && notes.files.get(LOG).indexOf("sequence\r\n") < 0) {
                notes.files.remove(LOG); // its heading was cut off, before anything else was done
            }
            run();
            String second = "at step " + at + ": " + first + "; then " + notes.said + notes.files.get(LOG);
            check(trouble, second);
            if (!BY_OTHERS.contains(trouble)) {
                for (Map.Entry<String, Stored> each : notes.documents.entrySet()) {
                    // A document that cannot be exported is refused and stays as it was.
                    Text end = new Text(word(each.getKey()) == Reported.Word.REFUSED ? "Yes" : "1", "s");
                    assertThat(each.getValue().flag).as(second).containsExactly(end);
                }
            }
        }
    }

    /** Whoever reads No is named by the log, as left at No or as begun; or the No is what somebody else saved last. */
    private void check(Trouble trouble, String what) throws IOException {
        for (Map.Entry<String, Stored> each : notes.documents.entrySet()) {
            boolean theirs = trouble == Trouble.SET_TO_NO_BY_SOMEBODY_ELSE && each.getValue().sequence == stolen;
            if (each.getValue().flag.get(0).value().equals("0") && !theirs) {
                assertThat(word(each.getKey())).as(what).isIn(Reported.Word.BEGUN, Reported.Word.LEFT_AT_NO);
            }
        }
    }
}
