package dirsh.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.command.PromptState;
import dirsh.model.DirshException;
import dirsh.repair.RunState;
import dirsh.repair.UnfinishedRun;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PromptTextTest {

    @Test
    void prompt_names_the_book_and_counts_the_runs_that_wait() {
        RunState cut = RunState.INTERRUPTED;
        RunState open = RunState.OPEN;
        assertThat(prompt("")).isEqualTo("dirsh> ");
        assertThat(prompt("names")).isEqualTo("dirsh names> ");
        assertThat(prompt("names", cut, open, open)).isEqualTo("dirsh names [1 to resume, 2 to verify]> ");
        assertThat(prompt("", cut, cut)).isEqualTo("dirsh [2 to resume]> ");
        assertThat(prompt("names", open)).isEqualTo("dirsh names [1 to verify]> ");
    }

    @Test
    void runs_that_cannot_be_read_do_not_take_the_prompt_away() {
        PromptState broken = new PromptState() {
            @Override
            public String bookName() {
                return "names";
            }

            @Override
            public List<UnfinishedRun> unfinished() {
                throw DirshException.failed("cannot read runs", "doctor", null);
            }
        };
        assertThat(PromptText.of(broken)).isEqualTo("dirsh names [runs cannot be read]> ");
    }

    private static String prompt(String book, RunState... states) {
        return PromptText.of(new PromptState() {
            @Override
            public String bookName() {
                return book;
            }

            @Override
            public List<UnfinishedRun> unfinished() {
                return Arrays.stream(states)
                        .map(state -> new UnfinishedRun("20260102-030405-7a5b", state, 1, 2))
                        .toList();
            }
        });
    }
}
