package dirsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.Workplace;
import dirsh.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two source address books of one connector, names and extern, against one Exchange. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SeveralBooksTest {

    private static final String BOTH = "open names.dxl; open extern.dxl; exchange all.csv; ";

    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeEach
    void write() throws IOException {
        place = Workplace.in(folder);
        book("names.dxl", "C1256A0B00000001", "A", "Ann=1", "Ben=0", "Cid=1");
        book("extern.dxl", "C1256A0B00000002", "B", "Dot=1", "Eve=1");
        recipients("Ann", "Ben", "Dot", "Zoe");
    }

    private void book(String file, String replica, String group, String... people) throws IOException {
        StringBuilder xml = new StringBuilder("<?xml version='1.0' encoding='utf-8'?>\n<database"
                + " xmlns='http://www.lotus.com/dxl' version='9.0' replicaid='" + replica + "'>\n");
        for (int n = 0; n < people.length; n++) {
            String[] person = people[n].split("=", 2);
            xml.append("<document form='Person'>\n<noteinfo noteid='")
                    .append(Integer.toHexString(0x8f6 + 4 * n))
                    .append("' unid='")
                    .append(group.repeat(30))
                    .append(n + 10)
                    .append("' sequence='2'></noteinfo>\n");
            List.of(
                            "Type=Person",
                            "LastName=" + person[0],
                            "FullName=CN=" + person[0] + "/O=Acme",
                            "ShortName=" + person[0],
                            "MailDomain=ACME",
                            "MailSystem=1",
                            "MailFile=mail\\x",
                            "AvailableForDirSync=" + person[1])
                    .forEach(item -> xml.append("<item name='")
                            .append(item.replaceFirst("=", "'><text>"))
                            .append("</text></item>\n"));
            xml.append("</document>\n");
        }
        Files.writeString(folder.resolve(file), xml.append("</database>\n"));
    }

    private void recipients(String... names) throws IOException {
        StringBuilder csv = new StringBuilder("DisplayName,Alias,RecipientTypeDetails\n");
        for (String name : names) {
            csv.append(name).append(',').append(name).append(",MailContact\n");
        }
        Files.writeString(folder.resolve("all.csv"), csv);
    }

    private Map<?, ?> compare(String lines) {
        Workplace.Ran ran = place.commands(lines + " -o json");
        assertThat(ran.code()).as(ran.toString()).isEqualTo(1);
        return JsonObject.read("comparison", ran.out()).members();
    }

    private static List<String> names(@Nullable Object rows) {
        return ((List<?>) Objects.requireNonNull(rows))
                .stream().map(row -> shown((Map<?, ?>) row)).toList();
    }

    private static String shown(Map<?, ?> row) {
        Object name = row.containsKey("fullName") ? row.get("fullName") : row.get("displayName");
        return name + (row.containsKey("book") ? " of " + row.get("book") : "");
    }

    @Test
    void all_open_books_are_compared_together_and_each_row_names_its_book() {
        Map<?, ?> all = compare(BOTH + "compare");

        assertThat(names(all.get("missing"))).containsExactly("CN=Cid/O=Acme of names", "CN=Eve/O=Acme of extern");
        assertThat(names(all.get("atRisk"))).containsExactly("CN=Ben/O=Acme of names");
        assertThat(names(all.get("unexpected"))).containsExactly("Zoe");
        assertThat(all.get("matched")).hasToString("3");
    }

    @Test
    void a_named_book_is_told_of_alone_but_recipients_of_the_other_stay_its_own() {
        Map<?, ?> extern = compare(BOTH + "compare extern");

        assertThat(names(extern.get("missing"))).containsExactly("CN=Eve/O=Acme");
        assertThat(names(extern.get("unexpected"))).containsExactly("Zoe");
        assertThat(extern.get("matched")).hasToString("1");
    }

    @Test
    void a_book_alone_would_call_the_recipients_of_the_other_unexpected() {
        assertThat(names(compare("open extern.dxl; exchange all.csv; compare").get("unexpected")))
                .containsExactly("Ann", "Ben", "Zoe");
    }

    @Test
    void status_and_rehearsal_know_the_other_book_too() {
        assertThat(place.commands(BOTH + "rehearse -o json").out())
                .contains("up to 1 recipient without a Person document");
    }

    @Test
    void nobody_is_unexpected_while_a_source_book_of_the_connector_is_closed() throws IOException {
        Files.writeString(
                folder.resolve("exchconn.ini"),
                "[LME-NOTES-DXANOTES]\nsource_1 = HUB/ACME!!names.nsf\nsource_2 = dir\\extern.nsf\n");

        Map<?, ?> one = compare("open names.dxl; exchange all.csv; connector open .; compare");
        assertThat(names(one.get("unexpected"))).isEmpty();
        assertThat(names(one.get("notInOpenBook"))).containsExactly("Dot", "Zoe");
        assertThat(place.commands("open names.dxl; exchange all.csv; connector open .; compare")
                        .out())
                .contains("source books of the connector that are not open: dir\\extern.nsf")
                .contains("Not in an open book (2)");

        Map<?, ?> both = compare(BOTH + "connector open .; compare");
        assertThat(names(both.get("unexpected"))).containsExactly("Zoe");
        assertThat(names(both.get("notInOpenBook"))).isEmpty();
        assertThat(names(compare("open names.dxl; open extern.dxl --as x; open names.dxl --as extern; exchange all.csv;"
                                + " connector open .; compare x")
                        .get("unexpected")))
                .containsExactly("Zoe");
    }

    @Test
    void people_of_two_books_are_listed_and_never_paired_by_chance() throws IOException {
        book("extern.dxl", "C1256A0B00000002", "B", "Dot=1", "Eve=1", "Ann=1", "Ben=1");

        Map<?, ?> all = compare(BOTH + "compare");

        assertThat(names(all.get("duplicates"))).containsExactly("CN=Ann/O=Acme of extern");
        assertThat(String.valueOf(all.get("duplicates"))).contains("key=fullName");
        assertThat(names(all.get("ambiguous")))
                .containsExactly(
                        "CN=Ann/O=Acme of names", "CN=Ann/O=Acme of extern",
                        "CN=Ben/O=Acme of names", "CN=Ben/O=Acme of extern");
    }

    @Test
    void of_several_replicas_only_one_is_compared() throws IOException {
        book("copy.dxl", "C1256A0B00000001", "A", "Ann=1", "Ben=1", "Cid=1");

        Map<?, ?> all = compare("open names.dxl; " + BOTH + "open copy.dxl; compare");

        assertThat(names(all.get("atRisk"))).isEmpty();
        assertThat(names(all.get("missing"))).containsExactly("CN=Cid/O=Acme of copy", "CN=Eve/O=Acme of extern");
        assertThat(names(all.get("duplicates"))).isEmpty();
    }

    @Test
    void a_plan_of_what_is_missing_takes_the_people_of_its_own_book() {
        Workplace.Ran ran = place.commands(BOTH + "compare | plan --save p.json");

        assertThat(ran.err()).contains("people of names need a plan of their own: plan --in names");
    }

    @Test
    void a_book_that_does_not_belong_to_the_export_is_named() throws IOException {
        String[] strangers = new String[20];
        for (int n = 0; n < strangers.length; n++) {
            strangers[n] = "Stranger" + n + "=1";
        }
        book("other.dxl", "C1256A0B00000003", "C", strangers);

        Workplace.Ran ran = place.commands("open other.dxl; " + BOTH + "compare");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains("0 of 20 people of other whom the connector reads as Yes matched")
                .contains("compare BOOK for one of the books alone");
        assertThat(place.commands("open other.dxl; " + BOTH + "compare names").code())
                .isEqualTo(1);
    }
}
