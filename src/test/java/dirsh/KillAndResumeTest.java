package dirsh;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.json.JsonObject;
import dirsh.repair.RepairMode;
import dirsh.sample.SampleDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A program killed in the middle of a run leaves a book that {@code resume} brings to its planned end. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KillAndResumeTest {

    private static final int PEOPLE = 1_500;
    private static final int KILLS = 3;
    private static final int MORE_TRIES = 5;

    /** Records of a document in the journal for each of its saves: the intent and the document. */
    private static final int RECORDS_OF_SAVE = 2;

    @TempDir
    private static Path original;

    @TempDir
    private Path folder;

    @BeforeAll
    static void sample() {
        new SampleDirectory(PEOPLE, 7).write(original);
    }

    @ParameterizedTest
    @EnumSource(RepairMode.class)
    void a_killed_run_is_resumed_to_its_end(RepairMode mode) throws Exception {
        Random random = new Random(mode.saves());
        int planned = planned(mode).size();
        int records = planned * (RECORDS_OF_SAVE * mode.saves() + 1);
        int landed = 0;
        for (int i = 0; i < KILLS; i++) {
            int point = 1 + (i * records + random.nextInt(records * 9 / 10)) / KILLS;
            landed += killAndResume(mode, "kill-" + i, point) ? 1 : 0;
        }
        for (int i = 0; landed == 0 && i < MORE_TRIES; i++) {
            landed += killAndResume(mode, "early-kill-" + i, 1) ? 1 : 0;
        }
        assertThat(landed).as("kills in the middle of a run").isPositive();
    }

    /** What a plan over the sample would change, by UNID: the sequence number the documents have before. */
    private Map<String, Integer> planned(RepairMode mode) throws IOException {
        Workplace workplace = workplace("plan");
        Workplace.Ran ran = workplace.commands("open names.dxl; plan --mode " + mode + " --save p.json");
        assertThat(ran.code()).as(ran.toString()).isEqualTo(1);
        return sequences(workplace.folder().resolve("p.json"));
    }

    private static Map<String, Integer> sequences(Path plan) throws IOException {
        Map<String, Integer> sequences = new LinkedHashMap<>();
        JsonObject.read("plan", Files.readString(plan))
                .objects("changes")
                .forEach(change -> sequences.put(change.text("unid"), change.number("sequence")));
        assertThat(sequences).hasSizeGreaterThan(100);
        return sequences;
    }

    private Workplace workplace(String name) throws IOException {
        Workplace workplace = Workplace.in(folder.resolve(name));
        Files.copy(original.resolve("names.dxl"), workplace.folder().resolve("names.dxl"));
        return workplace;
    }

    /** Whether the kill came before the run's end; a run that ended before is checked as well. */
    private boolean killAndResume(RepairMode mode, String name, int records) throws Exception {
        Workplace workplace = workplace(name);
        Path book = workplace.folder().resolve("names.dxl");
        DxlText before = DxlText.of(book);

        KilledRun killed = KilledRun.of(
                workplace.folder(),
                "open names.dxl; plan --mode " + mode + " --save p.json; apply p.json --yes",
                records);
        String as = mode + ", killed at record " + records + ", showed:\n" + killed.output() + "\n";
        Map<String, Integer> planned = sequences(workplace.folder().resolve("p.json"));
        if (!DxlText.of(book).equals(before)) {
            checkRepaired(as, book, before, planned, mode);
        }

        String resume = "resume " + killed.runId() + " --yes";
        Workplace.Ran ran = workplace.commands(resume);
        assertThat(ran.code()).as(as + "\n" + ran).isZero();
        checkRepaired(as, book, before, planned, mode);
        try (Stream<Path> files = Files.list(workplace.folder())) {
            assertThat(files.map(Path::toString)).as(as).noneMatch(file -> file.endsWith(".tmp"));
        }

        Map<Path, Object> written = stamps(workplace.folder());
        Workplace.Ran again = workplace.commands(resume);
        assertThat(again.code()).as(as + "\n" + again).isZero();
        assertThat(again.err()).as(as).contains("nothing was written");
        assertThat(stamps(workplace.folder())).as(as).isEqualTo(written);
        return killed.inTheMiddle();
    }

    private static void checkRepaired(
            String as, Path book, DxlText before, Map<String, Integer> planned, RepairMode mode) throws Exception {
        Map<String, DxlFlag> flags = DxlFlag.of(book);
        planned.forEach((unid, sequence) -> assertThat(flags.get(unid))
                .as(as + ", document " + unid)
                .isEqualTo(new DxlFlag(sequence + mode.saves(), 1, true)));
        assertThat(DxlText.of(book).without(planned.keySet())).as(as).isEqualTo(before.without(planned.keySet()));
    }

    /** Size and time of the book and of everything that tells of the run. */
    private static Map<Path, Object> stamps(Path folder) throws IOException {
        Map<Path, Object> stamps = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve(".dirsh/locks")))
                    .toList()) {
                stamps.put(file, Files.size(file) + " bytes, " + Files.getLastModifiedTime(file));
            }
        }
        return stamps;
    }
}
