package dirsh.report;

import dirsh.json.Json;
import dirsh.model.Page;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the value of a command or of a line at the prompt into the text to print.
 *
 * <p>The text is empty or ends with a line end. The same value gives the same text in every locale and time zone.
 */
public final class Renderer {

    private final Format format;
    private final int width;
    private final Style style;
    private final boolean rawCsv;

    /**
     * A renderer for one way of showing.
     *
     * @param format how to show a value
     * @param width columns of the terminal; 0 or less for no limit
     * @param colour whether headings may be bold
     * @param unicode whether the terminal shows characters beyond ASCII
     */
    public Renderer(Format format, int width, boolean colour, boolean unicode) {
        this(format, width, new Style(colour, unicode), false);
    }

    private Renderer(Format format, int width, Style style, boolean rawCsv) {
        this.format = format;
        this.width = width;
        this.style = style;
        this.rawCsv = rawCsv;
    }

    /** The same renderer, but with CSV values exactly as stored: for programs, never for a spreadsheet. */
    public Renderer withRawCsv() {
        return new Renderer(format, width, style, true);
    }

    /**
     * The text of a value.
     *
     * @param value an answer, a page, a map, an iterable or array of these, or anything with a text; null shows as
     *     nothing
     */
    public String render(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return switch (format) {
            case JSON -> Json.write(PlainData.of(value), 2) + "\n";
            case YAML -> YamlText.of(PlainData.of(value));
            case CSV -> new CsvText(rawCsv).of(Rows.complete(asList(value)));
            case TABLE, WIDE, LIST -> forPeople(value);
        };
    }

    private String forPeople(Object value) {
        if (value instanceof Page page) {
            return page(page);
        }
        List<@Nullable Object> elements = PlainData.elements(value);
        if (PlainData.isRow(value) || (elements != null && elements.stream().anyMatch(PlainData::isRow))) {
            return rows(asList(value));
        }
        if (elements == null) {
            String text = ShownText.lines(value.toString());
            return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
        }
        if (elements.isEmpty()) {
            return "(none)\n";
        }
        StringBuilder lines = new StringBuilder();
        elements.forEach(
                each -> lines.append(CellText.shown(PlainData.of(each))).append('\n'));
        return lines.toString();
    }

    private static List<@Nullable Object> asList(Object value) {
        List<@Nullable Object> elements = PlainData.elements(value);
        return elements != null ? elements : Collections.<@Nullable Object>singletonList(value);
    }

    private String rows(List<? extends @Nullable Object> values) {
        return switch (format) {
            case TABLE -> new TableText(width, style).of(Rows.important(values));
            case LIST -> ListText.of(Rows.complete(values));
            default -> new TableText(0, style).of(Rows.complete(values));
        };
    }

    private String page(Page page) {
        StringBuilder text = new StringBuilder();
        for (Page.Section section : page.sections()) {
            text.append(text.length() == 0 ? "" : "\n");
            if (!section.heading().isEmpty()) {
                text.append(style.heading(ShownText.line(section.heading()))).append('\n');
            }
            for (String line : section.lines()) {
                text.append(WrappedText.of(ShownText.line(line), width));
            }
            if (!section.rows().isEmpty()) {
                text.append(rows(section.rows()));
            }
        }
        return text.toString();
    }
}
