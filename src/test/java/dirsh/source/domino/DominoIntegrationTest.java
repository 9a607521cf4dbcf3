package dirsh.source.domino;

import static dirsh.source.domino.StubStore.FLAG;
import static dirsh.source.domino.StubStore.GUARDED;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.source.domino.StubProcess.Ran;
import dirsh.source.domino.StubStore.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole flow over the real Domino JNA and a test double of the Notes C API, strict about threads. Skipped unless the
 * system properties of {@link StubProcess} name them:
 *
 * <pre>mvn test -Dtest=DominoIntegrationTest -Ddirsh.domino.classpath=JARS -Ddirsh.domino.notes=FOLDER</pre>
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DominoIntegrationTest {

    private static final int EDITOR = 4;
    private static final String ALL_CAUSES =
            "--cause not-summary,duplicate-items,wrong-type,stray-characters,label-stored,item-missing,genuine-no";
    private static final List<String> REPAIRED = List.of(
            "Nosum Mary",
            "Dup Licate",
            "Lisa List",
            "Num Ber",
            "Trail Blank",
            "Yes Man",
            "Missing Flag",
            "Jürgen Größe Łódź");

    @TempDir
    private Path folder;

    private StubProcess dirsh;

    @BeforeEach
    void needsLibraryAndDouble() {
        dirsh = new StubProcess(folder);
    }

    private Map<String, Stored> shapes(int access) throws IOException {
        StubStore.ofShapes(access).write(dirsh.store());
        return StubStore.read(dirsh.store());
    }

    @Test
    void each_shape_has_its_cause_and_standard_output_holds_results_only() throws IOException, InterruptedException {
        shapes(EDITOR);
        Ran ran = dirsh.dirsh("diagnose", "-o", "json");
        assertThat(ran.code()).as(ran.toString()).isEqualTo(1);
        Map<Object, Object> causes = new LinkedHashMap<>();
        ran.rows().forEach(row -> causes.put(((Map<?, ?>) row).get("fullName"), ((Map<?, ?>) row).get("cause")));
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("Nosum Mary", "not-summary");
        expected.put("Dup Licate", "duplicate-items");
        expected.put("Lisa List", "wrong-type");
        expected.put("Num Ber", "wrong-type");
        expected.put("Trail Blank", "stray-characters");
        expected.put("Yes Man", "label-stored");
        expected.put("Missing Flag", "item-missing");
        expected.put("Con Flict", "conflict-document");
        expected.put("Race Condition", "label-stored");
        expected.put("Jürgen Größe Łódź", "genuine-no");
        expected.put("Blank Flag", "blank");
        expected.put("Read Only", "label-stored");
        Map<Object, Object> named = new LinkedHashMap<>();
        expected.forEach((name, cause) -> named.put("CN=" + name + "/O=Acme", cause));
        assertThat(causes).as(ran.toString()).isEqualTo(named);
        assertThat(ran.err()).contains("Initializing Domino JNA", "Editor access", "replica C1258A0000112233");
        assertThat(Files.readString(dirsh.trace())).contains("NotesTerm(").doesNotContain("!! THREAD");
    }

    @Test
    void toggle_saves_twice_and_keeps_every_other_item() throws IOException, InterruptedException {
        Map<String, Stored> before = shapes(EDITOR);
        Ran ran = dirsh.dirsh("plan " + ALL_CAUSES + "; apply --yes --rate 0");
        checkRepaired(ran, before, 2);
    }

    @Test
    void direct_saves_once() throws IOException, InterruptedException {
        Map<String, Stored> before = shapes(EDITOR);
        Ran ran = dirsh.dirsh("plan " + ALL_CAUSES + " --mode direct; apply --yes --rate 0");
        checkRepaired(ran, before, 1);
    }

    private void checkRepaired(Ran ran, Map<String, Stored> before, int saves) throws IOException {
        assertThat(ran.err()).as(ran.toString()).contains("10 planned: 8 done, 2 refused");
        assertThat(ran.code()).as(ran.toString()).isEqualTo(4);
        Map<String, Stored> after = StubStore.read(dirsh.store());
        int sequence = 3 + saves;
        for (String name : REPAIRED) {
            String flags = name.equals("Nosum Mary") ? GUARDED : StubStore.SUMMARY;
            assertThat(after.get(name))
                    .as(name)
                    .isEqualTo(new Stored(
                            sequence,
                            List.of("TEXT " + flags + " " + sequence + " 1"),
                            before.get(name).others()));
        }
        assertThat(after.get("Race Condition").sequence())
                .as("the rival's save alone")
                .isEqualTo(4);
        assertThat(after.get("Race Condition").flags())
                .isEqualTo(before.get("Race Condition").flags());
        Stream.of("Read Only", "Norma Normal", "Con Flict", "Blank Flag", "Large Summary", "Secret Reader")
                .forEach(name -> assertThat(after.get(name)).isEqualTo(before.get(name)));
    }

    @Test
    void undo_puts_back_type_flags_and_duplicates() throws IOException, InterruptedException {
        Map<String, Stored> before = shapes(EDITOR);
        assertThat(dirsh.dirsh("plan " + ALL_CAUSES + "; apply --yes --rate 0").code())
                .isEqualTo(4);
        Ran undone = dirsh.dirsh("undo " + onlyRun() + " --yes --rate 0");
        assertThat(undone.err()).as(undone.toString()).contains("8 planned: 8 done, 0 refused");
        Map<String, Stored> after = StubStore.read(dirsh.store());
        for (String name : REPAIRED) {
            assertThat(withoutSequence(after.get(name).flags()))
                    .as(name)
                    .isEqualTo(withoutSequence(before.get(name).flags()));
        }
    }

    private static List<String> withoutSequence(List<String> flags) {
        return flags.stream()
                .map(flag -> flag.replaceFirst("^(\\S+ \\S+) \\d+", "$1"))
                .toList();
    }

    private String onlyRun() throws IOException {
        try (Stream<Path> runs = Files.list(dirsh.home().resolve("runs"))) {
            return runs.findFirst().orElseThrow().getFileName().toString();
        }
    }

    @Test
    void what_a_rival_saves_between_plan_and_save_is_kept() throws IOException, InterruptedException {
        StubStore store = new StubStore(EDITOR);
        store.person("Busy Bee", "bumpalways", "0000").flag("Yes");
        store.person("Quiet Queen").flag("Yes");
        store.write(dirsh.store());
        Ran ran = dirsh.dirsh("plan; apply --yes --rate 0");
        Map<String, Stored> after = StubStore.read(dirsh.store());
        assertThat(after.get("Busy Bee").flags()).as(ran.toString()).containsExactly("TEXT 0004 2 Yes");
        assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
        assertThat(ran.err()).contains("changed since it was diagnosed");
    }

    @Test
    void a_thorough_scan_opens_everything_and_lists_what_cannot_be_opened() throws IOException, InterruptedException {
        StubStore store = new StubStore(EDITOR);
        for (int i = 0; i < 60; i++) {
            store.person("Plain " + i).flag("1");
        }
        store.person("Hidden Twin").flag("1").flag("TEXT", StubStore.SUMMARY, 3, "0");
        store.person("Secret Reader", "noaccess", "0000").flag("1");
        store.write(dirsh.store());
        Ran quick = dirsh.dirsh("diagnose", "-o", "json");
        assertThat(quick.rows()).as(quick.toString()).isEmpty();
        assertThat(quick.err()).contains("12 documents whose flag is plainly Yes were judged by the summary alone");
        String thorough = "open " + StubStore.ADDRESS + " --thorough; ";
        Ran all = dirsh.dirsh(thorough + "diagnose", "-o", "json");
        assertThat(all.row("Hidden Twin").get("cause")).isEqualTo("duplicate-items");
        assertThat(all.err()).doesNotContain("judged by the summary alone");
        assertThat(dirsh.dirsh(thorough + "status --problems").out()).contains("cannot be opened", "(error 582)");
    }

    @Test
    void an_author_may_not_change_a_protected_flag_and_a_reader_nothing() throws IOException, InterruptedException {
        int author = 3;
        StubStore store = new StubStore(author);
        store.person("Guarded One").flag("TEXT", "0200", 2, "1");
        store.write(dirsh.store());
        Ran ran = dirsh.dirsh("plan; apply --yes --rate 0; runs " + "--unfinished");
        assertThat(ran.err()).as(ran.toString()).contains("1 planned: 0 done, 1 refused");
        assertThat(Files.readString(dirsh.trace())).doesNotContain("NSFNoteUpdate");
        StubStore reader = new StubStore(2);
        reader.person("Guarded One").flag("TEXT", "0200", 2, "1");
        reader.write(dirsh.store());
        Ran refused = dirsh.dirsh("plan; apply --yes");
        assertThat(refused.code()).as(refused.toString()).isEqualTo(2);
        assertThat(refused.err()).contains("has Reader access and cannot save documents here");
    }

    @Test
    void the_formula_goes_to_domino_itself() throws IOException, InterruptedException {
        shapes(EDITOR);
        Ran found = dirsh.dirsh("find " + FLAG + "=\"Yes\" --items LastName", "-o", "json");
        assertThat(found.rows()).as(found.toString()).hasSize(3);
        // The canonical form has its own spelling: what counts is that Domino compiled one with the item in it.
        assertThat(Files.readAllLines(dirsh.trace()))
                .anyMatch(line -> line.startsWith("NSFFormulaCompile(") && line.contains(FLAG + " = \"Yes\""));
    }

    @Test
    void view_replicas_and_console_answer_and_the_console_is_recorded() throws IOException, InterruptedException {
        shapes(EDITOR);
        Ran view = dirsh.dirsh("view ($Users) Nosum", "-o", "json");
        assertThat(view.out()).as(view.toString()).contains("\\\"1\\\" (text, protected)");
        Ran replicas = dirsh.dirsh("replicas list", "-o", "json");
        assertThat(replicas.rows()).as(replicas.toString()).hasSize(2);
        assertThat(replicas.out()).contains("CN=Spoke3/O=Acme", "dir/names.nsf", "send", "receive");
        Ran console = dirsh.dirsh("console load updall names.nsf");
        assertThat(console.out()).as(console.toString()).contains("Index update process started: names.nsf");
        assertThat(Files.readAllLines(dirsh.home().resolve("audit.jsonl")))
                .hasSize(2)
                .allMatch(line -> line.contains("\"command\":\"console load updall names.nsf\""));
    }

    @Test
    void what_is_not_there_is_said_in_two_lines() throws IOException, InterruptedException {
        shapes(0);
        StubStore other = new StubStore(EDITOR);
        other.write(dirsh.store());
        Ran ran = dirsh.dirsh("open domino:CN=Hub1/O=Acme!!nothere.nsf");
        assertThat(ran.code()).as(ran.toString()).isIn(2, 3);
        assertThat(ran.err()).contains("cannot open domino:CN=Hub1/O=Acme!!nothere.nsf", "try: ");
    }

    @Test
    void twenty_thousand_people_are_scanned_and_repaired() throws IOException, InterruptedException {
        StubStore store = new StubStore(EDITOR);
        int people = 20_000;
        for (int i = 0; i < people; i++) {
            store.person("Person N" + i).flag(i % 1000 == 7 ? "Yes" : "1");
        }
        store.write(dirsh.store());
        StubProcess.Ran ran = dirsh.dirsh("diagnose; plan; apply --yes --rate 0 --limit 3");
        assertThat(ran.err()).as(ran.err()).contains("3 done, 0 refused", "judged by the summary alone");
        Map<String, Stored> after = StubStore.read(dirsh.store());
        assertThat(after).hasSize(people);
        assertThat(after.values().stream().filter(one -> one.sequence() == 5)).hasSize(3);
        assertThat(after.values().stream().filter(one -> one.sequence() == 3)).hasSize(people - 3);
    }

    @Test
    void a_run_killed_between_the_two_saves_is_brought_to_its_end() throws IOException, InterruptedException {
        int people = 30;
        for (int tries = 0; tries < 6; tries++) {
            StubStore store = new StubStore(EDITOR);
            for (int i = 0; i < people; i++) {
                store.person("Person N" + i).flag("Yes");
            }
            store.write(dirsh.store());
            if (killedAtNo()) {
                Ran resumed = dirsh.dirsh("resume " + lastRun() + " --yes");
                assertThat(resumed.err()).as(resumed.toString()).contains(people + " planned: " + people + " done");
                assertThat(StubStore.read(dirsh.store()).values())
                        .allMatch(one ->
                                one.flags().size() == 1 && one.flags().get(0).endsWith(" 1"))
                        .allMatch(one -> one.sequence() == 5);
                return;
            }
        }
        Assumptions.abort("no kill came between two saves");
    }

    /** Kills a run as soon as the store shows a No; tells whether one was left. */
    private boolean killedAtNo() throws IOException, InterruptedException {
        Process process = dirsh.start(
                        "dirsh.Main",
                        List.of("-c", "open " + StubStore.ADDRESS + "; plan; apply --yes --rate 0"),
                        false)
                .start();
        try {
            while (process.isAlive() && !standsAtNo()) {
                TimeUnit.MICROSECONDS.sleep(50);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        return standsAtNo();
    }

    private boolean standsAtNo() throws IOException {
        return Files.readString(dirsh.store()).contains("ITEM\t" + FLAG + "\tTEXT\t0004\t4\t0");
    }

    private String lastRun() throws IOException {
        try (Stream<Path> runs = Files.list(dirsh.home().resolve("runs"))) {
            return runs.map(run -> run.getFileName().toString())
                    .sorted()
                    .reduce((one, other) -> other)
                    .orElseThrow();
        }
    }

    @Test
    void the_contract_of_address_books_holds() throws IOException, InterruptedException {
        Ran ran = dirsh.main("dirsh.source.domino.DominoContract", dirsh.store().toString());
        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(ran.err()).as(ran.toString()).contains("0 failed");
    }
}
