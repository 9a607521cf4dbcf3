package dirsh.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connector's files, logs and readers as the command line shows them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConnectorTest {

    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeEach
    void copy() {
        place = Workplace.in(folder);
    }

    private Workplace.Ran run(String lines) {
        return place.commands("open acme.dxl; " + lines);
    }

    private String out(String lines) {
        Workplace.Ran ran = run(lines);
        assertThat(ran.code()).as(ran.toString()).isBetween(0, 1);
        return ran.out();
    }

    @Test
    void check_finds_void_filters_against_the_open_book() {
        assertThat(out("connector check . -o json"))
                .contains("filter_department looks at an item that no Person or Group document has")
                .doesNotContain("filter_domain looks");
        assertThat(place.commands("connector check . -o json").out())
                .contains("no address book is open")
                .doesNotContain("filter_department looks");
    }

    @Test
    void a_filter_keeps_people_out_once_the_files_are_open() throws IOException {
        Files.writeString(folder.resolve("exchconn.ini"), "[LME-NOTES-DXANOTES]\nfilter_jane = ShortName, NE, jdoe\n");

        assertThat(out("diagnose --cause filtered-out -o csv")).doesNotContain("Jane");
        assertThat(out("connector open .; diagnose --cause filtered-out -o csv"))
                .contains("Jane Doe");
        assertThat(out("connector open .; why jdoe")).contains("left out: filtered-out");
        assertThat(out("connector open .; exchange acme.csv; rehearse -o csv")).contains("by the files");
    }

    @Test
    void who_is_missing_only_for_an_old_date_is_said_once_the_replica_is_known() throws IOException {
        Files.writeString(folder.resolve("acme.csv"), "DisplayName,Alias\nNobody,nobody\n");
        Files.writeString(folder.resolve("pcta.tbl"), "lastextract=2099/01/01 00:00:00.00\n");

        assertThat(out("exchange acme.csv; connector open .; diagnose --cause not-modified -o json"))
                .isEqualTo("[]\n");
        String own = "exchange acme.csv; connector open . --own-replica --zone UTC; ";
        assertThat(out(own + "diagnose --cause not-modified -o csv"))
                .contains("Jane Doe")
                .contains("not-modified");
        assertThat(out(own + "compare -o json")).contains("\"cause\": \"not-modified\"");
        assertThat(out(own + "diagnose --reader exchange-notes-connector -o csv"))
                .as("the connector named as the reader answers as if none was named")
                .contains("not-modified")
                .isEqualTo(out(own + "diagnose -o csv"));
        assertThat(out(own + "why jdoe -o json")).contains("last modified in this file at");
    }

    @Test
    void void_filters_keep_nobody_out() {
        assertThat(out("connector open .; diagnose --cause filtered-out -o json"))
                .isEqualTo("[]\n");
    }

    @Test
    void a_rehearsal_predicts_entries_by_the_connectors_own_rules() {
        String json = out("exchange acme.csv; connector open .; diagnose | plan -o csv; rehearse -o json");

        assertThat(json)
                .contains("\"ta\": \"NOTES:Mia Lang/Acme@ACME\"")
                .contains("\"alias\": \"mlang\"")
                .contains("\"displayName\": \"Mia Lang\"")
                .contains("\"dn\": \"7e3a91c4-d25f4b08-41258add-2d51");
    }

    @Test
    void a_kept_rehearsal_is_compared_with_the_next_export() {
        assertThat(out("exchange acme.csv; rehearse --save next.json; rehearse --compare next.json -o json"))
                .contains("\"cameTrue\": true");
        Workplace.Ran ran = run("exchange acme.csv; rehearse --compare acme.csv");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).doesNotContain("\tat ");
    }

    @Test
    void other_flags_are_shown_but_never_planned() {
        assertThat(out("diagnose --flag MailSystem -o json")).contains("\"flag\": \"MailSystem\"");
        Workplace.Ran ran = run("diagnose --flag MailSystem | plan");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("a plan repairs AvailableForDirSync only, not MailSystem");
    }

    @Test
    void readers_see_the_same_book_differently() {
        String connector = out("diagnose -o csv");
        String first = out("diagnose --reader ldap -o csv");

        assertThat(out("diagnose --reader exchange-notes-connector -o csv")).isEqualTo(connector);
        assertThat(first).isNotEqualTo(connector).contains("not-summary");
        assertThat(out("diagnose --reader formula --formula SELECT MailDomain=\"Nowhere\" -o json"))
                .contains("not-picked");
        Workplace.Ran ran = run("diagnose --reader ldapp");
        assertThat(ran.err()).contains("no reader 'ldapp'; did you mean 'ldap'?");
    }

    @Test
    void status_takes_the_logged_number_apart() {
        assertThat(out("status --log connector.log -o json"))
                .contains("\"possibleNotes\": 19")
                .contains("\"reconciled\": \"logged 19: ");
    }

    @Test
    void triage_answers_each_symptom() {
        String without = out("triage -o json");
        assertThat(without).contains("\"looksLike\": \"unknown\"");
        String with = out("exchange acme.csv; triage --log connector.log -o json");
        assertThat(with).contains("\"looksLike\": \"yes\"").contains("\"answer\": \"unknown\"");
    }

    @Test
    void files_that_are_not_there_are_bad_input_with_a_way_out() {
        for (String line :
                new String[] {"connector open nowhere", "connector check", "log nowhere.log", "log .", "connector open"
                }) {
            Workplace.Ran ran = run(line);
            assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
            assertThat(ran.err()).as(line).contains("try: ").doesNotContain("\tat ");
        }
        assertThat(run("log nowhere.log").err()).contains("nowhere.log: cannot be read: there is no such file");
        assertThat(run("log .").err()).contains(".: cannot be read: it is a folder");
    }

    @Test
    void a_zone_that_is_none_is_refused() {
        assertThatThrownBy(() ->
                        TestSession.in(folder).session().connector().open(folder.toString(), "Mars/Olympus", false))
                .hasMessage("'Mars/Olympus' is no time zone");
    }
}
