package dirsh.shell;

import dirsh.command.CommandRegistry;
import dirsh.command.CommandSpec;
import dirsh.command.ParameterKind;
import dirsh.command.PipeKind;
import dirsh.model.DirshException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text to command lines: what separates them, what a pipe is, and which are Groovy.
 *
 * <p>The first word decides between command and Groovy before anything else is read, since {@code //} in a path and
 * {@code /*} in a glob would begin comments in Groovy.
 */
final class LineParser {

    /** A closure with the one option and the file it may have behind it. */
    private static final Pattern SHOWN_CLOSURE = Pattern.compile(
            "(.*\\})(?:\\s+(?:-o|--output)[\\s=]+(\\w+))?(?:\\s+(>>?)\\s*(\"[^\"]+\"|'[^']+'|[^\\s'\"{}]+))?",
            Pattern.DOTALL);

    private final CommandRegistry commands;
    private final UnknownCommand unknown;

    LineParser(CommandRegistry commands) {
        this.commands = commands;
        this.unknown = new UnknownCommand(commands);
    }

    /**
     * The command lines of a text.
     *
     * @throws DirshException for an open quote and for an unknown word after a pipe
     */
    List<Line> parse(String text) {
        return new Pass(text, false).lines();
    }

    /** Whether a line that was read as Groovy calls a command that has come since, as by {@code plugin new}. */
    boolean isCallNow(Line line) {
        Pass pass = new Pass(line.text(), false);
        return line.stages().get(0) instanceof Stage.Code
                && !pass.assignment()
                && pass.command(0).isPresent();
    }

    /** Whether more lines must follow before the text can be run: a quote, a bracket or a pipe is open at its end. */
    boolean needsMore(String text) {
        Pass pass = new Pass(text, false);
        try {
            pass.lines();
        } catch (DirshException e) {
            return pass.open;
        }
        return pass.open;
    }

    /**
     * What stands at the end of a text, for completion.
     *
     * @param start where the last stage begins, or the word that should begin one
     * @param spec the command it calls, or null
     * @param words what was read behind the command's name, or null
     * @param piped whether it stands after a pipe
     * @param source the command whose rows come through that pipe, or null
     */
    record Tail(
            int start,
            @Nullable CommandSpec spec,
            @Nullable WordReader words,
            boolean piped,
            @Nullable CommandSpec source) {}

    /** The last stage of a text that may be cut off anywhere. */
    Tail tail(String text) {
        Pass pass = new Pass(text, true);
        try {
            pass.lines();
        } catch (DirshException e) {
            return pass.tail;
        }
        boolean begun = pass.tail.start() < pass.ended;
        return begun && pass.ended == text.length() ? pass.tail : new Tail(text.length(), null, null, false, null);
    }

    /** The end of the name that begins at a place, which is no command's name unless a blank or separator follows. */
    static int nameEnd(String text, int from) {
        int end = from;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || "-_".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        return end;
    }

    /** Whether the name that ends there stands as a command's must: before a blank, a separator or the end. */
    static boolean endsName(String text, int end) {
        return end == text.length() || " \t\r\n;|".indexOf(text.charAt(end)) >= 0;
    }

    /** One reading of one text. */
    private final class Pass {

        private final String text;
        private final boolean cut;
        private int at;
        private boolean open;
        private Tail tail = new Tail(0, null, null, false, null);
        private int ended;

        Pass(String text, boolean cut) {
            this.text = text;
            this.cut = cut;
        }

        List<Line> lines() {
            List<Line> lines = new ArrayList<>();
            while (true) {
                skip(" \t\r\n;");
                if (at == text.length()) {
                    return lines;
                }
                if (text.charAt(at) == '#' || text.startsWith("//", at)) {
                    int end = text.indexOf('\n', at);
                    at = end < 0 ? text.length() : end;
                } else {
                    lines.add(line());
                }
            }
        }

        private Line line() {
            int start = at;
            tail = new Tail(at, null, null, false, null);
            List<Stage> stages = new ArrayList<>();
            Optional<CommandSpec> first = assignment() ? Optional.empty() : command(at);
            stages.add(first.isPresent() ? call(first.get()) : new Stage.Code(groovy()));
            while (at < text.length() && text.charAt(at) == '|') {
                at++;
                skip(" \t\r\n");
                tail = new Tail(at, null, null, true, rowsOf(tail));
                stages.add(afterPipe(start, stages.get(stages.size() - 1)));
            }
            ended = at;
            Stage last = stages.get(stages.size() - 1);
            if (stages.stream()
                    .anyMatch(stage -> stage != last && stage.target().isPresent())) {
                throw DirshException.badInput(
                        "only the end of a line can go to a file",
                        "… | export FILE, or > FILE behind the last command");
            }
            return new Line(stages, last.target(), text.substring(start, at).strip());
        }

        private Stage afterPipe(int lineStart, Stage before) {
            if (at == text.length()) {
                open = true;
                throw DirshException.badInput(
                        "nothing follows the last |", "help, for the commands that take objects from a pipe");
            }
            if (text.charAt(at) == '{') {
                String code = groovy();
                Matcher shown = SHOWN_CLOSURE.matcher(code);
                return shown.matches() ? closure(shown) : new Stage.Closure(code, "", Optional.empty());
            }
            Optional<CommandSpec> spec = command(at);
            if (spec.isPresent()) {
                return call(spec.get());
            }
            Optional<CommandSpec> called =
                    before instanceof Stage.Call call ? Optional.of(call.spec()) : Optional.empty();
            throw unknown.afterPipe(text.substring(lineStart), wordAt(at), called);
        }

        /** The command that made what leaves a stage: one that passes on what came in made nothing. */
        private @Nullable CommandSpec rowsOf(Tail stage) {
            CommandSpec spec = stage.spec();
            return spec != null && spec.pipe().gives() == PipeKind.SAME ? stage.source() : spec;
        }

        private Stage closure(Matcher shown) {
            String file = shown.group(4);
            return new Stage.Closure(
                    shown.group(1),
                    shown.group(2) == null ? "" : shown.group(2),
                    file == null
                            ? Optional.empty()
                            : Optional.of(new Redirect(
                                    file.replaceAll("^([\"'])(.*)\\1$", "$2"),
                                    shown.group(3).length() == 2)));
        }

        private Stage call(CommandSpec spec) {
            int start = at;
            WordReader reader = WordReader.read(text, nameEnd(text, at), spec, cut);
            at = reader.end();
            tail = new Tail(start, spec, reader, tail.piped(), tail.source());
            List<String> words = new ArrayList<>();
            for (Word word : reader.words()) {
                if (word.open()) {
                    open = true;
                    refuseOpenQuote(word);
                }
                words.add(word.value());
            }
            return new Stage.Call(
                    spec, words, reader.target(), text.substring(start, at).strip());
        }

        /** An open formula may pass: the formula's own parser points at the place. */
        private void refuseOpenQuote(Word word) {
            boolean formula = word.parameter() != null && word.parameter().kind() == ParameterKind.FORMULA;
            if (!formula || text.charAt(word.start()) == '\'') {
                throw DirshException.badInput(
                        "a quote is not closed: "
                                + text.substring(word.start(), word.end()).strip(),
                        "the same line with a closing quote");
            }
        }

        private String groovy() {
            int start = at;
            GroovyScanner scanner = GroovyScanner.statement(text, at, this::pipeAt);
            at = scanner.end();
            open |= scanner.open();
            return text.substring(start, at).strip();
        }

        /** In Groovy a bar is an operator, unless a command or a closure follows. */
        private boolean pipeAt(int bar) {
            int next = bar + 1;
            while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                next++;
            }
            return next < text.length()
                    && (text.charAt(next) == '{' || command(next).isPresent());
        }

        private Optional<CommandSpec> command(int from) {
            int end = nameEnd(text, from);
            return end > from && endsName(text, end) ? commands.find(text.substring(from, end)) : Optional.empty();
        }

        /** Whether an equals sign follows the first word: a variable, even if a command has its name. */
        private boolean assignment() {
            int next = nameEnd(text, at);
            while (next < text.length() && " \t".indexOf(text.charAt(next)) >= 0) {
                next++;
            }
            return next < text.length() && text.charAt(next) == '=';
        }

        private String wordAt(int from) {
            int end = from;
            while (end < text.length() && " \t\r\n;|".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            return text.substring(from, end);
        }

        private void skip(String characters) {
            while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }
    }
}
