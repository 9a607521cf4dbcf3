package dirsh.plugin;

import java.util.Map;
import org.codehaus.groovy.runtime.InvokerHelper;

/** The class loader of one compiled source. Its own classes win over equally named ones of the parent. */
final class CompiledLoader extends ClassLoader {

    private final Map<String, byte[]> classes;

    CompiledLoader(ClassLoader parent, Map<String, byte[]> classes) {
        super(parent);
        this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
        }
    }

    /**
     * Makes Groovy's runtime forget what it learnt about the classes. It would keep that softly, which is until memory is
     * short; a class still in use is learnt about anew.
     */
    void forget() {
        for (String name : classes.keySet()) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                InvokerHelper.removeClass(loaded);
            }
        }
    }
}
