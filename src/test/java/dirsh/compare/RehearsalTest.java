package dirsh.compare;

import static dirsh.connector.FlagReading.NO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dirsh.connector.PredictedRecipient;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Finding;
import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RehearsalTest {

    private static final KnownFiles ALL = new KnownFiles(true, true, true, true, List.of(), List.of());

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
        assertThat(table(KnownFiles.NONE, Set.of()))
                .isEqualTo(
                        """
                        update now: 1 adds, 1 modifies, 1 unchanged, 0 deletes, 4 skips
                        update after the plan: 1 adds, 1 modifies, 1 unchanged, 0 deletes, 4 skips
                        full reload now: 1 adds, 1 modifies, 1 unchanged, 2 deletes, 2 skips
                        full reload after the plan: 1 adds, 1 modifies, 1 unchanged, 2 deletes, 2 skips""");
    }

    @Test
    void repaired_people_are_added_or_kept() {
        KnownFiles filters = new KnownFiles(true, false, false, false, List.of(), List.of());

        assertThat(table(filters, Set.of(unid("CN=Damaged/O=Acme"), unid("CN=Risky/O=Acme"))))
                .isEqualTo(
                        """
                        update now: 1 adds, 1 modifies, 1 unchanged, 0 to 2 deletes, 4 skips
                        update after the plan: 2 adds, 2 modifies, 1 unchanged, 0 to 1 deletes, 2 skips
                        full reload now: 1 adds, 1 modifies, 1 unchanged, 2 to 3 deletes, 2 skips
                        full reload after the plan: 2 adds, 2 modifies, 1 unchanged, 1 to 2 deletes, 1 skips""");
    }

    @Test
    void there_is_no_upper_bound_of_deletes_while_something_may_delete_more() {
        KnownFiles wrong = new KnownFiles(true, true, true, true, List.of("exchconn.ini:3:1: no filter"), List.of());

        assertThat(reload(ALL, true).fields()).containsEntry("deletesAtMost", 3);
        assertThat(reload(ALL, true).columns()).contains("deletesAtMost");
        for (RehearsedSync open : List.of(reload(KnownFiles.NONE, true), reload(wrong, true), reload(ALL, false))) {
            assertThat(open.deletesAtMost()).isEmpty();
            assertThat(open.fields()).doesNotContainKey("deletesAtMost");
            assertThat(open.columns()).doesNotContain("deletesAtMost");
        }
    }

    private RehearsedSync reload(KnownFiles files, boolean wholeExport) {
        Outlook outlook = new Outlook(files, new Paper(), List.of(), Set.of(), wholeExport, List.of());
        return Rehearsal.of(comparison, findings(), outlook).row(Rehearsal.FULL_RELOAD, Rehearsal.NOW);
    }

    @Test
    void only_files_that_are_all_there_and_understood_tell_the_numbers() {
        KnownFiles noRules = new KnownFiles(true, false, true, true, List.of(), List.of());
        KnownFiles noState = new KnownFiles(true, true, false, true, List.of(), List.of());
        KnownFiles wrong = new KnownFiles(true, true, true, true, List.of("exchconn.ini:3:1: no filter"), List.of());

        assertThat(reload(ALL, true).fields()).containsEntry("certainty", "by the files");
        for (KnownFiles files : List.of(KnownFiles.NONE, noRules, noState, wrong)) {
            assertThat(reload(files, true).fields()).containsEntry("certainty", "estimate");
        }
        assertThat(rehearse(wrong, Set.of(), new Paper()).notKnown())
                .contains("How the connector takes what is wrong in its files: exchconn.ini:3:1: no filter.");
        assertThat(rehearse(noRules, Set.of(), new Paper()).notKnown())
                .anyMatch(sentence -> sentence.startsWith("How many entries are modified"));
    }

    @Test
    void deletes_by_an_update_are_an_estimate_since_no_article_tells_of_them() {
        Paper documents = new Paper("CN=Risky/O=Acme");
        Rehearsal rehearsal = rehearse(ALL, Set.of(), documents);

        assertThat(rehearsal.row(Rehearsal.UPDATE, Rehearsal.NOW).byTheFiles()).isFalse();
        assertThat(rehearsal.notKnown())
                .contains("Whether an update deletes the entries of 1 document that was modified and left out: no"
                        + " article says so.");
        assertThat(rehearse(ALL, Set.of(), new Paper(""))
                        .row(Rehearsal.UPDATE, Rehearsal.NOW)
                        .byTheFiles())
                .isTrue();
    }

    @Test
    void recipients_of_an_ambiguous_person_who_is_left_out_may_be_deleted_too() {
        Comparison twins = new Scene()
                .columns("Alias,Title")
                .person("FullName=CN=Twin/O=Acme, ShortName=twin", Cause.ITEM_MISSING, NO, true)
                .recipient("twin,Boss")
                .recipient("twin,Serf")
                .compare();
        List<Finding> findings = List.of(twins.ambiguous().get(0).finding().orElseThrow());
        Outlook outlook = new Outlook(ALL, new Paper(), List.of(), Set.of(), true, List.of());
        Rehearsal rehearsal = Rehearsal.of(twins, findings, outlook);

        assertThat(rehearsal.row(Rehearsal.FULL_RELOAD, Rehearsal.NOW).deletesAtMost())
                .hasValue(2);
        assertThat(rehearsal.row(Rehearsal.UPDATE, Rehearsal.NOW).deletesAtMost())
                .hasValue(1);
        assertThat(rehearsal.row(Rehearsal.UPDATE, Rehearsal.NOW).skips()).hasSize(1);
    }

    @Test
    void documents_are_read_only_when_a_row_is_looked_at() {
        Paper documents = new Paper();
        Rehearsal rehearsal = rehearse(KnownFiles.NONE, Set.of(), documents);
        RehearsedSync update = rehearsal.row(Rehearsal.UPDATE, Rehearsal.NOW);

        assertThat(update.fields()).containsEntry("adds", 1);
        assertThat(update.added()).containsExactly(unid("CN=New/O=Acme"));
        assertThat(update.adds()).hasSize(1);
        assertThat(documents.read).isEmpty();
        assertThat(update.adds().get(0).predicted()).isPresent();
        assertThat(documents.read).containsExactly(unid("CN=New/O=Acme"));
    }

    @Test
    void the_numbers_of_every_row_add_up_to_all_people() {
        for (RehearsedSync row : rehearse(KnownFiles.NONE, Set.of(unid("CN=Damaged/O=Acme")), new Paper())
                .rows()) {
            int told = row.adds().size()
                    + row.modifies().size()
                    + row.deletes().size()
                    + row.skips().size();
            assertThat(told + row.unchanged() + row.unknown()).as(row.sync()).isEqualTo(comparison.people());
        }
    }

    @Test
    void each_number_opens_its_people() {
        Rehearsal rehearsal = rehearse(KnownFiles.NONE, Set.of(), new Paper());

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
        RehearsedSync update =
                rehearse(ALL, Set.of(), new Paper("CN=Risky/O=Acme")).row(Rehearsal.UPDATE, Rehearsal.NOW);

        assertThat(update.adds()).isEmpty();
        assertThat(update.modifies()).isEmpty();
        assertThat(update.deletes()).extracting(RehearsedPerson::fullName).containsExactly("CN=Risky/O=Acme");
        assertThat(update.skips())
                .extracting(RehearsedPerson::cause)
                .containsExactlyInAnyOrder("not-modified", "not-modified", "not-summary", "genuine-no", "genuine-no");
    }

    @Test
    void a_repair_is_a_save_so_an_update_takes_it() {
        RehearsedSync update =
                rehearse(ALL, Set.of(unid("CN=Damaged/O=Acme")), new Paper("")).row(Rehearsal.UPDATE, Rehearsal.AFTER);

        assertThat(update.adds()).extracting(RehearsedPerson::fullName).containsExactly("CN=Damaged/O=Acme");
        assertThat(update.adds().get(0).predicted().orElseThrow().alias()).isEqualTo("damaged");
    }

    @Test
    void who_stays_out_for_another_reason_is_no_add_after_the_repair() {
        Paper documents = new Paper();
        documents.afterRepair.put(unid("CN=Damaged/O=Acme"), Cause.FILTERED_OUT);
        RehearsedSync reload =
                rehearse(ALL, Set.of(unid("CN=Damaged/O=Acme")), documents).row(Rehearsal.FULL_RELOAD, Rehearsal.AFTER);

        assertThat(reload.adds()).extracting(RehearsedPerson::fullName).containsExactly("CN=New/O=Acme");
        assertThat(reload.skips()).extracting(RehearsedPerson::cause).contains("filtered-out");
    }

    @Test
    void lists_that_lose_members_are_named() {
        Outlook outlook = new Outlook(
                ALL,
                new Paper(),
                List.of(
                        new Outlook.MemberList("Staff", List.of("/o=Acme/ou=HQ/cn=Recipients/cn=risky", "same")),
                        new Outlook.MemberList("Board", List.of("CN=Leaver,OU=Notes,DC=acme")),
                        new Outlook.MemberList("Others", List.of("same"))),
                Set.of(),
                true,
                List.of());

        assertThat(Rehearsal.of(comparison, findings(), outlook).lists())
                .extracting(list -> list.list() + ": " + list.loses())
                .containsExactly("Staff: [CN=Risky/O=Acme]", "Board: [CN=Leaver/O=Acme]");
    }

    @Test
    void nothing_is_called_safe_without_the_connectors_files() {
        assertThat(rehearse(KnownFiles.NONE, Set.of(unid("CN=Risky/O=Acme")), new Paper())
                        .notKnown())
                .contains(
                        "Whether a sync is safe: not all of the connector's files are open and understood (connector open"
                                + " FOLDER, connector check), so numbers are estimates.")
                .contains(
                        "An update sync also deletes those of 2 people at risk (1 after the plan) who were saved since the"
                                + " last extract.")
                .contains("A full reload also deletes up to 1 recipient without a Person document: those that came from"
                        + " dirsync.")
                .hasSize(7);
        assertThat(rehearse(ALL, Set.of(), new Paper("")).notKnown()).hasSize(1);
    }

    @Test
    void what_came_is_compared_with_what_was_rehearsed() {
        Set<Unid> missing = Set.of(unid("CN=New/O=Acme"), unid("CN=Damaged/O=Acme"), unid("CN=Policy/O=Acme"));
        var came = new RehearsalOutcome.Predicted("update", "now", Set.of(), Set.of(), missing);
        var late = new RehearsalOutcome.Predicted(
                "update", "after the plan", Set.of(unid("CN=New/O=Acme")), Set.of(unid("CN=Risky/O=Acme")), missing);
        var foreseen = new RehearsalOutcome.Predicted(
                "full reload", "now", Set.of(), Set.of(), Set.of(unid("CN=Risky/O=Acme")));

        RehearsalOutcome outcome = RehearsalOutcome.of(List.of(came, late, foreseen), comparison, everybody());

        assertThat(outcome.rows().get(0).cameTrue()).isTrue();
        assertThat(outcome.rows().get(1).notYet()).containsExactly(unid("CN=New/O=Acme"));
        assertThat(outcome.rows().get(1).stayed()).containsExactly(unid("CN=Risky/O=Acme"));
        assertThat(outcome.rows().get(2).unforeseenAdds()).containsExactly(unid("CN=Risky/O=Acme"));
        assertThat(outcome.rows().get(2).unforeseenDeletes()).hasSize(3);
        assertThat(outcome.exitCode()).isZero();
    }

    @Test
    void who_is_ambiguous_or_no_longer_in_the_book_neither_appeared_nor_stayed() {
        Comparison now = new Scene()
                .columns("Alias,Title")
                .person("FullName=CN=Twin/O=Acme, ShortName=twin")
                .recipient("twin,Boss")
                .recipient("twin,Serf")
                .compare();
        Unid twin = now.ambiguous().get(0).unid();
        Unid left = new Unid(1, 1);
        var adds = new RehearsalOutcome.Predicted("update", "now", Set.of(twin, left), Set.of(), Set.of(twin, left));
        var deletes = new RehearsalOutcome.Predicted("full reload", "now", Set.of(), Set.of(twin, left), Set.of(left));

        RehearsalOutcome outcome = RehearsalOutcome.of(List.of(adds, deletes), now, Set.of(twin));

        for (RehearsalOutcome.Row row : outcome.rows()) {
            assertThat(row.appeared()).isEmpty();
            assertThat(row.stayed()).isEmpty();
            assertThat(row.unforeseenAdds()).isEmpty();
            assertThat(row.notKnown()).containsExactlyInAnyOrder(twin, left);
            assertThat(row.cameTrue()).isFalse();
        }
    }

    private Set<Unid> everybody() {
        Set<Unid> people = new HashSet<>();
        comparison.missing().forEach(person -> people.add(person.unid()));
        comparison.atRisk().forEach(person -> people.add(person.unid()));
        return people;
    }

    private Rehearsal rehearse(KnownFiles files, Set<Unid> repaired, Documents documents) {
        return Rehearsal.of(
                comparison, findings(), new Outlook(files, documents, List.of(), repaired, true, List.of()));
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        comparison.missing().forEach(person -> person.finding().ifPresent(findings::add));
        comparison.atRisk().forEach(person -> findings.add(person.finding()));
        return findings;
    }

    /** Documents that are only told of: all modified, or those of some names; it is remembered which were read. */
    private final class Paper implements Documents {
        private final Set<String> modified;
        private final Map<Unid, Cause> afterRepair = new HashMap<>();
        private final List<Unid> read = new ArrayList<>();

        Paper(String... modified) {
            this.modified = Set.of(modified);
        }

        @Override
        public boolean modified(Unid unid) {
            return modified.isEmpty() || modified.contains(name(unid));
        }

        @Override
        public Optional<Cause> afterRepair(Unid unid) {
            return Optional.ofNullable(afterRepair.get(unid));
        }

        @Override
        public Map<Unid, Seen> seen(Collection<Unid> unids) {
            read.addAll(unids);
            Map<Unid, Seen> seen = new HashMap<>();
            unids.forEach(unid -> seen.put(unid, document(name(unid))));
            return seen;
        }

        private String name(Unid unid) {
            return Stream.concat(
                            comparison.missing().stream()
                                    .filter(person -> person.unid().equals(unid))
                                    .map(MissingPerson::fullName),
                            comparison.atRisk().stream()
                                    .filter(person -> person.unid().equals(unid))
                                    .map(AtRiskPerson::fullName))
                    .findFirst()
                    .orElse("CN=Changed/O=Acme");
        }

        private Seen document(String fullName) {
            String common = fullName.substring("CN=".length(), fullName.indexOf('/'));
            return new Seen(
                    fullName,
                    new PredictedRecipient(
                            "NOTES:" + common + "/Acme@ACME", common.toLowerCase(Locale.ROOT), common, "1-2-3-4"),
                    "");
        }
    }

    private String table(KnownFiles files, Set<Unid> repaired) {
        return rehearse(files, repaired, new Paper()).rows().stream()
                .map(row -> row.sync() + " " + row.when() + ": " + row.adds().size() + " adds, "
                        + row.modifies().size() + " modifies, " + row.unchanged() + " unchanged, "
                        + row.deletes().size()
                        + (row.deletesAtMost().isPresent()
                                ? " to " + row.deletesAtMost().getAsInt()
                                : "")
                        + " deletes, " + row.skips().size() + " skips")
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
