package dirsh.source.dxl;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.model.Note;
import dirsh.source.AddressBook;
import dirsh.source.AddressBookContract;
import dirsh.source.BookFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DxlBookTest extends AddressBookContract {

    private static final String CONTENT =
            """
            <?xml version='1.0' encoding='utf-8'?>
            <database xmlns='http://www.lotus.com/dxl' version='9.0' replicaid='86257A1B0042C0DE' title='Names'>
            <databaseinfo dbid='86257A1B0042C0DE' replicaid='86257A1B0042C0DE'/>
            <note class='document'>
            <noteinfo noteid='8f6' unid='7E3A91C4D25F4B0841258ADD002D5190' sequence='2'>
            <created><datetime>20240311T091500,00+01</datetime></created>
            <addedtofile><datetime>20240311T091500,12+01</datetime></addedtofile></noteinfo>
            <updatedby><name>CN=Admin One/O=Acme</name></updatedby>
            <item name='Form'><text>Person</text></item>
            <item name='FullName'><textlist><text>CN=Jane Doe/O=Acme</text><text>Jane Doe</text></textlist></item>
            <item name='AvailableForDirSync' protected='true'><text>1</text></item>
            <item name='LastName'><text>Doe</text></item>
            </note>
            <note class='document'>
            <noteinfo noteid='8fa' unid='7E3A91C4D25F4B0841258ADD002D5191' sequence='2'/>
            <updatedby><name>CN=Admin One/O=Acme</name></updatedby>
            <item name='Form'><text>Person</text></item>
            <item name='AvailableForDirSync'><text>1</text></item>
            <item name='LastName'><text>D\u00f6 &amp; &lt;S\u00f6hne></text></item>
            <item name='AvailableForDirSync' summary='false'><text>0</text></item>
            </note>
            <note class='document'><noteinfo noteid='8fe' unid='7E3A91C4D25F4B0841258ADD002D5192' sequence='2'>\
            <revised><datetime>20240311T091500,00+01</datetime></revised></noteinfo>\
            <updatedby><name>CN=Admin One/O=Acme</name></updatedby>\
            <item name='Form'><text>Group</text></item><item name='ListName'><text>Staff</text></item>\
            <item name='DocReaders' names='true' readers='true'><text>CN=Admin One/O=Acme</text></item></note>
            <note class='form'><item name='$TITLE'><text>Person</text></item></note>
            </database>
            """;

    @TempDir
    Path folder;

    @Override
    protected AddressBook book() {
        return DxlBook.open(Dxl.write(folder, CONTENT), "names.dxl");
    }

    @Test
    void opening_tells_title_and_replica_id() {
        try (AddressBook book = book()) {
            assertThat(book.identity().title()).isEqualTo("Names");
            assertThat(book.identity().storage()).isEqualTo("DXL file");
            assertThat(book.identity().address()).isEqualTo("names.dxl");
            assertThat(book.features()).doesNotContain(BookFeature.LIVE);
        }
    }

    @Test
    void a_place_has_line_column_and_byte_offset() {
        try (AddressBook book = book()) {
            Note john = book.read(JOHN).orElseThrow();
            assertThat(john.place().toString()).isEqualTo("names.dxl:14:1");
            assertThat(CONTENT.substring((int) john.place().offset()))
                    .startsWith("<note class='document'>\n<noteinfo noteid='8fa'");
        }
    }

    @Test
    void a_file_that_was_changed_is_read_anew() throws Exception {
        try (AddressBook book = book()) {
            assertThat(book.read(JANE).orElseThrow().text("LastName")).isEqualTo("Doe");
            String token = book.contentToken();
            Path file = Dxl.write(folder, CONTENT.replace("<text>Doe<", "<text>Roe-Doe<"));
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2030-01-01T00:00:00Z")));
            assertThat(book.contentToken()).isNotEqualTo(token);
            assertThat(book.read(JANE).orElseThrow().text("LastName")).isEqualTo("Roe-Doe");
            assertThat(book.read(STAFF).orElseThrow().text("ListName")).isEqualTo("Staff");
        }
    }
}
