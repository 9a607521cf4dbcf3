package dirsh.source.nsf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.model.Cancellation;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that contradict the format: refused in one line, or read as far as they hold. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NsfDamageTest {

    private static final int FIRST_BUCKET = 4096;

    @TempDir
    Path folder;

    private Path file;
    private ByteBuffer bytes;

    @BeforeEach
    void two_people() throws IOException {
        file = folder.resolve("names.nsf");
        try (NsfWriter writer = NsfWriter.to(file)) {
            writer.note(MadeNote.person(1, "Jane Doe"));
            writer.flush();
            writer.note(MadeNote.bare(2, "John Doe")
                    .item(new MadeItem("Comment", MadeItem.TEXT, MadeItem.TYPE_BY_NAME, MadeItem.lmbcs("none")))
                    .place(MadeNote.Place.BUCKET));
        }
        bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    }

    private Scanned scan() throws IOException {
        Files.write(file, bytes.array());
        return Scanned.of(file);
    }

    private void refused(byte[] content, String message) throws IOException {
        Files.write(file, content);
        assertThatThrownBy(() -> NsfBook.open(file, "names.nsf", new Cancellation()))
                .hasMessage(message);
    }

    @Test
    void what_is_no_NSF_is_refused() throws IOException {
        refused(new byte[0], "names.nsf@0: this is not an NSF file (it does not begin with 1A 00)");
        refused(
                "<?xml version='1.0'?>".getBytes(StandardCharsets.US_ASCII),
                "names.nsf@0: this is not an NSF file (it does not begin with 1A 00)");
        refused(
                Arrays.copyOf(bytes.array(), 100),
                "names.nsf@100: the file ends inside its header; the copy is" + " incomplete");
    }

    @Test
    void a_version_before_41_is_refused() throws IOException {
        refused(
                bytes.putInt(6, 20).array(),
                "names.nsf@6: format version (ODS) 20 is too old to be read; 41 and later are");
    }

    @Test
    void an_unknown_version_is_read_with_a_Problem() throws IOException {
        bytes.putInt(6, 57);
        Scanned found = scan();
        assertThat(found.notes()).hasSize(2);
        assertThat(found.problems())
                .extracting(Object::toString)
                .containsExactly("names.nsf@6: format version (ODS) 57 is not among those this reader was tested with");
    }

    @Test
    void a_folder_and_a_missing_file_are_refused() {
        assertThatThrownBy(() -> NsfBook.open(folder, "x.nsf", new Cancellation()))
                .hasMessage("x.nsf is a folder");
        assertThatThrownBy(() -> NsfBook.open(folder.resolve("y.nsf"), "y.nsf", new Cancellation()))
                .hasMessage("y.nsf does not exist");
    }

    @Test
    void an_encrypted_database_is_refused() throws IOException {
        byte[] noise = bytes.array();
        new Random(1).nextBytes(noise);
        ByteBuffer.wrap(noise)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(0, (short) 0x1A)
                .putInt(6, 52)
                .putInt(624, 4096)
                .putInt(628, 16)
                .putInt(632, 0);
        refused(
                noise,
                "names.nsf@4096: no bucket descriptor block is intact (there is no bucket descriptor block where the"
                        + " header says); an incomplete copy or local encryption of the database can be the cause");
    }

    @Test
    void without_a_superblock_the_buckets_are_searched_for_and_the_notes_not_trusted() throws IOException {
        bytes.putInt(560, 0);
        Scanned found = scan();
        assertThat(found.notes()).extracting(note -> note.text("LastName")).containsExactly("Jane Doe", "John Doe");
        assertThat(found.notes()).allMatch(note -> note.is(NoteFlag.TRUNCATED));
        assertThat(found.withId(0x8FA).texts("Comment")).containsExactly("none");
        assertThat(found.problems())
                .extracting(Object::toString)
                .containsExactly("names.nsf@0: no superblock is usable (the header names no superblock); the notes were"
                        + " searched for in the file and may be incomplete or out of date");
    }

    @Test
    void the_notes_of_a_torn_bucket_are_read_but_not_trusted() throws IOException {
        bytes.put(FIRST_BUCKET + 0x242, (byte) (bytes.get(FIRST_BUCKET + 0x242) ^ 1));
        Scanned found = scan();
        assertThat(found.notes()).hasSize(2);
        assertThat(found.withId(0x8F6).flags()).containsExactly(NoteFlag.TRUNCATED);
        assertThat(found.withId(0x8FA).flags()).isEmpty();
        assertThat(found.problems()).hasSize(1);
        assertThat(found.problems().get(0).text()).contains("sectors of different writes", "server down");
    }

    @Test
    void a_bucket_of_another_number_is_passed_over() throws IOException {
        bytes.putInt(FIRST_BUCKET + 2, 5);
        onlyJohn("note 8F6 is passed over: a bucket has another number than its list says");
    }

    @Test
    void a_bucket_of_an_impossible_size_is_passed_over() throws IOException {
        bytes.putInt(FIRST_BUCKET + 6, 0x7FFFFE00);
        onlyJohn("note 8F6 is passed over: a bucket states an impossible size");
    }

    @Test
    void a_note_of_another_id_or_size_is_passed_over() throws IOException {
        bytes.putInt(FIRST_BUCKET + 68 + 6, 0x1234);
        onlyJohn("note 8F6 is passed over: another note is where its id leads");
        bytes.putInt(FIRST_BUCKET + 68 + 6, 0x8F6).putInt(FIRST_BUCKET + 68 + 2, 1);
        onlyJohn("note 8F6 is passed over: it has another size than its slot");
    }

    @Test
    void a_note_whose_values_do_not_fit_is_passed_over() throws IOException {
        bytes.putShort(FIRST_BUCKET + 68 + 100 + 4, (short) 0xFFFF);
        onlyJohn("note 8F6 is passed over: its summary values are longer than its slot");
        bytes.putShort(FIRST_BUCKET + 68 + 50, (short) 0xFFFF);
        onlyJohn("note 8F6 is passed over: its items do not fit into its slot");
    }

    private void onlyJohn(String problem) throws IOException {
        Scanned found = scan();
        assertThat(found.only().text("LastName")).isEqualTo("John Doe");
        assertThat(found.problems()).extracting(each -> each.text()).containsExactly(problem);
    }

    @Test
    void an_item_without_name_is_passed_over_and_its_note_not_trusted() throws IOException {
        bytes.putShort(FIRST_BUCKET + 68 + 100, (short) 0x7777);
        Note jane = scan().withId(0x8F6);
        assertThat(jane.flags()).containsExactly(NoteFlag.TRUNCATED);
        assertThat(jane.items()).hasSize(7);
        assertThat(jane.text("LastName")).isEqualTo("Jane Doe");
    }

    @Test
    void summary_values_stay_usable_where_the_others_cannot_be_reached() throws IOException {
        int object = new String(bytes.array(), StandardCharsets.ISO_8859_1).indexOf("none") - 68;
        bytes.putInt(object + 6, 0x1234);
        Scanned found = scan();
        Note john = found.withId(0x8FA);
        assertThat(john.text("LastName")).isEqualTo("John Doe");
        assertThat(john.first("Comment").orElseThrow().value().display()).isEqualTo("(unreadable value)");
        assertThat(found.problems())
                .extracting(each -> each.text())
                .containsExactly("note 8FA, item Comment: the non-summary object belongs to another note; its value"
                        + " cannot be read");
    }

    @Test
    void a_wrong_checksum_makes_a_superblock_unusable() throws IOException {
        int at = bytes.getInt(560) << 8;
        bytes.put(at + 120, (byte) (bytes.get(at + 120) ^ 1));
        assertThat(scan().problems().get(0).text()).contains("the checksum of a superblock is wrong");
    }

    @Test
    void the_newer_of_two_superblocks_counts() throws IOException {
        int at = bytes.getInt(560) << 8;
        int size = bytes.getInt(564);
        byte[] both = Arrays.copyOf(bytes.array(), (bytes.capacity() + 255) / 256 * 256 + size);
        int second = both.length - size;
        System.arraycopy(both, at, both, second, size);
        ByteBuffer longer = ByteBuffer.wrap(both).order(ByteOrder.LITTLE_ENDIAN);
        // The older one lists no buckets at all; its checksum does not cover its header.
        longer.putInt(568, second >>> 8).putInt(572, size).putInt(second + 60, 8);
        longer.putInt(at + 14, 0).putInt(at + 18, 0);
        bytes = longer;
        assertThat(scan().notes()).hasSize(2);
        bytes.putInt(second + 60, 6);
        assertThat(scan().notes()).isEmpty();
    }

    @Test
    void a_position_past_the_end_is_told() throws IOException {
        bytes.putInt(628, 0x7FFFFFFF);
        Files.write(file, bytes.array());
        assertThatThrownBy(() -> NsfBook.open(file, "names.nsf", new Cancellation()))
                .hasMessageContaining("a position points past the end of the file");
    }
}
