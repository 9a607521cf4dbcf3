package dirsh.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.People;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Diagnoser;
import dirsh.diagnose.Finding;
import dirsh.diagnose.FormulaReader;
import dirsh.diagnose.OtherFlag;
import dirsh.diagnose.OtherFlagFinding;
import dirsh.formula.Formula;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.Note;
import dirsh.model.NoteTimes;
import dirsh.model.NotesTime;
import dirsh.model.Place;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the connector's settings and other readers make of documents, up to the diagnosis. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExtractionTest {

    private static final Instant EXTRACT = Instant.parse("2003-05-06T07:08:09Z");

    private static Extraction filters(Filter... filters) {
        return new Extraction(List.of(filters), Optional.empty());
    }

    private static Filter filter(String item, boolean equal, String... values) {
        return new Filter("filter_x", item, equal, List.of(values), false, Place.line("exchconn.ini", 2, 1));
    }

    private static Note modified(String time) {
        NotesTime at = NotesTime.of(Instant.parse(time));
        return People.healthy(1).toBuilder()
                .times(new NoteTimes(at, at, at, at))
                .build();
    }

    private static Optional<Finding> finding(Note note, Extraction extraction) {
        return new Diagnoser(FlagReader.CONNECTOR, extraction)
                .judge(note)
                .orElseThrow()
                .finding();
    }

    @Test
    void a_filter_takes_what_is_equal_or_not_equal_whatever_the_case() {
        Note note = People.healthy(1);

        assertThat(filter("MailDomain", true, "acme").objection(note)).isEmpty();
        assertThat(filter("MailDomain", true, "Sales", "acme").objection(note)).isEmpty();
        assertThat(filter("MailDomain", false, "acme").objection(note))
                .contains("the connector's filter filter_x takes only documents whose MailDomain is not acme");
        assertThat(filter("MailDomain", false, "Sales", "acme").objection(note)).isPresent();
        assertThat(filter("Department", true, "Sales").objection(note)).isPresent();
        assertThat(filter("Department", false, "Sales").objection(note)).isEmpty();
    }

    @Test
    void all_filters_must_take_the_document() {
        Extraction extraction = filters(filter("MailDomain", true, "ACME"), filter("MailSystem", true, "5"));

        assertThat(extraction.filteredOut(People.healthy(1)).orElseThrow()).contains("MailSystem is 5");
    }

    @Test
    void filtered_out_is_the_last_cause_and_evidence_for_others() {
        Extraction extraction = filters(filter("MailDomain", true, "Other"));

        assertThat(finding(People.healthy(1), extraction).orElseThrow().cause()).isEqualTo(Cause.FILTERED_OUT);
        Finding label = finding(People.with(1, People.flag("Yes")), extraction).orElseThrow();
        assertThat(label.cause()).isEqualTo(Cause.LABEL_STORED);
        assertThat(label.evidence()).hasSize(2).last().asString().contains("filter_x");
        assertThat(Diagnoser.afterRepair(People.with(1, People.flag("Yes")), extraction))
                .contains(Cause.FILTERED_OUT);
        assertThat(Diagnoser.afterRepair(People.with(1, People.flag("Yes")), Extraction.UNKNOWN))
                .isEmpty();
    }

    @Test
    void the_diagnoser_asks_for_the_items_of_the_filters() {
        assertThat(new Diagnoser(FlagReader.CONNECTOR, filters(filter("Floor", true, "1"))).needed())
                .contains("Floor", FlagItem.NAME);
    }

    @Test
    void a_document_is_not_modified_up_to_the_last_extract() {
        Extraction extraction = new Extraction(List.of(), Optional.of(EXTRACT));

        assertThat(extraction.notModified(modified("2003-05-06T07:08:09Z"))).isPresent();
        assertThat(extraction.notModified(modified("2003-05-06T07:08:10Z"))).isEmpty();
        assertThat(extraction.notModified(People.healthy(1))).as("time unknown").isEmpty();
        assertThat(Extraction.UNKNOWN.notModified(modified("2003-05-06T07:08:09Z")))
                .isEmpty();
    }

    @Test
    void not_modified_is_no_finding_of_its_own_but_explains_who_is_missing() {
        Extraction extraction = new Extraction(List.of(), Optional.of(EXTRACT));
        Note note = modified("2003-05-01T00:00:00Z");

        assertThat(finding(note, extraction)).isEmpty();
        Finding missing = Diagnoser.notModified(note, extraction).orElseThrow();
        assertThat(missing.cause()).isEqualTo(Cause.NOT_MODIFIED);
        assertThat(missing.offered()).isFalse();
    }

    @Test
    void another_reader_leaves_out_only_whom_it_reads_as_no() {
        FlagReader ldap = new ItemReader("ldap", FlagItem.NAME, ItemReader.Way.LDAP, List.of("1"), false);
        Diagnoser diagnoser = new Diagnoser(ldap, Extraction.UNKNOWN);

        assertThat(diagnoser
                        .judge(People.with(1, People.flag("1 ")))
                        .orElseThrow()
                        .finding())
                .isEmpty();
        Finding hidden = diagnoser
                .judge(People.with(2, People.flag("1", new ItemFlag[0])))
                .orElseThrow()
                .finding()
                .orElseThrow();
        assertThat(hidden.cause()).isEqualTo(Cause.NOT_SUMMARY);
        assertThat(hidden.connectorReads()).isEqualTo(FlagReading.BLANK);
    }

    @Test
    void the_first_item_is_read_whether_views_see_it_or_not() {
        FlagReader first = new ItemReader("first", FlagItem.NAME, ItemReader.Way.FIRST_ITEM, List.of("1"), true);

        assertThat(first.read(People.with(1, People.flag("1", new ItemFlag[0]))))
                .isEqualTo(FlagReading.YES);
        assertThat(first.read(People.with(1, People.flag("0"), People.flag("1"))))
                .isEqualTo(FlagReading.NO);
        assertThat(first.read(People.withoutFlag(1).build()))
                .as("blank means Yes here")
                .isEqualTo(FlagReading.YES);
    }

    @Test
    void a_formula_reader_takes_what_its_formula_picks() {
        FormulaReader reader = new FormulaReader("formula", Formula.parse("SELECT MailDomain = \"Sales\""));
        Finding finding = new Diagnoser(reader, Extraction.UNKNOWN)
                .judge(People.healthy(1))
                .orElseThrow()
                .finding()
                .orElseThrow();

        assertThat(finding.cause()).isEqualTo(Cause.FILTERED_OUT);
        assertThat(finding.evidence()).containsExactly("the reader formula does not pick the document");
    }

    @Test
    void another_flag_is_looked_at_without_a_word_on_repair() {
        OtherFlag flag = new OtherFlag("CheckPassword");
        Note label =
                People.withoutFlag(1).item(Item.text("checkpassword", "Yes")).build();

        OtherFlagFinding finding = flag.judge(label).orElseThrow();
        assertThat(finding.fields())
                .containsEntry("cause", "label-stored")
                .containsEntry("stored", "yes")
                .containsEntry("reads", "no")
                .doesNotContainKeys("offered", "toggleRepairs");
        assertThat(flag.judge(People.withoutFlag(1)
                        .item(Item.text("CheckPassword", "1"))
                        .build()))
                .isEmpty();
        assertThat(flag.judge(People.healthy(1)).orElseThrow().evidence())
                .containsExactly("there is no item CheckPassword; the form shows its default, whatever that is");
    }
}
