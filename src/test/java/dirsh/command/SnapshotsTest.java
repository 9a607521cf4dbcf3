package dirsh.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.Workplace;
import dirsh.compare.Snapshot;
import dirsh.json.JsonObject;
import dirsh.model.DirshException;
import dirsh.source.nsf.ThreeReplicas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a book held at one moment, and what changed since. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SnapshotsTest {

    @TempDir
    private Path folder;

    private Workplace place;

    @BeforeEach
    void open() {
        place = Workplace.in(folder);
    }

    private List<String> changes(String lines, int code) {
        Workplace.Ran ran = place.commands(lines + " -o json");
        assertThat(ran.code()).as(ran.toString()).isEqualTo(code);
        List<?> rows = (List<?>) JsonObject.read("rows", "{\"rows\":" + ran.out() + "}")
                .members()
                .get("rows");
        return rows.stream()
                .map(row -> (Map<?, ?>) row)
                .map(row -> row.get("fullName").toString().replaceAll("CN=|/O=.*", "") + ": " + row.get("change")
                        + ", " + row.get("then") + " -> " + row.get("now")
                        + (row.containsKey("repairedBy") ? " after " + row.get("repairedBy") : ""))
                .toList();
    }

    private String lastRun() {
        String row = place.commands("runs -o csv").out().lines().toList().get(1);
        return row.substring(0, row.indexOf(','));
    }

    @Test
    void nothing_changed_leaves_nothing_to_do() {
        assertThat(place.commands("open acme.dxl; snapshot monday.snap").err())
                .contains("snapshot monday.snap: 16 people and groups of acme.dxl");
        Workplace.Ran ran = place.commands("open acme.dxl; diagnose --since monday.snap");
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).isEqualTo("(none)\n");
        assertThat(ran.err()).contains("0 changes since monday.snap");
    }

    @Test
    void who_was_repaired_is_healed_and_who_is_damaged_after_it_is_damaged_again() {
        place.commands("open acme.dxl; snapshot damaged.snap; diagnose --cause not-summary | plan | apply --yes;"
                + " snapshot repaired.snap");
        String run = lastRun();
        assertThat(changes("open acme.dxl; diagnose --since damaged.snap", 0))
                .containsExactly("Ida Novak: healed, not-summary -> healthy after " + run);

        place.commands("open acme.dxl; undo " + run + " --yes");
        place.commands("open acme.dxl; diagnose --cause not-summary | plan | apply --yes; snapshot again.snap");
        damage();
        assertThat(changes("open acme.dxl; diagnose --since again.snap", 1))
                .singleElement()
                .asString()
                .startsWith("Ida Novak: damaged-again, healthy -> not-summary after ")
                .doesNotContain(run);
    }

    /** As a script would that forgets the summary flag. */
    private void damage() {
        try {
            Path book = folder.resolve("acme.dxl");
            String text = Files.readString(book);
            int ida = text.indexOf("Ida Novak");
            int flag = text.indexOf("<item name='AvailableForDirSync'", ida);
            Files.writeString(
                    book,
                    text.substring(0, flag)
                            + text.substring(flag)
                                    .replaceFirst("'AvailableForDirSync'", "'AvailableForDirSync' summary='false'"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void who_came_and_went_is_told() throws IOException {
        ThreeReplicas.write(folder);
        place.commands("open hub1.dxl; snapshot hub1.snap");
        assertThat(changes("open hub3.dxl; diagnose --since hub1.snap", 0))
                .containsExactly("DIVERGED: healed, not-summary -> healthy", "ONLYHERE: gone, healthy -> not there");
        place.commands("open hub3.dxl; snapshot hub3.snap");
        assertThat(changes("open hub1.dxl; diagnose --since hub3.snap", 1))
                .containsExactly("DIVERGED: damaged, healthy -> not-summary");
    }

    @Test
    void compare_says_who_has_appeared_in_exchange_since() {
        place.commands("sample people --people 40 --seed 3; open people/names.dxl; exchange people/exchange.csv;"
                + " snapshot before.snap; plan | apply --yes; sample people --next-sync");
        List<String> appeared =
                changes("open people/names.dxl; exchange people/exchange-next.csv; compare --since before.snap", 0);
        assertThat(appeared).isNotEmpty().allMatch(line -> line.contains(": appeared, missing, "));
        assertThat(appeared).anyMatch(line -> line.contains(" -> in Exchange, healthy after "));
        assertThat(changes(
                        "open people/names.dxl; exchange people/exchange-next.csv; snapshot after.snap;"
                                + " exchange people/exchange.csv; compare --since after.snap",
                        1))
                .hasSameSizeAs(appeared)
                .allMatch(line -> line.contains(": lost, in Exchange, "));
    }

    @Test
    void compare_refuses_a_snapshot_without_exchange() {
        Workplace.Ran ran = place.commands("open acme.dxl; snapshot x.snap; exchange acme.csv; compare --since x.snap");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("snapshot x.snap was taken without an Exchange export");
    }

    @Test
    void a_snapshot_is_private_and_never_replaces_a_file() throws IOException {
        place.commands("open acme.dxl; snapshot x.snap");
        byte[] before = Files.readAllBytes(folder.resolve("x.snap"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("x.snap"))))
                .isEqualTo("rw-------");
        Workplace.Ran ran = place.commands("open acme.dxl; snapshot x.snap");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("x.snap is there already, and a snapshot never replaces a file");
        assertThat(folder.resolve("x.snap")).hasBinaryContent(before);
    }

    @Test
    void another_version_is_refused_in_one_line() throws IOException {
        place.commands("open acme.dxl; snapshot x.snap");
        byte[] bytes = Files.readAllBytes(folder.resolve("x.snap"));
        assertThat(new String(bytes, 0, 17, StandardCharsets.US_ASCII)).isEqualTo("dirsh snapshot 1\n");
        bytes[15] = '9';
        Files.write(folder.resolve("y.snap"), bytes);
        Workplace.Ran ran = place.commands("open acme.dxl; diagnose --since y.snap");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err())
                .contains(
                        "snapshot y.snap was written by another version of dirsh (its format is 9, this one reads 1)");
    }

    @Test
    void what_is_no_whole_snapshot_is_refused_wherever_it_was_cut_or_changed() throws IOException {
        place.commands("open acme.dxl; snapshot x.snap");
        byte[] bytes = Files.readAllBytes(folder.resolve("x.snap"));
        Path file = folder.resolve("bad.snap");
        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> SnapshotFile.read(file, "bad.snap"))
                    .as("cut at %s", length)
                    .isInstanceOf(DirshException.class)
                    .hasMessageContaining("bad.snap");
        }
        Snapshot whole = SnapshotFile.read(folder.resolve("x.snap"), "x.snap");
        for (int bit = 17 * Byte.SIZE; bit < bytes.length * Byte.SIZE; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            Files.write(file, changed);
            try {
                // Some bits of the compressed header mean nothing; then the content is what it was.
                assertThat(kept(SnapshotFile.read(file, "bad.snap")))
                        .as("bit %s", bit)
                        .isEqualTo(kept(whole));
            } catch (DirshException e) {
                assertThat(e.problem()).contains("bad.snap");
            }
        }
        assertRefused("acme.csv", "a file of another kind");
        assertRefused("absent.snap", "no file");
    }

    private static List<Snapshot.Kept> kept(Snapshot snapshot) {
        return IntStream.range(0, snapshot.size()).mapToObj(snapshot::kept).toList();
    }

    private void assertRefused(String file, String what) {
        Workplace.Ran ran = place.commands("open acme.dxl; diagnose --since " + file);
        assertThat(ran.code()).as(what + "\n" + ran).isEqualTo(2);
        assertThat(ran.err()).doesNotContain("Exception");
    }

    @Test
    void a_snapshot_of_another_directory_is_refused() throws IOException {
        Files.writeString(
                folder.resolve("other.dxl"),
                Files.readString(folder.resolve("acme.dxl")).replace("86257A1B0042C0DE", "86257A1B00420000"));
        Workplace.Ran ran = place.commands("open other.dxl; snapshot o.snap; open acme.dxl; diagnose --since o.snap");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("snapshot o.snap is of another directory, other.dxl");
    }
}
