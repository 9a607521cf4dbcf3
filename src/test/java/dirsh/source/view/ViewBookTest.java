package dirsh.source.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.entry.EntryFile;
import dirsh.entry.csv.CsvEntries;
import dirsh.entry.csv.CsvForm;
import dirsh.entry.ldif.LdifEntries;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.NoteKind;
import dirsh.model.Unid;
import dirsh.source.Projection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ViewBookTest {

    private static final String UNID = "F7AFA2E9B053F1DB852567BE004A3F83";

    @TempDir
    private Path folder;

    @Test
    void a_csv_of_a_view_holds_documents_with_the_flag_as_told() throws IOException {
        ViewBook book = csv("UNID,NoteID,FullName,ShortName,AvailableForDirSync,$Conflict\n" + UNID
                + ",NT8F6,CN=Jane Doe/O=Acme;Jane Doe,jdoe;jd,1,\n,,John,j,No,1\n,,Ann,a,,\n");
        List<Note> notes = notes(book);

        Note jane = notes.get(0);
        assertThat(jane.unid()).hasToString(UNID);
        assertThat(jane.noteIdText()).isEqualTo("8F6");
        assertThat(NoteKind.of(jane)).isEqualTo(NoteKind.PERSON);
        assertThat(jane.texts("FullName")).containsExactly("CN=Jane Doe/O=Acme", "Jane Doe");
        assertThat(jane.texts("ShortName")).containsExactly("jdoe", "jd");
        assertThat(jane.text("AvailableForDirSync")).isEqualTo("1");
        assertThat(notes.get(1).text("AvailableForDirSync")).isEqualTo("0");
        assertThat(notes.get(1).is(NoteFlag.CONFLICT)).isTrue();
        assertThat(notes.get(2).first("AvailableForDirSync")).isEmpty();
        assertThat(book.features()).isEmpty();
        assertThat(book.read(jane.unid())).hasValue(jane);
        assertThat(book.read(notes.get(2).unid())).hasValue(notes.get(2));
        assertThat(book.read(new Unid(1, 2))).isEmpty();
    }

    @Test
    void an_ldif_of_domino_names_people_by_their_place_in_the_tree() throws IOException {
        List<Note> notes = notes(ldif(
                """
                dn: o=Acme
                objectclass: dominoOrganization

                dn: CN=Jane Doe,OU=Sales,O=Acme
                objectclass: dominoPerson
                cn: Jane Doe
                cn: Janie
                uid: jdoe
                mail: jdoe@acme.com
                maildomain: HQ
                availablefordirsync: 1
                dominounid: %s

                dn: CN=Staff
                objectclass: groupOfNames
                cn: Staff
                """
                        .formatted(UNID)));

        assertThat(notes).hasSize(2);
        assertThat(notes.get(0).texts("FullName")).containsExactly("CN=Jane Doe/OU=Sales/O=Acme", "Jane Doe", "Janie");
        assertThat(notes.get(0).text("InternetAddress")).isEqualTo("jdoe@acme.com");
        assertThat(notes.get(0).unid()).hasToString(UNID);
        assertThat(NoteKind.of(notes.get(1))).isEqualTo(NoteKind.GROUP);
        assertThat(notes.get(1).text("ListName")).isEqualTo("Staff");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            cn=Jane Doe, ou=Sales , o=Acme | CN=Jane Doe/OU=Sales /O=Acme
            CN=Doe\\, Jane,O=A\\=B         | CN=Doe, Jane/O=A=B
            CN=Flat                        | CN=Flat
            """)
    void a_distinguished_name_becomes_a_name_of_notes(String distinguished, String canonical) {
        assertThat(ViewedNote.canonical(distinguished)).isEqualTo(canonical);
    }

    @Test
    void a_view_that_tells_nobodys_flag_is_refused() throws IOException {
        ViewBook csv = csv("FullName,ShortName\nJane,j\n");
        assertThatThrownBy(() -> notes(csv))
                .hasMessage("r.csv:1:1: no column AvailableForDirSync, so nobody's flag can be told");
        ViewBook ldif = ldif("dn: CN=Jane\nobjectclass: person\n");
        assertThatThrownBy(() -> notes(ldif))
                .hasMessage("r.ldif: no entry tells AvailableForDirSync, so nobody's flag can be told");
    }

    @Test
    void a_view_is_never_written() throws IOException {
        ViewBook book = csv("FullName,AvailableForDirSync\nJane,1\n");
        assertThatThrownBy(() -> book.images(new Unid(1, 2), "AvailableForDirSync"))
                .isInstanceOfSatisfying(
                        DirshException.class, e -> assertThat(e.tryThis()).startsWith("open a copy of names.nsf"))
                .hasMessage("r.csv: a view of the directory is only read, never written");
    }

    private static List<Note> notes(ViewBook book) {
        List<Note> notes = new ArrayList<>();
        book.scan(Projection.ALL, new Cancellation(), notes::add);
        return notes;
    }

    private ViewBook csv(String text) throws IOException {
        Files.writeString(folder.resolve("r.csv"), text);
        EntryFile file = new EntryFile("r.csv", folder.resolve("r.csv"), Optional.empty());
        return new ViewBook(new CsvEntries(file, CsvForm.USUAL), ";", List.of());
    }

    private ViewBook ldif(String text) throws IOException {
        Files.writeString(folder.resolve("r.ldif"), text);
        EntryFile file = new EntryFile("r.ldif", folder.resolve("r.ldif"), Optional.empty());
        return new ViewBook(new LdifEntries(file), ";", List.of());
    }
}
