package dirsh.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dirsh.formula.Expression.Call;
import dirsh.formula.Expression.Chain;
import dirsh.formula.Expression.Chain.Link;
import dirsh.formula.Expression.Constant;
import dirsh.formula.Expression.ItemName;
import dirsh.formula.Expression.Listing;
import dirsh.formula.Expression.Not;
import dirsh.formula.Expression.Sign;
import dirsh.model.DirshException;
import dirsh.model.NotesTime;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FormulaPropertyTest {

    private static final int ROUNDS = 5_000;

    private final Random random = new Random(245837);

    @Test
    void a_printed_formula_parses_to_an_equal_one() {
        for (int i = 0; i < ROUNDS; i++) {
            Expression expression = new Not(expression(5));
            Expression again = new Parser(expression.toString()).formula();

            assertThat(again).as(expression.toString()).isEqualTo(expression).hasToString(expression.toString());
            assertThat(again.value(new NoteView(TestNotes.JANE, Scope.SUMMARY)))
                    .isEqualTo(expression.value(new NoteView(TestNotes.JANE, Scope.SUMMARY)));
        }
    }

    @Test
    void any_text_is_a_formula_or_bad_input() {
        List<String> words = List.of(
                "LastName",
                "\"Doe\"",
                "{",
                "}",
                "\"",
                "\\",
                "[2024-01-31]",
                "[",
                "]",
                "1",
                ".",
                "1e",
                "@All",
                "@Contains(",
                "@IsAvailable(",
                "(",
                ")",
                ";",
                ":",
                "&",
                "|",
                "!",
                "=",
                "<",
                ">",
                "*",
                "/",
                "+",
                "-",
                " ",
                "\n",
                "'",
                "and",
                "not",
                "SELECT",
                "REM",
                "@",
                "é",
                "😀",
                "\uD800",
                "$",
                "@Matches(LastName;",
                "\u0000");
        for (int i = 0; i < 20 * ROUNDS; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append(words.get(random.nextInt(words.size())));
            }
            try {
                Formula formula = Formula.parse(text.toString());
                formula.selects(TestNotes.JANE, Scope.STORED);
                assertThat(Formula.parse(formula.toString()))
                        .as(text.toString())
                        .isEqualTo(formula);
            } catch (DirshException e) {
                assertThat(e.problem().split("\n", -1)).as(text.toString()).hasSize(3);
            }
        }
    }

    private Expression expression(int depth) {
        if (depth == 0) {
            return random.nextBoolean() ? constant() : new ItemName(pick("LastName", "$Ref", "_x1", "Level", "Größe"));
        }
        return switch (random.nextInt(8)) {
            case 0 -> new Not(expression(depth - 1));
            case 1 -> new Sign(random.nextBoolean(), expression(depth - 1));
            case 2 -> new Listing(List.of(expression(depth - 1), expression(0), expression(depth - 1)));
            case 3 -> call(depth);
            default -> chain(depth);
        };
    }

    private Expression constant() {
        return new Constant(
                switch (random.nextInt(4)) {
                    case 0 -> new Value.Texts(List.of(pick("", "Doe", "a\"b", "a\\", "}{", "\n", "山", "\\\"")));
                    case 1 ->
                        new Value.Numbers(
                                List.of(Math.abs(Double.longBitsToDouble(random.nextLong() & 0x7FEFFFFFFFFFFFFFL))));
                    case 2 -> new Value.Numbers(List.of((double) random.nextInt(1000) / 8));
                    default ->
                        new Value.Times(List.of(new NotesTime(
                                LocalDate.of(1990 + random.nextInt(50), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                                random.nextBoolean() ? null : LocalTime.ofSecondOfDay(random.nextInt(86_400)),
                                null,
                                false)));
                });
    }

    private Expression call(int depth) {
        List<Function> functions = Arrays.asList(Function.values());
        Function function = functions.get(random.nextInt(functions.size()));
        List<Expression> arguments = new ArrayList<>();
        for (int i = 0; i < function.arguments(); i++) {
            boolean simple = function.takesName() || function == Function.MATCHES;
            arguments.add(simple ? new ItemName("LastName") : expression(depth - 1));
        }
        return new Call(function, arguments);
    }

    private Expression chain(int depth) {
        List<Operator> operators = Arrays.asList(Operator.values());
        Level level = operators.get(random.nextInt(operators.size())).level();
        List<Operator> same =
                operators.stream().filter(each -> each.level() == level).toList();
        List<Link> links = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            links.add(new Link(same.get(random.nextInt(same.size())), expression(depth - 1)));
        }
        return new Chain(expression(depth - 1), links);
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
