package dirsh.source.nsf;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.Samples;
import dirsh.model.Cancellation;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.source.dxl.DxlBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Real files, against what other readers found in them (nsf-format 14). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NsfSamplesTest {

    private static final String FLAG = "AvailableForDirSync";

    @Test
    void every_file_has_the_notes_and_item_rows_that_other_readers_found() throws IOException {
        Path folder = Samples.path("nsf");
        List<String> expected = Files.readAllLines(folder.resolve("expected.tsv"));
        assertThat(expected).hasSize(1 + 55);
        for (String line : expected.subList(1, expected.size())) {
            String file = line.substring(0, line.indexOf('\t'));
            try (NsfBook book = NsfBook.open(folder.resolve(file), file, new Cancellation())) {
                NsfFingerprint found = book.fingerprint(new Cancellation());
                assertThat(String.join(
                                "\t",
                                found.address(),
                                Long.toString(found.ods()),
                                found.replicaId(),
                                Integer.toString(found.notes()),
                                Integer.toString(found.dataNotes()),
                                Integer.toString(found.namedDataNotes()),
                                Long.toString(found.items()),
                                Integer.toString(found.stubs()),
                                found.itemRowsSha256()))
                        .isEqualTo(line);
                assertThat(found.unreadable()).as(file).isZero();
            }
        }
    }

    @Test
    void the_rows_of_three_files_are_those_of_other_readers() throws IOException {
        for (String file : List.of(
                "hclcapi-notedata_namelook.nsf",
                "hclcapi-notedata_summary.nsf",
                "jnx-test_it-domino-jnx_src_test_resources_nsf_invalidtimedate.nsf")) {
            List<String> expected = Files.readAllLines(Samples.path("nsf/" + file + ".items.tsv"));
            List<String> rows = new ArrayList<>();
            try (NsfBook book = NsfBook.open(Samples.path("nsf/" + file), file, new Cancellation())) {
                book.canonicalRows(new Cancellation(), rows::add);
            }
            assertThat(rows).as(file).isEqualTo(expected.subList(1, expected.size()));
        }
    }

    @Test
    void healthy_files_have_no_problems() throws IOException {
        List<String> problems = new ArrayList<>();
        try (var files = Files.list(Samples.path("nsf"))) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.n[st]f"))
                    .sorted()
                    .toList()) {
                Scanned.of(file).problems().forEach(problem -> problems.add(file.getFileName() + " " + problem.text()));
            }
        }
        // The program that wrote this item stored a binary number as text.
        assertThat(problems)
                .containsExactly("hclcapi-notedata_msearch.nsf note 27EA, item DbViews:"
                        + " its text holds bytes that stand for no character");
    }

    @Test
    void every_document_reads_alone_as_in_a_scan() {
        try (NsfBook book =
                NsfBook.open(Samples.path("nsf/hclcapi-notedata_namelook.nsf"), "namelook.nsf", new Cancellation())) {
            List<Note> notes = Scanned.of(book).notes();
            assertThat(notes).hasSize(17);
            for (Note note : notes) {
                assertThat(book.read(note.unid())).contains(note);
                assertThat(book.places(note.unid())).hasSameSizeAs(note.items());
            }
        }
    }

    @Test
    void the_five_people_of_namelook_are_read() {
        Scanned found = Scanned.of(Samples.path("nsf/hclcapi-notedata_namelook.nsf"));
        assertThat(found.problems()).isEmpty();
        List<String> people = found.notes().stream()
                .filter(note -> note.form().equals("Person"))
                .map(note -> note.noteIdText() + " " + note.unid() + " " + note.text("FullName") + " " + note.sequence()
                        + " " + note.first(FLAG).orElseThrow().sequence())
                .toList();
        assertThat(people)
                .containsExactlyInAnyOrder(
                        "916 00F700C90046001685255E520075C796 Willa Sibert 1 1",
                        "91A 003200950061005C85255E5200761CB4 Robert Boyle 3 3",
                        "91E 000600E7002700A385255E5200769BC8 Theobald Wolfe Tone 1 1",
                        "926 004800D5000B00EA85255E5200778EEE Robert Augustus Toombs 1 1",
                        "936 002E009800FF00E985255E690058C877 Booker Taliaferro Washington 1 1");
        Note willa = found.withId(0x916);
        Item flag = willa.first(FLAG).orElseThrow();
        assertThat(flag.type()).isEqualTo(ItemType.TEXT);
        assertThat(flag.texts()).containsExactly("1");
        assertThat(flag.flags()).isEqualTo(Set.of(ItemFlag.SUMMARY, ItemFlag.PROTECTED));
        assertThat(willa.times().revised()).hasToString("1993-01-12 17:50:17.33 -04:00");
        assertThat(willa.times().modified()).hasToString("2001-11-30 17:00:10.03 -04:00");
        assertThat(willa.first("Photograph").orElseThrow().type()).isEqualTo(ItemType.RICH_TEXT);
    }

    @Test
    void the_values_of_summary_are_those_the_sample_program_prints() {
        Scanned found = Scanned.of(Samples.path("nsf/hclcapi-notedata_summary.nsf"));
        Note first = found.withId(0x20FA);
        assertThat(first.text("plain_text")).isEqualTo("This is a line of simple text.");
        assertThat(first.first("number").orElseThrow().value()).isEqualTo(new ItemValue.Numbers(List.of("0.000987")));
        assertThat(first.first("time_date").orElseThrow().value()).hasToString("Times[values=[1988-01-15]]");
        assertThat(first.texts("text_list")).containsExactly("one", "two", "three", "four");
        assertThat(found.withId(0x2102).first("time_date").orElseThrow().value().display())
                .isEqualTo("1953-07-04 07:12:00.00 -04:00");
    }

    @Test
    void a_time_keeps_its_zone_and_a_type_word_is_stripped() {
        Scanned found = Scanned.of(Samples.path("nsf/jnx-test_it-domino-jnx_src_test_resources_nsf_knowndt.nsf"));
        Note note = found.withId(0x8F6);
        assertThat(note.unid()).hasToString("489CC69E9C1E96CB852585F8005A812C");
        assertThat(note.sequence()).isEqualTo(20);
        assertThat(note.first("foo").orElseThrow().value().display()).isEqualTo("2020-10-05 13:10:07.00 -04:00");
        assertThat(note.first("$UpdatedBy").orElseThrow().type()).isEqualTo(ItemType.TEXT_LIST);
    }

    @Test
    void a_note_is_the_same_from_NSF_and_from_DXL() {
        Note nsf = Scanned.of(Samples.path("nsf/jnx-test_it-domino-jnx_src_test_resources_nsf_invalidtimedate.nsf"))
                .withId(0x8FA);
        Note dxl;
        try (DxlBook book = DxlBook.open(Samples.path("nsf/invalidtimedate.pair.dxl.xml"), "pair.dxl")) {
            dxl = Scanned.of(book).only();
        }
        assertThat(comparable(nsf)).isEqualTo(comparable(dxl));
        assertThat(nsf.flags()).containsExactly(NoteFlag.RESPONSE);
        assertThat(nsf.first("$UpdatedBy").orElseThrow().texts()).isEqualTo(nsf.updatedBy());
    }

    /** The note without what only one of the two formats knows: places, item sequences, how a flag was stated. */
    private static Note comparable(Note note) {
        List<Item> items = note.items().stream()
                .filter(item -> !item.isNamed("$UpdatedBy"))
                .map(item -> new Item(item.name(), item.type(), item.value(), item.flags(), false, 0))
                .toList();
        return note.toBuilder()
                .items(items)
                .summarySize(0)
                .place(dirsh.model.Place.offset("", 0))
                .build();
    }

    @Test
    void stubs_stand_ins_and_profiles_are_no_documents() {
        Scanned found =
                Scanned.of(Samples.path("nsf/jnx-test_it-domino-jnx_src_test_resources_nsf_invalidtimedate.nsf"));
        assertThat(found.notes()).extracting(Note::noteId).containsExactly(0x8FA);
        assertThat(Scanned.of(Samples.path("nsf/hclcapi-notedata_idstore.nsf")).notes())
                .hasSize(1);
    }
}
