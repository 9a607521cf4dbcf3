package dirsh.plugin;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The classes that lines defined, for the lines after them to name.
 *
 * <p>A class defined again replaces the older one for later lines; objects of the older one stay what they are.
 */
final class PromptClasses extends ClassLoader {

    private final Map<String, ClassLoader> definedBy = new ConcurrentHashMap<>();

    PromptClasses(ClassLoader parent) {
        super(parent);
    }

    /** Keeps what a line defined beside its statements. */
    void keep(CompiledSource line, ClassLoader loader) {
        for (String name : line.classes().keySet()) {
            boolean ofTheStatements = name.equals(line.script()) || name.startsWith(line.script() + "$");
            if (!ofTheStatements) {
                definedBy.put(name, loader);
            }
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        ClassLoader loader = definedBy.get(name);
        return loader != null ? loader.loadClass(name) : super.loadClass(name, resolve);
    }
}
