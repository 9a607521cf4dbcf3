package dirsh.connector.files;

import dirsh.model.Place;
import dirsh.model.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A file of sections with parameters, such as Exchconn.ini and PCTA.TBL.
 *
 * @param name the file as messages call it
 * @param parameters in the order of the file
 */
public record Parameters(String name, List<Parameter> parameters) {

    /** A file without any parameter. */
    static final Parameters NONE = new Parameters("", List.of());

    /**
     * One parameter.
     *
     * @param section the name in brackets above it; empty if there is none
     * @param name what stands before the equals sign
     * @param value what stands behind it
     * @param line from 1
     */
    public record Parameter(String section, String name, String value, int line) {}

    public Parameters {
        parameters = List.copyOf(parameters);
    }

    /** Reads the parameters; a line that cannot be one is passed over, a section without end is a problem. */
    static Parameters parse(FileLines file, Consumer<Problem> problems) {
        List<Parameter> parameters = new ArrayList<>();
        String section = "";
        for (int i = 0; i < file.lines().size(); i++) {
            String line = file.lines().get(i).strip();
            int equals = line.indexOf('=');
            if (!FileLines.says(line)) {
                continue;
            }
            if (line.startsWith("[")) {
                int end = line.indexOf(']');
                if (end < 0) {
                    problems.accept(new Problem(Place.line(file.name(), i + 1L, 1), "the section has no closing ]"));
                }
                section = line.substring(1, end < 0 ? line.length() : end).strip();
            } else if (equals > 0) {
                parameters.add(new Parameter(
                        section,
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip(),
                        i + 1));
            }
        }
        return new Parameters(file.name(), parameters);
    }

    /** The parameters of a section; case does not matter. */
    public List<Parameter> section(String section) {
        return parameters.stream()
                .filter(parameter -> parameter.section().equalsIgnoreCase(section))
                .toList();
    }

    /** The first parameter of that name, in whatever section; case does not matter. */
    public Optional<Parameter> anywhere(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The value of a parameter of a section; empty text if either is not there. */
    public String value(String section, String name) {
        return section(section).stream()
                .filter(parameter -> parameter.name().equalsIgnoreCase(name))
                .map(Parameter::value)
                .findFirst()
                .orElse("");
    }

    /** Where a parameter stands. */
    Place place(Parameter parameter) {
        return Place.line(name, parameter.line(), 1);
    }
}
