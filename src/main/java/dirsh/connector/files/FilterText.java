package dirsh.connector.files;

import dirsh.connector.Filter;
import dirsh.model.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.commons.lang3.StringUtils;

/** The filters of Exchconn.ini as they are written: {@code filter_x = Item, EQ, v1 | v2} (KB Q245223, Q241324). */
final class FilterText {

    /** The section of the agent that reads Notes. */
    static final String SECTION = "LME-NOTES-DXANOTES";

    private static final String PREFIX = "filter";

    private FilterText() {}

    /** The filters of the section; one that cannot be read is a problem, since the connector may take it otherwise. */
    static List<Filter> parse(Parameters ini, Consumer<Problem> problems) {
        List<Filter> filters = new ArrayList<>();
        for (Parameters.Parameter parameter : ini.section(SECTION)) {
            if (parameter.name().toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
                parse(ini, parameter, filters, problems);
            }
        }
        for (Parameters.Parameter parameter : ini.parameters()) {
            boolean elsewhere = !parameter.section().toUpperCase(Locale.ROOT).startsWith("LME-NOTES-DXA");
            if (elsewhere && parameter.name().toLowerCase(Locale.ROOT).startsWith(PREFIX + "_")) {
                problems.accept(new Problem(
                        ini.place(parameter),
                        "the filter stands outside [" + SECTION + "], so it does nothing for this direction"));
            }
        }
        return filters;
    }

    private static void parse(
            Parameters ini, Parameters.Parameter parameter, List<Filter> filters, Consumer<Problem> problems) {
        String[] parts = parameter.value().split(",", 3);
        if (parts.length < 3 || parts[0].isBlank() || parts[2].isBlank()) {
            problems.accept(new Problem(ini.place(parameter), "a filter is written: filter_NAME = Item, EQ, value"));
            return;
        }
        String operator = parts[1].strip().toUpperCase(Locale.ROOT);
        if (!operator.equals("EQ") && !operator.equals("NE")) {
            problems.accept(new Problem(
                    ini.place(parameter), "a filter knows only EQ and NE (KB Q241324); this one is not used"));
            return;
        }
        if (parts[2].contains(",")) {
            problems.accept(new Problem(
                    ini.place(parameter), "before service pack 4 a value ends at its first comma (KB Q249113)"));
        }
        boolean all = !parts[2].contains("|") && parts[2].contains("&");
        List<String> values = Arrays.stream(StringUtils.split(parts[2], all ? "&" : "|"))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
        if (operator.equals("NE") && values.size() > 1 && !all) {
            problems.accept(
                    new Problem(
                            ini.place(parameter),
                            "NE with | leaves nobody out if the article is taken by the letter; read here as none of the values"));
        }
        filters.add(new Filter(
                parameter.name(), parts[0].strip(), operator.equals("EQ"), values, all, ini.place(parameter)));
    }
}
