package dirsh.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.command.MappingSpec;
import dirsh.command.ReaderSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mistake in a reader or a mapping is told with file and line, and nothing else is lost. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReaderAndMappingTest {

    private static final String READER =
            """
            reader('bad') {
              summary 'x'
              item 'CheckPassword'
              reads 'summary'
              yes '1'
              no '0'
              vanished 'x'
              LINE
            }
            """;

    private static final String MAPPING =
            """
            mapping('bad') {
              summary 'x'
              attribute 'department', item: 'Department'
              LINE
            }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sumary 'x'|no such word 'sumary'; a reader is made of summary, details, item, reads, formula, yes, no, blank, kinds, keys, vanished, example",
                "summary 1|summary takes one text, as in summary '…'",
                "summary|summary takes a value, as in summary '…'",
                "item 'A', 'B'|item takes one text, as in item '…'",
                "item ''|item is empty",
                "reads 'guess'|'guess' is none of connector, summary, first-item, view, ldap, formula",
                "formula 'SELECT ('|formula: formula error at character 9: the formula ends where a value is expected",
                "yes 1|yes takes texts, as in yes '…', '…'",
                "yes|yes takes a value, as in yes '…'",
                "blank 'maybe'|'maybe' is none of yes, no",
                "kinds 'people'|'people' is none of person, group, resource, mail-in database",
                "kinds|kinds takes a value, as in kinds '…'",
                "keys 1|keys takes texts, as in keys '…', '…'",
                "vanished true|vanished takes one text, as in vanished '…'",
                "example 'x'|example 'x' needs a reads: '…'",
                "example 'x', over: [A: '1'], reads: 'perhaps'|'perhaps' is none of yes, no, blank",
                "example 'x', over: 'A', reads: 'yes'|over of example takes items, as in over: [ShortName: 'jdoe']",
                "example 'x', ovr: [A: '1'], reads: 'yes'|no such word 'ovr'; beside its value example takes over, hidden, reads",
                "summary 'y'|'summary' is declared twice",
                "yes = '1'|'yes' is followed by its value without an equals sign, as in yes '…'",
                "1 / 0|Division by zero",
                "assert false|assert false",
            })
    void a_mistake_in_a_reader_is_named_with_its_line(String line, String message) {
        broken("readers", READER.replace("LINE", line), "p/readers/bad.groovy:8: " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "atribute 'x', item: 'Y'|no such word 'atribute'; a mapping is made of summary, details, attribute, example",
                "attribute 'x'|attribute 'x' needs an item: '…'",
                "attribute 'x', item: ''|attribute 'x' needs an item: '…'",
                "attribute 'x', item: 1|item of attribute takes a text",
                "attribute 'x', itm: 'Y'|no such word 'itm'; beside its value attribute takes item, longest, onDemand",
                "attribute 'department', item: 'Other'|'department' is declared twice",
                "attribute 'title', item: 'Y', longest: 'z'|longest of attribute takes a whole number from 0",
                "attribute 'title', item: 'Y', longest: -1|longest of attribute takes a whole number from 0",
                "attribute 'title', item: 'Y', onDemand: 'yes'|onDemand of attribute is true or false",
                "attribute 'fax', item: 'Fax'|no recipient has the attribute 'fax'; there are department, phone, company, title, primarySmtpAddress, displayName, firstName, lastName",
                "attribute 1, item: 'Y'|attribute takes one text, as in attribute '…'",
                "example 'x', over: 'Y', gives: [:]|over of example takes items, as in over: [ShortName: 'jdoe']",
                "example 'x', over: [Department: 'Y'], gives: 'Y'|gives of example takes items, as in gives: [ShortName: 'jdoe']",
                "details 1|details takes one text, as in details '…'",
            })
    void a_mistake_in_a_mapping_is_named_with_its_line(String line, String message) {
        broken("mappings", MAPPING.replace("LINE", line), "p/mappings/bad.groovy:4: " + message);
    }

    @Test
    void what_is_missing_is_named_with_the_line_of_the_declaration() {
        for (String word : List.of("summary", "item", "reads", "vanished")) {
            String without =
                    READER.replaceFirst("(?m)^  " + word + " .*\\R", "").replace("  LINE\n", "");
            broken(
                    "readers",
                    "\n" + without,
                    "p/readers/bad.groovy:2: a reader needs " + (word.equals("item") ? "an " : "a ") + word);
        }
        broken(
                "mappings",
                "mapping('bad') {\n summary 'x'\n}",
                "p/mappings/bad.groovy:1: a mapping needs an attribute");
        broken(
                "mappings",
                "mapping('other') { }",
                "p/mappings/bad.groovy:1: the file is called bad.groovy, but declares");
        broken("readers", "reader { }", "p/readers/bad.groovy:1: reader takes a name and a declaration");
        broken("readers", "reader('bad') {", "p/readers/bad.groovy:1: ");
        broken("readers", "mapping('bad') { }", "p/readers/bad.groovy:1: ");
        broken("readers", "", "p/readers/bad.groovy:1: the file declares neither");
    }

    @Test
    void of_two_readers_or_mappings_of_one_name_the_first_counts_and_the_other_is_named() {
        Fixtures.write(folder, "plugins/p/readers/bad.groovy", READER.replace("LINE", "details 'first'"));
        Fixtures.write(folder, "plugins/q/readers/bad.groovy", READER.replace("LINE", "details 'second'"));
        Fixtures.write(folder, "plugins/p/mappings/bad.groovy", MAPPING.replace("LINE", ""));
        Fixtures.write(folder, "plugins/q/mappings/bad.groovy", MAPPING.replace("LINE", ""));
        PluginLoader loader = loader();

        assertThat(loader.readers()).extracting(ReaderSpec::details).containsExactly("first");
        assertThat(loader.mappings()).extracting(MappingSpec::id).containsExactly("bad");
        assertThat(loader.problems())
                .map(String::valueOf)
                .containsExactlyInAnyOrder(
                        "q/mappings/bad.groovy: 'bad' is already declared by p/mappings/bad.groovy",
                        "q/readers/bad.groovy: 'bad' is already declared by p/readers/bad.groovy");
    }

    private void broken(String kind, String source, String problem) {
        Fixtures.write(folder, "plugins/p/" + kind + "/bad.groovy", source);
        Fixtures.write(
                folder,
                "plugins/p/readers/good.groovy",
                READER.replace("'bad'", "'good'").replace("LINE", ""));
        PluginLoader loader = loader();

        assertThat(loader.problems())
                .singleElement()
                .asString()
                .startsWith(problem)
                .doesNotContain("\n");
        assertThat(loader.readers()).extracting(ReaderSpec::id).containsExactly("good");
        assertThat(loader.mappings()).isEmpty();
        deleted("plugins/p/" + kind + "/bad.groovy");
    }

    private void deleted(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PluginLoader loader() {
        return PluginLoader.of(folder, folder.resolve("home"));
    }
}
