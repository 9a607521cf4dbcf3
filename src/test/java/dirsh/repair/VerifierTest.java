package dirsh.repair;

import static dirsh.People.flag;
import static dirsh.People.unid;
import static dirsh.People.with;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.People;
import dirsh.home.Home;
import dirsh.model.Note;
import dirsh.model.NoteTimes;
import dirsh.model.NotesTime;
import dirsh.model.Unid;
import dirsh.repair.AuditEntry.Event;
import dirsh.repair.Verification.InExchange;
import dirsh.repair.Verification.Person;
import dirsh.repair.Verification.Stored;
import dirsh.source.MemoryBook;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VerifierTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String SYNC =
            "next: run an update sync, not a full reload; then: exchange NEWFILE; verify 20260102-030405-";

    @TempDir
    Path folder;

    private final MemoryBook book =
            new MemoryBook("names", People.REPLICA, List.of(with(1, flag("Yes")), with(2, flag("Yes")), with(3)));
    private String id = "";

    @BeforeEach
    void three_repaired_people() {
        Applier applier = new Applier(Settings.of(runs(), CLOCK));
        id = applier.apply(Export.plan(book, RepairMode.TOGGLE), book, Limits.NONE)
                .id();
    }

    @Test
    void run_waits_until_everybody_was_seen_and_each_person_keeps_when_and_where() {
        assertThat(summary().fields()).containsEntry("notYet", 3).containsEntry("state", "open");

        Verification first = against("one.csv", 2, 3);
        assertThat(first.count(InExchange.APPEARED)).isEqualTo(1);
        assertThat(first.exitCode()).isEqualTo(1);
        assertThat(first.notes())
                .anyMatch(note -> note.startsWith(SYNC))
                .contains("not to wait for them any longer: verify " + id + " --close");
        assertThat(summary().fields()).containsEntry("seen", 1).containsEntry("notYet", 2);

        Verification second = against("two.csv");
        assertThat(second.run().state()).isEqualTo(RunState.FINISHED);
        assertThat(second.exitCode()).isZero();
        assertThat(second.notes())
                .contains(
                        "since the verification of 2026-01-02T03:04:05Z: 2 appeared",
                        "everybody was seen in Exchange: nothing is left to do");
        assertThat(second.people()).extracting(Person::seenIn).containsExactly("one.csv", "two.csv", "two.csv");
        assertThat(second.people()).extracting(Person::news).containsExactly("", "appeared", "appeared");
        assertThat(summary().fields()).containsEntry("seen", 3).containsEntry("notYet", 0);
    }

    @Test
    void without_exchange_nothing_is_closed_and_what_was_seen_is_kept() {
        against("one.csv", 3);
        Verification later = verify(Optional.empty(), false);
        assertThat(later.run().state()).isEqualTo(RunState.OPEN);
        assertThat(later.people()).extracting(Person::exchange).containsOnly(InExchange.NOT_LOOKED_AT);
        assertThat(later.notes()).anyMatch(note -> note.startsWith(SYNC));
        assertThat(summary().seen()).isEqualTo(2);
    }

    @Test
    void person_who_is_no_longer_in_exchange_opens_the_run_again() {
        against("one.csv");
        Verification later = against("two.csv", 1);
        assertThat(later.run().state()).isEqualTo(RunState.OPEN);
        assertThat(later.people().get(0).exchange()).isEqualTo(InExchange.NO_LONGER);
        assertThat(later.people().get(0).news()).isEqualTo("left Exchange");
        assertThat(later.fields()).containsEntry("notYet", 1L);
    }

    @Test
    void people_lost_again_are_counted_by_who_saved_them_last() {
        against("one.csv");
        save(1, "0", "CN=HRFeed/O=Acme");
        save(2, "0", "CN=HRFeed/O=Acme");
        save(3, "1", "CN=Some One/O=Acme");
        Verification later = verify(Optional.empty(), false);
        assertThat(later.notes())
                .contains(
                        "2 lost again, last saved by CN=HRFeed/O=Acme",
                        "1 changed since, last saved by CN=Some One/O=Acme",
                        "since the verification of 2026-01-02T03:04:05Z: 2 lost since");
        assertThat(later.people()).extracting(Person::stored).containsExactly(Stored.LOST, Stored.LOST, Stored.CHANGED);
        assertThat(later.people().get(0).saved().at()).startsWith("2026-05-06");
        assertThat(later.run().state()).isEqualTo(RunState.OPEN);
        assertThat(runs().load(id).exitCode()).isZero();

        save(1, "1", "CN=Admin/O=Acme");
        save(2, "1", "CN=Admin/O=Acme");
        Verification repaired = against("two.csv");
        assertThat(repaired.people().get(0).news()).isEqualTo("repaired since");
        assertThat(repaired.run().state()).isEqualTo(RunState.FINISHED);
    }

    @Test
    void run_can_be_closed_over_people_who_do_not_come_until_something_new_happens_to_them() {
        Verification closed = verify(Optional.of(view("one.csv", 3)), true);
        assertThat(closed.run().state()).isEqualTo(RunState.FINISHED);
        assertThat(closed.exitCode()).isZero();
        assertThat(closed.people()).extracting(Person::reported).containsExactly(false, false, true);
        assertThat(against("two.csv", 3).run().state()).isEqualTo(RunState.FINISHED);
        save(3, "0", "CN=HRFeed/O=Acme");
        assertThat(against("three.csv", 3).run().state()).isEqualTo(RunState.OPEN);
    }

    @Test
    void export_of_the_same_content_or_an_older_date_is_noted_and_decides_nothing() {
        Verification first = verify(
                Optional.of(new ExchangeView("one.csv", "a", Optional.of(NOW.minusSeconds(60)), Set.of())), false);
        assertThat(first.notes())
                .contains("note: by the date of its file this export is older than the repair (2026-01-02T03:03:05Z,"
                        + " run ended 2026-01-02T03:04:05Z)");
        assertThat(first.run().state()).isEqualTo(RunState.FINISHED);
        Verification second = verify(
                Optional.of(new ExchangeView("copy.csv", "a", Optional.of(NOW.plusSeconds(60)), Set.of())), false);
        assertThat(second.notes()).contains("note: copy.csv is the same export as at the verification of " + NOW);
    }

    @Test
    void every_closing_and_opening_is_in_the_audit_log() {
        against("one.csv");
        against("two.csv");
        against("three.csv", 2);
        assertThat(runs().audited(Optional.of(id), 0, line -> {}))
                .filteredOn(line -> line.event() == Event.VERIFIED)
                .extracting(AuditEntry::outcome)
                .containsExactly("open to finished", "finished to open");
    }

    @Test
    void undo_is_held_where_the_old_items_stand_and_what_it_took_back_awaits_nothing() {
        Applier applier = new Applier(Settings.of(runs(), CLOCK));
        Run undo = applier.apply(new Undo(book).of(runs().load(id)), book, Limits.NONE);
        Verification ofUndo = verifier().verify(runs().load(undo.id()), book, Optional.empty(), false);
        assertThat(ofUndo.count(Stored.HELD)).isEqualTo(3);
        assertThat(ofUndo.exitCode()).isZero();
        Verification ofUndone = verify(Optional.empty(), false);
        assertThat(ofUndone.run().state()).isEqualTo(RunState.UNDONE);
        assertThat(ofUndone.notes()).containsExactly("the run was taken back: nothing of it is to hold");
    }

    private void save(int n, String value, String user) {
        Note now = book.read(unid(n)).orElseThrow();
        Note.Builder saved = now.toBuilder()
                .sequence(now.sequence() + 1)
                .updatedBy(user)
                .times(new NoteTimes(null, null, NotesTime.of(Instant.parse("2026-05-06T07:08:09Z")), null));
        saved.items(now.items().stream()
                .filter(item -> !item.isNamed("AvailableForDirSync"))
                .toList());
        book.put(saved.item(flag(value)).build());
    }

    private Verification against(String export, int... absent) {
        return verify(Optional.of(view(export, absent)), false);
    }

    private static ExchangeView view(String export, int... absent) {
        Set<Unid> unids = Arrays.stream(absent).mapToObj(People::unid).collect(Collectors.toSet());
        return new ExchangeView(export, export, Optional.empty(), unids);
    }

    private Verification verify(Optional<ExchangeView> exchange, boolean close) {
        return verifier().verify(runs().load(id), book, exchange, close);
    }

    private Verifier verifier() {
        return new Verifier(runs(), CLOCK, "CN=Admin/O=Acme");
    }

    private RunSummary summary() {
        return runs().list(problem -> {}).get(0);
    }

    private RunStore runs() {
        return new RunStore(new Home(folder.resolve("home")), CLOCK);
    }
}
