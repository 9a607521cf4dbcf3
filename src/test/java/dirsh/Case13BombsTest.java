package dirsh;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.faults.Child;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files made to fill the memory or the stack: each is read, or refused in one line, by one process of 256 MB that reads all of
 * them one after the other, and then still works.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case13BombsTest {

    /** As the list of failures has it; {@code -Ddirsh.hostile.bombs=10000000} makes larger ones. */
    private static final int MILLION = Integer.getInteger("dirsh.hostile.bombs", 1_000_000);

    private static final int NOBODIES = 300_000;
    private static final List<String> HEAP = List.of("-Xmx256m");

    private static final String HEAD =
            """
            <?xml version='1.0' encoding='utf-8'?>
            <database xmlns='http://www.lotus.com/dxl' replicaid='86257A1B0042C0DE'>
            """;
    private static final String DOCUMENT =
            """
            <document form='Person'>
            <noteinfo noteid='8f6' unid='7E3A91C4D25F4B0841258ADD002D5190' sequence='2'/>
            <item name='Type'><text>Person</text></item><item name='FullName'><text>CN=Jane Doe/O=Acme</text></item>
            <item name='AvailableForDirSync'><text>Yes</text></item>
            """;
    private static final String END = "</document>\n</database>\n";

    @TempDir
    private Path folder;

    private final List<String> commands = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    @FunctionalInterface
    private interface Content {
        void writeTo(Writer out) throws IOException;
    }

    private void bomb(String name, Content content) throws IOException {
        try (Writer out = Files.newBufferedWriter(folder.resolve(name))) {
            content.writeTo(out);
        }
    }

    /** Many records of nobody in a few KB, whole and with the right count: a thousand times as many take as many MB. */
    private void gzip(String name) throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve(name))) {
            file.write("dirsh snapshot 1\n".getBytes(StandardCharsets.US_ASCII));
            GZIPOutputStream packed = new GZIPOutputStream(file, 1 << 16);
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(packed));
            for (String word : List.of("book.dxl", "book.dxl", "86257A1B0042C0DE")) {
                out.writeUTF(word);
            }
            out.writeLong(0);
            out.writeBoolean(false);
            for (int i = 0; i < NOBODIES; i++) {
                out.writeByte(1);
                out.writeLong(0);
                out.writeLong(0);
                out.writeInt(1);
                out.writeUTF("person");
                out.writeUTF("");
                out.writeInt(0);
                out.writeByte(2);
                out.writeInt(0);
            }
            out.writeByte(0);
            out.writeInt(NOBODIES);
            out.flush();
            packed.finish();
        }
    }

    private static void repeat(Writer out, String text, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            out.write(text);
        }
    }

    /** An export whose one document holds something between a head and an end. */
    private void export(String name, String before, String again, int times, String after) throws IOException {
        bomb(name, out -> {
            out.write(HEAD + DOCUMENT + before);
            repeat(out, again, times);
            out.write(after + END);
        });
    }

    private void run(String commandLine, String says) {
        commands.add(commandLine);
        expected.add(says);
    }

    @Test
    void exports_of_an_address_book() throws IOException, InterruptedException {
        bomb("entities.dxl", out -> {
            out.write("<!DOCTYPE database [<!ENTITY a0 'aaaaaaaaaa'>");
            for (int i = 1; i < 30; i++) {
                out.write("<!ENTITY a" + i + " '" + ("&a" + (i - 1) + ";").repeat(10) + "'>");
            }
            out.write("]>" + HEAD.substring(HEAD.indexOf('\n') + 1) + DOCUMENT
                    + "<item name='A'><text>&a29;</text></item>" + END);
        });
        run("open entities.dxl; status", "entities.dxl:1:1: the DOCTYPE declares entities, which is refused");
        export("deep.dxl", "<item name='Body'><richtext>", "<par>", 100_000, "");
        run("open deep.dxl; status", "elements are nested deeper than 200 levels");
        export("text.dxl", "<item name='Comment'><text>", "x".repeat(1000), 20_000, "</text></item>");
        run("open text.dxl; status", "");
        run("find @All --items Comment | count", "");
        run("diagnose | plan --cause label-stored | apply --yes", "1 planned: 0 done, 1 refused");
        export(
                "object.dxl",
                "<item name='$File'><object><file name='a'><filedata>",
                "QUJD".repeat(19) + "\n",
                300_000,
                "</filedata></file></object></item>");
        run("open object.dxl; status", "");
        export("items.dxl", "", "<item name='A'><text>1</text></item>\n", MILLION, "");
        run("open items.dxl; status", "");
        run("items items.dxl --fingerprint", "");
        run("diagnose | plan --cause label-stored | apply --yes", "1 planned: 0 done, 1 refused");
        export("values.dxl", "<item name='Members'><textlist>", "<text>a</text>", MILLION, "</textlist></item>");
        run("open values.dxl; status", "");
        ran(4);
    }

    @Test
    void exports_of_Exchange() throws IOException, InterruptedException {
        bomb("book.dxl", out -> out.write(HEAD + DOCUMENT + END));
        run("open book.dxl", "");
        bomb("header.csv", out -> {
            out.write("Alias");
            repeat(out, ",c", MILLION);
            out.write("\na\n");
        });
        run("exchange header.csv; compare", "");
        bomb("row.csv", out -> {
            out.write("Alias,EmailAddresses\na");
            repeat(out, ",SMTP:a@b.c", MILLION);
            out.write("\n");
        });
        run("exchange row.csv; compare", "");
        bomb("values.csv", out -> {
            out.write("Alias,EmailAddresses\na,\"SMTP:a@b.c");
            repeat(out, ";smtp:a@b.c", MILLION);
            out.write("\"\n");
        });
        run("exchange values.csv; compare", "");
        bomb("cell.csv", out -> {
            out.write("Alias,Title\na,");
            repeat(out, "x".repeat(1000), 20_000);
            out.write("\n");
        });
        run("exchange cell.csv; compare", "cell.csv:2:1: a field of more than 16 MiB");
        bomb("open.csv", out -> {
            out.write("Alias,Title\na,\"");
            repeat(out, "x".repeat(99) + "\n", 180_000);
        });
        run("exchange open.csv; compare", "open.csv:2:1: a field of more than 16 MiB");
        bomb("empty.csv", out -> {
            out.write("Alias,Title\n");
            repeat(out, "\n", MILLION);
        });
        run("exchange empty.csv; compare", "");
        bomb("attributes.ldif", out -> {
            out.write("dn: CN=a,DC=b\n");
            repeat(out, "proxyAddresses: smtp:a@b.c\nother: a\n", MILLION);
        });
        run("exchange attributes.ldif; compare", "");
        bomb("names.ldif", out -> {
            out.write("dn: CN=a,DC=b\nmail: a@b.c\n");
            for (int i = 0; i < MILLION / 4; i++) {
                out.write("a" + i + ": x\n");
            }
        });
        run("exchange names.ldif; compare", "");
        bomb("folded.ldif", out -> {
            out.write("dn: CN=a,DC=b\nmail: a@b.c\ntitle: a\n");
            repeat(out, " x\n", MILLION);
        });
        run("exchange folded.ldif; compare", "");
        bomb("value.ldif", out -> {
            out.write("dn: CN=a,DC=b\nmail: a@b.c\ntitle: ");
            repeat(out, "x".repeat(1000), 70_000);
        });
        run("exchange value.ldif; compare", "value.ldif:3:1: a value of more than 64 MiB");
        ran(2);
    }

    @Test
    void what_dirsh_itself_wrote() throws IOException, InterruptedException {
        bomb("book.dxl", out -> out.write(HEAD + DOCUMENT + END));
        run("open book.dxl; snapshot s.snap", "");
        bomb("deep.json", out -> repeat(out, "[", 100_000));
        run("apply deep.json --yes", "deep.json:1:201: no valid JSON: nested deeper than 200 levels");
        bomb("text.json", out -> {
            out.write("{\"id\":\"");
            repeat(out, "x".repeat(1000), 20_000);
        });
        run("apply text.json --yes", "text.json:1:7: no valid JSON: the text is not closed");
        bomb("members.json", out -> {
            out.write("{\"id\":\"\"");
            for (int i = 0; i < MILLION; i++) {
                out.write(",\"" + i + "\":0");
            }
            out.write("}");
        });
        run("apply members.json --yes", "members.json:1:1: this is not a plan");
        bomb("changes.json", out -> {
            out.write("{\"id\":\"\",\"schema\":2,\"book\":{},\"changes\":[{}");
            repeat(out, ",{}", MILLION);
            out.write("]}");
        });
        run("apply changes.json --yes", "changes.json:");
        gzip("gzip.snap");
        run("diagnose --since gzip.snap", "snapshot gzip.snap is damaged or cut off");
        ran(2);
    }

    private void ran(int code) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("--keep-going"));
        for (String command : commands) {
            words.add("-c");
            words.add(command);
        }
        words.add("-c");
        words.add("40 + 2");
        try (Child child = Child.start(folder, HEAP, "dirsh.Main", words)) {
            int ended = child.end();
            assertThat(child.out()).as(child.toString()).endsWith("42\n");
            assertThat(child.err()).as(child.toString()).doesNotContain("not enough memory", "Error", "\tat ");
            assertThat(child.err()).as(child.toString()).contains(expected);
            assertThat(ended).as(child.toString()).isEqualTo(code);
        }
    }
}
