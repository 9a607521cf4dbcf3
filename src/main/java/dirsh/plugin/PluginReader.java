package dirsh.plugin;

import groovy.lang.Binding;
import java.util.List;
import java.util.Optional;
import org.codehaus.groovy.control.CompilationFailedException;

/**
 * The step from a plugin file to what it declares: out of the cache, or compiled and kept there.
 *
 * <p>Only what declares something properly is kept, so that a broken file is found broken at every start.
 */
final class PluginReader {

    private final ClassCache cache;
    private final SourceCompiler compiler = new SourceCompiler(PluginScript.class);

    PluginReader(ClassCache cache) {
        this.cache = cache;
    }

    /**
     * What the file declares.
     *
     * @throws BrokenDeclaration if it does not compile or declares nothing proper
     */
    PluginScript.Declared read(PluginFile file) {
        ScriptProperties.install();
        Optional<CompiledSource> kept = cache.find(file);
        if (kept.isPresent()) {
            return declared(file, kept.get());
        }
        CompiledSource compiled = compiled(file);
        PluginScript.Declared declared = declared(file, compiled);
        cache.store(file, compiled);
        return declared;
    }

    private static String misplaced(PluginKind declared, PluginKind wanted) {
        return wanted == PluginKind.COMMAND
                ? "a " + declared.word() + " belongs into the folder " + declared.folder()
                : "a file in " + wanted.folder() + " declares a " + wanted.word();
    }

    private CompiledSource compiled(PluginFile file) {
        try {
            CompiledSource compiled = compiler.compile(PluginFile.fileName(file.path()), file.source(), file.parent());
            if (compiled.hasStatements()) {
                return compiled;
            }
        } catch (CompilationFailedException failed) {
            Failure failure = Failure.ofCompilation(failed);
            throw new BrokenDeclaration(file.shown(), failure.line(), failure.message());
        }
        throw new BrokenDeclaration(file.shown(), 1, PluginScript.NOTHING_DECLARED);
    }

    private static PluginScript.Declared declared(PluginFile file, CompiledSource compiled) {
        PluginScript.Declared declared;
        try {
            CompiledLoader loader = new CompiledLoader(file.parent(), compiled.classes());
            PluginScript script = (PluginScript) compiled.instance(loader, new Binding());
            declared = script.read(file.sourceFile());
        } catch (BrokenDeclaration broken) {
            throw new BrokenDeclaration(file.shown(), broken.line(), broken.what());
        } catch (VirtualMachineError exhausted) {
            throw exhausted;
        } catch (Throwable thrown) {
            Failure failure = Failure.ofRun(thrown, PluginFile.fileName(file.path()), List.of());
            throw new BrokenDeclaration(file.shown(), failure.line(), failure.message());
        }
        if (declared.kind() != file.kind()) {
            throw new BrokenDeclaration(file.shown(), 1, misplaced(declared.kind(), file.kind()));
        }
        return declared;
    }
}
