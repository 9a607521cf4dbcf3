package dirsh.shell;

import dirsh.command.CommandSpec;
import dirsh.command.Parameter;
import dirsh.command.ParameterKind;
import dirsh.command.PipeEnds;
import dirsh.command.PipeKind;
import dirsh.model.Answer;
import dirsh.model.DirshException;
import dirsh.model.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small commands to run the shell with. */
final class Declared {

    private Declared() {}

    /** An answer that stands for an exit code. */
    record Judged(String name, int exitCode) implements Answer {
        @Override
        public Map<String, Object> fields() {
            return Map.of("name", name);
        }
    }

    static List<CommandSpec> all() {
        return List.of(
                of(
                        "people",
                        List.of(),
                        List.of(),
                        false,
                        false,
                        (arguments, session) -> List.of(row("Jane Doe"), row("Zoë Straße"))),
                of(
                        "diagnose",
                        List.of(),
                        List.of(optional("cause", ParameterKind.CAUSES)),
                        false,
                        false,
                        (arguments, session) -> List.of(new Judged("policy", 0), new Judged("broken", 1))),
                of(
                        "policies",
                        List.of(),
                        List.of(),
                        false,
                        false,
                        (arguments, session) -> List.of(new Judged("policy", 0))),
                of("partly", List.of(), List.of(), false, false, (arguments, session) -> new Judged("refused", 4)),
                of("broken", List.of(), List.of(), false, false, (arguments, session) -> {
                    throw DirshException.failed("the disk is full", "df", null);
                }),
                of("wrong", List.of(), List.of(), false, false, (arguments, session) -> {
                    throw DirshException.badInput("no such book", "open names.dxl");
                }),
                of("crash", List.of(), List.of(), false, false, (arguments, session) -> {
                    throw new IllegalStateException("a defect\nsecond line");
                }),
                of("stopped", List.of(), List.of(), false, false, (arguments, session) -> {
                    throw new DirshException(DirshException.Outcome.INTERRUPTED, "interrupted", "", null);
                }),
                of(
                        "open",
                        List.of(argument("address", ParameterKind.ADDRESS)),
                        List.of(optional("as", ParameterKind.TEXT)),
                        false,
                        false,
                        (arguments, session) -> null),
                of("apply", List.of(), List.of(), false, true, (arguments, session) -> new Judged("written", 4)),
                of(
                        "find",
                        List.of(argument("formula", ParameterKind.FORMULA)),
                        List.of(optional("items", ParameterKind.ITEM_NAMES)),
                        false,
                        false,
                        (arguments, session) -> String.valueOf(arguments.get("formula"))),
                of(
                        "plan",
                        List.of(),
                        List.of(
                                optional("where", ParameterKind.FORMULA),
                                optional("save", ParameterKind.FILE),
                                optional("limit", ParameterKind.NUMBER),
                                new Parameter("at-risk", ParameterKind.SWITCH, "these too", false, false, List.of()),
                                new Parameter(
                                        "mode", ParameterKind.CHOICE, "how", false, false, List.of("toggle", "direct")),
                                new Parameter("in", ParameterKind.BOOK, "where", false, true, List.of())),
                        true,
                        false,
                        (arguments, session) -> {
                            List<Object> taken =
                                    new ArrayList<>(arguments.input().orElse(List.of()));
                            return List.of(new Judged("planned " + taken.size(), 0));
                        }),
                of(
                        "words",
                        List.of(many("word")),
                        List.of(),
                        false,
                        false,
                        (arguments, session) -> arguments.get("word")),
                of(
                        "show",
                        List.of(argument("person", ParameterKind.PERSON)),
                        List.of(),
                        false,
                        false,
                        (arguments, session) -> row(String.valueOf(arguments.get("person")))));
    }

    static Row row(String name) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        return new Row(fields);
    }

    static CommandSpec of(
            String name,
            List<Parameter> arguments,
            List<Parameter> options,
            boolean takesInput,
            boolean quiet,
            CommandSpec.Body body) {
        PipeEnds pipe = new PipeEnds(takesInput ? PipeKind.PEOPLE : PipeKind.NOTHING, PipeKind.ANYTHING);
        return new CommandSpec(
                name, "Test", "Does " + name, "", arguments, options, pipe, quiet, List.of(), "test:1", body);
    }

    static Parameter argument(String name, ParameterKind kind) {
        return new Parameter(name, kind, "what to take", true, false, List.of());
    }

    private static Parameter optional(String name, ParameterKind kind) {
        return new Parameter(name, kind, "what to use", false, false, List.of());
    }

    private static Parameter many(String name) {
        return new Parameter(name, ParameterKind.TEXT, "anything", false, true, List.of());
    }
}
