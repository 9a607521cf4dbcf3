package dirsh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.command.Arguments;
import dirsh.command.CommandSpec;
import dirsh.command.Example;
import dirsh.command.Parameter;
import dirsh.command.ParameterKind;
import dirsh.command.PipeEnds;
import dirsh.command.PipeKind;
import dirsh.model.DirshException;
import dirsh.model.Flow;
import dirsh.pipe.Stages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PipeTest {

    @TempDir
    private Path folder;

    private final List<String> ran = new ArrayList<>();
    private TestShell shell;

    @BeforeEach
    void commands() {
        shell = TestShell.with(
                command("rows", PipeKind.NOTHING, PipeKind.ROWS, List.of(Declared.row("a"), Declared.row("b"))),
                command("folk", PipeKind.NOTHING, PipeKind.PEOPLE, Flow.ofPass(taker -> {
                    ran.add("first of folk");
                    taker.accept(Declared.row("c"));
                    ran.add("second of folk");
                    taker.accept(Declared.row("d"));
                })),
                command("page", PipeKind.NOTHING, PipeKind.PAGE, "text"),
                command("begin", PipeKind.NOTHING, PipeKind.NOTHING, null),
                command("draft", PipeKind.PEOPLE, PipeKind.PLAN, Declared.row("drafted")),
                command("write", PipeKind.PLAN, PipeKind.NOTHING, Declared.row("written")),
                stage("where", "condition", ParameterKind.CONDITION, PipeKind.SAME, Stages::where),
                stage("sort", "field", ParameterKind.FIELDS, PipeKind.SAME, Stages::sort),
                stage("first", "count", ParameterKind.NUMBER, PipeKind.SAME, Stages::first));
    }

    private CommandSpec command(String name, PipeKind takes, PipeKind gives, @Nullable Object value) {
        return new CommandSpec(
                name,
                "Test",
                "Does " + name,
                "",
                List.of(),
                List.of(),
                new PipeEnds(takes, gives),
                false,
                List.of(new Example("folk | " + name, "", "")),
                "test:1",
                (arguments, session) -> {
                    ran.add(name);
                    return value;
                });
    }

    /** One of the commands of plugins/shell. */
    private static CommandSpec stage(
            String name, String argument, ParameterKind kind, PipeKind gives, Function<Arguments, Object> work) {
        return new CommandSpec(
                name,
                "Pipe",
                "Does " + name,
                "",
                List.of(new Parameter(argument, kind, "what", false, kind != ParameterKind.NUMBER, List.of())),
                List.of(new Parameter("desc", ParameterKind.SWITCH, "turned", false, false, List.of())),
                new PipeEnds(PipeKind.ROWS, gives),
                false,
                List.of(new Example("folk | " + name + " x", "", "")),
                "test:1",
                (arguments, session) -> work.apply(arguments));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
            begin | where name=a     => where takes rows, but begin gives nothing => folk | where x
            page | draft             => draft takes people, but what comes from page is a page => folk | draft
            folk | write             => write takes a plan, but what comes from folk is people => … | draft | write
            rows | draft             => draft takes people, but what comes from rows is rows => folk | draft
            rows | where name=a | draft => draft takes people, but what comes from where is rows => folk | draft
            folk | page              => page takes nothing from a pipe => help page
            folk | draft | where name=a => where takes rows, but what comes from draft is a plan => folk | where x
            folk | draft | write | first => first takes rows, but write gives nothing => folk | first x
            where name=a             => where takes rows from a pipe, and none comes => folk | where x
            sort name | first        => sort takes rows from a pipe, and none comes => folk | sort x
            """)
    void what_does_not_fit_is_told_before_anything_runs(String line, String problem, String hint) {
        shell.run(line).exits(2).prints("").says(problem + "\ntry: " + hint + "\n");
        assertThat(ran).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "folk | where name=c | draft | write",
                "folk | { it } | draft",
                "[1] | first",
                "folk | sort -name | first 1 | draft",
                "folk | draft --help"
            })
    void what_fits_runs(String line) {
        assertThat(shell.run(line).code()).as(line).isZero();
    }

    @Test
    void what_nobody_takes_is_not_made() {
        shell.run("folk | first 1").prints("name\nc\n");
        assertThat(ran).containsExactly("folk", "first of folk");
    }

    @Test
    void stages_are_functions_of_the_same_name() {
        shell.run("where(folk(), 'name=d')").prints("name\nd\n");
        shell.run("first(sort(rows(), '-name'), 1)").prints("name\nd\nname\nb\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '\u0001',
            textBlock =
                    """
            where name=a             => [name=a]
            where name = a           => [name=a]
            where name="a b" x=1     => [name=a b][x=1]
            where name ~ "a b" x>1   => [name~a b][x>1]
            where name= x=1          => [name=][x=1]
            where name > 5           => [name>5]
            where name >5            => [name>5]
            where name> x=1          => [name>][x=1]
            where name=a > f.csv     => [name=a] > f.csv
            where name=a >f.csv      => [name=a] > f.csv
            where name>5 >> "f g.csv" => [name>5] >> f g.csv
            where 'name=a b' x=1     => [name=a b][x=1]
            where name~'>' > f.csv   => [name~>] > f.csv
            where name=a > f.csv # x => [name=a] > f.csv
            where a=1 or b = 2 > f.csv => [a=1][or][b=2] > f.csv
            where (a=1 or b=2) c=3   => [(][a=1][or][b=2][)][c=3]
            where not(a="x y") > f   => [not][(][a=x y][)] > f
            where ((a=x(1)) or 'b=y z') => [(][(][a=x(1)][)][or][b=y z][)]
            where ( a > 5 ) >f.csv   => [(][a>5][)] > f.csv
            where (a=')' or b= )     => [(][a=)][or][b=][)]
            where a~) b=(x           => [a~)][b=(x]
            sort -name,x y           => [-name,x][y]
            sort -o json             => [-o][json]
            sort -offered -o json    => [-offered][-o][json]
            rows > a;b               => [] > a
            """)
    void words_of_a_stage_are_read_as(String line, String expected) {
        Line read = new LineParser(shell.commands).parse(line).get(0);
        Stage.Call call = (Stage.Call) read.stages().get(0);
        String words = String.join(
                "", call.words().stream().map(word -> "[" + word + "]").toList());
        String target = read.target()
                .map(to -> (to.append() ? " >> " : " > ") + to.file())
                .orElse("");
        assertThat((words.isEmpty() ? "[]" : words) + target).isEqualTo(expected);
    }

    /** A comparison must never become the name of a file to write. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "find Age > 5",
                "find A>B",
                "find A >B",
                "find @If(A > 5; \"x > y\"; 0) > 1",
                "find A > f.csv",
                "find \"a > b.csv\"",
                "plan --where A > 5",
                "plan --where A > 5 --limit 3",
                "x > 5",
                "people().size() > 1",
                "people | { it.size() > 1 }",
                "people | { it.findAll { p -> p.name > 'x' } }",
                "words \"a > b.csv\"",
                "words '>' b.csv",
                "words a>b.csv",
                "find 'A > 5'"
            })
    void a_comparison_is_no_redirection(String line) {
        assertThat(new LineParser(shell.commands).parse(line).get(0).target()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "find 'A > 5' > f.csv",
                "find A > 5 --items B > f.csv",
                "find A > 5 -o json > f.csv",
                "people > f.csv",
                "people >f.csv",
                "people | { it.findAll { p -> p.name > 'x' } } > f.csv",
                "people | { it } -o csv > f.csv",
                "words a > 'f.csv'"
            })
    void the_last_word_behind_the_sign_is_the_file(String line) {
        assertThat(new LineParser(shell.commands).parse(line).get(0).target()).contains(new Redirect("f.csv", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "people >",
                "people > a b",
                "people > 'a",
                "people > a -o csv",
                "people > a | plan",
                "people > a > b"
            })
    void anything_else_behind_the_sign_is_bad_input(String line) {
        assertThatThrownBy(() -> new LineParser(shell.commands).parse(line))
                .isInstanceOfSatisfying(DirshException.class, error -> assertThat(error.outcome())
                        .isEqualTo(DirshException.Outcome.BAD_INPUT));
    }

    private String run(String line, String file) throws IOException {
        shell.run(line.replace("FILE", folder.resolve(file).toString()))
                .exits(0)
                .prints("");
        return Files.readString(folder.resolve(file));
    }

    @Test
    void the_ending_of_the_file_is_the_format() throws IOException {
        assertThat(run("rows > FILE", "a.csv")).isEqualTo("name\r\na\r\nb\r\n");
        assertThat(run("rows > FILE", "a.json")).startsWith("[\n  {\n    \"name\": \"a\"");
        assertThat(run("rows > FILE", "a.txt")).isEqualTo("name\na\nb\n");
        assertThat(run("rows -o list > FILE", "b.txt")).isEqualTo("name: a\n\nname: b\n");
    }

    @Test
    void a_result_replaces_an_older_one_or_stands_behind_it() throws IOException {
        assertThat(run("rows > FILE", "a.csv")).isEqualTo(run("rows > FILE", "a.csv"));
        assertThat(run("folk >> FILE", "a.csv")).isEqualTo("name\r\na\r\nb\r\nc\r\nd\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            textBlock =
                    """
            a.dxl  => '' => 'a result is not written as .dxl, but as .csv, .json, .yaml or .txt'
            a.txt  => '<?xml version=''1.0''?><database/>' => a.txt is a plan, an export of a directory or no text: it is left as it is
            a.json => '{"id":"7a5b64588de1"}' => a.json is a plan, an export of a directory or no text: it is left as it is
            """)
    void what_is_no_result_is_left_as_it_is(String name, String content, String problem) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content);
        Ran ran = shell.run("folk > " + file);
        ran.exits(2).saysPart(problem);
        assertThat(file).hasContent(content);
        assertThat(this.ran).isEmpty();
    }

    @Test
    void a_name_that_cannot_be_is_told_before_anything_runs() {
        shell.run("folk > '" + folder.resolve("a b.html") + "'")
                .exits(2)
                .saysPart("try: > \"" + folder.resolve("a b.csv") + "\"\n");
        shell.run("folk > " + folder.resolve("none/a.csv"))
                .exits(2)
                .saysPart("there is no folder for " + folder.resolve("none/a.csv") + "\ntry: > a.csv\n");
        assertThat(ran).isEmpty();
    }

    @Test
    void a_name_may_hold_blanks_and_quotes_and_the_file_is_for_its_owner_alone() throws IOException {
        assertThat(run("rows > \"FILE\"", "it's a b.csv")).isEqualTo("name\r\na\r\nb\r\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("it's a b.csv"))))
                .isEqualTo("rw-------");
    }

    @Test
    void an_error_on_the_way_leaves_the_older_result_and_no_other_file() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "older");
        shell = TestShell.with(
                command("broken", PipeKind.NOTHING, PipeKind.ROWS, Flow.ofPass(taker -> {
                    taker.accept(Declared.row("c"));
                    throw DirshException.failed("the disk is gone", "", null);
                })),
                stage("where", "condition", ParameterKind.CONDITION, PipeKind.SAME, Stages::where));
        shell.run("broken | where name=c > " + folder.resolve("a.csv"))
                .exits(3)
                .prints("")
                .says("the disk is gone\n");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("a.csv"));
        }
        assertThat(folder.resolve("a.csv")).hasContent("older");
    }

    @Test
    void a_request_to_stop_ends_a_pipe_and_writes_nothing() {
        shell = TestShell.with(
                command("endless", PipeKind.NOTHING, PipeKind.ROWS, Flow.ofPass(taker -> {
                    for (int i = 0; ; i++) {
                        if (i == 3) {
                            shell.work.cancel();
                        }
                        taker.accept(Declared.row("c"));
                    }
                })),
                stage("where", "condition", ParameterKind.CONDITION, PipeKind.SAME, Stages::where));
        shell.run("endless | where name=x > " + folder.resolve("a.csv"))
                .exits(130)
                .prints("")
                .saysPart("interrupted");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void the_exit_code_of_a_pipe_is_that_of_its_last_stage() {
        shell.run("[1] | { 1 / 0 } | first").exits(3).prints("");
        shell.run("[1] | first | { throw new dirsh.model.DirshException("
                        + "dirsh.model.DirshException.Outcome.BAD_INPUT, 'no', '', null) }")
                .exits(2);
    }

    @Test
    void an_array_is_several_objects() {
        shell.run("'b a'.split(' ') | sort value").exits(0).prints("a\nb\n");
    }

    @Test
    void a_file_behind_a_formula_is_answered_with_the_way_to_write_one() {
        shell.run("find @All > all.csv")
                .exits(2)
                .saysPart("in a formula > compares\ntry: find @All | export all.csv\n");
        shell.run("find @All >").exits(2).saysPart("try: help formulas");
    }

    @Test
    void a_link_and_a_folder_are_left_as_they_are() throws IOException {
        Path real = Files.writeString(folder.resolve("real.csv"), "x");
        Files.createSymbolicLink(folder.resolve("link.csv"), real);
        Files.createDirectory(folder.resolve("folder.csv"));
        shell.run("folk > " + folder.resolve("link.csv")).exits(2).saysPart("is no plain file: it is left as it is");
        shell.run("folk > " + folder.resolve("folder.csv")).exits(2).saysPart("is no plain file: it is left as it is");
        assertThat(real).hasContent("x");
        assertThat(ran).isEmpty();
    }

    @Test
    void nothing_is_appended_that_would_not_fit() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "other\r\nx\r\n");
        shell.run("rows >> " + folder.resolve("a.csv")).exits(2).saysPart("has other columns than this result");
        shell.run("rows >> " + folder.resolve("a.json")).exits(2).saysPart("nothing can be appended to a json file");
    }

    /** A spreadsheet may put a mark in front and leave the last line open. */
    @Test
    void what_a_spreadsheet_saved_can_be_appended_to() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "\uFEFFname\nx");
        assertThat(run("rows >> FILE", "a.csv")).isEqualTo("\uFEFFname\nx\r\na\r\nb\r\n");
    }

    @Test
    void a_command_that_gives_nothing_writes_no_file() {
        shell.run("begin > " + folder.resolve("a.csv"))
                .exits(2)
                .saysPart("begin gives nothing that could go to a file");
        assertThat(folder.resolve("a.csv")).doesNotExist();
    }
}
