package dirsh.report;

import dirsh.json.Json;
import dirsh.model.DirshException;
import dirsh.model.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
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
        StringBuilder text = new StringBuilder();
        try {
            write(value, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a builder has none
        }
        return text.toString();
    }

    /**
     * Writes the text of a value row by row, so that it is never there as a whole.
     *
     * @param value as for {@link #render}
     * @throws DirshException of bad input, before anything is written, if it nests too deep
     */
    public void write(@Nullable Object value, Appendable out) throws IOException {
        PlainData.refuseDeep(value);
        if (value == null) {
            return;
        }
        switch (format) {
            case JSON -> {
                Json.write(PlainData.of(value), 2, out);
                out.append('\n');
            }
            case YAML -> YamlText.write(PlainData.of(value), out);
            case CSV -> new CsvText(rawCsv).write(asList(value), out);
            case TABLE, WIDE, LIST -> forPeople(value, out);
        }
    }

    private void forPeople(Object value, Appendable out) throws IOException {
        if (value instanceof Page page) {
            page(page, out);
            return;
        }
        List<@Nullable Object> elements = PlainData.elements(value);
        if (PlainData.isRow(value)) {
            rows(List.of(value), out);
        } else if (elements == null) {
            String text = ShownText.lines(value.toString());
            out.append(text).append(text.isEmpty() || text.endsWith("\n") ? "" : "\n");
        } else if (elements.stream().anyMatch(PlainData::isRow)) {
            rows(elements, out);
        } else if (elements.isEmpty()) {
            out.append("(none)\n");
        } else {
            for (Object each : elements) {
                out.append(CellText.shown(PlainData.of(each))).append('\n');
            }
        }
    }

    private static List<@Nullable Object> asList(Object value) {
        List<@Nullable Object> elements = PlainData.elements(value);
        return elements != null ? elements : Collections.<@Nullable Object>singletonList(value);
    }

    private void rows(List<? extends @Nullable Object> values, Appendable out) throws IOException {
        switch (format) {
            case TABLE -> new TableText(width, style).write(TableCells.important(values), out);
            case LIST -> ListText.write(values, out);
            default -> new TableText(0, style).write(TableCells.complete(values), out);
        }
    }

    private void page(Page page, Appendable out) throws IOException {
        boolean more = false;
        for (Page.Section section : page.sections()) {
            out.append(more ? "\n" : "");
            if (!section.heading().isEmpty()) {
                out.append(style.heading(ShownText.line(section.heading()))).append('\n');
                more = true;
            }
            for (String line : section.lines()) {
                out.append(WrappedText.of(ShownText.line(line), width));
                more = true;
            }
            if (!section.rows().isEmpty()) {
                rows(section.rows(), out);
                more = true;
            }
        }
    }
}
