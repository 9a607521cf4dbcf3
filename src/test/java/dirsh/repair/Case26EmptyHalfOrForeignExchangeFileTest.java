package dirsh.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.Workplace;
import dirsh.command.Arguments;
import dirsh.command.Session;
import dirsh.command.TestSession;
import dirsh.compare.Comparison;
import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An Exchange file in which too few people match is refused, unless it is said to hold only some of them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Case26EmptyHalfOrForeignExchangeFileTest {

    private static final String WHY = " people whom the connector reads as Yes matched: this is an empty, a cut off or"
            + " another organisation's Exchange file";

    private static final Arguments NOTHING = new Arguments(
            Set.of(
                    "cause",
                    "person",
                    "where",
                    "missing-in-exchange",
                    "at-risk",
                    "limit",
                    "mode",
                    "replicas",
                    "systematic",
                    "groups",
                    "save",
                    "in"),
            Map.of(),
            null);

    @TempDir
    Path folder;

    @BeforeEach
    void forty_people_who_read_yes_and_two_who_do_not() {
        book(40, 2);
    }

    @Test
    void half_a_file_is_refused_with_two_lines_and_nothing_is_planned_or_written() throws IOException {
        exchange("jdoe", 23);
        String before = Files.readString(folder.resolve("names.dxl"));
        Workplace.Ran ran = new Workplace(folder)
                .commands("open names.dxl; exchange r.csv; diagnose | plan --save p.json | apply --yes");
        assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
        assertThat(ran.out()).as(ran.toString()).isEmpty();
        assertThat(ran.err().lines().skip(2))
                .as(ran.toString())
                .containsExactly(
                        "23 of 40" + WHY,
                        "try: exchange r.csv --partial, if this export is known to hold only some of the people");
        assertThat(folder.resolve("p.json")).doesNotExist();
        assertThat(Files.readString(folder.resolve("names.dxl"))).isEqualTo(before);
    }

    @Test
    void everything_that_compares_refuses_it() throws IOException {
        exchange("jdoe", 23);
        Session session = session(false);
        Stream.<ThrowingCallable>of(
                        () -> session.comparisons().of(session.book(null)),
                        () -> session.status(null, false),
                        () -> session.foresight().rehearsal(null),
                        () -> session.plans().make(NOTHING))
                .forEach(Case26EmptyHalfOrForeignExchangeFileTest::isRefused);
    }

    @Test
    void file_of_another_organisation_is_refused() throws IOException {
        exchange("stranger", 500);
        refused("0 of 40");
    }

    @Test
    void file_without_recipients_is_refused_however_few_people_there_are() throws IOException {
        exchange("jdoe", 0);
        refused("0 of 40");
        book(1, 2);
        refused("0 of 1");
        book(0, 2);
        assertThat(compared(false).missing()).hasSize(2);
    }

    @Test
    void file_in_which_sixty_percent_match_is_taken() throws IOException {
        exchange("jdoe", 24);
        assertThat(compared(false).matched()).isEqualTo(24);
    }

    @Test
    void few_people_tell_nothing_about_a_file() throws IOException {
        exchange("stranger", 5);
        book(19, 2);
        assertThat(compared(false).missing()).hasSize(21);
        book(20, 2);
        refused("0 of 20");
    }

    @Test
    void people_left_out_do_not_count_since_the_sync_never_took_them() throws IOException {
        book(20, 100);
        exchange("jdoe", 20);
        assertThat(compared(false).missing()).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 23})
    void file_that_is_said_to_be_partial_is_taken_however_few_match(int recipients) throws IOException {
        exchange("jdoe", recipients);
        assertThat(compared(true).matched()).isEqualTo(recipients);
    }

    private void refused(String start) {
        assertThatThrownBy(() -> compared(false)).hasMessage(start + WHY);
    }

    private static void isRefused(ThrowingCallable comparing) {
        assertThatThrownBy(comparing).isInstanceOfSatisfying(DirshException.class, e -> {
            assertThat(e.outcome()).isEqualTo(DirshException.Outcome.BAD_INPUT);
            assertThat(e.problem()).isEqualTo("23 of 40" + WHY);
        });
    }

    private Comparison compared(boolean partial) {
        Session session = session(partial);
        return session.comparisons().of(session.book(null));
    }

    private Session session(boolean partial) {
        Session session = TestSession.in(folder.resolve("home")).session();
        session.open(folder.resolve("names.dxl").toString(), null);
        session.exchange(folder.resolve("r.csv").toString(), null, partial);
        return session;
    }

    private void book(int healthy, int damaged) {
        Export.write(
                folder.resolve("names.dxl"),
                Stream.concat(
                                Collections.nCopies(healthy, Export.flag("1")).stream(),
                                Collections.nCopies(damaged, Export.flag("Yes")).stream())
                        .toArray(String[]::new));
    }

    private void exchange(String alias, int count) throws IOException {
        Files.write(
                folder.resolve("r.csv"),
                Stream.concat(
                                Stream.of("DisplayName,Alias,PrimarySmtpAddress"),
                                IntStream.rangeClosed(1, count).mapToObj(n -> "," + alias + n + ","))
                        .toList());
    }
}
