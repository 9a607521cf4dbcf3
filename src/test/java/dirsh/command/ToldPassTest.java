package dirsh.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import dirsh.formula.Formula;
import dirsh.model.Cancellation;
import dirsh.sample.SampleDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ToldPassTest {

    @TempDir
    private Path folder;

    private final TestSession console = TestSession.in(Path.of("nowhere"));

    @BeforeEach
    void open() throws Exception {
        new SampleDirectory(1000, 1).write(folder);
        console.session().open(folder.resolve("names.dxl").toString(), null);
    }

    @Test
    void a_diagnosis_tells_how_much_of_the_file_is_read() {
        console.session().book(null).survey(new Cancellation());
        toldOfTheFile();
    }

    @Test
    void a_search_tells_how_much_of_the_file_is_read() {
        console.session()
                .finding(Formula.parse("@All"), List.of("FullName"), null, false, false)
                .toList();
        toldOfTheFile();
    }

    @Test
    void a_view_in_a_file_tells_how_much_of_it_is_read() throws IOException {
        Path view =
                written("view.csv", "FullName,ShortName,AvailableForDirSync", "CN=Jane Doe %1$05d/O=Acme,j%1$05d,1");
        console.session().open(view.toString(), null);
        console.session().book("view").survey(new Cancellation());
        told("reading view, MB [0-2]/2");
    }

    @Test
    void a_comparison_tells_how_much_of_the_export_is_read_and_only_when_it_is() throws IOException {
        Path export = written("export.csv", "DisplayName,Alias,Title", "Jane Doe %1$05d,jane%1$05d,Accounting");
        console.session().exchange(export.toString(), null, true);
        console.session().book(null).survey(new Cancellation());
        console.progress.clear();
        compare();
        told("reading export, MB [0-2]/2|reading names, MB [0-2]/2");
        assertThat(console.progress).anyMatch(told -> told.matches("reading export, MB [01]/2"));
        console.progress.clear();
        compare();
        assertThat(console.progress).isEmpty();
    }

    @Test
    void any_scan_of_an_export_tells_how_much_of_it_is_read() throws IOException {
        Path export = written("export.csv", "DisplayName,Alias,Title", "Jane Doe %1$05d,jane%1$05d,Accounting");
        console.session().exchange(export.toString(), null, true);
        console.session().recipients(null).source().scan(new Cancellation(), recipient -> {});
        told("reading export, MB [0-2]/2");
    }

    @Test
    void recipients_on_a_server_are_counted_as_they_come() throws Exception {
        InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("o=acme");
        config.setSchema(null);
        try (InMemoryDirectoryServer server = new InMemoryDirectoryServer(config)) {
            server.add("dn: o=acme", "objectClass: organization", "o: acme");
            for (int i = 0; i < 2_100; i++) {
                server.add("dn: cn=Jane Doe " + i + ",o=acme", "objectClass: contact", "mailNickname: jane" + i);
            }
            server.startListening();
            console.session().exchange("ldap://localhost:" + server.getListenPort() + "/o=acme", "server", true);
            console.session().book(null).survey(new Cancellation());
            console.progress.clear();
            compare();
            assertThat(console.progress)
                    .filteredOn(told -> told.startsWith("reading server"))
                    .containsExactly("reading server 1000/0", "reading server 2000/0");
        }
    }

    private void compare() {
        console.session().comparisons().of(console.session().book(null));
    }

    /** A file of 2 MB that has been as it is since yesterday. */
    private Path written(String name, String header, String row) throws IOException {
        StringBuilder text = new StringBuilder(header).append('\n');
        for (int i = 0; text.length() < 2_500_000; i++) {
            text.append(row.formatted(i)).append('\n');
        }
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(86_400)));
        return file;
    }

    private void toldOfTheFile() {
        told("reading names, MB [0-2]/2");
    }

    private void told(String words) {
        assertThat(console.progress)
                .hasSizeGreaterThan(2)
                .allMatch(told -> told.matches(words))
                .isSorted()
                .last()
                .isNotEqualTo(console.progress.get(0));
    }

    @AfterEach
    void close() {
        console.session().close();
    }
}
