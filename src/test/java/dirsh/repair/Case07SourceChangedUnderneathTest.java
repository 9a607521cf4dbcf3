package dirsh.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.People;
import dirsh.connector.FlagItem;
import dirsh.diagnose.Diagnoser;
import dirsh.diagnose.Diagnosis;
import dirsh.home.Home;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.source.AddressBook;
import dirsh.source.Projection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export that somebody changes between scan, plan and apply: only what is as it was judged is repaired. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class Case07SourceChangedUnderneathTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    private static final String YES = Export.flag("Yes");

    @TempDir
    Path folder;

    private Path file;
    private AddressBook book;

    @BeforeEach
    void three_people_to_repair() {
        file = Export.write(folder.resolve("names.dxl"), Export.flag("1"), YES, YES, YES);
        book = Export.open(file);
    }

    @AfterEach
    void close() {
        book.close();
    }

    @Test
    void touched_after_the_scan_or_the_plan_it_refuses_nothing() throws IOException {
        Diagnosis diagnosis = diagnosis();
        touch();
        Plan plan = planner().plan(diagnosis, PlanRequest.OFFERED);
        touch();
        assertThat(applier().apply(plan, book, Limits.NONE).totals()).isEqualTo("3 planned: 3 done, 0 refused");
    }

    @Test
    void renamed_over_after_the_scan_a_changed_document_is_not_planned() throws IOException {
        Diagnosis diagnosis = diagnosis();
        renameOver(savedByAnother(3));
        assertThatThrownBy(() -> planner().plan(diagnosis, PlanRequest.OFFERED))
                .isInstanceOfSatisfying(DirshException.class, e -> {
                    assertThat(e.problem()).isEqualTo("document " + People.unid(3) + " changed since it was diagnosed");
                    assertThat(e.tryThis()).isEqualTo("diagnose | plan");
                });
    }

    @Test
    void renamed_over_after_the_plan_the_changed_document_is_refused_and_the_others_are_repaired() throws IOException {
        Plan plan = plan();
        renameOver(savedByAnother(3));
        Run run = applier().apply(plan, book, Limits.NONE);
        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.totals()).isEqualTo("3 planned: 2 done, 1 refused");
        assertThat(run.entries().get(1).reason()).isEqualTo("saved since it was planned: sequence 3, planned 2");
        assertThat(note(3).text(FlagItem.NAME)).isEqualTo("Yes");
        assertThat(note(3).sequence()).isEqualTo(3);
        assertThat(FlagItem.isHealthy(note(4))).isTrue();
    }

    @Test
    void flag_item_changed_without_a_save_is_refused_too() throws IOException {
        Plan plan = plan();
        int third = text().indexOf(People.unid(3).toString());
        renameOver(text().substring(0, third)
                + text().substring(third).replaceFirst("<text>Yes</text>", "<text>0</text>"));
        Run run = applier().apply(plan, book, Limits.NONE);
        assertThat(run.totals()).isEqualTo("3 planned: 2 done, 1 refused");
        assertThat(run.entries().get(1).reason()).isEqualTo("its flag item is no longer the planned one");
        assertThat(note(3).text(FlagItem.NAME)).isEqualTo("0");
    }

    @Test
    void document_that_is_gone_after_the_plan_is_refused() throws IOException {
        Plan plan = plan();
        renameOver(text().replaceFirst("(?s)(.*)<document.*?</document>\n", "$1"));
        Run run = applier().apply(plan, book, Limits.NONE);
        assertThat(run.totals()).isEqualTo("3 planned: 2 done, 1 refused");
        assertThat(run.entries().get(2).reason()).isEqualTo("the document is no longer in the book");
    }

    @Test
    void documents_put_in_front_and_appended_refuse_nothing_and_stay() throws IOException {
        Diagnosis diagnosis = diagnosis();
        Path other = Export.write(folder.resolve("other.dxl"), "", "", "", "", Export.flag("0"), Export.flag("0"));
        String[] documents = Files.readString(other).split("(?=<document )", -1);
        Files.writeString(
                file,
                text().replace(
                                "<document form='Person'>\n<noteinfo noteid='8fa'",
                                documents[5] + "<document form='Person'>\n<noteinfo noteid='8fa'"));
        Plan plan = planner().plan(diagnosis, PlanRequest.OFFERED);
        Files.writeString(file, text().replace("</database>\n", documents[6]));
        assertThat(applier().apply(plan, book, Limits.NONE).totals()).isEqualTo("3 planned: 3 done, 0 refused");
        assertThat(text()).contains(documents[5]).endsWith(documents[6]);
    }

    @Test
    void cut_off_after_the_scan_or_the_plan_it_is_refused_as_a_whole_and_left_as_it_is() throws IOException {
        Diagnosis diagnosis = diagnosis();
        Plan plan = plan();
        String whole = text();
        // In the middle of the last document: nothing of it may be taken for the truth.
        String cut = whole.substring(0, whole.lastIndexOf("AvailableForDirSync"));
        Files.writeString(file, cut);
        assertThatThrownBy(() -> planner().plan(diagnosis, PlanRequest.OFFERED))
                .isInstanceOfSatisfying(DirshException.class, Case07SourceChangedUnderneathTest::isBadInput);
        assertThatThrownBy(() -> applier().apply(plan, book, Limits.NONE))
                .isInstanceOfSatisfying(DirshException.class, Case07SourceChangedUnderneathTest::isBadInput);
        assertThat(text()).isEqualTo(cut);

        Files.writeString(file, whole);
        for (String id : runs().ids()) {
            applier().resume(id, book);
        }
        assertThat(applier().apply(plan, book, Limits.NONE).exitCode()).isZero();
        assertThat(FlagItem.isHealthy(note(4))).isTrue();
    }

    private static void isBadInput(DirshException e) {
        assertThat(e.outcome()).isEqualTo(DirshException.Outcome.BAD_INPUT);
        assertThat(e.problem()).doesNotContain("\n").contains("names.dxl");
    }

    private void touch() throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-06-01T00:00:00Z")));
    }

    private void renameOver(String content) throws IOException {
        Path aside = Files.writeString(folder.resolve("aside.dxl"), content);
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String savedByAnother(int n) throws IOException {
        int at = text().indexOf(People.unid(n).toString());
        return text().substring(0, at) + text().substring(at).replaceFirst("sequence='2'", "sequence='3'");
    }

    private String text() throws IOException {
        return Files.readString(file);
    }

    private Note note(int n) {
        return book.read(People.unid(n)).orElseThrow();
    }

    private Diagnosis diagnosis() {
        Diagnoser diagnoser = new Diagnoser();
        book.scan(Projection.ALL, new Cancellation(), diagnoser::judge);
        return diagnoser.diagnosis();
    }

    private Planner planner() {
        return new Planner(book, new Cancellation());
    }

    private Plan plan() {
        return Export.plan(book, RepairMode.TOGGLE);
    }

    private RunStore runs() {
        return new RunStore(new Home(folder.resolve("home")), CLOCK);
    }

    private Applier applier() {
        return new Applier(Settings.of(runs(), CLOCK));
    }
}
