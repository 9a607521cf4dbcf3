package dirsh.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.model.DirshException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ParseTest {

    private static String complaint(String formula) {
        try {
            return "accepted: " + Formula.parse(formula);
        } catch (DirshException e) {
            return e.problem() + "\ntry: " + e.tryThis();
        }
    }

    @Test
    void an_error_is_the_message_the_formula_and_a_caret() {
        assertThat(complaint("LastName = @Contians(FullName; \"x\")"))
                .isEqualTo(
                        """
                formula error at character 12: no function @Contians; did you mean @Contains?
                LastName = @Contians(FullName; "x")
                           ^
                try: LastName = @Contains(FullName; "x")""");
    }

    @Test
    void an_error_in_one_of_several_lines_shows_that_line() {
        assertThat(complaint("Type = \"Person\" &\n\tLastName == \"Doe\" &\nForm = \"x\""))
                .isEqualTo(
                        """
                formula error at character 29: Notes writes = for ==
                 LastName == "Doe" &
                          ^
                try: Type = "Person" &
                \tLastName = "Doe" &
                Form = "x\"""");
    }

    @Test
    void an_error_in_a_long_line_shows_its_surroundings() {
        String many = "LastName = \"Doe\" & ".repeat(50);

        String formula = many + "§ & " + many;
        assertThat(complaint(formula).lines().skip(1).limit(2))
                .containsExactly(formula.substring(many.length() - 50, many.length() + 50), " ".repeat(50) + "^");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "``~1~the formula ends where a value is expected~help formulas",
                "SELECT~7~the formula ends where a value is expected~help formulas",
                "A=~3~the formula ends where a value is expected~help formulas",
                "A=1 &&  B=2~5~Notes writes & for &&~A=1 &  B=2",
                "A=1 || B=2~5~Notes writes | for ||~A=1 | B=2",
                "A=1 and B=2~5~Notes writes & for and~A=1 & B=2",
                "A=1 OR B=2~5~Notes writes | for OR~A=1 | B=2",
                "(A=1 OR B=2)~6~Notes writes | for OR~(A=1 | B=2)",
                "not A=1~1~Notes writes ! for not~! A=1",
                "A => 1~3~Notes writes >= for =>~A >= 1",
                "A='it\"s'~3~a text stands in double quotes~A=\"it\\\"s\"",
                "A=“x”~3~a text stands in double quotes~A=\"x\"",
                "A='x~3~a text stands in double quotes~help formulas",
                "A=\"x~3~this text is not closed: a \" is missing~help formulas",
                "A={x~3~this text is not closed: a } is missing~help formulas",
                "A=[x~3~this time is not closed: a ] is missing~help formulas",
                "A=[1.2.2024]~3~a time is written [YYYY-MM-DD] or [MM/DD/YYYY], with a time of day if need be~[2024-01-31 17:30]",
                "A=[2024-02-30]~3~a time is written [YYYY-MM-DD] or [MM/DD/YYYY], with a time of day if need be~[2024-01-31 17:30]",
                "A=[2024-02-28 13:00 PM]~3~a time is written [YYYY-MM-DD] or [MM/DD/YYYY], with a time of day if need be~[2024-01-31 17:30]",
                "@Today > A~1~@Today is not in dirsh's subset of the formula language~help formulas",
                "@Frobnicate(A)~1~no function @Frobnicate~help formulas",
                "contains(A; \"x\")~1~functions start with @; did you mean @Contains?~@Contains(A; \"x\")",
                "foo(A)~1~functions start with @~help formulas",
                "@Contains(A, \"x\")~12~arguments are separated by ;~@Contains(A; \"x\")",
                "@Contains(A)~1~@Contains takes 2 arguments, here are 1~help formulas",
                "@Trim = 1~1~@Trim takes 1 argument, here are 0~help formulas",
                "@All()~1~@All takes no arguments and no parentheses~help formulas",
                "@IsAvailable(\"A\")~14~@IsAvailable takes the name of an item, without quotes~help formulas",
                "@Contains(A; \"x\"~17~the ) of @Contains is missing~@Contains(A; \"x\")",
                "(A=1~1~this parenthesis is not closed~(A=1)",
                "A=1)~4~unexpected )~help formulas",
                "A=1 B=2~5~an operator is missing before this value~help formulas",
                "A := 1~3~:= is not in dirsh's subset of the formula language~help formulas",
                "A *= B~3~*= is not in dirsh's subset of the formula language~help formulas",
                "A=1; B=2~6~a selection formula is one condition, not several statements~help formulas",
                "FIELD A := 1~9~:= is not in dirsh's subset of the formula language~help formulas",
                "REM {x}; A=1~1~REM statements are not in dirsh's subset~help formulas",
                "Doe~1~Doe is a value, not a condition~Doe=\"Doe\" or @IsAvailable(Doe)",
                "\"Doe\"~1~\"Doe\" is a value, not a condition~LastName=\"Doe\"",
                "A=1e999~3~this number is too large~help formulas",
                "A=&~3~a value is expected, not &~help formulas",
                "A=§~3~unexpected §~help formulas",
                "A=\u0007x~3~a control character~help formulas",
                "@Matches(A; \"x\":\"a|b\")~1~the pattern \"a|b\" is not well formed or not in dirsh's subset; two backslashes before a special character take it as it is~help formulas",
            })
    void a_fault_is_named_with_its_place_and_what_to_try(
            String formula, int character, String message, String tryThis) {
        assertThatThrownBy(() -> Formula.parse(formula)).isInstanceOfSatisfying(DirshException.class, e -> {
            assertThat(e.problem().lines().findFirst().orElseThrow())
                    .isEqualTo("formula error at character " + character + ": " + message);
            assertThat(e.problem().lines().skip(2)).containsExactly(" ".repeat(character - 1) + "^");
            assertThat(e.tryThis()).isEqualTo(tryThis);
            assertThat(e.outcome()).isEqualTo(DirshException.Outcome.BAD_INPUT);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "!", "@Trim(", "-", "1:-"})
    void no_nesting_overflows_the_stack(String open) {
        assertThat(complaint(open.repeat(50_000) + "1")).contains("nested deeper than 100 levels");
    }

    @Test
    void a_long_chain_is_not_deep() {
        Formula formula = Formula.parse(
                "LastName = \"Roe\" | ".repeat(20_000) + "LastName = \"Doe\"" + " : \"x\"".repeat(20_000));

        assertThat(formula.selects(TestNotes.JANE)).isTrue();
        assertThat(Formula.parse(formula.toString())).isEqualTo(formula);
    }

    @Test
    void the_item_names_come_once_each_in_order() {
        assertThat(Formula.parse("@IsAvailable(Zip) & lastName = $Ref : _x & ZIP = \"1\" & @Created > [2024-01-01]")
                        .itemNames())
                .containsExactly("Zip", "lastName", "$Ref", "_x");
        assertThat(Formula.parse("@All").itemNames()).isEmpty();
    }

    @Test
    void the_text_of_a_formula_is_canonical() {
        assertThat(Formula.parse("select( a<>{x\"y} )&!(b=(1:-2:.50)|c>=[1/2/2024 5:30pm])&@contains(A;\"1\");"))
                .hasToString(
                        "a != \"x\\\"y\" & !(b = 1 : (-2 : 0.5) | c >= [2024-01-02 17:30:00]) & @Contains(A; \"1\")");
    }
}
