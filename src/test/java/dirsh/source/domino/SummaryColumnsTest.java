package dirsh.source.domino;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.source.Projection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SummaryColumnsTest {

    private static final String FLAG = "AvailableForDirSync";

    private static final SummaryColumns JUDGING =
            new SummaryColumns(Projection.of(List.of(FLAG, "LastName", "Comment")), FLAG);

    private static Map<String, Object> healthy() {
        Map<String, Object> row = new HashMap<>();
        row.put("Form", "Person");
        row.put("FullName", List.of("CN=Jane Doe/O=Acme", "Jane Doe"));
        row.put("LastName", "Doe");
        row.put("MailDomain", "Acme");
        row.put(FLAG, "1");
        return row;
    }

    private static boolean opens(String column, Object value) {
        Map<String, Object> row = healthy();
        row.put(column, value);
        return JUDGING.opens(row::get);
    }

    @Test
    void a_person_whose_flag_is_plainly_yes_needs_no_closer_look() {
        assertThat(JUDGING.opens(healthy()::get)).isFalse();
    }

    @Test
    void every_other_flag_does() {
        assertThat(opens(FLAG, null)).isTrue();
        assertThat(opens(FLAG, "0")).isTrue();
        assertThat(opens(FLAG, "1 ")).isTrue();
        assertThat(opens(FLAG, List.of("1"))).isTrue();
        assertThat(opens(FLAG, 1.0)).isTrue();
    }

    @Test
    void so_does_what_the_connector_requires_and_the_summary_does_not_show() {
        assertThat(opens("LastName", null)).isTrue();
        assertThat(opens("MailDomain", " ")).isTrue();
        assertThat(opens("Comment", null)).isFalse();
    }

    @Test
    void so_do_conflicts_responses_readers_and_signatures() {
        assertThat(opens("$Conflict", "")).isTrue();
        assertThat(opens("$REF", "x")).isTrue();
        assertThat(opens("$Readers", List.of("CN=Ada Admin/O=Acme"))).isTrue();
        assertThat(opens("DocReaders", "CN=Ada Admin/O=Acme")).isTrue();
        assertThat(opens("$Signature", "x")).isTrue();
    }

    @Test
    void documents_of_other_forms_are_left_alone_and_those_without_form_are_not() {
        Map<String, Object> row = new HashMap<>();
        assertThat(JUDGING.opens(row::get)).isTrue();
        row.put("Form", "Server");
        assertThat(JUDGING.opens(row::get)).isFalse();
        row.put("Form", "Group");
        assertThat(JUDGING.opens(row::get)).isTrue();
        row.put(FLAG, "1");
        assertThat(JUDGING.opens(row::get)).isFalse();
    }

    @Test
    void a_scan_that_does_not_ask_for_the_flag_opens_nothing_for_it() {
        SummaryColumns names = new SummaryColumns(Projection.of(List.of("LastName")), FLAG);
        Map<String, Object> row = healthy();
        row.remove(FLAG);
        assertThat(names.opens(row::get)).isFalse();
        assertThat(names.asked()).containsExactly("LastName");
    }

    @Test
    void a_scan_of_everything_opens_everything() {
        assertThat(new SummaryColumns(Projection.ALL, FLAG).opens(healthy()::get))
                .isTrue();
    }

    @Test
    void columns_are_items_in_their_usual_spelling_and_those_that_tell() {
        assertThat(JUDGING.asked()).containsExactly(FLAG, "comment", "LastName");
        assertThat(JUDGING.formulas().values()).containsOnly("");
        assertThat(JUDGING.formulas().keySet()).contains("Form", "Type", "$Conflict", "$REF", "MailDomain");
    }
}
