package dirsh.plugin;

import dirsh.command.CommandSpec;
import dirsh.command.RuleSpec;
import groovy.lang.Closure;
import groovy.lang.MissingMethodException;
import groovy.lang.Script;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a plugin file extends: the words {@code command} and {@code rule}. */
public abstract class PluginScript extends Script {

    private SourceFile file = new SourceFile("");
    private @Nullable Declared declared;
    private boolean reading;

    /** What a plugin file declares: one command or one rule. */
    sealed interface Declared {
        record OfCommand(CommandSpec spec) implements Declared {}

        record OfRule(RuleSpec spec) implements Declared {}
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
            throw new BrokenDeclaration(source.name(), 1, "the file declares neither a command nor a rule");
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

    private void onlyOne() {
        if (declared != null) {
            throw file.broken("a file declares one command or one rule");
        }
    }

    @Override
    public @Nullable Object invokeMethod(String name, @Nullable Object arguments) {
        try {
            return super.invokeMethod(name, arguments);
        } catch (MissingMethodException missing) {
            if (reading && name.equals(missing.getMethod()) && missing.getType() == getClass()) {
                boolean known = name.equals("command") || name.equals("rule");
                throw file.broken(
                        known
                                ? name + " takes a name and a declaration, as in " + name + "('…') { … }"
                                : "no such word '" + name + "'; a plugin file is made of command, rule");
            }
            throw missing;
        }
    }
}
