package dirsh.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dirsh.faults.Child;
import dirsh.faults.SmallDisk;
import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@DisplayNameGeneration(ReplaceUnderscores.class)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class ScratchFileTest {

    private static final String TEMPORARY = "java.io.tmpdir";

    private final String before = System.getProperty(TEMPORARY);

    @AfterEach
    void as_it_was() {
        System.setProperty(TEMPORARY, before);
    }

    @Test
    void nothing_is_left_in_the_folder_while_it_is_in_use(@TempDir Path folder) throws IOException {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "not on this system");
        System.setProperty(TEMPORARY, folder.toString());
        PagedBytes bytes = new PagedBytes(new Room(0));
        byte[] some = new byte[50_000];
        some[49_999] = 7;
        bytes.add(some);

        assertThat(listed(folder)).isEmpty();
        assertThat(bytes.value(49_999)).isEqualTo((byte) 7);
        assertThat(bytes.value(20_000)).isZero();
    }

    @Test
    void a_folder_that_is_not_there_is_named_with_what_to_do(@TempDir Path folder) {
        System.setProperty(TEMPORARY, folder.resolve("gone").toString());
        assertThatThrownBy(() -> new PagedBytes(new Room(0)).add(new byte[50_000]))
                .isInstanceOfSatisfying(DirshException.class, error -> {
                    assertThat(error.problem()).contains("gone").contains("there is no such file");
                    assertThat(error.tryThis()).contains("java.io.tmpdir");
                    assertThat(error.outcome()).isEqualTo(DirshException.Outcome.FAILED);
                });
    }

    @Test
    void an_interrupted_thread_reads_on() {
        PagedBytes bytes = new PagedBytes(new Room(0));
        byte[] some = new byte[1_000_000];
        some[5_000] = 9;
        bytes.add(some);
        Thread.currentThread().interrupt();
        try {
            assertThat(bytes.value(5_000)).isEqualTo((byte) 9);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            assertThat(bytes.value(900_000)).isZero();
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** Scratch files as a session leaves them behind: each a megabyte long, and forgotten. */
    static final class Forgetful {
        private Forgetful() {}

        public static void main(String[] args) {
            int[] megabytes = Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
            for (int size : megabytes) {
                new PagedBytes(new Room(0)).add(new byte[size << 20]);
            }
        }
    }

    @Test
    void files_that_nobody_refers_to_any_more_make_room_on_a_full_disk(@TempDir Path folder) throws Exception {
        String shown = onDiskOfThreeMegabytes(folder, Collections.nCopies(20, "1"));
        assertThat(shown).endsWith("ended with 0\n");
    }

    @Test
    void a_disk_too_small_for_one_file_is_named_by_its_folder(@TempDir Path folder) throws Exception {
        String shown = onDiskOfThreeMegabytes(folder, List.of("4"));
        assertThat(shown)
                .contains("cannot write to a file in " + folder.resolve("disk") + ", ")
                .contains("No space left on device")
                .endsWith("ended with 1\n");
    }

    private static String onDiskOfThreeMegabytes(Path folder, List<String> sizes) throws Exception {
        assumeTrue(SmallDisk.isPermitted(), "a tmpfs can be mounted with unshare -rm");
        Path disk = Files.createDirectory(folder.resolve("disk"));
        ProcessBuilder builder =
                Child.builder(folder, List.of("-Djava.io.tmpdir=" + disk), Forgetful.class.getName(), sizes);
        List<String> command = new ArrayList<>(List.of(
                "unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=3m tmpfs disk; \"$@\"; echo ended with $?"));
        command.add("sh");
        command.addAll(builder.command());
        Path shown = folder.resolve("shown");
        builder.command(command).redirectErrorStream(true).redirectOutput(shown.toFile());
        try (Child child = Child.of(builder.start())) {
            child.end();
        }
        return Files.readString(shown);
    }

    private static List<Path> listed(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
