package dirsh.source.domino;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.model.DirshException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NotesFailureTest {

    private final Throwable cause = new IllegalStateException("native");

    @Test
    void the_number_is_told_from_the_bits_that_say_where_an_error_comes_from() {
        assertThat(NotesFailure.of(517, "x")).isEqualTo(new NotesFailure(517, false, "x"));
        assertThat(NotesFailure.of(0x4000 | 517, "x")).isEqualTo(new NotesFailure(517, true, "x"));
        assertThat(NotesFailure.of((short) (0xC000 | 549), "x")).isEqualTo(new NotesFailure(549, true, "x"));
    }

    @Test
    void what_the_library_adds_to_the_text_of_notes_is_taken_off() {
        NotesFailure failure =
                NotesFailure.of(0x4265, "Entry not found (error code: 0x265, raw error with all flags: 0x4265)");
        assertThat(failure.sentence()).isEqualTo("Notes says: Entry not found (error 613, from the server)");
    }

    @Test
    void an_error_without_text_still_has_its_number() {
        assertThat(NotesFailure.of(7, null).sentence()).isEqualTo("Notes reports an error (error 7)");
    }

    @Test
    void a_document_is_gone_in_any_of_three_ways() {
        assertThat(List.of(549, 551, 1028, 0x4000 | 549))
                .allMatch(id -> NotesFailure.of(id, "").isGone());
        assertThat(List.of(517, 582, 0)).noneMatch(id -> NotesFailure.of(id, "").isGone());
    }

    @Test
    void known_numbers_become_sentences_with_a_next_step() {
        assertThat(NotesFailure.of(421, "").exception(cause).tryThis())
                .isEqualTo("export DIRSH_NOTES_INI=/path/to/notes.ini");
        DirshException noDatabase = NotesFailure.of(0x4103, "").exception(cause);
        assertThat(noDatabase.problem()).isEqualTo("there is no such database, from the server");
        assertThat(noDatabase.outcome()).isEqualTo(DirshException.Outcome.BAD_INPUT);
        assertThat(NotesFailure.of(582, "").exception(cause).outcome()).isEqualTo(DirshException.Outcome.FAILED);
        assertThat(NotesFailure.of(0x1908, "").exception(cause).tryThis()).isEqualTo("open ADDRESS --ask-password");
        assertThat(NotesFailure.of(9, "Odd").exception(cause).problem()).isEqualTo("Notes says: Odd (error 9)");
    }
}
