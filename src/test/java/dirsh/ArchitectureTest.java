package dirsh;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dirsh.source.AddressBook;
import dirsh.source.BookWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Which package may know which, and what is kept behind one door. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dirsh");

    private static final List<String> ADAPTER = List.of("source", "model", "formula");

    /** What each package may import of ours; {@code x..} takes in what is below x. */
    private static final Map<String, List<String>> MAY_IMPORT = table();

    private static Map<String, List<String>> table() {
        Map<String, List<String>> table = new TreeMap<>();
        table.put("model", List.of());
        table.put("json", List.of("model"));
        table.put("packed", List.of("model"));
        table.put("home", List.of("model", "json"));
        table.put("formula", List.of("model"));
        table.put("source", List.of("model", "formula"));
        Stream.of("nsf", "domino").forEach(name -> table.put("source." + name, ADAPTER));
        table.put("source.dxl", List.of("source", "model", "formula", "packed"));
        table.put("entry", List.of("model"));
        Stream.of("csv", "ldif", "ldap").forEach(name -> table.put("entry." + name, List.of("entry", "model")));
        table.put("source.view", List.of("source", "model", "formula", "entry"));
        table.put("exchange", List.of("model", "entry"));
        table.put("connector", List.of("model", "exchange"));
        table.put("connector.rule", List.of());
        table.put("connector.files", List.of("model", "connector", "connector.rule"));
        table.put("connector.log", List.of("model", "exchange", "connector"));
        table.put("diagnose", List.of("model", "packed", "formula", "connector"));
        table.put("compare", List.of("model", "packed", "exchange", "connector", "diagnose"));
        table.put("replica", List.of("model", "packed", "source", "connector", "diagnose"));
        table.put(
                "repair",
                List.of("model", "source", "exchange", "connector", "diagnose", "compare", "replica", "json", "home"));
        table.put("repair.kit", List.of("model", "source", "source.dxl", "connector", "home", "repair"));
        table.put("sample", List.of("model", "source", "connector", "diagnose"));
        table.put("overview", List.of("model", "source", "connector", "diagnose", "compare", "repair"));
        table.put("report", List.of("model", "packed", "json", "diagnose", "compare", "repair", "overview"));
        table.put(
                "command",
                List.of(
                        "model",
                        "formula",
                        "json",
                        "home",
                        "packed",
                        "source..",
                        "entry..",
                        "exchange",
                        "connector..",
                        "diagnose",
                        "compare",
                        "replica",
                        "repair..",
                        "overview",
                        "sample"));
        table.put("pipe", List.of("model", "home", "report", "overview", "command"));
        table.put("plugin", List.of("command", "home", "model"));
        table.put("shell", List.of("*.."));
        return table;
    }

    @Test
    void a_package_imports_only_what_the_table_allows() {
        MAY_IMPORT.forEach((name, allowed) -> {
            String[] packages = Stream.concat(Stream.of(name), allowed.stream())
                    .map(one -> "dirsh." + one)
                    .toArray(String[]::new);
            classes()
                    .that()
                    .resideInAPackage("dirsh." + name)
                    .should()
                    .onlyDependOnClassesThat(not(resideInAPackage("dirsh..")).or(resideInAnyPackage(packages)))
                    .allowEmptyShould(true)
                    .check(MAIN);
        });
    }

    @Test
    void every_package_stands_in_the_table() {
        assertThat(MAY_IMPORT.keySet())
                .containsAll(packages().keySet().stream()
                        .filter(name -> !name.equals("dirsh"))
                        .map(name -> name.substring("dirsh.".length()))
                        .toList());
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("dirsh.(**)").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void adapters_never_see_each_other() {
        slices().matching("dirsh.source.(*)").should().notDependOnEachOther().check(MAIN);
        slices().matching("dirsh.entry.(*)").should().notDependOnEachOther().check(MAIN);
    }

    @Test
    void libraries_stay_behind_their_fences() {
        fence(List.of("org.jline.."), "dirsh.shell");
        fence(List.of("groovy..", "org.codehaus.groovy..", "org.apache.groovy.."), "dirsh.plugin", "dirsh.shell");
        fence(List.of("com.fasterxml..", "org.codehaus.stax2.."), "dirsh.source.dxl");
        fence(List.of("de.siegmar.."), "dirsh.entry.csv", "dirsh.sample");
        fence(List.of("com.unboundid.."), "dirsh.entry.ldap");
        fence(List.of("com.sun.jna..", "com.mindoo..", "lotus.."), "dirsh.source.domino");
        noClasses()
                .that()
                .haveNameNotMatching("dirsh\\.shell\\.PicocliOptions(\\$.*)?")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(MAIN);
    }

    private static void fence(List<String> library, String... inside) {
        noClasses()
                .that()
                .resideOutsideOfPackages(inside)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library.toArray(String[]::new))
                .check(MAIN);
    }

    @Test
    void only_repair_saves_in_an_address_book() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dirsh.repair", "dirsh.source..")
                .should()
                .callMethodWhere(target(owner(assignableTo(AddressBook.class))).and(target(nameMatching("writer"))))
                .orShould()
                .callMethodWhere(
                        target(owner(assignableTo(BookWriter.class))).and(target(nameMatching("save|publish"))))
                .check(MAIN);
    }

    @Test
    void only_main_touches_the_streams_and_the_end_of_the_process() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("dirsh.Main")
                .should()
                .accessFieldWhere(target(owner(assignableTo(System.class))).and(target(nameMatching("in|out|err"))))
                .orShould()
                .callMethodWhere(
                        target(owner(assignableTo(System.class))).and(target(nameMatching("exit|set(In|Out|Err)"))))
                .orShould()
                .callMethodWhere(target(owner(assignableTo(Runtime.class))).and(target(nameMatching("exit|halt"))))
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(MAIN);
    }

    @Test
    void every_package_is_null_marked() {
        packages().forEach((name, one) -> assertThat(one.isAnnotatedWith(NullMarked.class))
                .as("package-info of %s with @NullMarked", name)
                .isTrue());
    }

    @Test
    void names_say_what_a_class_is() {
        noClasses()
                .should()
                .haveNameMatching(".*[.$](\\w*(Utils?|Helper|Manager|Impl)|Abstract\\w*|I[A-Z]\\w*)")
                .check(MAIN);
    }

    @Test
    void nothing_static_changes() {
        fields().that().areStatic().should().beFinal().check(MAIN);
        noFields()
                .that()
                .areStatic()
                .should()
                .haveRawType(resideInAPackage("java.util.concurrent.atomic"))
                .orShould()
                .haveRawType(assignableTo(ThreadLocal.class))
                .orShould()
                .haveRawType(assignableTo(StringBuilder.class))
                .check(MAIN);
    }

    @Test
    void nothing_logs_beside_the_console() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.logging..", "org.slf4j..", "org.apache.logging..")
                .check(MAIN);
    }

    private static Map<String, JavaPackage> packages() {
        Map<String, JavaPackage> packages = new TreeMap<>();
        for (String name :
                new TreeSet<>(MAIN.stream().map(JavaClass::getPackageName).toList())) {
            packages.put(name, MAIN.getPackage(name));
        }
        return packages;
    }
}
