package dirsh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dirsh.model.DirshException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LineParserTest {

    private final LineParser parser = new LineParser(TestShell.plain().commands);

    /** Each stage as its kind and words: {@code find[A=1][--items][B] | closure{ it }}. */
    private List<String> read(String text) {
        return parser.parse(text).stream().map(LineParserTest::shown).toList();
    }

    private static String shown(Line line) {
        return String.join(
                " | ", line.stages().stream().map(LineParserTest::shown).toList());
    }

    private static String shown(Stage stage) {
        if (stage instanceof Stage.Call call) {
            StringBuilder text = new StringBuilder(call.spec().name());
            call.words().forEach(word -> text.append('[').append(word).append(']'));
            return text.toString();
        }
        return (stage instanceof Stage.Closure ? "closure" : "groovy ") + stage.text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '\u0001',
            textBlock =
                    """
            open a.dxl                                   => open[a.dxl]
            open C:\\dir\\names.dxl --as x               => open[C:\\dir\\names.dxl][--as][x]
            open C:\\dir\\; people                       => open[C:\\dir\\], people
            open domino:SRV!!names.nsf                   => open[domino:SRV!!names.nsf]
            open domino:!!names.nsf                      => open[domino:!!names.nsf]
            open a//b/*.dxl                              => open[a//b/*.dxl]
            open "a b; c|d.dxl"                          => open[a b; c|d.dxl]
            open 'a "b".dxl'                             => open[a "b".dxl]
            open names(1;2).dxl; people                  => open[names(1;2).dxl], people
            open names(1.dxl; people                     => open[names(1.dxl], people
            open a.dxl # the book                        => open[a.dxl]
            open a#b.dxl                                 => open[a#b.dxl]
            open a.dxl --as="x y"                        => open[a.dxl][--as][x y]
            show Tim O'Brien                             => show[Tim][O'Brien]
            show CN="Jane Doe"/O=Acme                    => show[CN=Jane Doe/O=Acme]
            people|plan                                  => people | plan
            people ; people;;                            => people, people
            find LastName="Doe" & A=1                    => find[LastName="Doe" & A=1]
            find LastName="a;b|c --items"                => find[LastName="a;b|c --items"]
            find LastName="O'Brien" --items FullName     => find[LastName="O'Brien"][--items][FullName]
            find LastName="Doe" -o json                  => find[LastName="Doe"][-o][json]
            find A="x" -o=json --items B                 => find[A="x"][-o][json][--items][B]
            find --items B A="x" | plan                  => find[--items][B][A="x"] | plan
            find @Contains(A; "b") | plan                => find[@Contains(A; "b")] | plan
            find (A="1" | B="2"); people                 => find[(A="1" | B="2")], people
            find 'A="1" | B="2"' | plan                  => find[A="1" | B="2"] | plan
            find 'A="O'Brien; x"' -o json                => find[A="O'Brien; x"][-o][json]
            find A={x; "y | z} & B=1                     => find[A={x; "y | z} & B=1]
            find A="\\"; people                          => find[A="\\"], people
            find !(A="a\\b")                             => find[!(A="a\\b")]
            find A - -1 > 2 -other                       => find[A - -1 > 2 -other]
            find (A="x"; people                          => find[(A="x"], people
            find A="x" # who                             => find[A="x"]
            plan --where A="1" & B="2" --limit 3         => plan[--where][A="1" & B="2"][--limit][3]
            plan --where=A="1 2" --at-risk --limit 3     => plan[--where][A="1 2"][--at-risk][--limit][3]
            plan --where 'A | B' --save p.json           => plan[--where][A | B][--save][p.json]
            people | { it.take(1); it } | plan           => people | closure{ it.take(1); it } | plan
            people | { it.take(1) } -o json              => people | closure{ it.take(1) }
            people | { it.findAll { p -> "}|;" } }       => people | closure{ it.findAll { p -> "}|;" } }
            people = 3                                   => groovy people = 3
            people=3                                     => groovy people=3
            people(1)                                    => groovy people(1)
            people.size()                                => groovy people.size()
            x = "a;b"; people                            => groovy x = "a;b", people
            x = people() | plan                          => groovy x = people() | plan
            a | b                                        => groovy a | b
            a || people                                  => groovy a || people
            [1, 2].each { println it; x } ; people       => groovy [1, 2].each { println it; x }, people
            x = 'a // b'; people // why; not             => groovy x = 'a // b', people[//][why], groovy not
            y = 3 // why; not                            => groovy y = 3 // why; not
            z = s =~ /a;b|c/; people                     => groovy z = s =~ /a;b|c/, people
            t = "${a.collect { "x;" }}; y"; people       => groovy t = "${a.collect { "x;" }}; y", people
            q = 6 / 2; r = 4 / 2                         => groovy q = 6 / 2, groovy r = 4 / 2
            """)
    void one_line_is_read_as(String text, String expected) {
        assertThat(String.join(", ", read(text))).isEqualTo(expected);
    }

    @Test
    void a_line_end_separates_like_a_semicolon() {
        assertThat(read("open a.dxl\npeople\r\n\n people | \n plan\n"))
                .containsExactly("open[a.dxl]", "people", "people | plan");
    }

    @Test
    void comments_begin_at_the_start_of_a_line() {
        assertThat(read("# open x; y\n  // people\npeople # all\n#\n")).containsExactly("people");
    }

    @Test
    void a_line_end_in_quotes_or_brackets_separates_nothing() {
        assertThat(read("find (A=\"1\" |\n B=\"2\")\nopen \"a\nb\""))
                .containsExactly("find[(A=\"1\" |\n B=\"2\")]", "open[a\nb]");
    }

    @Test
    void groovy_goes_on_over_line_ends_while_something_is_open() {
        assertThat(
                        read(
                                """
                x = [1,
                  2]
                if (x) {
                  people()
                }
                else { 1 }
                x
                  .size()
                y = 1 +
                  2
                def s = \"\"\"a
                b; c\"\"\"
                people
                """))
                .containsExactly(
                        "groovy x = [1,\n  2]",
                        "groovy if (x) {\n  people()\n}\nelse { 1 }",
                        "groovy x\n  .size()",
                        "groovy y = 1 +\n  2",
                        "groovy def s = \"\"\"a\nb; c\"\"\"",
                        "people");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def f(x) {",
                "[1,",
                "x = \"\"\"a",
                "/* a",
                "x = 1 +",
                "people |",
                "people | {",
                "find (A=\"1\" |",
                "find A=\"x",
                "open \"a b",
                "find 'A=1",
                "foo(",
                "x = [a: 1, b: { it }"
            })
    void more_is_needed_after(String text) {
        assertThat(parser.needsMore(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "people",
                "x = 1",
                "i++",
                "find A=\"x\"",
                "# (",
                "open a//b/*.dxl",
                "show O'Brien",
                "people | nosuch",
                "println 'a",
                "open names(1.dxl",
                "x = 6 / 2",
                "def f(x) {\n x }",
                "// {",
                "s =~ /a{/"
            })
    void nothing_is_missing_after(String text) {
        assertThat(parser.needsMore(text)).isFalse();
    }

    @Test
    void an_unknown_word_after_a_pipe_is_answered_with_the_hint_for_an_or() {
        assertThatThrownBy(() -> parser.parse("find LastName=\"Doe\" | FirstName=\"Jane\""))
                .isInstanceOfSatisfying(DirshException.class, error -> {
                    assertThat(error.problem()).isEqualTo("no command 'FirstName=\"Jane\"' after |");
                    assertThat(error.tryThis())
                            .isEqualTo("for an OR put it in parentheses, or the whole formula in single quotes:"
                                    + " find 'LastName=\"Doe\" | FirstName=\"Jane\"'");
                });
    }

    @Test
    void a_misspelt_command_after_a_pipe_is_answered_with_the_nearest() {
        assertThatThrownBy(() -> parser.parse("people | plna --save x"))
                .isInstanceOfSatisfying(DirshException.class, error -> {
                    assertThat(error.problem()).isEqualTo("no command 'plna' after |");
                    assertThat(error.tryThis()).isEqualTo("plan"); // people takes no formula
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"open \"a b", "open 'a", "find 'A=1", "people |"})
    void what_is_open_at_the_end_is_bad_input(String text) {
        assertThatThrownBy(() -> parser.parse(text))
                .isInstanceOfSatisfying(DirshException.class, error -> assertThat(error.outcome())
                        .isEqualTo(DirshException.Outcome.BAD_INPUT));
    }
}
