package dirsh.source.dxl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dirsh.model.DirshException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports that name other files and servers: nothing but the export itself is ever opened. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@Timeout(60) // who connects gets no answer
class Case12ExternalEntitiesTest {

    private static final String SECRET = "s3cret";
    private static final String ROOT = "<database xmlns='http://www.lotus.com/dxl' replicaid='86257A1B0042C0DE'";

    @TempDir
    Path folder;

    private ServerSocketChannel listener;
    private Path secret;
    private Path dtd;

    @BeforeEach
    void something_to_be_fetched() throws IOException {
        // Connections are made without being accepted, so that none can be missed.
        listener = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        listener.configureBlocking(false);
        secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
        dtd = Files.writeString(folder.resolve("x.dtd"), "<!ENTITY x '" + SECRET + "'>");
    }

    @AfterEach
    void nobody_connected() throws IOException {
        try (ServerSocketChannel listening = listener) {
            assertThat(listening.accept()).isNull();
        }
    }

    private String address() {
        try {
            return "http://127.0.0.1:" + ((InetSocketAddress) listener.getLocalAddress()).getPort() + "/x";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String fill(String text) {
        return text.replace("HTTP", address())
                .replace("FILE", secret.toUri().toString())
                .replace("DTD", dtd.toUri().toString());
    }

    private String problem(String content) {
        Path file = Dxl.write(folder, content);
        DirshException e = catchThrowableOfType(DirshException.class, () -> Dxl.scan(file));
        assertThat(e).as(content).isNotNull();
        assertThat(e.outcome()).isEqualTo(DirshException.Outcome.BAD_INPUT);
        assertThat(e.tryThis()).isNotEmpty();
        assertThat(e.problem()).matches("names\\.dxl:\\d+:\\d+: [^\n]*").doesNotContain(SECRET);
        return e.problem();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[<!ENTITY a 'x'>]",
                "[<!ENTITY x SYSTEM 'FILE'>]",
                "[<!ENTITY x SYSTEM 'HTTP'>]",
                "[<!ENTITY x PUBLIC '-//X//Y' 'HTTP'>]",
                "[<!ENTITY % p SYSTEM 'HTTP'> %p;]",
                "[<!ENTITY % p SYSTEM 'DTD'> %p;]",
                "SYSTEM 'HTTP' [<!ENTITY % p SYSTEM 'FILE'> %p;]",
                "[<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;'>]",
                "[<!NOTATION n SYSTEM 'HTTP'><!ENTITY x SYSTEM 'HTTP' NDATA n>]",
            })
    void a_doctype_that_declares_entities_is_refused(String declarations) {
        for (String content : List.of("", Dxl.person(Dxl.item("<text>&x;</text>")))) {
            assertThat(problem("<?xml version='1.0'?>\n<!DOCTYPE database " + fill(declarations) + ">\n" + ROOT + ">"
                            + content + "</database>"))
                    .startsWith("names.dxl:2:")
                    .endsWith("the DOCTYPE declares entities, which is refused");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SYSTEM 'HTTP'",
                "SYSTEM 'DTD'",
                "PUBLIC '-//X//Y' 'DTD'",
                "SYSTEM 'HTTP' []",
                "SYSTEM 'HTTP' [%p;]",
                ""
            })
    void an_external_DTD_is_not_read_so_that_its_entities_are_unknown(String named) {
        assertThat(problem("<!DOCTYPE database " + fill(named) + ">\n" + ROOT + ">"
                        + Dxl.person(Dxl.item("<text>&x;</text>")) + "</database>"))
                .endsWith("an entity is used that XML does not define");
        assertThat(Dxl.scan(Dxl.write(
                                folder,
                                "<!DOCTYPE database " + fill(named) + ">\n" + ROOT + ">" + Dxl.person()
                                        + "</database>"))
                        .notes())
                .hasSize(1);
    }

    @Test
    void entities_are_refused_in_every_encoding() {
        String text = fill("<!DOCTYPE database [<!ENTITY x SYSTEM 'FILE'>]>" + ROOT + ">"
                + Dxl.person(Dxl.item("<text>&x;</text>")) + "</database>");
        Path file = Dxl.write(folder, "\uFEFF" + text, StandardCharsets.UTF_16LE);
        assertThat(catchThrowableOfType(DirshException.class, () -> Dxl.scan(file))
                        .problem())
                .contains("the DOCTYPE declares entities, which is refused");
    }

    @Test
    void what_else_may_name_a_file_is_only_text() {
        Path file = Dxl.write(
                folder,
                fill("<?xml-stylesheet type='text/xsl' href='HTTP'?>\n" + ROOT
                        + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='HTTP HTTP'"
                        + " xmlns:xi='http://www.w3.org/2001/XInclude'>\n"
                        + Dxl.person(
                                "<xi:include href='FILE' parse='text'/>",
                                "<item name='A'><text><xi:include href='HTTP'/></text></item>",
                                Dxl.item("<text>FILE HTTP</text>"))
                        + "</database>"));
        assertThat(Dxl.scan(file).only().text("AvailableForDirSync")).isEqualTo(fill("FILE HTTP"));
        assertThat(Dxl.scan(file).only().toString()).doesNotContain(SECRET);
    }

    @Test
    void the_exporters_own_doctype_is_accepted() {
        for (String version : List.of("domino_8_5", "domino_9_0_1", "domino_12_0_2", "domino")) {
            Path file = Dxl.write(
                    folder,
                    Dxl.DECLARATION + "<!DOCTYPE database SYSTEM 'xmlschemas/" + version + ".dtd'>\n"
                            + Dxl.database(Dxl.person()).substring(Dxl.DECLARATION.length()));
            assertThat(Dxl.scan(file).only().place().line()).isEqualTo(4);
        }
    }
}
