package dirsh.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dirsh.command.CommandSpec;
import dirsh.command.Example;
import dirsh.command.Parameter;
import dirsh.command.ParameterKind;
import dirsh.command.RuleExample;
import dirsh.command.RuleFinding;
import dirsh.command.RuleSpec;
import dirsh.command.TestSession;
import dirsh.model.DirshException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeclarationTest {

    @TempDir
    private Path folder;

    @Test
    void a_command_file_becomes_its_declaration() {
        CommandSpec spec = command(
                "find",
                """
                // a comment
                command('find') {
                    summary 'List the people a selection formula picks'
                    details '''
                        Looks through the open address book.

                          Nothing is written.
                    '''
                    group 'Look'
                    argument 'formula', type: Formula, required: true, help: 'selection formula'
                    option 'items', type: ItemNames, help: 'items to show'
                    option 'limit', type: int, help: 'how many'
                    option 'number', type: Number, help: 'how many'
                    option 'all-of-them', type: boolean, help: 'everybody'
                    option 'mode', choices: ['toggle', 'direct'], help: 'how'
                    option 'skip', help: 'what to skip', many: true
                    input 'people'
                    example 'find LastName="Doe"', over: 'two-does.dxl', gives: '''
                        FullName             ShortName
                        CN=Jane Doe/O=Acme   jdoe
                    '''
                    run { args, session -> [args.limit, args.allOfThem, args.skip, args.number] }
                }
                """);

        assertThat(spec.name()).isEqualTo("find");
        assertThat(spec.group()).isEqualTo("Look");
        assertThat(spec.summary()).isEqualTo("List the people a selection formula picks");
        assertThat(spec.details()).isEqualTo("Looks through the open address book.\n\n  Nothing is written.");
        assertThat(spec.arguments())
                .containsExactly(
                        new Parameter("formula", ParameterKind.FORMULA, "selection formula", true, false, List.of()));
        assertThat(spec.options())
                .extracting(Parameter::kind)
                .containsExactly(
                        ParameterKind.ITEM_NAMES,
                        ParameterKind.NUMBER,
                        ParameterKind.NUMBER,
                        ParameterKind.SWITCH,
                        ParameterKind.CHOICE,
                        ParameterKind.TEXT);
        assertThat(spec.takesInput()).isTrue();
        assertThat(spec.examples())
                .containsExactly(new Example(
                        "find LastName=\"Doe\"",
                        "two-does.dxl",
                        "FullName             ShortName\nCN=Jane Doe/O=Acme   jdoe"));
        assertThat(spec.place()).isEqualTo("find.groovy:2");
        assertThat(run(spec, Map.of("formula", "@All", "limit", "3", "skip", "x")))
                .hasToString("[3, false, [x], null]");
    }

    @Test
    void a_body_may_use_methods_of_its_file_and_argument_names_that_groovy_objects_have() {
        CommandSpec spec = command(
                "list",
                """
                def twice(text) { text + text }
                command('list') {
                    summary 'Twice'
                    option 'names', help: 'a name that a field has as well'
                    option 'class', help: 'another'
                    run { args -> twice(args.names) + args.class }
                }
                """);

        assertThat(run(spec, Map.of("names", "a", "class", "b"))).isEqualTo("aab");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "sumary 'x'|no such word 'sumary'; a command is made of summary, details, group, argument, option, input, output, quiet, example, run",
                "option 'a', hlep: 'x'|no such word 'hlep'; beside its value option takes type, help, required, many, choices",
                "option 'a', type: Fromula, help: 'x'|no such type 'Fromula'; the types are Text, Formula, ItemNames, Names, Fields, Condition, CommandLine, BookName, RecipientsName, PersonName, Causes, RunId, PlanId, FileName, FolderName, Address, Number, Decimal, Choice, Topic, Switch, int, double, boolean",
                "option 'a', type: Date, help: 'x'|no such type 'class java.util.Date'; the types are Text, Formula, ItemNames, Names, Fields, Condition, CommandLine, BookName, RecipientsName, PersonName, Causes, RunId, PlanId, FileName, FolderName, Address, Number, Decimal, Choice, Topic, Switch, int, double, boolean",
                "option 'a'|option 'a' needs a help: '…'",
                "option 'aB', help: 'x'|'aB' is no name: one word in lower case, dashes allowed",
                "option 'a', help: 'x'; option 'a', help: 'y'|'a' is declared twice",
                "option 'a', help: 'x'; argument 'a', help: 'y'|'a' is declared twice",
                "option 'a', type: Choice, help: 'x'|'a' needs both a type of Choice and choices: ['…', '…'], or neither",
                "option 'a', help: 'x', many: 'yes'|many of option is true or false",
                "argument 'a', type: boolean, help: 'x'|argument 'a' cannot be a switch; make it an option",
                "argument 'a', many: true, help: 'x'; argument 'b', help: 'x'|argument 'b' gets nothing: the one before takes all the rest",
                "argument 'a', help: 'x'; argument 'b', help: 'x', required: true|argument 'b' is required, but one before it is not",
                "summary 1|summary takes one text, as in summary '…'",
                "run 'x'|run takes a closure, as in run { … }",
                "details x: 1|no such word 'x'; details takes no names",
            })
    void a_mistake_is_named_with_its_line(String line, String message) {
        assertBroken("bad", "command('bad') {\n  run { }\n  " + line + "\n}", "p/bad.groovy:3: " + message);
    }

    @Test
    void what_is_missing_is_named_with_the_line_of_the_declaration() {
        assertBroken("a", "\ncommand('a') {\n run { }\n}", "p/a.groovy:2: a command needs a summary");
        assertBroken("a", "command('a') {\n summary 'x'\n}", "p/a.groovy:1: a command needs a run { … }");
        assertBroken("a", "command('b') { }", "p/a.groovy:1: the file is called a.groovy, but declares 'b'");
        assertBroken("a", "def x = 1", "p/a.groovy:1: the file declares neither a command nor a rule");
        assertBroken("a", "class A {}", "p/a.groovy:1: the file declares neither a command nor a rule");
        assertBroken(
                "a", "comand('a') { }", "p/a.groovy:1: no such word 'comand'; a plugin file is made of command, rule");
        assertBroken(
                "a", "command { }", "p/a.groovy:1: command takes a name and a declaration, as in command('…') { … }");
        assertBroken("a", "rule('a') { summary 'x'; check { } }", "p/a.groovy:1: a rule belongs into the folder rules");
        assertBroken("a", "\ncommand('a') {", "p/a.groovy:2: ");
        assertBroken("a", "\nthrow new Exception('oh')", "p/a.groovy:2: oh");
    }

    @Test
    void an_error_of_a_body_has_its_place() {
        CommandSpec spec = command("a", "command('a') {\n summary 'x'\n run { args, session ->\n  nonsense(1) } }");

        assertThatExceptionOfType(DirshException.class)
                .isThrownBy(() -> run(spec, Map.of()))
                .withMessage("a.groovy:4: no such function 'nonsense'");
    }

    @Test
    void a_body_that_asks_for_an_undeclared_argument_is_an_error() {
        CommandSpec spec = command("a", "command('a') {\n summary 'x'\n run { args -> args.lmit } }");

        assertThatExceptionOfType(DirshException.class)
                .isThrownBy(() -> run(spec, Map.of()))
                .withMessage("the declaration has no parameter 'lmit'");
    }

    @Test
    void a_rule_reports_people() {
        Path file = Fixtures.write(
                folder,
                "plugins/p/rules/duplicate-short-name.groovy",
                """
                rule('duplicate-short-name') {
                    summary 'Short names are taken once'
                    check { people ->
                        def seen = [:]
                        people.each { person ->
                            def name = person.ShortName.toLowerCase()
                            def first = seen.putIfAbsent(name, person)
                            if (first) report person, "ShortName '$name' is already taken by ${first.fullName}"
                        }
                    }
                    example 'the later person is reported', over: [
                        [ShortName: 'jdoe', FullName: ['CN=Jane/O=A', 'Jane']], [ShortName: 'JDoe']], finds: 1
                }
                """);
        RuleSpec rule = loader().rules().get(0);
        RuleExample example = rule.examples().get(0);
        List<RuleFinding> findings = rule.check().over(example.people());

        assertThat(rule.id()).isEqualTo("duplicate-short-name");
        assertThat(rule.place()).isEqualTo(file.getFileName() + ":1");
        assertThat(findings).hasSize(example.finds());
        assertThat(findings.get(0).text()).isEqualTo("ShortName 'jdoe' is already taken by CN=Jane/O=A");
        assertThat(findings.get(0).person().note().noteId()).isEqualTo(2);
        assertThat(rule.check().over(example.people())).isEqualTo(findings);
    }

    @Test
    void a_rule_with_a_mistake_is_named_with_its_line() {
        Fixtures.write(folder, "plugins/p/rules/r.groovy", "rule('r') {\n summary 'x'\n chek { } }");
        assertThat(loader().problems())
                .asString()
                .isEqualTo(
                        "[p/rules/r.groovy:3: no such word 'chek'; a rule is made of summary, details, check, example]");
        Fixtures.write(
                folder, "plugins/p/rules/r.groovy", "rule('r') {\n summary 'x'\n check { people ->\n raport 1, 2 } }");
        RuleSpec rule = loader().rules().get(0);

        assertThatExceptionOfType(DirshException.class)
                .isThrownBy(() -> rule.check().over(List.of()))
                .withMessage("r.groovy:4: no such function 'raport'; did you mean 'report'?");
    }

    private CommandSpec command(String name, String source) {
        Fixtures.write(folder, "plugins/p/" + name + ".groovy", source);
        PluginLoader loader = loader();
        assertThat(loader.problems()).isEmpty();
        return loader.find(name).orElseThrow();
    }

    private void assertBroken(String name, String source, String beginning) {
        Fixtures.write(folder, "plugins/p/" + name + ".groovy", source);
        assertThat(loader().problems())
                .singleElement()
                .asString()
                .startsWith(beginning)
                .doesNotContain("\n");
    }

    private Object run(CommandSpec spec, Map<String, ?> options) {
        return spec.body()
                .run(Fixtures.arguments(spec, options), TestSession.in(folder).session());
    }

    private PluginLoader loader() {
        return PluginLoader.of(folder, folder.resolve("home"));
    }
}
