package dirsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What some language would run or fill in stays text, in names, plans, reports and formulas. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case23TemplatesInDataTest {

    /** None holds what JSON, YAML or HTML has to escape. */
    private static final List<String> TEMPLATES = List.of(
            "${6*7}",
            "$name",
            "${new File('gone').text}",
            "#{6*7}",
            "{{6*7}}",
            "[[${6*7}]]",
            "%d%n%s",
            "java.util.Date",
            "{{#each}}",
            "@Command([Exit])",
            "{{fullName}}");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"table", "wide", "list", "csv", "json", "yaml"})
    void templates_stay_text_in_every_answer(String format) {
        Workplace.Ran ran = HostileNames.in(folder, TEMPLATES)
                .dirsh(List.of("--keep-going", "-o", format, "-c", HostileNames.EVERYTHING));

        assertText(ran.out());
        assertThat(ran.err()).doesNotContain("Exception");
    }

    @Test
    void templates_stay_text_in_plans_reports_and_through_a_repair() throws IOException {
        Workplace workplace = HostileNames.in(folder, TEMPLATES);
        Workplace.Ran ran = workplace.commands("open acme.dxl; exchange acme.csv; report r.html; report r.csv;"
                + " plan --save p.json; apply p.json --yes; find @All --items FullName -o json");
        assertThat(ran.code()).as(ran.toString()).isLessThan(2);
        assertThat(ran.err()).contains("7 planned: 7 done, 0 refused");
        assertText(ran.out());
        assertThat(Files.readString(folder.resolve("p.json"))).contains("[[${6*7}]]", "%d%n%s", "java.util.Date");
        assertThat(Files.readString(folder.resolve("r.html")))
                .contains("%d%n%s")
                .doesNotContain("42Hart", "42Zo");
        assertThat(Files.readString(folder.resolve("acme.dxl"))).contains("${6*7}", "{{fullName}}");
    }

    @Test
    void a_template_in_a_formula_is_looked_for_as_text() {
        Workplace workplace = HostileNames.in(folder, TEMPLATES);
        Workplace.Ran ran =
                workplace.commands("open acme.dxl; find LastName=\"${6*7}Hart\" --items LastName | count -o csv;"
                        + " find @Begins(LastName;\"$name\") --items LastName | count -o csv");
        assertThat(ran.code()).as(ran.toString()).isLessThan(2);
        assertThat(ran.out().lines().filter(line -> !line.equals("count")))
                .as(ran.toString())
                .allMatch(count -> Integer.parseInt(count) > 0);
    }

    @Test
    void names_of_classes_in_a_plan_are_nothing_but_members_it_has_no_use_for() throws IOException {
        Workplace workplace = Workplace.in(folder);
        workplace.commands("open acme.dxl; plan --save p.json");
        Path plan = folder.resolve("p.json");
        String whole = Files.readString(plan);
        Files.writeString(
                plan,
                whole.replaceFirst(
                        "\"schema\"",
                        "\"@class\": \"javax.script.ScriptEngineManager\", \"!!java.io.File\": [\"x\"], \"schema\""));
        Workplace.Ran shown = workplace.commands("plan --show p.json -o json");
        assertThat(shown.code()).as(shown.toString()).isLessThan(2);
        assertThat(shown.out()).doesNotContain("javax.script");

        Files.writeString(plan, whole.replaceFirst("\"mode\": \"toggle\"", "\"mode\": \"\\${6*7}\""));
        Workplace.Ran refused = workplace.commands("plan --show p.json");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("'mode' is not toggle or direct").doesNotContain("42");
    }

    private static void assertText(String shown) {
        assertThat(shown)
                .contains("${6*7}", "#{6*7}", "{{6*7}}", "%d%n%s", "$name", "{{fullName}}")
                .doesNotContain("42Jane", "42Hart", "42Doe", "42Zo");
    }
}
