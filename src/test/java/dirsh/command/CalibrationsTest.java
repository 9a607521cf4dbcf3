package dirsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Exchange refutes, who is withheld from a plan for it, and what triage makes of people and logs. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CalibrationsTest {

    private static final String CREATED = "20240311T091500,00+00";
    private static final String LATER = "20240612T081500,00+00";
    private static final String OPEN = "open book.dxl; exchange book.csv; ";
    private static final String SENTENCE = "withheld: 4 documents with label-stored (4 in Exchange), since the cause is"
            + " refuted here: of the people with it created after the last full reload 4 are in Exchange, never changed"
            + " since, and 0 missing; plan --cause label-stored takes them, plan --at-risk those in Exchange";

    @TempDir
    private Path folder;

    private Workplace place;
    private final StringBuilder documents = new StringBuilder();
    private final StringBuilder recipients = new StringBuilder("DisplayName,Alias\n");
    private int count;

    @BeforeEach
    void write() throws IOException {
        place = Workplace.in(folder);
        Files.createDirectory(folder.resolve("files"));
        reload("2024/01/01 00:00:00.00");
        for (int n = 0; n < 6; n++) {
            person("MailSystem=1", "MailFile=mail\\x", "AvailableForDirSync=1").inExchange();
        }
    }

    private void reload(String time) throws IOException {
        Files.writeString(folder.resolve("files/pcta.tbl"), "loadtimedate=" + time + "\n");
    }

    private CalibrationsTest person(String... items) {
        return document("Person", CREATED, items);
    }

    private CalibrationsTest document(String form, String changed, String... items) {
        count++;
        documents
                .append("<document form='" + form + "'>\n<noteinfo noteid='" + Integer.toHexString(0x8f6 + 4 * count))
                .append("' unid='" + "A".repeat(30) + (count + 10) + "' sequence='2'>")
                .append("<created><datetime>" + CREATED + "</datetime></created>")
                .append("<modified><datetime>" + changed + "</datetime></modified>")
                .append("<revised><datetime>" + changed + "</datetime></revised></noteinfo>\n");
        String name = "P" + count;
        List<String> usual = List.of(
                "Type=" + form,
                "LastName=" + name,
                "FullName=CN=" + name + "/O=Acme",
                "ShortName=" + name,
                "MailDomain=ACME");
        usual.forEach(this::item);
        List.of(items).forEach(this::item);
        documents.append("</document>\n");
        return this;
    }

    private void item(String item) {
        documents
                .append("<item name='")
                .append(item.replaceFirst("=", "'><text>"))
                .append("</text></item>\n");
    }

    private void inExchange() {
        recipients.append("P" + count + ",P" + count + "\n");
    }

    private void fourInExchangeWithALabel(String changed) {
        for (int n = 0; n < 4; n++) {
            document("Person", changed, "MailSystem=1", "MailFile=mail\\x", "AvailableForDirSync=Yes")
                    .inExchange();
        }
    }

    private Workplace.Ran run(String lines) throws IOException {
        Files.writeString(
                folder.resolve("book.dxl"),
                "<?xml version='1.0' encoding='utf-8'?>\n<database xmlns='http://www.lotus.com/dxl' version='9.0'"
                        + " replicaid='C1256A0B00000001'>\n" + documents + "</database>\n");
        Files.writeString(folder.resolve("book.csv"), recipients);
        Workplace.Ran ran = place.commands(OPEN + lines);
        assertThat(ran.code()).as(ran.toString()).isBetween(0, 1);
        return ran;
    }

    /** Standard output as one line, as if the terminal had no width. */
    private String out(String lines) throws IOException {
        return run(lines).out().replaceAll("\\s+", " ");
    }

    @Test
    void people_damaged_after_their_export_are_at_risk_and_refute_nothing() throws IOException {
        fourInExchangeWithALabel(LATER);

        Workplace.Ran ran = run("connector open files; plan -o json");
        assertThat(ran.out()).contains("\"documents\": 4").doesNotContain("withheld");
        assertThat(ran.err()).doesNotContain("withheld");
        assertThat(out("connector open files; status -o json"))
                .contains("\"atRisk\": 4")
                .doesNotContain("withheld");
        assertThat(out("connector open files; triage -o json"))
                .contains("\"createdSinceInExchange\": 4", "\"neverChanged\": 0", "\"here\": \"not refuted\"");
    }

    @Test
    void a_plan_says_whom_it_withholds_and_why() throws IOException {
        fourInExchangeWithALabel(CREATED);

        Workplace.Ran ran = run("connector open files; plan -o json");
        assertThat(ran.out()).contains("\"documents\": 0", "\"withheld\"", "\"cause\": \"label-stored\"");
        assertThat(ran.err()).contains(SENTENCE);
        assertThat(out("connector open files; plan")).contains(SENTENCE);
        assertThat(out("connector open files; diagnose | plan")).contains(SENTENCE);
    }

    @Test
    void status_names_the_same_people_as_the_plan() throws IOException {
        fourInExchangeWithALabel(CREATED);

        assertThat(out("connector open files; status")).contains("Not planned", SENTENCE);
        assertThat(out("connector open files; status -o json")).contains("\"withheld\"", "\"inExchange\": 4");
    }

    @Test
    void people_at_risk_and_named_causes_are_taken_all_the_same() throws IOException {
        fourInExchangeWithALabel(CREATED);

        for (String plan : List.of("plan --at-risk", "plan --cause label-stored")) {
            Workplace.Ran ran = run("connector open files; " + plan + " -o json");
            assertThat(ran.out()).as(plan).contains("\"documents\": 4").doesNotContain("withheld");
            assertThat(ran.err()).as(plan).doesNotContain("withheld");
        }
        assertThat(out("connector open files; plan --person P7 -o json"))
                .contains("\"documents\": 1")
                .doesNotContain("withheld");
    }

    @Test
    void a_finding_says_that_its_cause_is_refuted() throws IOException {
        fourInExchangeWithALabel(CREATED);

        assertThat(out("connector open files; triage; diagnose -o json"))
                .contains("\"offered\": false", "refuted here: of the people with it");
    }

    @Test
    void the_day_the_user_named_wins_over_the_files() throws IOException {
        fourInExchangeWithALabel(CREATED);

        assertThat(out("connector open files; triage --full-reload 2024-05-01; plan -o json"))
                .as("created before the day that was named")
                .contains("\"documents\": 4");
        reload("2024/05/01 00:00:00.00");
        assertThat(out("triage --full-reload 2024-01-01; connector open files; plan -o json"))
                .as("created after the day that was named")
                .contains("\"documents\": 0", "\"withheld\"");
        assertThat(out("triage --full-reload 2024-01-01; triage -o json")).contains("\"here\": \"refuted\"");
    }

    @Test
    void contacts_that_never_had_the_item_are_not_the_fault() throws IOException {
        person("MailSystem=100");

        assertThat(out("triage -o json")).contains("\"looksLike\": \"no\"").doesNotContain("\"answer\": \"yes\"");
    }

    @Test
    void mail_users_without_the_item_are_the_fault() throws IOException {
        person("MailSystem=1", "MailFile=mail\\x");

        assertThat(out("triage -o json")).contains("\"looksLike\": \"yes\"");
    }

    @Test
    void what_is_only_inferred_is_no_answer() throws IOException {
        person("MailSystem=1", "MailFile=mail\\x", "AvailableForDirSync=Yes");

        assertThat(out("triage -o csv"))
                .contains("Copying the documents to a new book does not help, answer=unknown, number=1")
                .contains("Setting No and Yes again repairs a person, answer=unknown, number=1");
    }

    @Test
    void triage_and_status_hold_the_same_count_against_the_log() throws IOException {
        document("Resource", CREATED);
        document("Database", CREATED);
        log("2024/06/10 06:00:02- DXANOTES(0342) 3 41110:Number of possible notes is 8");

        assertThat(out("status --log dx.log -o json"))
                .contains(
                        "logged 8: 8 equals the number of documents of all these kinds, of documents of all these kinds"
                                + " with conflict documents");
        assertThat(out("triage --log dx.log -o csv"))
                .contains("The log counts more entries than the book holds, answer=no, number=8");

        log("2024/06/10 06:00:02- DXANOTES(0342) 3 41110:Number of possible notes is 9");
        assertThat(out("status --log dx.log -o json")).contains("logged 9: 1 more than all documents");
        assertThat(out("triage --log dx.log -o csv"))
                .contains("The log counts more entries than the book holds, answer=yes, number=9");
    }

    @Test
    void numbers_of_two_source_books_are_read_together() throws IOException {
        log(
                "2024/06/10 06:00:02- DXANOTES(0342) 3 41110:Number of possible notes is 6",
                "2024/06/10 06:01:02- DXANOTES(0342) 3 41110:Number of possible notes is 3");

        assertThat(out("status --log dx.log -o json"))
                .contains("\"possibleNotes\": 9", "logged 6 + 3 = 9: 6 equals the number of person documents, ")
                .contains("each source book has a number of its own");
        assertThat(out("triage --log dx.log -o csv"))
                .as("which number is this book's is not known")
                .contains("The log counts more entries than the book holds, answer=unknown, number=9");
    }

    private void log(String... lines) throws IOException {
        Files.writeString(folder.resolve("dx.log"), String.join("\n", lines) + "\n");
    }
}
