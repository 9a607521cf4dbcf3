package dirsh;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.faults.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same plan, reports and answers, byte for byte, under any locale and default character set of the process. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case19LocaleAndCharsetTest {

    private static final long MOST_SECONDS = 120;

    /** What locales fold, order, join or write in another way. */
    private static final List<String> NAMES = List.of(
            "\u0130",
            "\u0131",
            "I",
            "\u00df",
            "\u5c71",
            "\uD83D\uDE00",
            "\u00fc",
            "u\u0308",
            "\u0660",
            "\u00e9",
            "e\u0301");

    private static final Map<String, List<String>> PROCESSES = new LinkedHashMap<>();

    static {
        PROCESSES.put("en_US.UTF-8", List.of("-Duser.language=en", "-Duser.country=US"));
        PROCESSES.put("tr_TR.UTF-8", List.of("-Duser.language=tr", "-Duser.country=TR"));
        PROCESSES.put(
                "ar_EG.UTF-8",
                List.of(
                        "-Duser.language=ar",
                        "-Duser.country=EG",
                        "-Duser.extensions=u-nu-arab",
                        "-Dfile.encoding=UTF-8"));
        PROCESSES.put(
                "de_DE.ISO-8859-1", List.of("-Duser.language=de", "-Duser.country=DE", "-Dfile.encoding=ISO-8859-1"));
        PROCESSES.put("C", List.of("-Dfile.encoding=US-ASCII"));
    }

    private static final String COMMANDS =
            """
            status
            find @All --items FullName,ShortName
            find @LowerCase(ShortName)="\u0131jdoe" | count
            diagnose -o wide
            compare --attributes displayName,department,phone -o json
            diagnose -o yaml
            rehearse
            plan --save p.json
            report r.html
            report r.csv
            diagnose | sort fullName | export d.csv
            diagnose -o csv > o.csv
            """;

    @TempDir
    private Path folder;

    @Test
    void plan_reports_and_answers_are_the_same_bytes_in_every_locale() throws IOException, InterruptedException {
        Workplace made = HostileNames.in(Files.createDirectory(folder.resolve("made")), NAMES);
        List<Path> places = new ArrayList<>();
        for (Map.Entry<String, List<String>> process : PROCESSES.entrySet()) {
            places.add(run(made.folder(), process.getKey(), process.getValue()));
        }
        assertThat(Files.readString(places.get(0).resolve("out")))
                .contains("\u0130", "\u0131", "\u00df", "\u5c71", "\uD83D\uDE00", "u\u0308");
        for (Path place : places) {
            for (String name : List.of("out", "p.json", "r.csv", "r.html", "d.csv", "o.csv")) {
                assertThat(place.resolve(name))
                        .as("%s: %s", place.getFileName(), Files.readString(place.resolve("err")))
                        .hasSameBinaryContentAs(places.get(0).resolve(name));
            }
        }
    }

    private Path run(Path made, String locale, List<String> options) throws IOException, InterruptedException {
        Path place = Files.createDirectory(folder.resolve(locale));
        Files.writeString(
                place.resolve("in"),
                "open " + made.resolve("acme.dxl") + "; exchange " + made.resolve("acme.csv") + "\n" + COMMANDS);
        ProcessBuilder builder = Child.builder(place, options, "dirsh.Main", List.of("--keep-going"))
                .redirectOutput(place.resolve("out").toFile())
                .redirectError(place.resolve("err").toFile());
        builder.environment().put("LC_ALL", locale);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return place;
    }
}
