package dirsh.source.dxl;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.Samples;
import dirsh.source.Projection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parser is the measure: what is read off the bytes must be the same in every respect. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PlainAgreesWithParserTest {

    private static final int MUTANTS = Integer.getInteger("dirsh.dxl.mutants", 10_000);

    private static final List<Projection> PROJECTIONS = List.of(
            Projection.ALL,
            new Projection(Set.of("")),
            Projection.of(List.of("Type", "FullName", "LastName", "A", "K", "AvailableForDirSync")));

    private static final String OTHER = "7E3A91C4D25F4B0841258ADD002D5191";

    @TempDir
    Path folder;

    @Test
    void every_sample_file_is_the_same() throws IOException {
        int files = 0;
        try (Stream<Path> all = Files.walk(Samples.path(""))) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                if (file.toString().endsWith(".dxl") || file.toString().endsWith(".xml")) {
                    same(file, Projection.ALL, file.toString());
                    files++;
                }
            }
        }
        assertThat(files).isGreaterThan(10);
    }

    @Test
    void plain_documents_need_no_parser() throws IOException {
        Path file = Dxl.write(folder, Dxl.database(Dxl.person(Dxl.item("<text>1</text>")), Dxl.personWithUnid(OTHER)));
        assertThat(same(file, Projection.ALL, "two persons"))
                .isEqualTo(new DxlPass.Outcome(DxlEncoding.UTF_8, 2, 0, false));
    }

    @Test
    void what_stands_between_items_is_not_mistaken_for_what_stood_there_before() throws IOException {
        StringBuilder documents = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            String between = i % 3 == 0 ? "" : "<updatedby><name>CN=" + i % 2 + "/O=Acme</name></updatedby>";
            documents.append("<document>\n<noteinfo unid='" + OTHER.substring(1) + i + "'/>\n<item name='A'><text>" + i
                    + "</text></item>" + between + "\n<item name='B'><text/></item>" + (i % 2 == 0 ? "\n" : "\r\n\n")
                    + "<item name='C'><textlist><text>" + i + "</text></textlist></item>" + between
                    + "<item name='D'><number>" + i + "</number></item></document>");
        }
        Path file = Dxl.write(folder, Dxl.database(documents.toString()));
        assertThat(same(file, Projection.ALL, "between"))
                .isEqualTo(new DxlPass.Outcome(DxlEncoding.UTF_8, 6, 0, false));
    }

    @Test
    void what_is_made_to_hurt_is_the_same() throws IOException {
        List<String> hostile = List.of(
                Dxl.database(Dxl.person(Dxl.item("<richtext>" + "<par>".repeat(100_000)))),
                "<!DOCTYPE d [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]>"
                        + Dxl.database(Dxl.person(Dxl.item("<text>&b;</text>"))).substring(Dxl.DECLARATION.length()),
                Dxl.database(
                        Dxl.person(Dxl.item("<text>" + "1".repeat(3 << 20) + "</text>")), Dxl.personWithUnid(OTHER)),
                Dxl.database(
                        Dxl.person("<item name='A'><text>1</text></item>".repeat(120_000)), Dxl.personWithUnid(OTHER)),
                Dxl.database(Dxl.person(Dxl.item("<object>" + names(3000) + "</object>")), Dxl.personWithUnid(OTHER)),
                Dxl.database(
                        Dxl.person(Dxl.item("<text>" + " ".repeat(300_000) + "</text>")),
                        " ".repeat(2 << 20),
                        Dxl.personWithUnid(OTHER)));
        for (int i = 0; i < hostile.size(); i++) {
            same(Dxl.write(folder, hostile.get(i)), Projection.ALL, "hostile " + i);
        }
    }

    private static String names(int count) {
        StringBuilder elements = new StringBuilder();
        for (int i = 0; i < count; i++) {
            elements.append("<e").append(i).append("/>");
        }
        return elements.toString();
    }

    @Test
    void every_mutant_is_the_same() throws IOException {
        List<String> documents = documents();
        Random random = new Random(14);
        int plain = 0;
        int parsed = 0;
        int whole = 0;
        int refused = 0;
        for (int i = 0; i < MUTANTS; i++) {
            Path file = Dxl.write(folder, DxlMutant.of(documents, random));
            DxlPass.Outcome outcome = same(file, PROJECTIONS.get(i % PROJECTIONS.size()), "mutant " + i);
            if (outcome == null) {
                refused++;
            } else {
                plain += outcome.plain();
                parsed += outcome.parsed();
                whole += outcome.whole() ? 1 : 0;
            }
        }
        // Each way has to be gone often for the comparison to mean something.
        assertThat(plain).isGreaterThan(MUTANTS / 2);
        assertThat(parsed).isGreaterThan(MUTANTS / 20);
        assertThat(whole).isGreaterThan(MUTANTS / 50);
        assertThat(refused).isGreaterThan(MUTANTS / 5);
    }

    private static List<String> documents() throws IOException {
        List<String> documents =
                new ArrayList<>(DxlMutant.documents(Files.readString(Samples.path("dxl-examples/persons.dxl"))));
        documents.add(
                Dxl.person(Dxl.item("<text>M\u00fcller &amp; S\u00f6hne\r\n</text>"), Dxl.item("<text>]] </text>")));
        return documents;
    }

    private static DxlPass.@Nullable Outcome same(Path file, Projection projection, String name) throws IOException {
        DxlSight.Result plain = DxlSight.plain(file, projection);
        DxlSight parser = DxlSight.parser(file, projection);
        if (!plain.sight().equals(parser)) {
            assertThat(plain.sight())
                    .as(name + ":\n" + Files.readString(file, StandardCharsets.ISO_8859_1))
                    .isEqualTo(parser);
        }
        return plain.outcome();
    }
}
