package dirsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code rehearse} says of files that are open, half open or not understood, and which files it touches. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RehearseTest {

    private static final String OPEN = "open acme.dxl; exchange acme.csv; ";
    private static final String CONNECTOR = OPEN + "connector open . --own-replica; ";

    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeEach
    void copy() throws IOException {
        place = Workplace.in(folder);
        write("exchconn.ini", "[LME-NOTES-DXANOTES]\nfilter_domain = MailDomain, EQ, ACME | ACME-EU\n");
        write("pcta.tbl", "lastextract=1999/01/01 00:00:00.00\n");
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private String out(String lines) {
        Workplace.Ran ran = place.commands(lines);
        assertThat(ran.code()).as(ran.toString()).isBetween(0, 1);
        return ran.out();
    }

    private String refused(String lines) {
        Workplace.Ran ran = place.commands(lines);
        assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
        assertThat(ran.err()).contains("\ntry: ").doesNotContain("\tat ");
        return ran.err();
    }

    /** The numbers of a full reload now. */
    private String reload(String lines) {
        return out(lines + "rehearse | { it[0].rows[2].fields().findAll { k, v -> k != 'people' } } -o json");
    }

    private void rules(String... lines) throws IOException {
        write(
                "mapnotes.tbl",
                "Alias = SHORTNAME\nFullName = FULLNAME\nTA = \"NOTES:\" FULLNAME \"@\" MAILDOMAIN\nDN = UNID\n"
                        + String.join("\n", lines) + "\n");
    }

    @Test
    void the_open_address_book_is_never_overwritten_by_a_rehearsal() throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve("acme.dxl"));

        assertThat(refused(OPEN + "rehearse --save acme.dxl"))
                .contains("exists and is no rehearsal: it is left as it is");
        assertThat(refused(OPEN + "diagnose | plan --save p.json; rehearse --save p.json"))
                .contains("is no rehearsal");
        assertThat(refused(OPEN + "rehearse --save r.json; diagnose | plan --save r.json"))
                .contains("is no plan");
        assertThat(Files.readAllBytes(folder.resolve("acme.dxl"))).isEqualTo(before);
        out(OPEN + "rehearse --save r.json; rehearse --save r.json");
    }

    @Test
    void entries_are_compared_with_what_the_open_rules_make_of_a_person() throws IOException {
        rules("Department = DEPARTMENT");
        assertThat(reload(CONNECTOR)).contains("\"modifies\": 1").contains("\"unchanged\": 1");
        rules("Department = \"Everybody\"");
        assertThat(reload(CONNECTOR)).contains("\"modifies\": 2").contains("\"unchanged\": 0");
        rules("Department = LOWER(DEPARTMENT)");
        assertThat(reload(CONNECTOR)).contains("\"modifies\": 1");
        rules("Department = SHORTNAME");
        assertThat(reload(CONNECTOR)).contains("\"modifies\": 2");
        assertThat(out(CONNECTOR + "rehearse --people modifies -o json")).contains("\"from\": \"jdoe\"");
    }

    @Test
    void values_are_cut_to_the_length_of_the_open_table() throws IOException {
        rules("Department = DEPARTMENT");
        write("amap.tbl", Files.readString(folder.resolve("amap.tbl")).replace("DEPARTMENT 64", "DEPARTMENT 3"));

        assertThat(reload(CONNECTOR)).contains("\"modifies\": 2");
        write(
                "acme.csv",
                Files.readString(folder.resolve("acme.csv"))
                        .replace("Sales", "Sal")
                        .replace("Logistics", "Log"));
        assertThat(reload(CONNECTOR)).contains("\"modifies\": 1");
    }

    @Test
    void rules_that_fill_nothing_we_compare_modify_nothing() throws IOException {
        rules();

        assertThat(reload(OPEN)).contains("\"modifies\": 1");
        assertThat(reload(CONNECTOR)).contains("\"modifies\": 0");
        assertThat(out(CONNECTOR + "rehearse")).contains("not compared: Alias, FullName, TA, DN.");
    }

    @Test
    void no_upper_bound_of_deletes_is_shown_before_the_filters_are_known() throws IOException {
        assertThat(out(OPEN + "rehearse")).doesNotContain("deletesAtMost").doesNotContain("at most");
        assertThat(out(OPEN + "rehearse -o json")).doesNotContain("deletesAtMost");
        assertThat(reload(CONNECTOR)).contains("by the files").contains("\"deletesAtMost\": 2");
        write("exchconn.ini", "[LME-NOTES-DXANOTES]\nfilter_y = Department, LIKE, Sales\n");
        assertThat(reload(CONNECTOR)).contains("estimate").doesNotContain("deletesAtMost");
    }

    @Test
    void each_problem_of_the_files_is_told_and_makes_the_numbers_an_estimate() throws IOException {
        assertThat(out(CONNECTOR + "rehearse -o csv")).contains("by the files");
        rules("Company = NOWHERE");
        assertThat(out(CONNECTOR + "rehearse"))
                .doesNotContain("by the files")
                .containsIgnoringWhitespaces("error 60012, and no rule loads");
        Files.delete(folder.resolve("mapnotes.tbl"));
        assertThat(out(CONNECTOR + "rehearse"))
                .doesNotContain("by the files")
                .contains("How many entries are modified");
    }

    @Test
    void a_rehearsal_of_another_directory_is_refused() throws IOException {
        out(OPEN + "rehearse --save r.json");
        write("r.json", Files.readString(folder.resolve("r.json")).replace("86257A1B0042C0DE", "C1256A0B00000001"));

        assertThat(refused(OPEN + "rehearse --compare r.json"))
                .contains("rehearsal r.json is of another directory: replica C1256A0B00000001")
                .contains("86257A1B0042C0DE");
    }

    @Test
    void a_file_that_is_no_rehearsal_is_named_with_a_way_out() {
        assertThat(refused(OPEN + "rehearse --compare acme.csv"))
                .contains("acme.csv:1:1: no valid JSON")
                .contains("try: rehearse --save acme.csv.rehearsal.json");
        assertThat(refused(OPEN + "diagnose | plan --save p.json; rehearse --compare p.json"))
                .contains("p.json:1:1: this is not a rehearsal");
        assertThat(refused(OPEN + "rehearse --compare none.json")).contains("no rehearsal file none.json");
    }

    @Test
    void options_for_a_new_rehearsal_are_refused_beside_compare() {
        out(OPEN + "rehearse --save r.json");

        assertThat(refused(OPEN + "rehearse --people adds --compare r.json")).contains("--people is for a new one");
        assertThat(refused(OPEN + "rehearse --save s.json --compare r.json")).contains("--save is for a new one");
    }

    @Test
    void somebody_whose_document_left_the_book_did_not_appear() throws IOException {
        out(OPEN + "diagnose | plan; rehearse --save r.json");
        String book = Files.readString(folder.resolve("acme.dxl"));
        int person = book.indexOf("<document", book.lastIndexOf("</document>", book.indexOf("Mia Lang")));
        int end = book.indexOf("</document>", person) + "</document>".length();
        write("acme.dxl", book.substring(0, person) + book.substring(end));

        String outcome = out(OPEN + "rehearse --compare r.json | { it[0].rows[1].fields() } -o json");
        assertThat(outcome)
                .containsPattern("\"notKnown\": \\[\\s*\"[0-9A-F]{32}\"")
                .contains("\"appeared\": []");
    }

    @Test
    void only_a_plan_of_this_very_book_that_is_still_open_counts() throws IOException {
        String plan = "open acme.dxl; exchange acme.csv; diagnose | plan; ";
        Files.copy(folder.resolve("acme.dxl"), folder.resolve("copy.dxl"));

        assertThat(out(plan + "rehearse")).doesNotContain("the plan made last");
        assertThat(after(plan + "open copy.dxl; ")).contains("\"adds\": 0");
        assertThat(out(plan + "open copy.dxl; rehearse"))
                .containsIgnoringWhitespaces("the plan made last is of another book, acme.dxl");
        assertThat(out(plan + "apply --yes; rehearse"))
                .containsIgnoringWhitespaces("What the plan made last would change in 7 of its 7 documents");
    }

    @Test
    void a_plan_that_was_applied_and_undone_no_longer_counts() {
        String undone = OPEN + "diagnose | plan; apply --yes; undo(runs()[0].fields().id, yes: true); ";

        assertThat(after(undone)).contains("\"adds\": 0").contains("\"deletes\": 1");
        assertThat(after(OPEN + "diagnose | plan; ")).contains("\"adds\": 6").contains("\"deletes\": 0");
    }

    private String after(String lines) {
        return out(
                lines + "rehearse | { it[0].rows[3].fields().findAll { k, v -> k in ['adds', 'deletes'] } } -o json");
    }
}
