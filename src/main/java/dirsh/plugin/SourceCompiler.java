package dirsh.plugin;

import groovy.lang.GroovyClassLoader;
import groovy.lang.Script;
import groovy.transform.ThreadInterrupt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.customizers.ASTTransformationCustomizer;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.control.customizers.ImportCustomizer;
import org.codehaus.groovy.tools.GroovyClass;

/**
 * The step from Groovy source to classes in memory.
 *
 * @param baseClass what the script of a source extends
 */
record SourceCompiler(Class<? extends Script> baseClass) {

    /** Classes any source may name without importing them. */
    private static final List<String> IMPORTS = List.of("dirsh.model.Row", "dirsh.diagnose.Cause");

    /**
     * The classes of one source.
     *
     * @param fileName becomes the file of stack traces and, without its ending, the name of the script's class
     * @param parent where the classes the source names are looked up
     * @param further what else changes the tree
     * @throws org.codehaus.groovy.control.CompilationFailedException if it does not compile
     */
    CompiledSource compile(String fileName, String source, ClassLoader parent, CompilationCustomizer... further) {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setTargetBytecode(CompilerConfiguration.JDK17);
        configuration.setScriptBaseClass(baseClass.getName());
        // Any loop or closure ends when its thread is interrupted: else Ctrl-C could not stop while (true) {}.
        configuration.addCompilationCustomizers(
                new ASTTransformationCustomizer(ThreadInterrupt.class),
                new ImportCustomizer().addImports(IMPORTS.toArray(String[]::new)));
        configuration.addCompilationCustomizers(further);
        GroovyClassLoader resolver = new GroovyClassLoader(parent, configuration, false);
        CompilationUnit unit = new CompilationUnit(configuration, null, resolver);
        unit.addSource(fileName, source);
        unit.compile(Phases.CLASS_GENERATION);
        Map<String, byte[]> classes = new LinkedHashMap<>();
        for (GroovyClass compiled : unit.getClasses()) {
            classes.put(compiled.getName(), compiled.getBytes());
        }
        String script = "";
        for (ClassNode node : unit.getAST().getClasses()) {
            if (node.isScript()) {
                script = node.getName();
            }
        }
        return new CompiledSource(script, classes);
    }
}
