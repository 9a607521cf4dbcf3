package dirsh.source.domino;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The compile-only signatures against the library itself. Needs the system property {@code dirsh.domino.classpath}: the jars
 * of Domino JNA and JNA, joined as a class path; without it the comparison is skipped. Class files are read, not loaded.
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
                    .noneMatch(name -> name.contains("mindoo") || name.matches(".*sun.jna.*"));
        }
    }

    @Test
    void every_signature_is_that_of_the_library() throws IOException {
        String jars = System.getProperty("dirsh.domino.classpath", "");
        Assumptions.assumeFalse(jars.isEmpty(), "dirsh.domino.classpath does not name the library");
        compile();
        JavaClasses ours = new ClassFileImporter().importPath(classes);
        JavaClasses real = library(jars);
        List<String> differences = new ArrayList<>();
        ours.forEach(one -> compare(one, real, differences));
        assertThat(ours).hasSizeGreaterThan(25);
        assertThat(differences).isEmpty();
    }

    private void compile() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    private static JavaClasses library(String jars) throws IOException {
        List<JarFile> files = new ArrayList<>();
        for (String jar : jars.split(File.pathSeparator, -1)) {
            files.add(new JarFile(jar));
        }
        return new ClassFileImporter().importJars(files);
    }

    private static void compare(JavaClass ours, JavaClasses library, List<String> differences) {
        if (!library.contain(ours.getName())) {
            differences.add("no " + ours.getName());
            return;
        }
        JavaClass real = library.get(ours.getName());
        if (ours.isInterface() != real.isInterface()
                || ours.isEnum() != real.isEnum()
                || ours.isAssignableTo(RuntimeException.class) != real.isAssignableTo(RuntimeException.class)) {
            differences.add(ours.getName() + " is of another kind");
        }
        Set<String> fields = real.getFields().stream().map(JavaField::getName).collect(Collectors.toSet());
        ours.getFields().stream()
                .map(JavaField::getName)
                .filter(name -> ours.isEnum() && !name.startsWith("$") && !fields.contains(name))
                .forEach(name -> differences.add("no " + ours.getName() + "." + name));
        Set<String> offered = Stream.of(
                        Stream.of(real), real.getAllRawSuperclasses().stream(), real.getAllRawInterfaces().stream())
                .flatMap(types -> types)
                .flatMap(type -> type.getCodeUnits().stream())
                .map(SignaturesTest::spelt)
                .collect(Collectors.toSet());
        ours.getCodeUnits().stream()
                .filter(unit -> !unit.getModifiers().contains(JavaModifier.PRIVATE) && !isMade(unit))
                .map(SignaturesTest::spelt)
                .filter(unit -> !offered.contains(unit))
                .forEach(unit -> differences.add("no " + ours.getName() + ": " + unit));
    }

    /** What the compiler adds: initialisers, and a constructor where none is written, which nobody calls. */
    private static boolean isMade(JavaCodeUnit unit) {
        return unit.getName().equals("<clinit>")
                || unit.getName().startsWith("$")
                || (unit.isConstructor() && unit.getRawParameterTypes().isEmpty());
    }

    private static String spelt(JavaCodeUnit unit) {
        String parameters = unit.getRawParameterTypes().stream()
                .map(JavaClass::getName)
                .collect(Collectors.joining(", ", "(", ")"));
        boolean isStatic = unit.getModifiers().contains(JavaModifier.STATIC);
        return (isStatic ? "static " : "") + unit.getRawReturnType().getName() + " " + unit.getName() + parameters;
    }
}
