package dirsh.plugin;

import dirsh.command.MappingExample;
import dirsh.command.MappingSpec;
import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of an attribute mapping. */
final class MappingWords extends DeclarationWords {

    static final Map<String, String> WORDS = words(
            "summary",
            "one sentence without a full stop; required",
            "details",
            "paragraphs for help; line breaks and indentation are taken out",
            "attribute",
            "an attribute of recipients; item: the item it is compared with, longest: characters compared, onDemand: true where only --attributes asks for it; may repeat",
            "example",
            "what it shows; over: items of a person, gives: values by attribute; may repeat");

    private @Nullable String summary;
    private String details = "";
    private final List<MappingSpec.Line> lines = new ArrayList<>();
    private final List<MappingExample> examples = new ArrayList<>();

    MappingWords(SourceFile file) {
        super("a mapping", WORDS, file);
    }

    /** Reads a declaration that begins on the line at work. */
    MappingSpec declare(String id, Closure<?> declaration) {
        int line = file().line();
        if (!checkedName(id).equals(file().nameWithoutEnding())) {
            throw file().broken("the file is called " + file().name() + ", but declares '" + id + "'");
        }
        read(declaration);
        needed(lines.isEmpty() ? null : lines, "attribute '…', item: '…'", line);
        return new MappingSpec(id, needed(summary, "summary", line), details, lines, examples, file().place(line));
    }

    @Override
    void take(Call call) {
        switch (call.word()) {
            case "summary" -> summary = call.takes().text();
            case "details" -> details = call.takes().block();
            case "attribute" -> lines.add(line(call.takes("item", "longest", "onDemand")));
            case "example" -> examples.add(example(call.takes("over", "gives")));
            default -> throw new IllegalStateException(call.word());
        }
    }

    private MappingSpec.Line line(Call call) {
        if (call.named("item").isBlank()) {
            throw file().broken("attribute '" + call.text() + "' needs an item: '…'");
        }
        if (!MappingSpec.ATTRIBUTES.contains(call.text())) {
            throw file().broken("no recipient has the attribute '" + call.text() + "'; there are "
                    + String.join(", ", MappingSpec.ATTRIBUTES));
        }
        if (lines.stream().anyMatch(known -> known.attribute().equals(call.text()))) {
            throw file().broken("'" + call.text() + "' is declared twice");
        }
        return new MappingSpec.Line(call.text(), call.named("item"), call.number("longest"), !call.isTrue("onDemand"));
    }

    private static MappingExample example(Call call) {
        Map<String, String> gives = new LinkedHashMap<>();
        call.map("gives").forEach((attribute, value) -> gives.put(attribute, String.valueOf(value)));
        return new MappingExample(call.text(), call.map("over"), gives);
    }
}
