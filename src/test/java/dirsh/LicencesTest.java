package dirsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The distribution names the licence of every library in it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LicencesTest {

    @Test
    void every_library_of_the_distribution_has_its_licence_named() throws IOException {
        String pom = Files.readString(Workplace.ROOT.resolve("pom.xml"));
        String dependencies = pom.substring(pom.indexOf("</dependencyManagement>"), pom.indexOf("<build>"));
        List<String> libraries = Arrays.stream(dependencies.split("<dependency>"))
                .skip(1)
                .filter(one -> !one.contains("<scope>"))
                .map(one -> one.replaceFirst("(?s).*<artifactId>(.*?)</artifactId>.*", "$1"))
                .toList();
        String licences = Files.readString(Path.of("src/assembly/LICENCES.md"));

        assertThat(libraries).contains("groovy", "jline").doesNotContain("assertj-core");
        assertThat(libraries).allSatisfy(library -> assertThat(licences).contains("| " + library + " |"));
    }
}
