package dirsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.compare.RecipientIndex;
import dirsh.exchange.Exports;
import dirsh.exchange.RecipientSource;
import dirsh.model.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RememberedIndexTest {

    private static final String HEADER = "DisplayName,Alias\r\n";

    @TempDir
    private Path folder;

    private final RememberedIndex indexes = new RememberedIndex();
    private Path file = Path.of("");
    private RecipientSource source = Exports.csv("", file);

    @BeforeEach
    void an_export_of_yesterday() throws IOException {
        file = folder.resolve("exchange.csv");
        write(HEADER + "Jane Doe,jdoe\r\n", Instant.now().minusSeconds(86_400));
        source = Exports.csv("exchange.csv", file);
    }

    private void write(String text, Instant time) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(time));
    }

    private RecipientIndex index() {
        return indexes.of(source, new Cancellation());
    }

    @Test
    void an_export_that_stays_as_it_is_is_read_once() {
        assertThat(index()).isSameAs(index());
    }

    @Test
    void an_export_that_was_written_again_is_read_again() throws IOException {
        assertThat(index().size()).isEqualTo(1);
        write(HEADER + "Jane Doe,jdoe\r\nJohn Doe,john\r\n", Instant.now().minusSeconds(60));
        assertThat(index().size()).isEqualTo(2);
    }

    @Test
    void an_export_written_just_now_may_be_written_on_unseen_so_it_is_read_again() throws IOException {
        write(HEADER + "Jane Doe,jdoe\r\n", Instant.now().plusSeconds(60));
        assertThat(index()).isNotSameAs(index());
    }

    @Test
    void another_export_is_another_index() {
        RecipientIndex first = index();
        source = Exports.csv("exchange.csv", file);
        assertThat(index()).isNotSameAs(first);
    }
}
