package dirsh.model;

import java.util.List;
import java.util.stream.Collectors;

/** What an item holds. Nothing is trimmed or normalised: the value is the evidence. */
public sealed interface ItemValue {

    /** The value on one line for people to read; several values are joined with {@code ; }. */
    String display();

    /**
     * Text or a list of texts.
     *
     * @param values the texts in stored order
     * @param rawLineEnd whether a raw line end stood inside a text of the export, which an exporter uses for layout only
     */
    record Texts(List<String> values, boolean rawLineEnd) implements ItemValue {
        public Texts {
            values = List.copyOf(values);
        }

        /** Texts as stored, without line ends of layout. */
        public static Texts of(String... values) {
            return new Texts(List.of(values), false);
        }

        @Override
        public String display() {
            return String.join("; ", values);
        }
    }

    /**
     * Numbers as they were written, so that an error value or an exponent is kept.
     *
     * @param written the decimal texts in stored order
     */
    record Numbers(List<String> written) implements ItemValue {
        public Numbers {
            written = List.copyOf(written);
        }

        @Override
        public String display() {
            return String.join("; ", written);
        }
    }

    /**
     * Times and dates; the two ends of a range follow each other.
     *
     * @param values the times in stored order
     */
    record Times(List<NotesTime> values) implements ItemValue {
        public Times {
            values = List.copyOf(values);
        }

        @Override
        public String display() {
            return values.stream().map(NotesTime::toString).collect(Collectors.joining("; "));
        }
    }

    /**
     * Rich text, of which only the concatenated characters are kept.
     *
     * @param preview the characters without layout; may be cut
     */
    record RichText(String preview) implements ItemValue {
        @Override
        public String display() {
            return preview.strip();
        }
    }

    /**
     * Bytes that the exporter or we could not express as a value.
     *
     * @param hex the bytes as on disk, in upper-case hexadecimal digits; may be cut
     */
    record Raw(String hex) implements ItemValue {
        @Override
        public String display() {
            return hex;
        }
    }

    /** No value at all: the item is a name only. */
    record Absent() implements ItemValue {
        @Override
        public String display() {
            return "";
        }
    }

    /**
     * A value of a kind that is not decoded, such as an attachment.
     *
     * @param what the kind in words
     */
    record Undecoded(String what) implements ItemValue {
        @Override
        public String display() {
            return "(" + what + ")";
        }
    }
}
