package dirsh.connector.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.lang3.StringUtils;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** No text crashes the reader of rules, and no rule comes to more than a rule may. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AnyRuleTest {

    private static final int ROUNDS = 20_000;
    private static final List<RuleFunction> FUNCTIONS = List.of(RuleFunction.values());

    private static final RuleValues LONG = new RuleValues() {
        @Override
        public String tag(String name) {
            return StringUtils.repeat("Ab c;/=,é", 1_000);
        }

        @Override
        public String parameter(String name, Optional<String> section) {
            return name;
        }
    };

    private final Random random = new Random(180517);

    @Test
    void any_text_is_a_rule_or_a_fault_within_the_text() {
        List<String> words = List.of(
                "A",
                "=",
                "(",
                ")",
                ",",
                "\"",
                "\"x\"",
                " ",
                "STRIP(",
                "X500(",
                "SUBSTR(",
                "REPLACE(",
                "WORD(",
                "LEFT(",
                "NAMEM(",
                "ISEQUAL(",
                "999999999",
                "0",
                "-1",
                "\t",
                "\0",
                "é",
                "$$UNID",
                "RIGHT(B, 99999999, \"x\")");
        int rules = 0;
        for (int i = 0; i < ROUNDS; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "A = " : "");
            for (int n = random.nextInt(12); n >= 0; n--) {
                text.append(words.get(random.nextInt(words.size())));
            }
            try {
                assertThat(Rule.parse(text.toString()).value(LONG)).hasSizeLessThanOrEqualTo(Rule.LONGEST);
                rules++;
            } catch (RuleFault fault) {
                assertThat(fault.column()).as(text.toString()).isBetween(1, text.length() + 1);
            }
        }
        assertThat(rules).isGreaterThan(ROUNDS / 100);
    }

    @Test
    void any_nesting_of_functions_comes_to_a_short_text() {
        for (int i = 0; i < 300; i++) {
            Rule rule = Rule.parse("A = " + expression(5));
            assertThat(rule.value(LONG)).as(rule.text()).hasSizeLessThanOrEqualTo(Rule.LONGEST);
        }
    }

    @Test
    void calls_nested_without_end_are_a_fault() {
        String deep = "A = " + "LOWER(".repeat(300) + "B" + ")".repeat(300);
        String long_ = "A = " + "B ".repeat(100_000);
        for (String text : List.of(deep, long_)) {
            assertThat(fault(text)).isPresent();
        }
    }

    private static Optional<RuleFault> fault(String text) {
        try {
            Rule.parse(text);
            return Optional.empty();
        } catch (RuleFault fault) {
            return Optional.of(fault);
        }
    }

    private String expression(int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return random.nextBoolean() ? "FULLNAME" : "\" \"";
        }
        RuleFunction function = FUNCTIONS.get(random.nextInt(FUNCTIONS.size()));
        for (int count = 0; ; count++) {
            if (function.objection(count).isEmpty()) {
                StringBuilder call = new StringBuilder(function.name()).append('(');
                for (int i = 0; i < count; i++) {
                    call.append(i == 0 ? "" : ", ")
                            .append(
                                    function.takesNumber(i)
                                            ? String.valueOf(random.nextInt(3000))
                                            : expression(Math.min(1, depth - 1)));
                }
                return call.append(')')
                        .append(depth > 1 ? " " + expression(depth - 2) : "")
                        .toString();
            }
        }
    }
}
