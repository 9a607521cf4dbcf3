package dirsh.repair;

import static dirsh.People.flag;
import static dirsh.People.healthy;
import static dirsh.People.unid;
import static dirsh.People.with;
import static dirsh.model.ItemFlag.PROTECTED;
import static dirsh.model.ItemFlag.SUMMARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.People;
import dirsh.faults.Disk;
import dirsh.home.Home;
import dirsh.home.PrivateFiles;
import dirsh.json.Json;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.repair.AuditEntry.Event;
import dirsh.source.AddressBook;
import dirsh.source.BookWriter;
import dirsh.source.MemoryBook;
import dirsh.source.NoteEdit;
import dirsh.source.Overlay;
import dirsh.source.SaveRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AuditLogTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final MemoryBook book = new MemoryBook(
            "names", People.REPLICA, List.of(healthy(1), with(2, flag("Yes", SUMMARY, PROTECTED)), with(3)));

    @Test
    void run_leaves_its_start_a_line_for_each_document_and_its_end() {
        Run run = applier().apply(Export.plan(book, RepairMode.TOGGLE), book, Limits.NONE);
        List<AuditEntry> lines = lines();
        assertThat(lines)
                .extracting(AuditEntry::event)
                .containsExactly(Event.START, Event.SAVED, Event.SAVED, Event.END);
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.at()).isEqualTo("2026-01-02T03:04:05Z");
            assertThat(line.user()).isEqualTo("CN=Admin/O=Acme");
            assertThat(line.osUser()).isEqualTo(System.getProperty("user.name"));
            assertThat(line.host()).isNotEmpty();
            assertThat(line.command()).isEqualTo("apply");
            assertThat(line.run()).isEqualTo(run.id());
            assertThat(line.book()).isEqualTo("names");
            assertThat(line.replicaId()).isEqualTo(People.REPLICA);
        });
        assertThat(lines.get(1).document())
                .isEqualTo(new AuditEntry.Document(
                        unid(2).toString(),
                        "CN=Jane Doe2/O=Acme",
                        List.of("text \"Yes\" SUMMARY PROTECTED"),
                        2,
                        List.of("text \"1\" SUMMARY PROTECTED"),
                        4));
        assertThat(lines.get(2).document().before()).isEmpty();
        assertThat(lines.get(3).outcome()).isEqualTo("open: 2 planned: 2 done, 0 refused");
    }

    @Test
    void undo_is_told_by_its_name_and_the_other_way_round() {
        Run run = applier().apply(Export.plan(book, RepairMode.DIRECT), book, Limits.NONE);
        Run undo = applier().apply(new Undo(book).of(run), book, Limits.NONE);
        List<AuditEntry> lines =
                lines().stream().filter(line -> line.run().equals(undo.id())).toList();
        assertThat(lines).extracting(AuditEntry::command).containsOnly("undo");
        assertThat(lines.get(2).document().before()).containsExactly("text \"1\" SUMMARY PROTECTED");
        assertThat(lines.get(2).document().after()).containsExactly("text \"Yes\" SUMMARY PROTECTED");
    }

    @Test
    void document_that_somebody_else_brought_to_the_planned_state_was_not_saved_by_us() {
        Plan plan = Export.plan(book, RepairMode.DIRECT);
        book.put(healthy(2).toBuilder().sequence(5).build());
        applier().apply(plan, book, Limits.NONE);
        assertThat(saved()).containsExactly(unid(3).toString());
    }

    @Test
    void refused_document_has_a_line_with_the_reason_and_nothing_of_what_it_holds() {
        Plan plan = Export.plan(book, RepairMode.TOGGLE);
        book.put(with(2, flag("somebody's")).toBuilder().sequence(5).build());
        Run run = applier().apply(plan, book, Limits.NONE);
        assertThat(run.totals()).isEqualTo("2 planned: 1 done, 1 refused");
        assertThat(lines())
                .extracting(AuditEntry::event)
                .containsExactly(Event.START, Event.REFUSED, Event.SAVED, Event.END);
        AuditEntry line = lines().get(1);
        assertThat(line.outcome()).isEqualTo("saved since it was planned: sequence 5, planned 2");
        assertThat(line.outcome()).isEqualTo(run.entries().get(0).reason());
        assertThat(line.document())
                .isEqualTo(
                        new AuditEntry.Document(unid(2).toString(), "CN=Jane Doe2/O=Acme", List.of(), 0, List.of(), 0));
    }

    @Test
    void document_that_the_store_refuses_to_save_and_one_that_is_gone_have_lines_too() {
        Plan plan = Export.plan(book, RepairMode.DIRECT);
        BookDouble refusing = new BookDouble(book) {
            @Override
            public BookWriter writer(Overlay overlay) {
                BookWriter writer = super.writer(overlay);
                return new BookWriter() {
                    @Override
                    public Optional<Note> read(Unid unid) {
                        return unid.equals(unid(2)) ? Optional.empty() : writer.read(unid);
                    }

                    @Override
                    public Note save(NoteEdit edit) {
                        throw new SaveRefusedException("no right to save document " + edit.unid());
                    }

                    @Override
                    public void publish() {
                        writer.publish();
                    }
                };
            }
        };
        applier().apply(plan, refusing, Limits.NONE);
        assertThat(lines())
                .filteredOn(line -> line.event() == Event.REFUSED)
                .extracting(AuditEntry::outcome)
                .containsExactly("the document is no longer in the book", "no right to save document " + unid(3));
    }

    @Test
    void refusal_whose_line_cannot_be_written_is_not_in_the_journal_either() throws IOException {
        Plan plan = Export.plan(book, RepairMode.TOGGLE);
        book.put(healthy(2).toBuilder().sequence(3).build());
        String id = runs().create(plan);
        try (AuditLog log = onDiskWithRoomFor(1);
                Journal journal = Journal.open(runs().folder(id), plan, true, CLOCK)) {
            log.begin("apply", id, RunPlace.of(plan), plan);
            DocumentRepair repair =
                    new DocumentRepair(book.writer(journal), journal, log, plan.mode(), Settings.of(runs(), CLOCK));
            assertThatThrownBy(() -> repair.make(plan.changes().get(0))).hasMessageContaining("audit.jsonl");
            assertThat(journal.state().entry(unid(2)).outcome()).isEqualTo(Outcome.UNTOUCHED);
        }
        applier().resume(id, book);
        assertThat(whole()).filteredOn(line -> line.event() == Event.REFUSED).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void killed_and_resumed_run_has_a_line_for_each_document(int save) {
        Plan plan = Export.plan(book, RepairMode.TOGGLE);
        assertThatThrownBy(() -> applier().apply(plan, new FailingBook(book, save), Limits.NONE))
                .isInstanceOf(IllegalStateException.class);
        applier().resume(runs().ids().get(0), book);
        assertThat(saved()).contains(unid(2).toString(), unid(3).toString());
        assertThat(lines())
                .filteredOn(line -> line.event() == Event.END)
                .extracting(AuditEntry::outcome)
                .containsExactly("failed", "open: 2 planned: 2 done, 0 refused");
    }

    @Test
    void document_left_half_way_is_told_from_the_plan() {
        Path file = Export.write(folder.resolve("names.dxl"), Export.flag("Yes"));
        try (AddressBook export = Export.open(file)) {
            Plan plan = Export.plan(export, RepairMode.TOGGLE);
            assertThatThrownBy(() -> applier().apply(plan, new FailingBook(export, 1), Limits.NONE))
                    .isInstanceOf(IllegalStateException.class);
            applier().resume(runs().ids().get(0), export);
        }
        AuditEntry line = lines().stream()
                .filter(entry -> entry.event() == Event.SAVED)
                .findFirst()
                .orElseThrow();
        assertThat(line.command()).isEqualTo("resume");
        assertThat(line.document().before()).containsExactly("text \"Yes\" SUMMARY");
        assertThat(line.document().sequenceBefore()).isEqualTo(2);
    }

    @ParameterizedTest(name = "after {0} lines")
    @ValueSource(ints = {0, 1, 2})
    void full_disk_stops_before_the_next_line_and_names_the_file(int lines) throws IOException {
        Plan plan = Export.plan(book, RepairMode.TOGGLE);
        try (AuditLog log = onDiskWithRoomFor(lines)) {
            assertThatThrownBy(() -> {
                        log.begin("apply", "1", RunPlace.of(plan), plan);
                        log.saved(plan.changes().get(0), healthy(2));
                        log.end("finished");
                    })
                    .isInstanceOf(DirshException.class)
                    .hasMessage("cannot write audit log " + home().audit() + ": No space left on device");
        }
        assertThat(whole()).hasSize(lines);
    }

    @Test
    void run_whose_line_cannot_be_written_ends_after_the_document_in_hand_and_can_be_resumed() throws IOException {
        Plan plan = Export.plan(book, RepairMode.TOGGLE);
        String id = runs().create(plan);
        try (AuditLog log = onDiskWithRoomFor(1);
                Journal journal = Journal.open(runs().folder(id), plan, true, CLOCK)) {
            log.begin("apply", id, RunPlace.of(plan), plan);
            DocumentRepair repair =
                    new DocumentRepair(book.writer(journal), journal, log, plan.mode(), Settings.of(runs(), CLOCK));
            assertThatThrownBy(() -> repair.make(plan.changes().get(0))).hasMessageContaining("audit.jsonl");
        }
        assertThat(book.read(unid(2)).orElseThrow().text("AvailableForDirSync")).isEqualTo("1");
        assertThat(applier().resume(id, book).totals()).isEqualTo("2 planned: 2 done, 0 refused");
        assertThat(saved()).containsExactly(unid(2).toString(), unid(3).toString());
    }

    @Test
    void torn_line_is_passed_over_and_the_next_one_stands_on_its_own() throws IOException {
        Run run = applier().apply(Export.plan(book, RepairMode.DIRECT), book, Limits.NONE);
        int whole = lines().size();
        Files.writeString(home().audit(), "{\"at\":\"2026", StandardOpenOption.APPEND);
        try (AuditLog log = runs().audit("CN=Admin/O=Acme")) {
            log.verified(run, "open to finished");
        }
        List<String> damaged = new ArrayList<>();
        List<AuditEntry> lines = runs().audited(Optional.empty(), 0, damaged::add);
        assertThat(lines).hasSize(whole + 1);
        assertThat(lines.get(whole).outcome()).isEqualTo("open to finished");
        assertThat(damaged).containsExactly("1 line of " + home().audit() + " cannot be read");
    }

    @Test
    void last_lines_and_those_of_one_run_can_be_picked() {
        Run run = applier().apply(Export.plan(book, RepairMode.DIRECT), book, Limits.NONE.withPilot(1));
        applier().apply(Export.plan(book, RepairMode.DIRECT), book, Limits.NONE);
        assertThat(runs().audited(Optional.of(run.id()), 0, line -> {}))
                .hasSize(3)
                .extracting(AuditEntry::run)
                .containsOnly(run.id());
        assertThat(runs().audited(Optional.empty(), 2, line -> {}))
                .extracting(AuditEntry::event)
                .containsExactly(Event.SAVED, Event.END);
    }

    @Test
    void link_in_place_of_the_log_is_refused_before_a_run_begins() throws IOException {
        Files.createSymbolicLink(
                PrivateFiles.folder(home().folder()).resolve("audit.jsonl"), folder.resolve("elsewhere"));
        String before = book.contentToken();
        assertThatThrownBy(() -> applier().apply(Export.plan(book, RepairMode.DIRECT), book, Limits.NONE))
                .hasMessageContaining("is no plain file");
        assertThat(runs().ids()).isEmpty();
        assertThat(book.contentToken()).isEqualTo(before);
        assertThat(folder.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void line_has_only_the_fields_it_is_to_have() throws IOException {
        applier().apply(Export.plan(book, RepairMode.DIRECT), book, Limits.NONE);
        assertThat(Files.readAllLines(home().audit())).allSatisfy(line -> assertThat((Map<?, ?>) Json.read(line))
                .extracting(Map::keySet, org.assertj.core.api.InstanceOfAssertFactories.set(Object.class))
                .isSubsetOf(
                        "at",
                        "event",
                        "command",
                        "run",
                        "fullName",
                        "before",
                        "after",
                        "sequenceBefore",
                        "sequenceAfter",
                        "unid",
                        "outcome",
                        "user",
                        "osUser",
                        "host",
                        "book",
                        "replicaId"));
    }

    private List<AuditEntry> lines() {
        return runs().audited(Optional.empty(), 0, line -> {
            throw new AssertionError(line);
        });
    }

    /** The lines that can be read; on a full disk half of one may stand at the end. */
    private List<AuditEntry> whole() {
        return runs().audited(Optional.empty(), 0, line -> {});
    }

    private List<String> saved() {
        return whole().stream()
                .filter(line -> line.event() == Event.SAVED)
                .map(line -> line.document().unid())
                .toList();
    }

    private Applier applier() {
        return new Applier(Settings.of(runs(), CLOCK));
    }

    private RunStore runs() {
        return new RunStore(home(), CLOCK);
    }

    /** The log on a disk that is full after so many lines. */
    private AuditLog onDiskWithRoomFor(int lines) {
        PrivateFiles.file(home().audit());
        Disk disk = new Disk(home().audit(), Disk.Fault.FULL, lines + 1L);
        return AuditLog.open(new Home(disk.at(folder.resolve("home"))), CLOCK, "CN=Admin/O=Acme");
    }

    private Home home() {
        return new Home(folder.resolve("home"));
    }
}
