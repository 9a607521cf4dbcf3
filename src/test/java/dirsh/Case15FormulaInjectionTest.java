package dirsh;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that a spreadsheet would run as a formula are made harmless wherever CSV is written, unless raw values are asked for. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class Case15FormulaInjectionTest {

    private static final List<String> FORMULAS =
            List.of("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1", "\r=1", "\uFF1D1", "x;=1", "=cmd|' /C calc'!A0");

    private static final String DANGEROUS = "(?s)[=+\\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20].*";
    private static final String NUMBER = "-?\\d+(\\.\\d+)?";

    @TempDir
    private Path folder;

    @Test
    void no_cell_of_any_answer_is_a_formula() {
        Workplace workplace = HostileNames.in(folder, FORMULAS);
        Workplace.Ran ran = workplace.dirsh(List.of("--keep-going", "-o", "csv", "-c", HostileNames.EVERYTHING));

        assertThat(cells(ran.out())).as(ran.toString()).hasSizeGreaterThan(400).noneMatch(this::isFormula);
        assertThat(ran.out()).contains("'=1+1", "'+1+1", "'-1+1", "'@SUM(1)", "'\t'=1", "'\\r'=1", "x;'=1");
    }

    @Test
    void no_cell_of_a_written_file_is_a_formula() throws IOException {
        Workplace workplace = HostileNames.in(folder, FORMULAS);
        Workplace.Ran ran = workplace.commands(
                "open acme.dxl; exchange acme.csv; report r.csv; diagnose | export d.csv; diagnose -o csv > o.csv;"
                        + " find @All --items LastName | export f.csv");
        for (String name : List.of("r.csv", "d.csv", "o.csv", "f.csv")) {
            String text = Files.readString(folder.resolve(name));
            assertThat(cells(text)).as(name + ran).hasSizeGreaterThan(10).noneMatch(this::isFormula);
            assertThat(text).as(name).contains("1+1");
        }
    }

    @Test
    void raw_values_are_as_stored() throws IOException {
        Workplace workplace = HostileNames.in(folder, FORMULAS);
        workplace.commands("open acme.dxl; find @All --items LastName | export f.csv --raw");

        assertThat(cells(Files.readString(folder.resolve("f.csv"))))
                .anyMatch(cell -> cell.startsWith("=1+1"))
                .anyMatch(cell -> cell.startsWith("@SUM(1)"))
                .noneMatch(cell -> cell.startsWith("'"));
    }

    private boolean isFormula(String cell) {
        return cell.matches(DANGEROUS) && !cell.matches(NUMBER);
    }

    private static List<String> cells(String csv) {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(csv)
                .stream()
                .flatMap(row -> row.getFields().stream())
                .toList();
    }
}
