package dirsh.model;

import java.util.List;

/** An answer that is read as a page of sections rather than as a row of a table. */
public interface Page extends Answer {

    /** What to show, from top to bottom. */
    List<Section> sections();

    /**
     * A part of a page.
     *
     * @param heading its title; empty for none
     * @param lines sentences, shown one a line
     * @param rows a table below the lines; may be empty
     */
    record Section(String heading, List<String> lines, List<? extends Answer> rows) {
        public Section {
            lines = List.copyOf(lines);
            rows = List.copyOf(rows);
        }

        /** A section of sentences. */
        public static Section lines(String heading, List<String> lines) {
            return new Section(heading, lines, List.of());
        }

        /** A section with a table. */
        public static Section table(String heading, List<? extends Answer> rows) {
            return new Section(heading, List.of(), rows);
        }
    }
}
