package dirsh.plugin;

import dirsh.command.ReaderExample;
import dirsh.command.ReaderSpec;
import groovy.lang.Closure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The words of a reader. */
final class ReaderWords extends DeclarationWords {

    private static final List<String> KINDS = List.of("person", "group", "resource", "mail-in database");

    static final Map<String, String> WORDS = words(
            "summary",
            "one sentence without a full stop; required",
            "details",
            "paragraphs for help; line breaks and indentation are taken out",
            "item",
            "the item that holds the flag; required",
            "reads",
            "how it is looked at: " + String.join(", ", ReaderSpec.WAYS) + "; required",
            "formula",
            "the selection formula, where it reads by one",
            "yes",
            "the values that mean Yes",
            "no",
            "the values that mean No",
            "blank",
            "what no value means: yes or no; no if left out",
            "kinds",
            "what it judges: " + String.join(", ", KINDS) + "; person and group if left out",
            "keys",
            "the items by which it names a document",
            "vanished",
            "what becomes of a document it no longer reads Yes; required",
            "example",
            "what it shows; over: items, hidden: items without the summary flag, reads: yes, no or blank; may repeat");

    private @Nullable String summary;
    private String details = "";
    private @Nullable String item;
    private @Nullable String reads;
    private String formula = "";
    private List<String> yes = List.of();
    private List<String> no = List.of();
    private String blank = "no";
    private List<String> kinds = List.of("person", "group");
    private List<String> keys = List.of();
    private @Nullable String vanished;
    private final List<ReaderExample> examples = new ArrayList<>();

    ReaderWords(SourceFile file) {
        super("a reader", WORDS, file);
    }

    /** Reads a declaration that begins on the line at work. */
    ReaderSpec declare(String id, Closure<?> declaration) {
        int line = file().line();
        if (!checkedName(id).equals(file().nameWithoutEnding())) {
            throw file().broken("the file is called " + file().name() + ", but declares '" + id + "'");
        }
        read(declaration);
        return new ReaderSpec(
                id,
                needed(summary, "summary", line),
                details,
                needed(item, "item", line),
                needed(reads, "reads", line),
                formula,
                yes,
                no,
                blank,
                kinds,
                keys,
                needed(vanished, "vanished", line),
                examples,
                file().place(line));
    }

    @Override
    void take(Call call) {
        switch (call.word()) {
            case "summary" -> summary = call.takes().text();
            case "details" -> details = call.takes().block();
            case "item" -> item = filled(call.takes().text(), "item");
            case "reads" -> reads = oneOf(call.takes().text(), ReaderSpec.WAYS);
            case "formula" -> formula = checkedFormula(call.takes().text());
            case "yes" -> yes = call.takes().texts();
            case "no" -> no = call.takes().texts();
            case "blank" -> blank = oneOf(call.takes().text(), List.of("yes", "no"));
            case "kinds" -> {
                kinds = call.takes().texts();
                kinds.forEach(kind -> oneOf(kind, KINDS));
            }
            case "keys" -> keys = call.takes().texts();
            case "vanished" -> vanished = call.takes().text();
            case "example" -> examples.add(example(call.takes("over", "hidden", "reads")));
            default -> throw new IllegalStateException(call.word());
        }
    }

    private ReaderExample example(Call call) {
        List<String> hidden = call.list("hidden").orElse(List.of()).stream()
                .map(String::valueOf)
                .toList();
        if (call.named("reads").isEmpty()) {
            throw file().broken("example '" + call.text() + "' needs a reads: '…'");
        }
        String expected = oneOf(call.named("reads"), List.of("yes", "no", "blank"));
        return new ReaderExample(call.text(), call.map("over"), hidden, expected);
    }

    private String filled(String text, String word) {
        if (text.isBlank()) {
            throw file().broken(word + " is empty");
        }
        return text;
    }

    /** The formula is parsed when somebody asks with it; that it can be is known now. */
    private String checkedFormula(String text) {
        Optional<String> objection = ReaderSpec.objection(text);
        if (objection.isPresent()) {
            throw file().broken("formula: " + objection.get());
        }
        return text;
    }

    private String oneOf(String word, List<String> known) {
        if (!known.contains(word)) {
            throw file().broken("'" + word + "' is none of " + String.join(", ", known));
        }
        return word;
    }
}
