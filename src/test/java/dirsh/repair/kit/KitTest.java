package dirsh.repair.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.Samples;
import dirsh.Workplace;
import dirsh.Workplace.Ran;
import dirsh.model.Cancellation;
import dirsh.model.Item;
import dirsh.model.Note;
import dirsh.source.Projection;
import dirsh.source.dxl.DxlBook;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.SAXParserFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** What a kit holds, and what it refuses. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KitTest {

    private static final String UWE = "7E3A91C4D25F4B0841258ADD002D5106";
    private static final String MISSING = "7E3A91C4D25F4B0841258ADD002D5103";
    private static final String ANN = "7E3A91C4D25F4B0841258ADD002D5109";

    @TempDir
    private Path folder;

    private Workplace workplace = new Workplace(Path.of(""));

    @BeforeEach
    void plan() {
        workplace = Workplace.in(folder);
        assertThat(workplace.commands("open acme.dxl; plan --save p.json").code())
                .isEqualTo(1);
    }

    private Ran kit() {
        return workplace.commands("open acme.dxl; kit p.json kit");
    }

    @Test
    void kit_has_five_files_that_name_the_whole_plan_and_only_the_owner_can_read_them() throws IOException {
        assertThat(kit().code()).isZero();
        String hash = Files.readString(folder.resolve("p.json"))
                .replaceFirst("(?s).*?\"hash\":\\s*\"([0-9a-f]{64})\".*", "$1");
        try (Stream<Path> files = Files.list(folder.resolve("kit"))) {
            List<Path> all = files.sorted().toList();
            assertThat(all)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactly("changes.csv", "changes.dxl", "import.lss", "instructions.md", "repair.lss");
            for (Path file : all) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .contains(hash)
                        .doesNotContain("@");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("kit"))))
                .isEqualTo("rwx------");
        assertThat(read("instructions.md")).contains("Not verified on a real Domino");
    }

    @Test
    void agents_as_written_hold_to_the_language() throws IOException {
        kit();
        assertThat(LotusScript.mistake(read("repair.lss"))).isEmpty();
        assertThat(LotusScript.mistake(read("import.lss"))).isEmpty();
    }

    @Test
    void data_file_has_each_document_with_what_the_agent_finds_and_leaves() throws IOException {
        kit();
        List<String> lines = read("changes.csv").lines().toList();
        assertThat(lines.get(0)).startsWith("dirsh-kit-changes,1,").endsWith(",86257A1B0042C0DE,2,7");
        assertThat(lines)
                .hasSize(9)
                .endsWith("end,7")
                .contains(UWE + ",2,text/sp/005900650073,text/sp/0031,dxl")
                .contains(ANN + ",2,text/sp/0031;text/sp/0031,text/sp/0031,agent")
                .contains(MISSING + ",2,none,text/sp/0031,agent");
        assertThat(read("changes.csv")).isEqualTo(read("changes.csv").replaceAll("(?<!\r)\n", "\r\n"));
    }

    @Test
    void change_file_read_back_holds_the_flag_item_alone_and_no_document_with_duplicates_or_without_an_item() {
        kit();
        List<Note> notes = new ArrayList<>();
        try (DxlBook book = DxlBook.open(folder.resolve("kit/changes.dxl"), "changes.dxl")) {
            assertThat(book.identity().replicaId()).isEqualTo("86257A1B0042C0DE");
            book.scan(Projection.ALL, new Cancellation(), notes::add);
        }
        assertThat(notes)
                .extracting(note -> note.unid().toString())
                .contains(UWE)
                .doesNotContain(ANN, MISSING);
        for (Note note : notes) {
            assertThat(note.form()).isEqualTo("Person");
            assertThat(note.items()).extracting(Item::name).containsExactly("AvailableForDirSync");
            assertThat(note.items().get(0).texts()).containsExactly("1");
        }
    }

    @Test
    void change_file_is_valid_by_the_dtd_of_domino() throws Exception {
        Path dtd = Samples.path("dxl-schema/domino_9_0_1.dtd");
        kit();
        String dxl = read("changes.dxl");
        assertThat(problems(dxl, dtd)).isEmpty();
        assertThat(problems(dxl.replace("<text>1</text>", "<txt>1</txt>"), dtd)).isNotEmpty();
    }

    private static List<String> problems(String dxl, Path dtd) throws Exception {
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setValidating(true);
        XMLReader reader = factory.newSAXParser().getXMLReader();
        List<String> problems = new ArrayList<>();
        DefaultHandler handler = new DefaultHandler() {
            @Override
            public InputSource resolveEntity(String publicId, String systemId) throws IOException {
                return new InputSource(new ByteArrayInputStream(Files.readAllBytes(dtd)));
            }

            @Override
            public void error(SAXParseException e) {
                problems.add(e.getMessage());
            }
        };
        reader.setEntityResolver(handler);
        reader.setErrorHandler(handler);
        String whole = dxl.replaceFirst("<database", "<!DOCTYPE database SYSTEM 'local.dtd'>\n<database");
        InputSource source = new InputSource(new ByteArrayInputStream(whole.getBytes(StandardCharsets.UTF_8)));
        source.setSystemId("file:///changes.dxl");
        reader.parse(source);
        return problems;
    }

    @Test
    void folder_that_holds_anything_or_is_a_link_or_a_file_is_left_alone() throws IOException {
        Files.createDirectory(folder.resolve("full"));
        Files.writeString(folder.resolve("full/mine.txt"), "mine");
        Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("elsewhere"));
        for (String name : List.of("full", "link", "acme.csv")) {
            Ran ran = workplace.commands("open acme.dxl; kit p.json " + name);
            assertThat(ran.code()).as(ran.toString()).isEqualTo(2);
        }
        assertThat(folder.resolve("full")).isDirectoryContaining("glob:**mine.txt");
        assertThat(folder.resolve("elsewhere")).isEmptyDirectory();
        assertThat(workplace.commands("runs").out()).doesNotContain("open");
    }

    @Test
    void empty_folder_is_taken_and_a_second_kit_does_not_overwrite_the_first() throws IOException {
        Files.createDirectory(folder.resolve("kit"));
        assertThat(kit().code()).isZero();
        String first = read("repair.lss");
        Ran again = kit();
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("is with a kit already").contains("is not empty");
        assertThat(read("repair.lss")).isEqualTo(first);
    }

    @Test
    void document_that_changed_since_the_plan_is_left_out_and_a_plan_without_any_other_is_refused() throws IOException {
        Path book = folder.resolve("acme.dxl");
        Files.writeString(
                book,
                Files.readString(book).replace("unid='" + UWE + "' sequence='2'", "unid='" + UWE + "' sequence='3'"));
        Ran ran = workplace.commands("open acme.dxl; kit p.json kit -o json");
        assertThat(ran.code()).as(ran.toString()).isEqualTo(4);
        assertThat(ran.out()).contains("saved since it was planned: sequence 3, planned 2");
        assertThat(read("changes.csv")).doesNotContain(UWE).contains("end,6");
        Files.writeString(book, Files.readString(book).replace("sequence='2'", "sequence='9'"));
        Ran none = workplace.commands("open acme.dxl; kit p.json other");
        assertThat(none.code()).isEqualTo(2);
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void empty_plan_makes_no_kit_and_is_no_error() {
        workplace.commands("open acme.dxl; plan --where LastName=\"Nobody\" --save none.json");
        Ran ran = workplace.commands("open acme.dxl; kit none.json kit");
        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(folder.resolve("kit")).doesNotExist();
    }

    @Test
    void mode_direct_makes_one_save() throws IOException {
        workplace.commands("open acme.dxl; plan --mode direct --save d.json");
        workplace.commands("open acme.dxl; kit d.json kit");
        assertThat(read("repair.lss")).contains("Const SAVES = 1\r\n");
        assertThat(read("changes.csv")).contains(",86257A1B0042C0DE,1,7");
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve("kit").resolve(file));
    }
}
