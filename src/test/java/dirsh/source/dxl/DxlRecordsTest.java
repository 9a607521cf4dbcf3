package dirsh.source.dxl;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.Unid;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DxlRecordsTest {

    private static final String OTHER = "7E3A91C4D25F4B0841258ADD002D5191";
    private static final String INFO =
            "<noteinfo noteid='0x8F6' unid='" + Dxl.UNID.toLowerCase(java.util.Locale.ROOT) + "'/>";

    @TempDir
    Path folder;

    private Dxl.Found scan(String text) {
        return Dxl.scan(Dxl.write(folder, text));
    }

    @Test
    void a_document_may_be_the_root() {
        Note note = scan("<document xmlns='http://www.lotus.com/dxl' replicaid='86257a1b0042c0de' form='Person'>" + INFO
                        + "<item name='A'><text>1</text></item></document>")
                .only();
        assertThat(note.replicaId()).isEqualTo("86257A1B0042C0DE");
        assertThat(note.form()).isEqualTo("Person");
        assertThat(note.noteId()).isEqualTo(0x8F6);
        assertThat(note.unid()).hasToString(Dxl.UNID);
    }

    @Test
    void documents_may_stand_below_a_foreign_root_with_prefixes_and_databases_of_several_replicas() {
        Path file = Dxl.write(
                folder,
                "<x:export xmlns:x='urn:x' xmlns:d='http://www.lotus.com/dxl'>\n<x:part>\n"
                        + "<d:database replicaid='1111111111111111'>"
                        + "<d:document form='Person'><d:noteinfo unid='" + Dxl.UNID + "'/>"
                        + "<d:item name='A'><d:text>1<d:break/></d:text></d:item></d:document></d:database>\n"
                        + "<d:database><d:databaseinfo replicaid='2222222222222222'/>"
                        + "<d:document><d:noteinfo unid='" + OTHER
                        + "'/></d:document></d:database></x:part></x:export>");
        Dxl.Found found = Dxl.scan(file);
        assertThat(found.notes()).extracting(Note::replicaId).containsExactly("1111111111111111", "2222222222222222");
        try (DxlBook book = DxlBook.open(file, "names.dxl")) {
            for (Note note : found.notes()) {
                assertThat(book.read(note.unid())).contains(note);
            }
        }
    }

    @Test
    void design_elements_profiles_and_other_notes_are_passed_over() {
        Dxl.Found found = scan(Dxl.database(
                "<acl><aclentry name='x'/></acl>\n",
                "<form name='Person'><item name='A'/><body><richtext><par>x</par></richtext></body></form>\n",
                "<view name='People'><document/></view>\n",
                "<profiledocument name='p'>" + INFO + "</profiledocument>\n",
                "<note class='icon'>" + INFO + "<item name='$TITLE'/></note>\n",
                Dxl.personWithUnid(OTHER)));
        assertThat(found.problems()).isEmpty();
        assertThat(found.notes())
                .extracting(Note::unid)
                .containsExactly(Unid.parse(OTHER).orElseThrow());
    }

    @Test
    void a_named_note_is_never_delivered() {
        assertThat(scan(Dxl.database("<note class='document'>" + INFO
                                + "<item name='$name'><text>$profile_007x</text></item></note>\n"))
                        .notes())
                .isEmpty();
    }

    @Test
    void a_document_without_a_valid_UNID_is_a_problem_at_its_start() {
        Dxl.Found found = scan(Dxl.database(
                "<document form='Person'>\n<item name='A'><text>1</text></item></document>\n",
                "<document><noteinfo unid='12'/></document>\n",
                Dxl.person()));
        assertThat(found.notes()).hasSize(1);
        assertThat(found.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "names.dxl:3:1: a document without a valid UNID, which cannot be addressed",
                        "names.dxl:5:1: a document without a valid UNID, which cannot be addressed");
    }

    @Test
    void of_documents_with_the_same_UNID_the_first_wins() {
        Dxl.Found found = scan(Dxl.database(
                Dxl.person("<item name='A'><text>first</text></item>"),
                Dxl.person("<item name='A'><text>second</text></item>")));
        assertThat(found.only().text("A")).isEqualTo("first");
        assertThat(found.problems())
                .extracting(Object::toString)
                .containsExactly("names.dxl:11:1: a document whose UNID an earlier one has; it is passed over");
    }

    @Test
    void updated_by_and_revisions_are_read() {
        Note note = scan(Dxl.database("<document>" + INFO
                        + "<updatedby><name>CN=A/O=X</name><name>CN=B/O=X</name></updatedby>"
                        + "<revisions><datetime>20200101T000000,00+00</datetime><datetime dst='true'>20200701T000000,00+02</datetime></revisions>"
                        + "</document>"))
                .only();
        assertThat(note.updatedBy()).containsExactly("CN=A/O=X", "CN=B/O=X");
        assertThat(note.revisions()).hasSize(2);
        assertThat(note.revisions().get(1).daylightSaving()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "attachments", "items_attachments"})
    void whatever_was_left_out_makes_a_document_truncated(String value) {
        Note note = scan(Dxl.database("<document truncated='" + value + "'>" + INFO + "</document>"))
                .only();
        assertThat(note.flags()).containsExactly(NoteFlag.TRUNCATED);
    }

    @Test
    void a_flag_that_is_neither_true_nor_false_is_a_problem() {
        Dxl.Found found =
                scan(Dxl.database("<document conflict='maybe' response='FALSE' parent='x'>" + INFO + "</document>"));
        assertThat(found.only().flags()).isEmpty();
        assertThat(found.problems())
                .extracting("text")
                .containsExactly("the parent is no UNID", "the attribute conflict is neither true nor false");
    }

    @Test
    void a_note_without_class_is_a_problem() {
        Dxl.Found found = scan(Dxl.database("<note>" + INFO + "</note>\n"));
        assertThat(found.notes()).isEmpty();
        assertThat(found.problems()).extracting("text").containsExactly("a note without class, which is passed over");
    }
}
