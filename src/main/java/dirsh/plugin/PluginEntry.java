package dirsh.plugin;

import dirsh.command.CommandSpec;
import dirsh.command.MappingSpec;
import dirsh.command.ReaderSpec;
import dirsh.command.RuleSpec;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A plugin file among the others: not evaluated yet, evaluated or broken. */
final class PluginEntry {

    private final PluginFile file;
    private PluginScript.@Nullable Declared declared;
    private @Nullable PluginProblem problem;
    private boolean loaded;

    PluginEntry(PluginFile file) {
        this.file = file;
    }

    /** The same file with another text; until that is loaded, and if it turns out broken, the older one counts. */
    PluginEntry changedTo(PluginFile newer) {
        PluginEntry entry = new PluginEntry(newer);
        entry.declared = declared;
        return entry;
    }

    /** Evaluates the file, if that was not done before. */
    void load(PluginReader reader) {
        if (loaded) {
            return;
        }
        loaded = true;
        try {
            declared = reader.read(file);
        } catch (BrokenDeclaration broken) {
            problem = new PluginProblem(file.shown(), broken.line(), broken.what());
        }
    }

    Optional<CommandSpec> command(PluginReader reader) {
        load(reader);
        return declared instanceof PluginScript.Declared.OfCommand command
                ? Optional.of(command.spec())
                : Optional.empty();
    }

    Optional<RuleSpec> rule(PluginReader reader) {
        load(reader);
        return declared instanceof PluginScript.Declared.OfRule rule ? Optional.of(rule.spec()) : Optional.empty();
    }

    Optional<ReaderSpec> flagReader(PluginReader reader) {
        load(reader);
        return declared instanceof PluginScript.Declared.OfReader flagReader
                ? Optional.of(flagReader.spec())
                : Optional.empty();
    }

    Optional<MappingSpec> mapping(PluginReader reader) {
        load(reader);
        return declared instanceof PluginScript.Declared.OfMapping mapping
                ? Optional.of(mapping.spec())
                : Optional.empty();
    }

    /** Whether it is, or may turn out to be, something that works. */
    boolean isUsable() {
        return declared != null || !loaded;
    }

    boolean declares(String name, PluginKind kind) {
        return isUsable() && file.kind() == kind && file.name().equals(name);
    }

    PluginKind kind() {
        return file.kind();
    }

    boolean is(PluginKind kind) {
        return file.kind() == kind;
    }

    boolean isOf(PluginFolder folder) {
        return file.path().startsWith(folder.path());
    }

    /** Whether it was read from the same text. */
    boolean isFrom(PluginFile other) {
        return file.key().equals(other.key());
    }

    String name() {
        return file.name();
    }

    Path path() {
        return file.path();
    }

    String shown() {
        return file.shown();
    }

    Optional<PluginProblem> problem() {
        return Optional.ofNullable(problem);
    }
}
