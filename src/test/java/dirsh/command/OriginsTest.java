package dirsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.Workplace;
import dirsh.json.JsonObject;
import dirsh.model.Unid;
import dirsh.source.nsf.ThreeReplicas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who damaged the people of a book: what {@code diagnose --origin} tells, and when a plan warns of a running feed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OriginsTest {

    private static final String FEED = "CN=HRFeed/O=Acme";
    private static final String ADMIN = "CN=Ada Admin/O=Acme";

    @TempDir
    private Path folder;

    private final List<String> people = new ArrayList<>();
    private Workplace place;

    @BeforeEach
    void open() {
        place = Workplace.in(folder);
    }

    private void person(String editor, String day, String time, String flag) {
        int number = people.size();
        people.add(ThreeReplicas.person(
                        "Person" + number, new Unid(0x7E3A91C4D25F4B08L, number), 3, day + "T" + time + ",00+02", flag)
                .replace("</noteinfo>", "</noteinfo><updatedby><name>" + editor + "</name></updatedby>"));
    }

    private List<Map<?, ?>> origins() throws IOException {
        write();
        Workplace.Ran ran = place.commands("open names.dxl; diagnose --origin -o json");
        assertThat(ran.code()).as(ran.toString()).isEqualTo(1);
        List<?> rows = (List<?>) JsonObject.read("rows", "{\"rows\":" + ran.out() + "}")
                .members()
                .get("rows");
        return rows.stream().<Map<?, ?>>map(row -> (Map<?, ?>) row).toList();
    }

    private void write() throws IOException {
        Files.writeString(folder.resolve("names.dxl"), ThreeReplicas.book(people.toArray(String[]::new)));
    }

    @Test
    void damaged_people_are_put_together_by_editor_and_stretch_of_time() throws IOException {
        person(FEED, "20240612", "020000", ThreeReplicas.DAMAGED);
        person(FEED, "20240612", "020730", ThreeReplicas.DAMAGED);
        person(FEED, "20240612", "020800", ThreeReplicas.HEALTHY);
        person(FEED, "20240612", "021400", ThreeReplicas.DAMAGED);
        person(FEED, "20240613", "020000", ThreeReplicas.DAMAGED);
        person(ADMIN, "20240612", "020500", ThreeReplicas.DAMAGED);
        person(ADMIN, "20240612", "020500", "<item name='AvailableForDirSync'><text>0</text></item>");

        List<Map<?, ?>> origins = origins();

        assertThat(origins)
                .extracting(row -> String.valueOf(row.get("origin")))
                .containsExactly(
                        "3 of 5 last saved by HRFeed/Acme, 2024-06-12 02:00-02:14 +02:00",
                        "1 of 5 last saved by Ada Admin/Acme, 2024-06-12 02:05 +02:00",
                        "1 of 5 last saved by HRFeed/Acme, 2024-06-13 02:00 +02:00");
        assertThat(origins.get(0))
                .hasToString("{origin=3 of 5 last saved by HRFeed/Acme, 2024-06-12 02:00-02:14 +02:00,"
                        + " lastSavedBy=CN=HRFeed/O=Acme, damaged=3, ofDamaged=5, saved=4,"
                        + " from=2024-06-12T02:00+02:00, to=2024-06-12T02:14+02:00, singly=false, causes={not-summary=3},"
                        + " sequences={3=3}, flagWritten={byLastSave=0, before=0, unknown=3}}");
    }

    @Test
    void what_an_editor_damaged_one_here_and_one_there_is_one_origin() throws IOException {
        person(ADMIN, "20240610", "020500", ThreeReplicas.DAMAGED);
        person(ADMIN, "20240612", "020500", ThreeReplicas.DAMAGED);
        person(ADMIN, "20240612", "021000", ThreeReplicas.HEALTHY);
        person(ADMIN, "20240612", "021500", ThreeReplicas.DAMAGED);
        person(FEED, "20240613", "020000", ThreeReplicas.DAMAGED);
        person(FEED, "20240613", "020500", ThreeReplicas.DAMAGED);

        assertThat(origins())
                .extracting(row -> String.valueOf(row.get("origin")))
                .containsExactly(
                        "3 of 5 last saved by Ada Admin/Acme, singly 2024-06-10 02:05-2024-06-12 02:15 +02:00",
                        "2 of 5 last saved by HRFeed/Acme, 2024-06-13 02:00-02:05 +02:00");
    }

    @Test
    void a_book_without_damage_has_no_origin() {
        ThreeReplicas.write(folder);
        assertThat(place.commands("open hub2.nsf; diagnose --origin").out()).isEqualTo("(none)\n");
    }

    @Test
    void a_plan_warns_of_a_feed_that_seems_to_run() throws IOException {
        for (int number = 0; number < 8; number++) {
            person(ADMIN, "20240601", "120000", ThreeReplicas.HEALTHY);
        }
        for (int minute = 1; minute < 4; minute++) {
            person(FEED, "20240612", "02090" + minute, ThreeReplicas.DAMAGED);
        }
        write();
        assertThat(place.commands("open names.dxl; plan").err())
                .contains("HRFeed/Acme saved 3 of these people within 10 minutes of the latest save in this book"
                        + " (2024-06-12 00:09 GMT): if the book is fresh, a feed seems to run");
    }

    @Test
    void a_plan_does_not_warn_where_later_saves_show_that_it_ended() throws IOException {
        for (int number = 0; number < 8; number++) {
            person(ADMIN, "20240601", "120000", ThreeReplicas.HEALTHY);
        }
        for (int minute = 1; minute < 4; minute++) {
            person(FEED, "20240612", "02090" + minute, ThreeReplicas.DAMAGED);
        }
        person(ADMIN, "20240612", "030000", ThreeReplicas.HEALTHY);
        write();
        assertThat(place.commands("open names.dxl; plan").err()).doesNotContain("a feed seems to run");
    }

    @Test
    void a_book_that_was_written_at_once_has_no_clock_to_warn_by() throws IOException {
        for (int minute = 1; minute < 4; minute++) {
            person(FEED, "20240612", "02090" + minute, ThreeReplicas.DAMAGED);
        }
        write();
        assertThat(place.commands("open names.dxl; plan").err()).doesNotContain("a feed seems to run");
    }
}
