package dirsh.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same input gives the same bytes in every process.
 *
 * <p>Each process has a salt of its own for the order of immutable sets and maps, and here its own locale, time zone,
 * folder and home too.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Case30DeterminismTest {

    private static final long MOST_SECONDS = 120;

    private static final List<List<String>> PROCESSES = List.of(
            List.of("-Duser.language=en", "-Duser.country=US", "-Duser.timezone=UTC"),
            List.of("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Asia/Kathmandu"),
            List.of("-Duser.language=ar", "-Duser.country=EG", "-Duser.timezone=America/St_Johns", "-XX:hashCode=2"));

    @TempDir
    Path folder;

    @Test
    void same_input_gives_the_same_plan_file_and_answers_in_processes_that_differ_in_all_else()
            throws IOException, InterruptedException {
        Workplace workplace = Workplace.in(folder.resolve("shared"));
        assertThat(workplace.commands("sample sample --people 150 --seed 30").code())
                .isZero();
        Path sample = workplace.folder().resolve("sample");
        String commands = "open " + sample.resolve("names.dxl") + "; exchange " + sample.resolve("exchange.csv")
                + "; diagnose -o json; compare -o json; status; rehearse"
                + "; plan --replicas 3 --save p.json -o json; plan --show p.json; plan --groups --mode direct --save g.json -o csv";
        List<Path> places = new ArrayList<>();
        List<Process> processes = new ArrayList<>();
        for (List<String> options : PROCESSES) {
            Path place = Files.createDirectories(folder.resolve("process-" + places.size()));
            places.add(place);
            processes.add(start(place, options, commands));
        }
        for (Process process : processes) {
            assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        for (Path place : places) {
            assertThat(Files.readString(place.resolve("out")))
                    .as(Files.readString(place.resolve("err")))
                    .contains("\"atRisk\"")
                    .contains("- (no item)");
            for (String name : List.of("out", "err", "p.json", "g.json")) {
                assertThat(place.resolve(name))
                        .hasSameBinaryContentAs(places.get(0).resolve(name));
            }
        }
    }

    private static Process start(Path place, List<String> options, String commands) throws IOException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+UnlockExperimentalVMOptions"));
        words.addAll(options);
        words.addAll(List.of(
                "-Ddirsh.root=" + Path.of("").toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                "dirsh.Main",
                "-c",
                commands));
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(place.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(
                        Files.createFile(place.resolve("in")).toFile()))
                .redirectOutput(place.resolve("out").toFile())
                .redirectError(place.resolve("err").toFile());
        builder.environment().put("DIRSH_HOME", place.resolve("home").toString());
        return builder.start();
    }
}
