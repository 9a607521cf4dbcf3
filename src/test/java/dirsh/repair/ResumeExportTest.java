package dirsh.repair;

import static dirsh.People.unid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.connector.FlagItem;
import dirsh.home.Home;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.source.AddressBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a run on an export whose file is not left alone between two of its parts. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ResumeExportTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    private static final String YES = Export.flag("Yes");

    @TempDir
    Path folder;

    private Path file;
    private Path copy;
    private Plan plan;
    private Checker checker;

    @BeforeEach
    void three_people_to_repair() throws IOException {
        file = Export.write(folder.resolve("names.dxl"), Export.flag("1"), YES, YES, YES);
        copy = Files.copy(file, folder.resolve("copy.dxl"));
        try (AddressBook book = Export.open(file)) {
            plan = Export.plan(book, RepairMode.TOGGLE);
            checker = new Checker(plan, book);
        }
    }

    @Test
    void new_date_or_a_copy_put_back_loses_none_of_the_saves() throws IOException {
        String id = killedAtSave(4);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-06-01T00:00:00Z")));
        assertThat(resumeKilledAtSave(id, 1)).isInstanceOf(IllegalStateException.class);
        Files.copy(copy, file, StandardCopyOption.REPLACE_EXISTING);
        try (AddressBook book = Export.open(file)) {
            FailingBook counting = new FailingBook(book, 0);
            assertThat(applier().resume(id, counting).totals()).isEqualTo("3 planned: 3 done, 0 refused");
            assertThat(counting.saves()).isEqualTo(1);
            checker.check(applier(), runs(), id, book);
        }
    }

    @Test
    void newer_export_put_there_is_repaired_where_it_is_as_planned_and_refused_where_it_is_not() throws IOException {
        String id = killedAtSave(5);
        String newer = Files.readString(copy);
        int third = newer.indexOf(unid(3).toString());
        newer = newer.substring(0, third) + newer.substring(third).replaceFirst("sequence='2'", "sequence='3'");
        Files.writeString(file, newer.replace("Doe4", "Roe4"));
        try (AddressBook book = Export.open(file)) {
            Run run = applier().resume(id, book);
            assertThat(run.totals()).isEqualTo("3 planned: 2 done, 1 refused");
            assertThat(run.entries().get(1).reason()).isEqualTo("saved since it was planned: sequence 3, planned 2");
            Note fourth = book.read(unid(4)).orElseThrow();
            assertThat(fourth.text("LastName")).isEqualTo("Roe4");
            assertThat(FlagItem.isHealthy(fourth)).isTrue();
        }
    }

    @Test
    void no_that_somebody_set_in_a_newer_export_is_not_taken_for_ours() throws IOException {
        // Killed between the announcement of the first save and the save itself.
        try (AddressBook book = Export.open(file)) {
            String id = runs().create(plan);
            try (Journal journal = Journal.open(runs().folder(id), plan, false, CLOCK)) {
                journal.started("CN=Admin/O=Acme", "CN=Admin/O=Acme", book.contentHash(), Limits.NONE);
                journal.intent(unid(2), Step.NO, 2);
            }
        }
        Export.write(file, Export.flag("1"), Export.flag("0"), YES, YES);
        Files.writeString(file, Files.readString(file).replace("sequence='2'", "sequence='3'"));
        try (AddressBook book = Export.open(file)) {
            Run run = applier().resume(runs().ids().get(0), book);
            assertThat(run.totals()).isEqualTo("3 planned: 0 done, 3 refused");
            assertThat(book.read(unid(2)).orElseThrow().text(FlagItem.NAME)).isEqualTo("0");
        }
    }

    @Test
    void original_put_back_after_a_stop_is_repaired_from_the_beginning() throws IOException {
        Cancellation cancellation = new Cancellation();
        Applier stopping = new Applier(Settings.of(runs(), CLOCK, cancellation, (what, done, total) -> {
            if (what.equals("repairing")) {
                cancellation.request();
            }
        }));
        String id;
        try (AddressBook book = Export.open(file)) {
            id = stopping.apply(plan, book, Limits.NONE).id();
            assertThat(FlagItem.isHealthy(book.read(unid(2)).orElseThrow())).isTrue();
        }
        Files.copy(copy, file, StandardCopyOption.REPLACE_EXISTING);
        try (AddressBook book = Export.open(file)) {
            assertThat(applier().resume(id, book).totals()).isEqualTo("3 planned: 3 done, 0 refused");
            checker.check(applier(), runs(), id, book);
        }
    }

    @Test
    void replacement_that_was_begun_does_not_bind_a_run_to_a_file_that_is_gone() throws IOException {
        String id;
        try (AddressBook book = Export.open(file)) {
            id = killedAtSave(6);
            try (Journal journal = Journal.open(runs().folder(id), plan, false, CLOCK)) {
                journal.publishing(new dirsh.source.Overlay.Publication(book.contentHash(), "0".repeat(64)));
            }
        }
        Files.writeString(file, Files.readString(copy).replace("Doe1", "Roe1"));
        try (AddressBook book = Export.open(file)) {
            assertThat(applier().resume(id, book).totals()).isEqualTo("3 planned: 3 done, 0 refused");
            assertThat(book.read(unid(1)).orElseThrow().text("LastName")).isEqualTo("Roe1");
        }
    }

    @Test
    void stopped_resumed_killed_and_resumed_again_ends_whole() {
        Cancellation cancellation = new Cancellation();
        Applier stopping = new Applier(Settings.of(runs(), CLOCK, cancellation, (what, done, total) -> {
            if (what.equals("repairing")) {
                cancellation.request();
            }
        }));
        try (AddressBook book = Export.open(file)) {
            String id = stopping.apply(plan, book, Limits.NONE).id();
            assertThat(resumeKilledAtSave(id, 1)).isInstanceOf(IllegalStateException.class);
            assertThat(resumeKilledAtSave(id, 2)).isInstanceOf(IllegalStateException.class);
            applier().resume(id, book);
            checker.check(applier(), runs(), id, book);
        }
    }

    @Test
    void export_that_cannot_be_written_leaves_no_run_behind() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.dxl"), file);
        try (AddressBook book = Export.open(link)) {
            assertThatThrownBy(() -> applier().apply(plan, book, Limits.NONE))
                    .isInstanceOf(DirshException.class)
                    .hasMessageContaining("is a symbolic link");
        }
        assertThat(runs().ids()).isEmpty();
        assertThat(folder.resolve("home/runs")).isEmptyDirectory();
    }

    private String killedAtSave(int save) {
        try (AddressBook book = Export.open(file)) {
            assertThatThrownBy(() -> applier().apply(plan, new FailingBook(book, save), Limits.NONE))
                    .isInstanceOf(IllegalStateException.class);
        }
        List<String> ids = runs().ids();
        return ids.get(ids.size() - 1);
    }

    private Throwable resumeKilledAtSave(String id, int save) {
        try (AddressBook book = Export.open(file)) {
            return org.assertj.core.api.Assertions.catchThrowable(
                    () -> applier().resume(id, new FailingBook(book, save)));
        }
    }

    private Applier applier() {
        return new Applier(Settings.of(runs(), CLOCK));
    }

    private RunStore runs() {
        return new RunStore(new Home(folder.resolve("home")), CLOCK);
    }
}
