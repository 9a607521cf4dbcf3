package dirsh.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dirsh.command.Candidates;
import dirsh.command.CommandRegistry;
import dirsh.command.CurrentWork;
import dirsh.command.Example;
import dirsh.command.ParameterKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CompletionTest {

    private static final Groovy NO_GROOVY = new Groovy(
            () -> {
                throw new IllegalStateException("not needed");
            },
            new CurrentWork());

    private final CommandRegistry commands = TestShell.plain().commands;
    private final LineParser parser = new LineParser(commands);

    @TempDir
    private Path folder;

    /** A session with two people, some items, causes, books and runs. */
    private static List<String> known(ParameterKind kind, String prefix) {
        Stream<String> values =
                switch (kind) {
                    case PERSON -> Stream.of("CN=Jane Doe/O=Acme", "CN=Jim Beam/O=Acme", "jdoe");
                    case ITEM_NAMES -> Stream.of("FullName", "FirstName", "MailDomain");
                    case CAUSES -> Stream.of("blank", "genuine-no");
                    case BOOK -> Stream.of("names", "other names");
                    default -> Stream.of();
                };
        String wanted = prefix.toLowerCase(Locale.ROOT);
        return values.filter(value -> Stream.of(value.toLowerCase(Locale.ROOT).split("[ =/]"))
                                .anyMatch(part -> part.startsWith(wanted))
                        || value.toLowerCase(Locale.ROOT).startsWith(wanted))
                .toList();
    }

    private List<String> offered(String line, Candidates candidates) {
        return values(completer(candidates), line);
    }

    /** The line after the first choice is taken, as JLine does it. */
    private String taken(String line) {
        int cursor = line.indexOf('^');
        String text = line.replace("^", "");
        PromptLine parsed = (PromptLine) new PromptParser(parser).parse(text, cursor, ParseContext.COMPLETE);
        List<Completion.Choice> choices = new Completion(
                        commands, NO_GROOVY, CompletionTest::known, new GivenFields(), new FileNames(Path.of("")))
                .choices(parsed.spot());
        if (choices.isEmpty()) {
            return "";
        }
        Completion.Choice first = choices.get(0);
        int start = cursor - parsed.rawWordCursor();
        return text.substring(0, start)
                + parsed.escape(first.value(), first.whole())
                + text.substring(start + parsed.rawWordLength());
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '\u0001',
            textBlock =
                    """
            dia^                          => diagnose
            ^                             => apply
            people; dia^                  => people; diagnose
            people | ^                    => people | plan
            people|pl^                    => people|plan
            dia^ --cause x                => diagnose --cause x
            dia^xyz                       => diagnose
            diagnose --c^                 => diagnose --cause
            diagnose ^                    => diagnose --cause
            diagnose --cause ^            => diagnose --cause blank
            diagnose --cause blank,ge^    => diagnose --cause blank,genuine-no
            diagnose --cause=g^           => diagnose --cause=genuine-no
            diagnose -o j^                => diagnose -o json
            diagnose --output=j^          => diagnose --output=json
            plan --mode d^                => plan --mode direct
            plan --in o^                  => plan --in "other names"
            show jan^                     => show "CN=Jane Doe/O=Acme"
            show "^                       => show "CN=Jane Doe/O=Acme"
            show 'CN=Ji^                  => show 'CN=Jim Beam/O=Acme'
            show "CN=Ji^"                 => show "CN=Jim Beam/O=Acme"
            show doe^                     => show "CN=Jane Doe/O=Acme"
            find Mail^                    => find MailDomain
            find A="x" & Fu^              => find A="x" & FullName
            find (A="x" | Fu^             => find (A="x" | FullName
            find 'A="x" | Fu^             => find 'A="x" | FullName
            find A="x" --it^              => find A="x" --items
            find A="x" --^                => find A="x" --items
            find A="x" --items Fi^        => find A="x" --items FirstName
            plan --where Mai^             => plan --where MailDomain
            people | plan --where Mai^    => people | plan --where MailDomain
            x = dia^                      => x = diagnose
            people | { dia^               => people | { diagnose
            """)
    void taking_the_first_choice_of_a_line_gives(String line, String expected) {
        assertThat(taken(line)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"zzz^", "plan --limit 1^", "open domino:x^", "people | zz^", "'^", "\"^", "1 +^", "words 'a^"})
    void nothing_is_offered_where_nothing_fits(String line) {
        assertThat(taken(line)).isEmpty();
    }

    @Test
    void after_a_pipe_only_commands_that_take_objects_are_offered() {
        assertThat(offered("people | ^", CompletionTest::known)).containsExactly("plan");
    }

    @Test
    void every_place_of_every_line_can_be_asked() {
        for (String line : List.of(
                "find 'A=\"x\" | B' --items F -o json | { it.x(\"${y}\") } | plan --where (A --save \"a b",
                "x = [1, \"a\nb\"] # c ; show 'O''Brien' | | plan --in= --mode=",
                "\\ ' \" ( { [ | ; -- -o --where=")) {
            for (int cursor = 0; cursor <= line.length(); cursor++) {
                String marked = line.substring(0, cursor) + "^" + line.substring(cursor);
                assertThat(offered(marked, CompletionTest::known)).isNotNull();
                assertThat(taken(marked)).isNotNull();
            }
        }
    }

    @Test
    void files_are_offered_and_folders_go_on() throws IOException {
        Files.createFile(folder.resolve("names book.dxl"));
        Files.createDirectory(folder.resolve("nested"));
        Files.createFile(folder.resolve(".hidden"));
        String path = folder + "/";
        assertThat(offered("open " + path + "^", CompletionTest::known))
                .containsExactly(path + "names book.dxl", path + "nested/");
        assertThat(taken("open " + path + "nam^")).isEqualTo("open \"" + path + "names book.dxl\"");
        assertThat(taken("open \"" + path + "nes^")).isEqualTo("open \"" + path + "nested/");
    }

    @Test
    void a_failing_session_offers_nothing() {
        assertThat(offered("show j^", (kind, prefix) -> {
                    throw new IllegalStateException("broken");
                }))
                .isEmpty();
    }

    @Test
    @Timeout(60)
    void a_source_that_hangs_holds_nothing_up_and_its_answer_is_there_the_next_time() throws InterruptedException {
        CountDownLatch released = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        PromptCompleter completer = completer((kind, prefix) -> {
            awaiting(released);
            answered.countDown();
            return List.of("late");
        });
        assertThat(values(completer, "show j^")).isEmpty();
        assertThat(values(completer, "show j^")).as("asked once more").isEmpty();
        assertThat(values(completer, "dia^")).as("another question meanwhile").containsExactly("diagnose");
        released.countDown();
        answered.await();
        assertThat(values(completer, "show j^")).containsExactly("late");
    }

    @Test
    @Timeout(60)
    void hanging_sources_cost_a_few_threads_at_most() {
        CountDownLatch released = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        PromptCompleter completer = completer((kind, prefix) -> {
            asked.incrementAndGet();
            awaiting(released);
            return List.of();
        });
        for (char c = 'a'; c <= 'm'; c++) {
            assertThat(values(completer, "show " + c + "^")).isEmpty();
        }
        released.countDown();
        assertThat(asked.get()).isBetween(1, 4);
    }

    @Test
    void answers_are_kept_while_a_line_is_typed_and_asked_anew_for_the_next() {
        AtomicInteger asked = new AtomicInteger();
        PromptCompleter completer = completer((kind, prefix) -> List.of("answer " + asked.incrementAndGet()));
        assertThat(values(completer, "show j^")).containsExactly("answer 1");
        assertThat(values(completer, "show j^")).containsExactly("answer 1");
        completer.forget();
        assertThat(values(completer, "show j^")).containsExactly("answer 2");
    }

    @Test
    void the_answer_for_the_members_of_one_value_is_not_taken_for_those_of_another() {
        try (LiveShell shell = new LiveShell(folder)) {
            shell.run("one = [left: 1]; two = [right: 2]");
            PromptCompleter completer = new PromptCompleter(shell.completion());
            assertThat(values(completer, "one.^")).containsExactly("left");
            assertThat(values(completer, "two.^")).containsExactly("right");
        }
    }

    @Test
    void fields_are_those_that_the_command_gave_last_and_at_first_those_its_example_shows() {
        try (LiveShell shell = new LiveShell(folder)) {
            assertThat(shell.choices("diagnose | sort t^")).containsExactly("toggleRepairs");
            assertThat(shell.choices("diagnose | sort e^")).isEmpty();
            shell.run("open acme.dxl; diagnose | first 1");
            assertThat(shell.choices("diagnose | sort e^")).containsExactly("evidence");
            shell.run("diagnose --cause blank");
            assertThat(shell.choices("diagnose | sort e^")).containsExactly("evidence");
            shell.run("find @All --items LastName");
            assertThat(shell.choices("find @All | sort l^")).containsExactly("LastName");
        }
    }

    @Test
    void no_part_of_any_example_of_any_plugin_is_too_much() {
        try (LiveShell shell = new LiveShell(folder)) {
            PromptParser ofLines = new PromptParser(shell.wiring.parser());
            PromptHighlighter colours = new PromptHighlighter(shell.wiring.commands(), shell.wiring.groovy());
            List<String> examples = shell.wiring.commands().all().stream()
                    .flatMap(spec -> spec.examples().stream())
                    .map(Example::line)
                    .toList();
            assertThat(examples).hasSizeGreaterThan(20);
            for (String example : examples) {
                for (int end = 0; end <= example.length(); end++) {
                    String part = example.substring(0, end);
                    assertThatCode(() -> shell.choices(part + "^")).as(part).doesNotThrowAnyException();
                    assertThatCode(() -> shell.choices(part + "^" + example.substring(part.length())))
                            .as(part)
                            .doesNotThrowAnyException();
                    assertThatCode(() -> ofLines.parse(part, part.length(), ParseContext.COMPLETE))
                            .as(part)
                            .doesNotThrowAnyException();
                    assertThatCode(() -> colours.highlight(null, part)).as(part).doesNotThrowAnyException();
                }
            }
        }
    }

    private static void awaiting(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private PromptCompleter completer(Candidates candidates) {
        return new PromptCompleter(
                new Completion(commands, NO_GROOVY, candidates, new GivenFields(), new FileNames(Path.of(""))));
    }

    private List<String> values(PromptCompleter completer, String line) {
        Spot spot = Spot.of(parser, line.replace("^", ""), line.indexOf('^'));
        return completer.choices(spot).stream().map(Completion.Choice::value).toList();
    }
}
