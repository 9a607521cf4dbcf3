package dirsh.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.home.Home;
import dirsh.model.DirshException;
import dirsh.source.AddressBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same plan twice writes nothing; a plan edited by hand is refused. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Case09SamePlanTwiceOrEditedTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Path export;

    @BeforeEach
    void two_people_to_repair() {
        export = Export.write(folder.resolve("names.dxl"), Export.flag("1"), Export.flag("Yes"), "");
    }

    @ParameterizedTest
    @EnumSource(RepairMode.class)
    void same_plan_again_writes_nothing(RepairMode mode) throws IOException {
        try (AddressBook book = Export.open(export)) {
            Plan plan = Export.plan(book, mode);
            assertThat(applier().apply(plan, book, Limits.NONE).totals()).isEqualTo("2 planned: 2 done, 0 refused");
            byte[] repaired = Files.readAllBytes(export);

            Run again = applier().apply(plan, book, Limits.NONE);

            assertThat(again.exitCode()).isZero();
            assertThat(again.count(Outcome.DONE)).isEqualTo(2);
            assertThat(Files.readAllBytes(export)).isEqualTo(repaired);
            assertThat(runs().ids()).hasSize(1);
        }
    }

    @Test
    void plan_survives_its_file_and_an_edited_file_is_refused() throws IOException {
        Plan plan = plan();
        Path file = folder.resolve("p.json");
        PlanFile.write(plan, file);
        assertThat(PlanFile.read(file)).isEqualTo(plan);
        Files.writeString(file, Files.readString(file).replace("\"sequence\": 2", "\"sequence\": 3"));
        assertThatThrownBy(() -> PlanFile.read(file)).hasMessageContaining("was changed after it was made");
    }

    @Test
    void plan_with_any_byte_flipped_is_refused_or_still_the_same_plan() throws IOException {
        Plan plan = plan();
        Path file = folder.resolve("p.json");
        PlanFile.write(plan, file);
        byte[] whole = Files.readAllBytes(file);
        int same = 0;
        for (int at = 0; at < whole.length; at++) {
            // One that makes a neighbour of a character, one that changes its case, one that makes it no ASCII.
            for (int bit : new int[] {0, 5, 7}) {
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) (1 << bit);
                Files.write(file, flipped);
                Optional<Plan> read = read(file);
                if (read.isPresent()) {
                    assertThat(read.get().kept())
                            .as("bit %d of byte %d", bit, at)
                            .isEqualTo(plan.kept());
                    same++;
                }
            }
        }
        // White space between the members, and the case of hexadecimal digits, make no difference.
        assertThat(same).isPositive().isLessThan(whole.length);
    }

    /** The plan; nothing if it was refused as bad input in one line. */
    private static Optional<Plan> read(Path file) {
        try {
            return Optional.of(PlanFile.read(file));
        } catch (DirshException e) {
            assertThat(e.outcome()).isEqualTo(DirshException.Outcome.BAD_INPUT);
            assertThat(e.problem()).doesNotContain("\n");
            assertThat(e.tryThis()).isNotEmpty();
            return Optional.empty();
        }
    }

    private Plan plan() {
        try (AddressBook book = Export.open(export)) {
            return Export.plan(book, RepairMode.TOGGLE);
        }
    }

    private RunStore runs() {
        return new RunStore(new Home(folder.resolve("home")), CLOCK);
    }

    private Applier applier() {
        return new Applier(Settings.of(runs(), CLOCK));
    }
}
