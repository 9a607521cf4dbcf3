package dirsh.compare;

import static dirsh.connector.FlagReading.NO;
import static org.assertj.core.api.Assertions.assertThat;

import dirsh.diagnose.Cause;
import dirsh.model.Unid;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RehearsalTest {

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
                        update now: 1 adds, 1 modifies, 0 deletes, 4 skips
                        update after the plan: 1 adds, 1 modifies, 0 deletes, 4 skips
                        full reload now: 1 adds, 2 modifies, 2 deletes, 2 skips
                        full reload after the plan: 1 adds, 2 modifies, 2 deletes, 2 skips""");
    }

    @Test
    void repaired_people_are_added_or_kept() {
        assertThat(table(Set.of(unid("CN=Damaged/O=Acme"), unid("CN=Risky/O=Acme"))))
                .isEqualTo(
                        """
                        update now: 1 adds, 1 modifies, 0 deletes, 4 skips
                        update after the plan: 2 adds, 2 modifies, 0 deletes, 2 skips
                        full reload now: 1 adds, 2 modifies, 2 deletes, 2 skips
                        full reload after the plan: 2 adds, 3 modifies, 1 deletes, 1 skips""");
    }

    @Test
    void what_is_not_known_is_said() {
        assertThat(Rehearsal.of(comparison, Set.of(unid("CN=Risky/O=Acme"))).notKnown())
                .contains(
                        "An update sync also deletes up to 2 people at risk (1 after the plan): those saved since the last"
                                + " extract.")
                .contains(
                        "A full reload also deletes up to 1 recipients without a Person document: those that came from"
                                + " dirsync.")
                .hasSize(5);
    }

    private String table(Set<Unid> repaired) {
        return Rehearsal.of(comparison, repaired).rows().stream()
                .map(row -> row.sync() + " " + row.when() + ": " + row.adds() + " adds, " + row.modifies()
                        + " modifies, " + row.deletes() + " deletes, " + row.skips() + " skips")
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
