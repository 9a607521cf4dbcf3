package dirsh.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.model.Item;
import dirsh.model.Note;
import dirsh.model.Unid;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SelectionTest {

    private static boolean selects(String formula) {
        return Formula.parse(formula).selects(TestNotes.JANE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@All",
                "SELECT @all",
                "select LASTNAME = \"doe\";",
                "LastName=\"DOE\" & @IsAvailable(AvailableForDirSync)",
                "LastName = {Doe}",
                "LastName != \"Roe\" & LastName <> \"Roe\" & LastName >< \"Roe\" & LastName =! \"Roe\"",
                "LastName < \"E\" & LastName <= \"doe\" & LastName > \"D\" & LastName >= \"DOE\"",
                "Missing = \"\" & Missing != \"x\"",
                "@IsUnavailable(Missing)",
                "@IsAvailable(Blank)",
                "@IsAvailable(Ghost) & Ghost = \"\"",
                "@IsAvailable(Secret) & Secret = \"\"",
                "Form = \"Person\"",
                "1",
                "2 + 3 * 4 = 14 & (2 + 3) * 4 = 20 & 7 / 2 = 3.5 & 1 - 2 = -1 & 1e2 = 100 & .5 = 5E-1 & 5. = +5",
                "\"Jane\" + \" \" + LastName = \"jane doe\"",
                "\"say \\\"\\\\\\\"\" = {say \"\\\"}",
            })
    void these_are_true(String formula) {
        assertThat(selects(formula)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LastName = \"Roe\"",
                "!LastName = \"Doe\"",
                "@IsAvailable(Missing)",
                "Missing = \"x\"",
                "0",
                "LastName = \"Doe\" & 0",
                "!@All"
            })
    void these_are_false(String formula) {
        assertThat(selects(formula)).isFalse();
    }

    @Test
    void and_and_or_bind_alike_from_left_to_right() {
        assertThat(selects("1 | 1 & 0")).isFalse();
        assertThat(selects("1 | (1 & 0)")).isTrue();
        assertThat(selects("0 & 0 | 1")).isTrue();
    }

    @Test
    void not_covers_a_comparison_but_ends_before_the_next_and_or_or() {
        assertThat(selects("! 5 = 2 + 2")).isTrue();
        assertThat(selects("!0 | 1")).isTrue();
        assertThat(selects("!1 & 0 | 1")).isTrue();
        assertThat(selects("!(1 & 0 | 1)")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"A\":\"B\":\"C\" = \"B\":\"C\"",
                "\"B\":\"B\":\"C\" = \"B\":\"C\"",
                "1:2:3 = 2:3",
                "2:3:3 = 2:3",
                "FullName = \"jdoe\"",
                "FullName != \"jdoe\"",
                "Level = 15",
                "[2024-01-31]:[2024-02-01] = [2024-02-02]:[02/01/2024]",
                "@Text(1:2:3:4 + 1:2:-3:4) = @Text(2:4:0:0) & @Text(1:2:3:4 + 1:2:(-3):4) = \"x\":\"x\":\"x\":\"8\"",
                "\"A\":\"B\":\"C\" + \"1\":\"2\" = \"x\":\"x\":\"C2\"",
            })
    void lists_compare_pair_by_pair_and_one_match_is_enough(String formula) {
        assertThat(selects(formula)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"A\":\"B\":\"C\" = \"B\":\"C\":\"A\"",
                "1:2:3 = 2:3:1",
                "2:3:3 = 3:1",
                "\"a\":\"b\" != \"A\":\"B\""
            })
    void lists_without_a_matching_pair_are_not_equal(String formula) {
        assertThat(selects(formula)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LastName = 1",
                "!(LastName = 1)",
                "LastName != 1",
                "Missing = 0",
                "Broken = 1",
                "!(Broken = 1)",
                "@Modified = \"2024\"",
                "LastName & 1",
                "!LastName",
                "1 / 0 = 1",
                "!(1 / 0 = 1)",
                "LastName + 1 = \"Doe1\"",
                "(\"a\" : 1) = \"a\"",
                "-LastName = 1",
                "!(@LowerCase(1) = \"1\")",
                "!@Contains(Level; \"3\")",
                "!@IsMember(1; \"1\")",
                "!@Matches(1; \"1\")",
                "@Elements(\"a\" : 1) = 2"
            })
    void where_notes_would_report_an_error_nothing_is_selected_and_its_negation_neither(String formula) {
        assertThat(selects(formula)).isFalse();
    }

    @Test
    void what_decides_by_itself_outweighs_an_error_beside_it() {
        assertThat(selects("LastName = 1 | LastName = \"Doe\"")).isTrue();
        assertThat(selects("!(LastName = 1 & LastName = \"Roe\")")).isTrue();
        assertThat(selects("!(LastName = 1 & LastName = \"Doe\")")).isFalse();
        assertThat(selects("LastName = 1 | LastName = \"Roe\"")).isFalse();
    }

    @Test
    void only_summary_items_are_seen_unless_asked_for() {
        Formula available = Formula.parse("@IsAvailable(HiddenFlag) & HiddenFlag = \"1\"");

        assertThat(available.selects(TestNotes.JANE)).isFalse();
        assertThat(available.selects(TestNotes.JANE, Scope.SUMMARY)).isFalse();
        assertThat(available.selects(TestNotes.JANE, Scope.STORED)).isTrue();
        assertThat(Formula.parse("@IsAvailable(Body) & Body = \"\"").selects(TestNotes.JANE, Scope.STORED))
                .isTrue();
    }

    @Test
    void of_duplicate_items_the_first_one_seen_counts() {
        assertThat(selects("AvailableForDirSync = \"1\"")).isTrue();
        assertThat(selects("AvailableForDirSync = \"0\"")).isFalse();
    }

    @Test
    void the_form_is_an_item_where_the_source_keeps_it_so() {
        Note note =
                Note.builder(new Unid(3, 4)).item(Item.text("Form", "Group")).build();

        assertThat(Formula.parse("form = \"group\" & @IsAvailable(Form)").selects(note))
                .isTrue();
        assertThat(Formula.parse("@IsAvailable(Form)")
                        .selects(Note.builder(new Unid(5, 6)).build()))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Contains(FullName; \"Acme\") & !@Contains(FullName; \"ACME\") & @Contains(FullName; \"x\":\"jdo\") & @Contains(Missing; \"\")",
                "@Begins(FullName; \"jd\") & !@Begins(FullName; \"JD\")",
                "@Ends(FullName; \"Acme\":\"x\") & !@Ends(FullName; \"Jane\")",
                "@IsMember(\"jdoe\"; FullName) & !@IsMember(\"JDOE\"; FullName) & @IsMember(\"jdoe\":\"Jane Doe\"; FullName) & !@IsMember(\"jdoe\":\"x\"; FullName)",
                "@Elements(FullName) = 3 & @Elements(Missing) = 0 & @Elements(Blank) = 0 & @Elements(\"\":\"\") = 2 & @Elements(Level) = 2",
                "@LowerCase(LastName) + @UpperCase(LastName) = \"doedoe\" & @IsMember(@UpperCase(LastName); \"DOE\")",
                "@IsMember(@Trim(Spaced); \"a b\") & @Elements(@Trim(\" \":\"a\":\"\")) = 1 & @Trim(\"  \") = \"\"",
                "@Text(3) = \"3\" & @Text(0.1) = \"0.1\" & @Text(-1.50) = \"-1.5\" & @Text(LastName) = \"Doe\"",
                "@Begins(@Text(@Created); \"2024-01-31\")"
            })
    void the_functions_work_as_documented(String formula) {
        assertThat(selects(formula)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Created = [2024-01-31]",
                "@Created = [01/31/2024 5:30 PM]",
                "@Created >= [2024-01-31 17:30:00] & !(@Created > [2024-01-31T17:30])",
                "!(@Created > [2024-01-31]) & @Created < [2024-02-01 12:00 AM]",
                "@Modified > @Created & @Modified = [3/1/2024]"
            })
    void times_compare_with_constants_as_they_are_written(String formula) {
        assertThat(selects(formula)).isTrue();
    }

    @Test
    void an_unknown_time_is_in_no_order() {
        Note note = Note.builder(new Unid(5, 6)).build();

        assertThat(Formula.parse("@Created < [2024-01-01] | !(@Created < [2024-01-01])")
                        .selects(note))
                .isFalse();
    }

    @Test
    void case_folds_the_same_in_every_locale() {
        Locale before = Locale.getDefault();
        Note note = Note.builder(new Unid(7, 8)).item(Item.text("Title", "IT")).build();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(Formula.parse("TITLE = \"it\" & @LowerCase(Title) = \"it\"")
                            .selects(note))
                    .isTrue();
        } finally {
            Locale.setDefault(before);
        }
    }
}
