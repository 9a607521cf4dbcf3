package dirsh.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.home.HostName;
import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BookLockTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    private static final String BOOK = "/srv/names.dxl";

    @TempDir
    Path folder;

    @Test
    void second_one_learns_who_holds_it_where_and_since_when() {
        try (BookLock lock = take(false)) {
            lock.heldFor("20260102-030405-abcd");
            assertThat(BookLock.holders(folder)).extracting(LockOwner::run).containsExactly("20260102-030405-abcd");
            assertThatThrownBy(() -> take(false))
                    .isInstanceOf(DirshException.class)
                    .hasMessage("another dirsh is writing to this book: run 20260102-030405-abcd of process "
                            + ProcessHandle.current().pid() + " on " + HostName.get() + " since 2026-01-02T03:04:05Z");
        }
        assertThat(BookLock.holders(folder)).isEmpty();
        take(false).close();
    }

    @Test
    void books_do_not_share_a_lock() {
        try (BookLock one = take(false);
                BookLock other = BookLock.take(folder, "/srv/other.dxl", CLOCK, false)) {
            assertThat(BookLock.holders(folder)).hasSize(2);
            assertThat(one.left()).isEmpty();
            assertThat(other.left()).isEmpty();
        }
    }

    @Test
    void dead_process_of_this_host_loses_it_and_is_named() throws IOException {
        recorded(new LockOwner(Long.MAX_VALUE, 0, HostName.get(), "2026-01-01T00:00:00Z", "r"));
        assertThat(BookLock.holders(folder)).isEmpty();
        try (BookLock lock = take(false)) {
            assertThat(lock.left())
                    .hasToString("Optional[run r of process 9223372036854775807 on " + HostName.get()
                            + " since 2026-01-01T00:00:00Z]");
        }
    }

    @Test
    void number_of_a_dead_process_that_another_one_has_now_does_not_keep_it() throws IOException {
        long parent = ProcessHandle.current().parent().orElseThrow().pid();
        recorded(new LockOwner(parent, 1, HostName.get(), "2026-01-01T00:00:00Z", "r"));
        take(false).close();
    }

    @Test
    void living_process_keeps_it_even_where_the_file_system_knows_no_locks() throws IOException {
        long parent = ProcessHandle.current().parent().orElseThrow().pid();
        recorded(new LockOwner(parent, 0, HostName.get(), "2026-01-01T00:00:00Z", "r"));
        assertThatThrownBy(() -> take(true)).hasMessageContaining("run r of process " + parent);
    }

    @Test
    void process_on_another_host_keeps_it_until_the_lock_is_broken_by_name() throws IOException {
        recorded(new LockOwner(17, 0, "elsewhere", "2026-01-01T00:00:00Z", "r"));
        assertThat(BookLock.holders(folder)).extracting(LockOwner::host).containsExactly("elsewhere");
        assertThatThrownBy(() -> take(false))
                .hasMessageContaining("run r of process 17 on elsewhere since 2026-01-01T00:00:00Z")
                .extracting(e -> ((DirshException) e).tryThis())
                .isEqualTo("see on that host whether it still runs; if not, again with --break-lock");
        take(true).close();
        take(false).close();
    }

    @Test
    void file_that_names_nobody_is_free() throws IOException {
        for (String text : List.of("{", "{}", "run x", "\0\0")) {
            take(false).close();
            Files.writeString(file(), text);
            take(false).close();
        }
    }

    private BookLock take(boolean breaking) {
        return BookLock.take(folder, BOOK, CLOCK, breaking);
    }

    private void recorded(LockOwner owner) throws IOException {
        take(false).close();
        Files.writeString(file(), owner.encoded());
    }

    private Path file() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().orElseThrow();
        }
    }
}
