package dirsh.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.formula.Formula;
import dirsh.repair.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApplyOptionsTest {

    @TempDir
    private Path folder;

    private TestSession test;
    private Session session;

    @BeforeEach
    void planned() throws IOException {
        for (String name : List.of("acme.dxl", "acme.csv")) {
            Files.copy(Path.of("src/test/resources/dirsh/books", name), folder.resolve(name));
        }
        test = TestSession.in(folder.resolve("home"));
        session = test.session();
        session.open(folder.resolve("acme.dxl").toString(), null);
        session.plans().make(Given.plan(Map.of()));
    }

    @Test
    void number_to_type_is_that_of_the_documents_that_may_be_written() {
        assertThatThrownBy(() -> session.repairs().apply(Given.apply(Map.of("limit", 3))))
                .hasMessageStartingWith("nobody is there to confirm 3 of 7 documents in");
        assertThatThrownBy(() -> session.repairs().apply(Given.apply(Map.of("pilot", 2))))
                .hasMessageStartingWith("nobody is there to confirm 2 of 7 documents in");
    }

    @Test
    void rest_follows_once_a_newer_exchange_export_shows_the_pilot() {
        session.exchange(folder.resolve("acme.csv").toString(), null, false);
        test.onLine = line -> {
            if (line.startsWith("the pilot is repaired")) {
                exportEverybody();
            }
        };
        Run run = apply(Map.of("pilot", 2, "until-verified", true));
        assertThat(run.totals()).isEqualTo("7 planned: 7 done, 0 refused");
        assertThat(test.lines)
                .contains("the pilot is repaired; waiting until a newer " + folder.resolve("acme.csv")
                        + " shows its 2 people: run an update sync and export again; Ctrl-C ends the wait");
    }

    @Test
    void rest_follows_once_another_replica_shows_the_pilot() throws IOException {
        Path replica = Files.copy(folder.resolve("acme.dxl"), folder.resolve("replica.dxl"));
        session.open(replica.toString(), "replica");
        test.onLine = line -> {
            if (line.startsWith("the pilot is repaired")) {
                replicate(replica);
            }
        };
        Run run = apply(Map.of("pilot", 2, "until-verified", true));
        assertThat(run.totals()).isEqualTo("7 planned: 7 done, 0 refused");
    }

    private Run apply(Map<String, Object> options) {
        TreeMap<String, Object> all = new TreeMap<>(options);
        all.put("yes", true);
        return session.repairs().apply(Given.apply(all));
    }

    /** The file is written aside and renamed, as a copy over the network should be. */
    private void replicate(Path replica) {
        try {
            Path aside = Files.copy(folder.resolve("acme.dxl"), folder.resolve("aside"));
            Files.move(aside, replica, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void exportEverybody() {
        try {
            Path csv = folder.resolve("acme.csv");
            List<String> rows = Files.readAllLines(csv);
            int columns = rows.get(0).split(",").length;
            int smtp = List.of(rows.get(0).replace("\"", "").split(",")).indexOf("PrimarySmtpAddress");
            StringBuilder newer = new StringBuilder(String.join("\n", rows)).append('\n');
            Set<String> there = new HashSet<>();
            session.find(Formula.parse("@All"), List.of("InternetAddress"), null, false, true).stream()
                    .map(person -> person.get("InternetAddress").toString())
                    .filter(address -> rows.stream().noneMatch(row -> row.contains(address)) && there.add(address))
                    .forEach(address -> newer.append(",".repeat(smtp))
                            .append(address)
                            .append(",".repeat(columns - smtp - 1))
                            .append('\n'));
            Files.writeString(csv, newer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
