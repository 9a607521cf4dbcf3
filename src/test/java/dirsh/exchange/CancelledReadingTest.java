package dirsh.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C ends the reading of recipients at the next record, counted and not timed. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CancelledReadingTest {

    private static final int REQUESTED_AT = 10;

    @TempDir
    private Path folder;

    @Test
    void csv_ends_at_the_next_line() throws IOException {
        StringBuilder text = new StringBuilder("mail,mailNickname\n");
        for (int i = 0; i < 2_000; i++) {
            text.append("p" + i + "@acme.example,p" + i + "\n");
        }
        assertThat(readAfterCtrlC(Exports.csv("x.csv", written("x.csv", text)))).isEqualTo(0);
    }

    @Test
    void ldif_ends_at_the_next_entry() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            text.append("dn: cn=p" + i + ",o=Acme\nobjectClass: user\nmail: p" + i + "@acme.example\n\n");
        }
        assertThat(readAfterCtrlC(Exports.ldif("x.ldif", written("x.ldif", text))))
                .isEqualTo(0);
    }

    private Path written(String name, StringBuilder text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static int readAfterCtrlC(RecipientSource source) {
        Cancellation cancellation = new Cancellation();
        List<Recipient> read = new ArrayList<>();
        assertThatThrownBy(() -> source.scan(cancellation, new RecipientSink() {
                    @Override
                    public void recipient(Recipient recipient) {
                        read.add(recipient);
                        if (read.size() == REQUESTED_AT) {
                            cancellation.request();
                        }
                    }

                    @Override
                    public void problem(Problem problem) {
                        throw new AssertionError(problem);
                    }

                    @Override
                    public void warning(String warning) {
                        throw new AssertionError(warning);
                    }
                }))
                .isInstanceOfSatisfying(DirshException.class, e -> assertThat(e.outcome())
                        .isEqualTo(DirshException.Outcome.INTERRUPTED));
        return read.size() - REQUESTED_AT;
    }
}
