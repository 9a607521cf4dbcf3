package dirsh.source.nsf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.Samples;
import dirsh.command.Session;
import dirsh.command.TestSession;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Finding;
import dirsh.formula.Formula;
import dirsh.model.Answer;
import dirsh.report.Format;
import dirsh.report.Renderer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands make of an NSF file. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NsfSessionTest {

    private static final String FLAG = "AvailableForDirSync";

    @TempDir
    Path folder;

    private Session session() {
        return TestSession.in(folder.resolve("home")).session();
    }

    private Path twice() {
        return NsfWriter.write(
                folder.resolve("names.nsf"),
                List.of(MadeNote.bare(1, "Jane Doe")
                        .sequence(3)
                        .item(MadeItem.text(FLAG, "1").sequence(2))
                        .item(MadeItem.text(FLAG, "0").duplicate(1).sequence(3))));
    }

    @Test
    void the_item_sequence_says_which_of_two_conflicting_values_was_written_last() {
        Session session = session();
        session.open(twice().toString(), null);
        Finding finding = session.diagnose(null, null, false).get(0);
        assertThat(finding.cause()).isEqualTo(Cause.DUPLICATE_ITEMS);
        assertThat(finding.evidence().get(0))
                .isEqualTo("2 items of the name: \"1\" (item sequence 2), \"0\" (item sequence 3);"
                        + " they do not agree on Yes");
    }

    @Test
    void show_adds_what_only_NSF_knows() {
        Session session = session();
        session.open(twice().toString(), null);
        List<?> items = (List<?>) session.show("Jane Doe", null).fields().get("items");
        assertThat(items.get(8))
                .isEqualTo(Map.of(
                        "name",
                        FLAG,
                        "type",
                        "text",
                        "flags",
                        List.of("summary"),
                        "value",
                        "0",
                        "sequence",
                        3,
                        "duplicate",
                        1,
                        "place",
                        4400L));
    }

    @Test
    void the_five_people_of_a_real_book_are_found_and_healthy() {
        Session session = session();
        session.open(Samples.path("nsf/hclcapi-notedata_namelook.nsf").toString(), "namelook");
        var found = session.find(Formula.parse("Form=\"Person\""), List.of("FullName", FLAG), null, false, false);
        assertThat(found).hasSize(5).allMatch(person -> "1"
                .equals(person.fields().get(FLAG)));
        assertThat(session.diagnose(null, null, false)).isEmpty();
    }

    @Test
    void the_canonical_rows_hash_to_the_fingerprint() throws NoSuchAlgorithmException {
        Session session = session();
        String address = twice().toString();
        String rows = session.canonicalItems(address);
        assertThat(rows.lines()).hasSize(9).allMatch(row -> row.split("\t", -1).length == 11);
        assertThat(new Renderer(Format.TABLE, 80, false, true).render(rows)).isEqualTo(rows);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(rows.getBytes(StandardCharsets.US_ASCII));
        assertThat(session.fingerprint(address).fields())
                .containsEntry("items", 9L)
                .containsEntry("itemRowsSha256", HexFormat.of().formatHex(hash));
    }

    @Test
    void a_DXL_book_has_a_fingerprint_of_its_documents_but_no_rows() {
        Session session = session();
        String address = "src/test/resources/dirsh/books/acme.dxl";
        Answer fingerprint = session.fingerprint(address);
        assertThat(fingerprint.fields()).isEqualTo(session.fingerprint(address).fields());
        assertThat(fingerprint.fields().get("documentsSha256").toString()).matches("[0-9a-f]{64}");
        assertThatThrownBy(() -> session.canonicalItems(address))
                .hasMessage(address + " does not hold items as Domino stores them");
    }
}
