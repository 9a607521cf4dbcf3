package dirsh.source.domino;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The compile-only signatures against the library itself. Needs the system property {@code dirsh.domino.classpath}: the jars
 * of Domino JNA and JNA, joined as a class path; without it the comparison is skipped.
 *
 * <pre>mvn test -Dtest=SignaturesTest -Ddirsh.domino.classpath=domino-jna-0.9.53.jar:jna-5.17.0.jar</pre>
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignaturesTest {

    private static final Path SOURCES = Path.of("src/signatures/java");

    @TempDir
    private Path classes;

    @Test
    void no_signature_class_is_part_of_the_build() throws IOException {
        try (Stream<Path> built = Files.walk(Path.of("target/classes"))) {
            assertThat(built.map(Path::toString))
                    .noneMatch(name -> name.contains("mindoo") || name.contains("sun/jna"));
        }
    }

    @Test
    void every_signature_is_that_of_the_library() throws IOException, ReflectiveOperationException {
        String jars = System.getProperty("dirsh.domino.classpath", "");
        Assumptions.assumeFalse(jars.isEmpty(), "dirsh.domino.classpath does not name the library");
        List<String> names = compile();
        List<String> differences = new ArrayList<>();
        try (URLClassLoader ours = loader(classes.toString());
                URLClassLoader real = loader(jars)) {
            for (String name : names) {
                compare(Class.forName(name, false, ours), Class.forName(name, false, real), differences);
            }
        }
        assertThat(names).hasSizeGreaterThan(25);
        assertThat(differences).isEmpty();
    }

    private List<String> compile() throws IOException {
        List<String> files;
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            files = sources.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .toList();
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
        arguments.addAll(files);
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
        try (Stream<Path> built = Files.walk(classes)) {
            return built.map(path -> classes.relativize(path).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace(File.separatorChar, '.'))
                    .sorted()
                    .toList();
        }
    }

    private static URLClassLoader loader(String path) throws MalformedURLException {
        List<URL> urls = new ArrayList<>();
        for (String part : path.split(File.pathSeparator, -1)) {
            urls.add(Path.of(part).toUri().toURL());
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private static void compare(Class<?> ours, Class<?> real, List<String> differences) {
        if (ours.isInterface() != real.isInterface() || ours.isEnum() != real.isEnum()) {
            differences.add(ours + " is of another kind");
        }
        if (ours.isEnum()) {
            List<String> known = constants(real);
            constants(ours).stream()
                    .filter(constant -> !known.contains(constant))
                    .forEach(constant -> differences.add("no " + ours.getName() + "." + constant));
            return;
        }
        if (Throwable.class.isAssignableFrom(ours) != Throwable.class.isAssignableFrom(real)) {
            differences.add(ours + " is thrown here only or there only");
        }
        List<String> offered = Stream.concat(Arrays.stream(real.getMethods()), Arrays.stream(real.getDeclaredMethods()))
                .map(SignaturesTest::spelt)
                .toList();
        for (Method method : ours.getDeclaredMethods()) {
            if (!offered.contains(spelt(method))) {
                differences.add("no " + ours.getName() + ": " + spelt(method));
            }
        }
        for (Constructor<?> constructor : ours.getConstructors()) {
            String wanted = parameters(constructor.getParameterTypes());
            if (Arrays.stream(real.getConstructors())
                    .noneMatch(one -> parameters(one.getParameterTypes()).equals(wanted))) {
                differences.add("no constructor " + ours.getName() + wanted);
            }
        }
    }

    private static List<String> constants(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> field.isEnumConstant())
                .map(field -> field.getName())
                .toList();
    }

    private static String spelt(Method method) {
        return (Modifier.isStatic(method.getModifiers()) ? "static " : "")
                + method.getReturnType().getName() + " " + method.getName()
                + parameters(method.getParameterTypes());
    }

    private static String parameters(Class<?>[] types) {
        return Arrays.stream(types).map(Class::getName).collect(Collectors.joining(", ", "(", ")"));
    }
}
