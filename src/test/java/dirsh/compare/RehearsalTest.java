package dirsh.compare;

import static dirsh.connector.FlagReading.NO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dirsh.connector.PredictedRecipient;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Finding;
import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RehearsalTest {

    private static final Outlook UNKNOWN = new Outlook(false, false, false, Map.of(), List.of());

    private final Comparison comparison = new Scene()
            .columns("Alias,Title")
            .person("FullName=CN=Same/O=Acme, ShortName=same, JobTitle=Boss")
            .person("FullName=CN=Changed/O=Acme, ShortName=changed, JobTitle=Boss")
            .person("FullName=CN=New/O=Acme, ShortName=new")
            .person("FullName=CN=Damaged/O=Acme, ShortName=damaged", Cause.NOT_SUMMARY, NO, true)
            .person("FullName=CN=Policy/O=Acme, ShortName=policy", Cause.GENUINE_NO, NO, false)
            .person("FullName=CN=Risky/O=Acme, ShortName=risky, JobTitle=Boss", Cause.ITEM_MISSING, NO, true)
            .person("FullName=CN=Leaver/O=Acme, ShortName=leaver", Cause.GENUINE_NO, NO, false)
            .recipient("same,Boss")
            .recipient("changed,Serf")
            .recipient("risky,Serf")
            .recipient("leaver,")
            .recipient("stranger,")
            .compare();

    @Test
    void without_a_plan_both_times_are_the_same() {
        assertThat(table(Set.of()))
                .isEqualTo(
                        """
                        update now: 1 adds, 1 modifies, 1 unchanged, 0 to 2 deletes, 4 skips
                        update after the plan: 1 adds, 1 modifies, 1 unchanged, 0 to 2 deletes, 4 skips
                        full reload now: 1 adds, 1 modifies, 1 unchanged, 2 to 3 deletes, 2 skips
                        full reload after the plan: 1 adds, 1 modifies, 1 unchanged, 2 to 3 deletes, 2 skips""");
    }

    @Test
    void repaired_people_are_added_or_kept() {
        assertThat(table(Set.of(unid("CN=Damaged/O=Acme"), unid("CN=Risky/O=Acme"))))
                .isEqualTo(
                        """
                        update now: 1 adds, 1 modifies, 1 unchanged, 0 to 2 deletes, 4 skips
                        update after the plan: 2 adds, 2 modifies, 1 unchanged, 0 to 1 deletes, 2 skips
                        full reload now: 1 adds, 1 modifies, 1 unchanged, 2 to 3 deletes, 2 skips
                        full reload after the plan: 2 adds, 2 modifies, 1 unchanged, 1 to 2 deletes, 1 skips""");
    }

    @Test
    void the_numbers_of_every_row_add_up_to_all_people() {
        for (RehearsedSync row :
                rehearse(Set.of(unid("CN=Damaged/O=Acme")), UNKNOWN).rows()) {
            int told = row.adds().size()
                    + row.modifies().size()
                    + row.deletes().size()
                    + row.skips().size();
            assertThat(told + row.unchanged() + row.unknown()).as(row.sync()).isEqualTo(comparison.people());
        }
    }

    @Test
    void each_number_opens_its_people() {
        Rehearsal rehearsal = rehearse(Set.of(), UNKNOWN);

        assertThat(rehearsal.row(Rehearsal.FULL_RELOAD, Rehearsal.NOW).deletes())
                .extracting(person -> person.fullName() + " " + person.cause())
                .containsExactly("CN=Risky/O=Acme item-missing", "CN=Leaver/O=Acme genuine-no");
        assertThat(rehearsal
                        .row(Rehearsal.UPDATE, Rehearsal.NOW)
                        .modifies()
                        .get(0)
                        .changes())
                .extracting(Difference::from, Difference::to)
                .containsExactly(tuple("Boss", "Serf"));
        assertThat(rehearsal.fields().toString()).contains("people={adds=[{unid=");
    }

    @Test
    void an_update_takes_only_what_was_modified_since_the_last_extract() {
        Outlook outlook = outlook(true, Map.of("CN=Risky/O=Acme", true));
        RehearsedSync update = rehearse(Set.of(), outlook).row(Rehearsal.UPDATE, Rehearsal.NOW);

        assertThat(update.adds()).isEmpty();
        assertThat(update.modifies()).isEmpty();
        assertThat(update.deletes()).extracting(RehearsedPerson::fullName).containsExactly("CN=Risky/O=Acme");
        assertThat(update.skips())
                .extracting(RehearsedPerson::cause)
                .containsExactlyInAnyOrder("not-modified", "not-modified", "not-summary", "genuine-no", "genuine-no");
        assertThat(update.bound()).isFalse();
    }

    @Test
    void a_repair_is_a_save_so_an_update_takes_it() {
        Outlook outlook = outlook(true, Map.of());
        RehearsedSync update =
                rehearse(Set.of(unid("CN=Damaged/O=Acme")), outlook).row(Rehearsal.UPDATE, Rehearsal.AFTER);

        assertThat(update.adds()).extracting(RehearsedPerson::fullName).containsExactly("CN=Damaged/O=Acme");
        assertThat(update.adds().get(0).predicted().orElseThrow().alias()).isEqualTo("damaged");
    }

    @Test
    void who_stays_out_for_another_reason_is_no_add_after_the_repair() {
        Map<Unid, Outlook.Seen> seen = new HashMap<>();
        seen.put(unid("CN=Damaged/O=Acme"), seen("CN=Damaged/O=Acme", true, Optional.of(Cause.FILTERED_OUT)));
        Outlook outlook = new Outlook(true, true, true, seen, List.of());
        RehearsedSync reload =
                rehearse(Set.of(unid("CN=Damaged/O=Acme")), outlook).row(Rehearsal.FULL_RELOAD, Rehearsal.AFTER);

        assertThat(reload.adds()).extracting(RehearsedPerson::fullName).containsExactly("CN=New/O=Acme");
        assertThat(reload.skips()).extracting(RehearsedPerson::cause).contains("filtered-out");
    }

    @Test
    void lists_that_lose_members_are_named() {
        Outlook outlook = new Outlook(
                true,
                true,
                true,
                outlook(true, Map.of()).seen(),
                List.of(
                        new Outlook.MemberList("Staff", List.of("/o=Acme/ou=HQ/cn=Recipients/cn=risky", "same")),
                        new Outlook.MemberList("Board", List.of("CN=Leaver,OU=Notes,DC=acme")),
                        new Outlook.MemberList("Others", List.of("same"))));

        assertThat(rehearse(Set.of(), outlook).lists())
                .extracting(list -> list.list() + ": " + list.loses())
                .containsExactly("Staff: [CN=Risky/O=Acme]", "Board: [CN=Leaver/O=Acme]");
    }

    @Test
    void nothing_is_called_safe_without_the_connectors_files() {
        assertThat(rehearse(Set.of(unid("CN=Risky/O=Acme")), UNKNOWN).notKnown())
                .contains(
                        "Whether a sync is safe: not all of the connector's files are open (connector open FOLDER), so the"
                                + " numbers are bounds.")
                .contains(
                        "An update sync also deletes up to 2 people at risk (1 after the plan): those saved since the last"
                                + " extract.")
                .contains(
                        "A full reload also deletes up to 1 recipients without a Person document: those that came from"
                                + " dirsync.")
                .hasSize(6);
        assertThat(rehearse(Set.of(), outlook(true, Map.of())).notKnown()).hasSize(1);
    }

    @Test
    void what_came_is_compared_with_what_was_rehearsed() {
        Set<Unid> missing = Set.of(unid("CN=New/O=Acme"), unid("CN=Damaged/O=Acme"), unid("CN=Policy/O=Acme"));
        var came = new RehearsalOutcome.Predicted("update", "now", Set.of(), Set.of(), missing);
        var late = new RehearsalOutcome.Predicted(
                "update", "after the plan", Set.of(unid("CN=New/O=Acme")), Set.of(unid("CN=Risky/O=Acme")), missing);
        var foreseen = new RehearsalOutcome.Predicted(
                "full reload", "now", Set.of(), Set.of(), Set.of(unid("CN=Risky/O=Acme")));

        RehearsalOutcome outcome = RehearsalOutcome.of(List.of(came, late, foreseen), comparison);

        assertThat(outcome.rows().get(0).cameTrue()).isTrue();
        assertThat(outcome.rows().get(1).notYet()).containsExactly(unid("CN=New/O=Acme"));
        assertThat(outcome.rows().get(1).stayed()).containsExactly(unid("CN=Risky/O=Acme"));
        assertThat(outcome.rows().get(2).unforeseenAdds()).containsExactly(unid("CN=Risky/O=Acme"));
        assertThat(outcome.rows().get(2).unforeseenDeletes()).hasSize(3);
        assertThat(outcome.exitCode()).isZero();
    }

    private Rehearsal rehearse(Set<Unid> repaired, Outlook outlook) {
        List<Finding> findings = new ArrayList<>();
        comparison.missing().forEach(person -> person.finding().ifPresent(findings::add));
        comparison.atRisk().forEach(person -> findings.add(person.finding()));
        return Rehearsal.of(comparison, findings, repaired, outlook);
    }

    private Outlook outlook(boolean known, Map<String, Boolean> modified) {
        Map<Unid, Outlook.Seen> seen = new HashMap<>();
        for (String name : List.of("New", "Damaged", "Policy", "Risky", "Leaver")) {
            String fullName = "CN=" + name + "/O=Acme";
            seen.put(unid(fullName), seen(fullName, modified.getOrDefault(fullName, false), Optional.empty()));
        }
        comparison
                .different()
                .forEach(difference ->
                        seen.putIfAbsent(difference.unid(), seen("CN=Changed/O=Acme", false, Optional.empty())));
        return new Outlook(known, known, known, seen, List.of());
    }

    private static Outlook.Seen seen(String fullName, boolean modified, Optional<Cause> afterRepair) {
        String common = fullName.substring("CN=".length(), fullName.indexOf('/'));
        return new Outlook.Seen(
                fullName,
                modified,
                new PredictedRecipient(
                        "NOTES:" + common + "/Acme@ACME", common.toLowerCase(Locale.ROOT), common, "1-2-3-4"),
                "",
                afterRepair);
    }

    private String table(Set<Unid> repaired) {
        return rehearse(repaired, UNKNOWN).rows().stream()
                .map(row -> row.sync() + " " + row.when() + ": " + row.adds().size() + " adds, "
                        + row.modifies().size() + " modifies, " + row.unchanged() + " unchanged, "
                        + row.deletes().size() + " to " + row.deletesAtMost() + " deletes, "
                        + row.skips().size() + " skips")
                .collect(Collectors.joining("\n"));
    }

    private Unid unid(String fullName) {
        return comparison.missing().stream()
                .filter(person -> person.fullName().equals(fullName))
                .map(MissingPerson::unid)
                .findFirst()
                .orElseGet(() -> comparison.atRisk().stream()
                        .filter(person -> person.fullName().equals(fullName))
                        .map(AtRiskPerson::unid)
                        .findFirst()
                        .orElseThrow());
    }
}
