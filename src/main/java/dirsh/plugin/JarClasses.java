package dirsh.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The classes and resources of a plugin's jars, as the jars were when they were read.
 *
 * <p>A jar that is written over does not pull the rug from under the commands that came from it, no file stays open after a
 * reload, and what was checked is what is loaded. Of a multi-release jar only the base is seen.
 */
final class JarClasses extends ClassLoader {

    private final List<Map<String, byte[]>> jars = new ArrayList<>();

    /**
     * The classes of some jars, the first first.
     *
     * @param contents the bytes of each jar
     * @throws BrokenDeclaration if one of them is none
     */
    JarClasses(String name, List<byte[]> contents, ClassLoader parent) {
        super(name, parent);
        contents.forEach(content -> jars.add(entries(name, content)));
    }

    private static Map<String, byte[]> entries(String plugin, byte[] content) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (JarInputStream jar = new JarInputStream(new ByteArrayInputStream(content), false)) {
            for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                entries.putIfAbsent(entry.getName(), jar.readAllBytes());
            }
        } catch (IOException broken) {
            entries.clear();
        }
        if (entries.isEmpty()) {
            throw new BrokenDeclaration(plugin, 0, "holds a jar that cannot be read");
        }
        return entries;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        String entry = name.replace('.', '/') + ".class";
        for (Map<String, byte[]> jar : jars) {
            byte[] bytes = jar.get(entry);
            if (bytes != null) {
                return defineClass(name, bytes, 0, bytes.length);
            }
        }
        throw new ClassNotFoundException(name);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        Enumeration<URL> found = findResources(name);
        return found.hasMoreElements() ? found.nextElement() : null;
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        List<URL> found = new ArrayList<>();
        for (Map<String, byte[]> jar : jars) {
            byte[] bytes = jar.get(name);
            if (bytes != null) {
                found.add(url(name, bytes));
            }
        }
        return Collections.enumeration(found);
    }

    private static URL url(String name, byte[] bytes) {
        try {
            return new URL("plugin", "", -1, "/" + name, new URLStreamHandler() {
                @Override
                protected URLConnection openConnection(URL url) {
                    return new Held(url, bytes);
                }
            });
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a resource without an address", e);
        }
    }

    /** The way to a resource that is held already. */
    private static final class Held extends URLConnection {

        private final byte[] bytes;

        Held(URL url, byte[] bytes) {
            super(url);
            this.bytes = bytes;
        }

        @Override
        public void connect() {
            connected = true;
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
