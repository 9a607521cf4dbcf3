package dirsh.source.dxl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DxlErrorsTest {

    private static final String SECRET = "s3cret";

    @TempDir
    Path folder;

    private DirshException failure(byte[] content) {
        return failure(Dxl.write(folder, content));
    }

    private static DirshException failure(Path file) {
        DirshException e = catchThrowableOfType(DirshException.class, () -> Dxl.scan(file));
        assertThat(e).isNotNull();
        assertThat(e.problem()).doesNotContain("\n").doesNotContain(SECRET);
        assertThat(e.tryThis()).isNotEmpty();
        assertThat(e.outcome()).isEqualTo(DirshException.Outcome.BAD_INPUT);
        return e;
    }

    private String problem(String content) {
        return failure(content.getBytes(StandardCharsets.UTF_8)).problem();
    }

    @Test
    void a_missing_file_a_folder_and_an_empty_file_are_refused() throws IOException {
        assertThat(failure(folder.resolve("none.dxl")).problem()).isEqualTo("names.dxl does not exist");
        assertThat(failure(folder).problem()).isEqualTo("names.dxl is a folder");
        assertThat(failure(Files.createFile(folder.resolve("empty.dxl"))).problem())
                .isEqualTo("names.dxl:1: the file is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "{\"a\": 1}", "\u0000\u0000\u0000\u0000", "PK\u0003\u0004", "<<<"})
    void what_is_no_XML_is_refused(String content) {
        assertThat(problem(content)).startsWith("names.dxl:1:").contains("this is not XML");
    }

    @Test
    void XML_of_another_kind_is_refused() {
        assertThat(problem("<html><body><p>" + SECRET + "</p></body></html>")).contains("this is XML but no DXL");
    }

    @Test
    void a_file_that_ends_too_early_is_refused_with_its_last_line_wherever_it_is_cut() {
        String whole = Dxl.database(
                Dxl.person(
                        "<item name='A' protected='true'><text>" + SECRET + "</text></item>",
                        "<item name='B'><textlist><text>a&amp;b</text><text/></textlist></item>"),
                "<!-- between -->\n",
                Dxl.personWithUnid("7E3A91C4D25F4B0841258ADD002D5191"));
        int end = whole.lastIndexOf("</database>");
        for (int cut = whole.indexOf("<database") + 1; cut < end; cut++) {
            char c = whole.charAt(cut);
            if (c == '<' || c == '>' || c == '\'' || c == '\n' || c == '&') {
                String start = whole.substring(0, cut);
                long line = start.chars().filter(x -> x == '\n').count() + 1;
                String problem = problem(start);
                assertThat(problem)
                        .as("cut at %s", cut)
                        .startsWith("names.dxl:" + line + ":")
                        .contains("the file ends");
            }
        }
        assertThat(problem(whole.substring(0, whole.indexOf("<item name='B'"))))
                .isEqualTo("names.dxl:10:1: the file ends in the middle of <document>; the export is incomplete");
    }

    @Test
    void an_undefined_entity_is_refused_without_its_name() {
        assertThat(problem(Dxl.database(Dxl.person(Dxl.item("<text>&" + SECRET + ";</text>")))))
                .startsWith("names.dxl:9:")
                .endsWith("an entity is used that XML does not define");
        assertThat(problem(Dxl.database(Dxl.person("<item name='&" + SECRET + ";'><text>1</text></item>"))))
                .startsWith("names.dxl:9:")
                .endsWith("an entity is used that XML does not define");
    }

    @Test
    void a_byte_that_is_no_UTF_8_is_refused_with_its_position() {
        byte[] content = Dxl.database(Dxl.person("<item name='A'><text>M\u00fcller</text></item>"))
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(failure(content).problem())
                .startsWith("names.dxl:9:")
                .contains("byte 0x")
                .contains("is not valid in this encoding");
    }

    @Test
    void several_exports_in_one_file_are_told_in_plain_words() {
        String one = Dxl.database(Dxl.person());
        assertThat(problem(one + one)).startsWith("names.dxl:11:").contains("a second XML document begins here");
        assertThat(problem(one + one.substring(Dxl.DECLARATION.length())))
                .startsWith("names.dxl:11:")
                .contains("a second XML document begins here");
        assertThat(problem(one + "junk")).startsWith("names.dxl:11:").contains("something follows the end");
    }

    @Test
    void elements_nested_too_deep_are_refused() {
        assertThat(problem("<database xmlns='http://www.lotus.com/dxl'>" + "<a>".repeat(100_000)))
                .contains("elements are nested deeper than 200 levels");
        assertThat(problem(Dxl.database(Dxl.person(Dxl.item("<richtext>" + "<par>".repeat(100_000))))))
                .contains("elements are nested deeper than 200 levels");
    }

    @Test
    void a_tag_that_never_ends_is_refused_before_it_fills_the_memory() {
        byte[] start = "<database><document form='".getBytes(StandardCharsets.UTF_8);
        byte[] content = new byte[4 << 20];
        Arrays.fill(content, (byte) 'x');
        System.arraycopy(start, 0, content, 0, start.length);
        assertThat(failure(content).problem()).contains("a tag longer than 1 MiB");
    }

    @Test
    void a_new_name_for_every_element_is_refused_before_it_stalls_the_parser() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 200_000; i++) {
            names.append("<n").append(i).append("/>");
        }
        assertThat(problem(Dxl.database(names.toString()))).contains("more different names of elements than DXL has");
    }

    @Test
    void wrong_nesting_and_bad_characters_are_refused_at_their_line() {
        assertThat(problem(Dxl.database("<document>\n<item name='" + SECRET + "'>\n</document>")))
                .startsWith("names.dxl:5:")
                .contains("an end tag closes another element than the open one");
        assertThat(problem(Dxl.database("<document>\n<item name='A'><text>\u0001</text></item></document>")))
                .startsWith("names.dxl:4:")
                .contains("a character that XML does not allow");
        assertThat(problem(Dxl.database("<document>\n<item name='A' name='" + SECRET + "'/></document>")))
                .startsWith("names.dxl:4:");
    }

    @Test
    void an_unknown_encoding_is_refused() {
        assertThat(problem("<?xml version='1.0' encoding='x-" + SECRET + "'?><database/>"))
                .contains("an encoding that is not known");
        assertThat(failure(Dxl.DECLARATION.getBytes(Charset.forName("IBM037"))).problem())
                .contains("an encoding that is not known");
    }

    @Test
    void a_huge_document_can_be_cancelled_inside() {
        Path file = Dxl.write(
                folder,
                Dxl.database(Dxl.person("<item name='A'><object>\n<file>\n<filedata>\n" + "QUJD\n".repeat(1_000_000)
                        + "</filedata></file></object></item>")));
        Cancellation cancellation = new Cancellation();
        try (DxlBook book = DxlBook.open(file, "names.dxl")) {
            cancellation.request();
            DirshException e = catchThrowableOfType(
                    DirshException.class, () -> book.scan(dirsh.source.Projection.ALL, cancellation, note -> {}));
            assertThat(e.outcome()).isEqualTo(DirshException.Outcome.INTERRUPTED);
        }
    }
}
