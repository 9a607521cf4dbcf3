package dirsh;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.faults.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same directory with little memory and with plenty: what is kept of its people is then in files, or all in memory, and the
 * answers are the same to the byte.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SmallHeapTest {

    private static final int REPLICA_ID_LENGTH = 16;
    private static final String OPEN = "open names.dxl; exchange exchange.csv; ";
    private static final List<String> SMALL = List.of("-Xmx40m", "-XX:NewRatio=6");
    private static final List<String> LARGE = List.of("-Xmx1g");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void a_directory_of_30_000_people() throws IOException, InterruptedException {
        try (Child child = Child.dirsh(folder, "sample . --people 30000; sample other --people 3000")) {
            assertThat(child.end()).as("%s", child).isZero();
        }
        // Not a replica of the large book, and its people have the same ids: they are in both.
        Path other = folder.resolve("other").resolve("names.dxl");
        String text = Files.readString(other);
        int id = text.indexOf("replicaid='") + "replicaid='".length();
        String replica = text.substring(id, id + REPLICA_ID_LENGTH);
        Files.writeString(other, text.replace(replica, "F".repeat(REPLICA_ID_LENGTH)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                OPEN + "diagnose -o csv",
                OPEN + "compare -o json; diagnose; find LastName=\"Jones\"",
                OPEN + "compare --attributes department; compare --attributes title,phone; compare",
                "open other/names.dxl --as other; " + OPEN + "compare -o json",
                OPEN + "open names.dxl --as copy; replicas compare names copy --by name"
            })
    void a_small_heap_gives_the_answers_of_a_large_one(String commands) throws IOException, InterruptedException {
        try (Child large = Child.dirsh(folder, LARGE, commands);
                Child small = Child.dirsh(folder, SMALL, commands)) {
            int expected = large.end();
            assertThat(small.end()).as("%s", small).isEqualTo(expected);
            assertThat(small.out()).isEqualTo(large.out()).isNotEmpty();
            assertThat(small.err()).isEqualTo(large.err());
        }
    }

    /** That the small heap does use files, and what there is to do without them. */
    @Test
    void without_a_folder_for_temporary_files_a_small_heap_is_not_enough_and_the_user_is_told()
            throws IOException, InterruptedException {
        String nowhere = "-Djava.io.tmpdir=" + folder.resolve("nowhere");
        List<String> small = Stream.concat(SMALL.stream(), Stream.of(nowhere)).toList();
        try (Child child = Child.dirsh(folder, small, OPEN + "compare")) {
            assertThat(child.end()).as("%s", child).isEqualTo(3);
            assertThat(child.out()).isEmpty();
            List<String> told = child.err().lines().toList();
            assertThat(told.subList(told.size() - 2, told.size()))
                    .as("behind the lines of open and exchange, and of a JVM that looks for the folder itself")
                    .satisfiesExactly(
                            problem -> assertThat(problem)
                                    .startsWith("cannot make a file in ")
                                    .contains("nowhere"),
                            tryThis -> assertThat(tryThis).startsWith("try: ").contains("java.io.tmpdir"));
        }
    }
}
