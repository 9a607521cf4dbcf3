package dirsh.plugin;

import dirsh.command.CommandSpec;
import dirsh.command.MappingSpec;
import dirsh.command.ReaderSpec;
import dirsh.command.RuleSpec;
import groovy.lang.Closure;
import groovy.lang.MissingMethodException;
import groovy.lang.Script;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a plugin file extends: the words {@code command}, {@code rule}, {@code reader} and {@code mapping}. */
public abstract class PluginScript extends Script {

    /** What is wrong with a file without any of the words. */
    static final String NOTHING_DECLARED = "the file declares neither a command nor a rule, reader or mapping";

    private static final List<String> WORDS = List.of("command", "rule", "reader", "mapping");

    private SourceFile file = new SourceFile("");
    private @Nullable Declared declared;
    private boolean reading;

    /** What a plugin file declares: one thing. */
    sealed interface Declared {
        PluginKind kind();

        record OfCommand(CommandSpec spec) implements Declared {
            @Override
            public PluginKind kind() {
                return PluginKind.COMMAND;
            }
        }

        record OfRule(RuleSpec spec) implements Declared {
            @Override
            public PluginKind kind() {
                return PluginKind.RULE;
            }
        }

        record OfReader(ReaderSpec spec) implements Declared {
            @Override
            public PluginKind kind() {
                return PluginKind.READER;
            }
        }

        record OfMapping(MappingSpec spec) implements Declared {
            @Override
            public PluginKind kind() {
                return PluginKind.MAPPING;
            }
        }
    }

    /** Runs the file's statements and gives what they declare. */
    final Declared read(SourceFile source) {
        file = source;
        reading = true;
        try {
            run();
        } finally {
            reading = false;
        }
        if (declared == null) {
            throw new BrokenDeclaration(source.name(), 1, NOTHING_DECLARED);
        }
        return declared;
    }

    /** Declares the file's command. */
    public void command(String name, Closure<?> declaration) {
        onlyOne();
        CommandWords words = CommandWords.ofCommand(
                file,
                (run, arguments, session) -> file.call(run.rehydrate(this, this, this), List.of(), arguments, session));
        declared = new Declared.OfCommand(words.declare(name, declaration));
    }

    /** Declares the file's rule. */
    public void rule(String id, Closure<?> declaration) {
        onlyOne();
        declared = new Declared.OfRule(new RuleWords(file, this).declare(id, declaration));
    }

    /** Declares the file's reader of the flag. */
    public void reader(String id, Closure<?> declaration) {
        onlyOne();
        declared = new Declared.OfReader(new ReaderWords(file).declare(id, declaration));
    }

    /** Declares the file's attribute mapping. */
    public void mapping(String id, Closure<?> declaration) {
        onlyOne();
        declared = new Declared.OfMapping(new MappingWords(file).declare(id, declaration));
    }

    private void onlyOne() {
        if (declared != null) {
            throw file.broken("a file declares one command, rule, reader or mapping");
        }
    }

    @Override
    public @Nullable Object invokeMethod(String name, @Nullable Object arguments) {
        try {
            return super.invokeMethod(name, arguments);
        } catch (MissingMethodException missing) {
            if (reading && name.equals(missing.getMethod()) && missing.getType() == getClass()) {
                boolean known = WORDS.contains(name);
                throw file.broken(
                        known
                                ? name + " takes a name and a declaration, as in " + name + "('…') { … }"
                                : "no such word '" + name + "'; a plugin file is made of " + String.join(", ", WORDS));
            }
            throw missing;
        }
    }
}
