package dirsh.source.nsf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.model.Cancellation;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.Unid;
import dirsh.source.BookFeature;
import dirsh.source.MemoryOverlay;
import dirsh.source.Projection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Shapes that no sample has, in files written for the purpose. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NsfBookTest {

    private static final String FLAG = "AvailableForDirSync";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("names.nsf");
    }

    private Scanned scan(MadeNote... notes) {
        return Scanned.of(NsfWriter.write(file, List.of(notes)));
    }

    @Test
    void a_book_says_what_it_is_and_can_do() {
        NsfWriter.write(file, List.of(MadeNote.person(1, "Jane Doe")));
        try (NsfBook book = NsfBook.open(file, "names.nsf", new Cancellation())) {
            assertThat(book.identity().title()).isEqualTo("Acme's Directory");
            assertThat(book.identity().replicaId()).isEqualTo("86257A1B0042C0DE");
            assertThat(book.identity().storage()).isEqualTo("NSF file");
            assertThat(book.features())
                    .containsOnly(BookFeature.ITEM_DETAILS, BookFeature.ITEM_SEQUENCE, BookFeature.DELETION_STUBS);
        }
    }

    @Test
    void a_person_is_read_with_all_items_in_order() {
        Scanned found = scan(MadeNote.person(1, "Jane Doe"));
        assertThat(found.problems()).isEmpty();
        Note jane = found.only();
        assertThat(jane.items())
                .extracting(Item::name)
                .containsExactly("Form", "Type", "FullName", "LastName", "MailSystem", "MailDomain", "MailFile", FLAG);
        assertThat(jane.texts("FullName")).containsExactly("CN=Jane Doe/O=Acme", "Jane Doe");
        assertThat(jane.sequence()).isEqualTo(2);
        assertThat(jane.noteId()).isEqualTo(NsfWriter.FIRST_ID);
        assertThat(jane.times().modified()).hasToString("2024-01-31 12:00:00.00 Z");
    }

    @ParameterizedTest
    @EnumSource(MadeNote.Place.class)
    void a_value_outside_the_summary_is_found_in_each_of_its_places(MadeNote.Place place) {
        MadeNote note = MadeNote.bare(1, "Jane Doe")
                .item(new MadeItem("Comment", MadeItem.TEXT, MadeItem.TYPE_BY_NAME, MadeItem.lmbcs("before")))
                .item(new MadeItem(FLAG, MadeItem.TEXT, MadeItem.TYPE_BY_NAME, MadeItem.lmbcs("1")))
                .place(place);
        Scanned found = scan(MadeNote.person(2, "John Doe"), note, MadeNote.person(3, "Jim Doe"));
        assertThat(found.problems()).isEmpty();
        Item flag = found.withId(NsfWriter.FIRST_ID + 4).first(FLAG).orElseThrow();
        assertThat(flag.texts()).containsExactly("1");
        assertThat(flag.flags()).isEmpty();
        assertThat(flag.summaryStated()).isTrue();
    }

    @Test
    void duplicates_keep_their_order_and_tell_which_was_written_last() {
        MadeNote note = MadeNote.bare(1, "Jane Doe")
                .sequence(300)
                .item(MadeItem.text(FLAG, "1").sequence(299 & 0xFF))
                .item(MadeItem.text("availablefordirsync", "0").duplicate(1).sequence(300 & 0xFF));
        NsfWriter.write(file, List.of(note));
        try (NsfBook book = NsfBook.open(file, "names.nsf", new Cancellation())) {
            Note jane = Scanned.of(book).only();
            assertThat(jane.items(FLAG)).extracting(Item::sequence).containsExactly(299, 300);
            assertThat(jane.items(FLAG)).flatExtracting(Item::texts).containsExactly("1", "0");
            assertThat(book.places(jane.unid()).get(8).duplicate()).isEqualTo(1);
        }
    }

    @Test
    void a_conflict_document_is_a_response_with_its_mark() {
        MadeNote winner = MadeNote.person(1, "Jane Doe");
        MadeNote loser = MadeNote.person(2, "Jane Doe")
                .parent(winner.unid, NsfWriter.FIRST_ID)
                .item(MadeItem.text("$Conflict", ""));
        Note note = scan(winner, loser).withId(NsfWriter.FIRST_ID + 4);
        assertThat(note.flags()).containsExactlyInAnyOrder(NoteFlag.CONFLICT, NoteFlag.RESPONSE);
        assertThat(note.parent()).isEqualTo(winner.unid);
    }

    @Test
    void a_placeholder_has_the_type_of_its_name_and_no_value() {
        MadeNote note = MadeNote.bare(1, "Jane Doe")
                .item(new MadeItem(FLAG, MadeItem.TEXT, MadeItem.SUMMARY | MadeItem.PLACEHOLDER, new byte[2]));
        Item flag = scan(note).only().first(FLAG).orElseThrow();
        assertThat(flag.type()).isEqualTo(ItemType.TEXT);
        assertThat(flag.value()).isEqualTo(new ItemValue.Absent());
        assertThat(flag.flags()).containsExactlyInAnyOrder(ItemFlag.SUMMARY, ItemFlag.PLACEHOLDER);
    }

    @Test
    void an_encrypted_item_is_never_interpreted() {
        MadeNote note = MadeNote.bare(1, "Jane Doe")
                .item(new MadeItem(FLAG, MadeItem.TEXT, 0x000E, MadeItem.lmbcs("1")))
                .item(new MadeItem("$Seal", 9, MadeItem.TYPE_BY_NAME, new byte[8]));
        Item flag = scan(note).only().first(FLAG).orElseThrow();
        assertThat(flag.flags()).contains(ItemFlag.SEAL, ItemFlag.SEALED);
        assertThat(flag.value()).isEqualTo(new ItemValue.Raw("31"));
    }

    @Test
    void rich_text_gives_its_characters() {
        MadeNote note =
                MadeNote.bare(1, "Jane Doe").item(new MadeItem(FLAG, 1, MadeItem.TYPE_BY_NAME, MadeItem.richText("1")));
        assertThat(scan(note).only().first(FLAG).orElseThrow().value()).isEqualTo(new ItemValue.RichText("1"));
    }

    @Test
    void a_type_word_in_the_value_wins_over_the_type_of_the_name() {
        MadeNote note = MadeNote.bare(1, "Jane Doe")
                .item(new MadeItem(FLAG, MadeItem.TEXT_LIST, MadeItem.SUMMARY, MadeItem.list(List.of("1"))));
        Item flag = scan(note).only().first(FLAG).orElseThrow();
        assertThat(flag.type()).isEqualTo(ItemType.TEXT_LIST);
        assertThat(flag.texts()).containsExactly("1");
    }

    @Test
    void a_compressed_value_is_told_and_not_guessed() {
        MadeNote note = MadeNote.person(1, "Jane Doe")
                .item(new MadeItem("Body", 1, 0x8008, new byte[] {100, 0, 0, 0, 1, 2, 3}));
        Scanned found = scan(note);
        assertThat(found.only().first("Body").orElseThrow().value())
                .isEqualTo(new ItemValue.Undecoded("compressed, 100 bytes originally"));
        assertThat(found.problems()).hasSize(1);
    }

    @Test
    void a_malformed_value_is_kept_raw() {
        MadeNote note = MadeNote.bare(1, "Jane Doe")
                .item(new MadeItem(FLAG, MadeItem.TEXT_LIST, 0x000C, new byte[] {2, 0, 9, 0, 1, 0, 'x'}));
        Scanned found = scan(note);
        assertThat(found.only().first(FLAG).orElseThrow().value()).isEqualTo(new ItemValue.Raw("02000900010078"));
        assertThat(found.problems())
                .extracting(Object::toString)
                .containsExactly("names.nsf@4391: note 8F6, item AvailableForDirSync: malformed value"
                        + " (a length or an offset points outside of its structure)");
    }

    @Test
    void stubs_named_notes_and_design_notes_are_no_documents() {
        try (NsfWriter writer = NsfWriter.to(file)) {
            writer.stub(MadeNote.person(1, "Jane Doe"));
            writer.note(MadeNote.person(2, "Jim Doe").status(0x0200));
            writer.note(MadeNote.person(3, "Jack Doe").item(MadeItem.text("$Name", "profile")));
            writer.note(MadeNote.person(4, "Jill Doe").noteClass(0));
            writer.note(MadeNote.person(5, "Joan Doe").noteClass(4));
            writer.note(new MadeNote(new Unid(1, 1)).status(0x0040));
            writer.note(MadeNote.person(6, "John Doe").noteClass(0x8001));
        }
        assertThat(Scanned.of(file).only().text("LastName")).isEqualTo("John Doe");
    }

    @Test
    void a_projection_decodes_the_named_items_and_reader_fields_only() {
        MadeNote note = MadeNote.person(1, "Jane Doe")
                .item(new MadeItem("WhoReads", MadeItem.TEXT, 0x044C, MadeItem.lmbcs("CN=Admin/O=Acme")));
        NsfWriter.write(file, List.of(note));
        try (NsfBook book = NsfBook.open(file, "names.nsf", new Cancellation())) {
            Scanned found = Scanned.of(book, Projection.of(List.of("lastname")));
            assertThat(found.only().items()).extracting(Item::name).containsExactly("LastName", "WhoReads");
            assertThat(book.read(note.unid).orElseThrow().items()).hasSize(9);
        }
    }

    @Test
    void the_newest_ids_are_found_on_disk_where_the_superblock_has_no_copy() {
        try (NsfWriter writer = NsfWriter.to(file).withoutRrvInSuperblock()) {
            writer.note(MadeNote.person(1, "Jane Doe"));
        }
        assertThat(Scanned.of(file).only().text("LastName")).isEqualTo("Jane Doe");
    }

    @Test
    void buckets_on_several_pages_are_found() {
        int notes = 1200;
        try (NsfWriter writer = NsfWriter.to(file, 1024, 4096)) {
            for (int i = 0; i < notes; i++) {
                writer.note(MadeNote.bare(i, "P" + i)
                        .item(new MadeItem(FLAG, MadeItem.TEXT, MadeItem.TYPE_BY_NAME, MadeItem.lmbcs("1")))
                        .place(MadeNote.Place.BUCKET));
                writer.flush();
                writer.flushNonSummary();
            }
        }
        Scanned found = Scanned.of(file);
        assertThat(found.problems()).isEmpty();
        assertThat(found.notes()).hasSize(notes);
        assertThat(found.notes())
                .allMatch(note ->
                        note.texts(FLAG).equals(List.of("1")) && note.flags().isEmpty());
    }

    @Test
    void a_sparse_file_beyond_two_GiB_is_read() {
        try (NsfWriter writer = NsfWriter.to(file, 8192, 3L << 30)) {
            writer.note(MadeNote.bare(1, "Jane Doe")
                    .item(new MadeItem(FLAG, MadeItem.TEXT, MadeItem.TYPE_BY_NAME, MadeItem.lmbcs("1")))
                    .place(MadeNote.Place.FILE));
        }
        Note jane = Scanned.of(file).only();
        assertThat(jane.texts(FLAG)).containsExactly("1");
        assertThat(jane.place().offset()).isGreaterThan(3L << 30);
    }

    @Test
    void a_second_document_of_the_same_UNID_is_passed_over() {
        Scanned found = scan(MadeNote.person(1, "Jane Doe"), MadeNote.person(1, "John Doe"));
        assertThat(found.only().text("LastName")).isEqualTo("Jane Doe");
        assertThat(found.problems())
                .extracting(problem -> problem.text())
                .containsExactly("note 8FA has the UNID of an earlier document; it is passed over");
    }

    @Test
    void a_file_that_takes_the_place_of_another_is_read_anew() throws IOException {
        NsfWriter.write(file, List.of(MadeNote.person(1, "Jane Doe")));
        try (NsfBook book = NsfBook.open(file, "names.nsf", new Cancellation())) {
            String token = book.contentToken();
            assertThat(Scanned.of(book).notes()).hasSize(1);
            Path other = NsfWriter.write(
                    folder.resolve("other.nsf"), List.of(MadeNote.person(7, "Jim Doe"), MadeNote.person(8, "Joe Doe")));
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
            assertThat(book.contentToken()).isNotEqualTo(token);
            assertThat(book.read(MadeNote.person(8, "Joe Doe").unid)).isPresent();
            assertThat(Scanned.of(book).notes()).hasSize(2);
        }
    }

    @Test
    void nothing_is_written_to_an_NSF_file_and_the_ways_out_are_named() {
        NsfWriter.write(file, List.of(MadeNote.person(1, "Jane Doe")));
        try (NsfBook book = NsfBook.open(file, "names.nsf", new Cancellation())) {
            assertThatThrownBy(() -> book.writer(new MemoryOverlay()))
                    .hasMessage("names.nsf: an NSF file is only read, never written")
                    .extracting("tryThis")
                    .asString()
                    .contains("DXL export", "open names.dxl", "Notes client");
            assertThatThrownBy(() -> book.images(new Unid(1, 1), FLAG))
                    .hasMessage("names.nsf: an NSF file is only read, never written");
        }
    }

    @Test
    void every_item_flag_is_read() {
        MadeNote note =
                MadeNote.bare(1, "Jane Doe").item(new MadeItem("All", MadeItem.TEXT, 0x066F, MadeItem.lmbcs("x")));
        assertThat(scan(note).only().first("All").orElseThrow().flags())
                .isEqualTo(Set.of(
                        ItemFlag.SIGNED,
                        ItemFlag.SEAL,
                        ItemFlag.SUMMARY,
                        ItemFlag.AUTHORS,
                        ItemFlag.NAMES,
                        ItemFlag.PROTECTED,
                        ItemFlag.READERS));
    }

    @Test
    void documents_of_several_RRV_buckets_are_found_by_UNID() {
        List<MadeNote> notes = new ArrayList<>();
        for (int i = 0; i < 2 * NsfWriter.ENTRIES + 1; i++) {
            notes.add(MadeNote.person(i, "P" + i));
        }
        NsfWriter.write(file, notes);
        try (NsfBook book = NsfBook.open(file, "names.nsf", new Cancellation())) {
            assertThat(Scanned.of(book).notes()).hasSize(notes.size());
            for (MadeNote note : notes) {
                assertThat(book.read(note.unid).orElseThrow().unid()).isEqualTo(note.unid);
            }
        }
    }
}
