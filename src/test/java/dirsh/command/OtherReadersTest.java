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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Other readers, other flags and mere views: what they may claim. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OtherReadersTest {

    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeEach
    void copy() {
        place = Workplace.in(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            textBlock =
                    """
            diagnose --flag NoSuchItem                         | no document has an item NoSuchItem
            diagnose --flag MailSystem --reader ldap           | --flag looks at an item by itself
            diagnose --flag MailSystem --formula SELECT @All   | --flag looks at an item by itself
            diagnose --reader ldap --formula SELECT @All       | the reader ldap reads by no formula
            """)
    void questions_without_an_answer_are_refused(String line, String problem) {
        Workplace.Ran ran = place.commands("open acme.dxl; " + line);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(problem).contains("try: ");
    }

    @Test
    void a_view_does_not_deny_what_it_cannot_show() throws IOException {
        Files.writeString(folder.resolve("view.csv"), "FullName,AvailableForDirSync\nCN=Jane Doe/O=Acme,1\n");

        String why = place.commands("open view.csv; why \"CN=Jane Doe/O=Acme\"").out();

        for (String cause : new String[] {"not-summary", "label-stored", "duplicate-items", "sealed", "truncated"}) {
            assertThat(why).containsPattern(cause + " +not looked at");
        }
        assertThat(why).containsPattern("genuine-no +no ");
    }

    @Test
    void a_view_without_the_item_of_a_filter_does_not_make_the_filter_void() throws IOException {
        Files.writeString(folder.resolve("view.csv"), "FullName,AvailableForDirSync\nCN=Jane Doe/O=Acme,1\n");

        String check =
                place.commands("open view.csv; connector check . -o json").out();

        assertThat(check)
                .doesNotContain("the filter is void")
                .contains("whether the filters on MailDomain, Departmnet are void");
    }
}
