package dirsh.source.dxl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of one document stand in its bytes, as far as an edit has to know.
 *
 * @param prefix the namespace prefix of DXL with its colon, or empty
 * @param document the whole element, with its children and the children of its header elements
 */
record DocumentLayout(String prefix, Span document) {

    /**
     * One element; all offsets count from the first byte of the document.
     *
     * @param name its name without prefix
     * @param nameAttribute its attribute {@code name}, or empty
     * @param start of its start tag
     * @param contentStart behind its start tag
     * @param contentEnd before its end tag; equal to {@code end} if start and end are one tag
     * @param end behind its end tag
     * @param text its characters, for names in {@code updatedby} only
     * @param children where they matter
     */
    record Span(
            String name,
            String nameAttribute,
            int start,
            int contentStart,
            int contentEnd,
            int end,
            String text,
            List<Span> children) {

        /** Whether start and end are one tag. */
        boolean isOneTag() {
            return contentStart == end;
        }

        /** The first child of a name, or null. */
        @Nullable
        Span child(String wanted) {
            for (Span child : children) {
                if (child.name.equals(wanted)) {
                    return child;
                }
            }
            return null;
        }
    }

    /** The items in stored order. */
    List<Span> items() {
        return document.children().stream()
                .filter(child -> child.name().equals("item"))
                .toList();
    }

    /**
     * Reads the layout of the first document.
     *
     * @param offset file offset of the document's first byte
     */
    static DocumentLayout read(DxlTokens tokens, long offset) {
        int token = tokens.next();
        while (token != DxlTokens.START || tokens.depth() == 1) {
            token = tokens.next();
        }
        String prefix = tokens.prefix();
        return new DocumentLayout(prefix.isEmpty() ? "" : prefix + ":", span(tokens, offset, 2));
    }

    private static Span span(DxlTokens tokens, long offset, int levels) {
        String name = tokens.name();
        String attribute = tokens.attribute("name");
        int start = (int) (tokens.start() - offset);
        int contentStart = (int) (tokens.end() - offset);
        int depth = tokens.depth();
        List<Span> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int token = tokens.next();
        while (tokens.depth() >= depth) {
            if (token == DxlTokens.START) {
                boolean inner = levels == 2 || (levels == 1 && isHeader(name));
                if (inner && tokens.isDxl()) {
                    children.add(span(tokens, offset, levels - 1));
                } else {
                    tokens.skip();
                }
            } else if (DxlTokens.isText(token) && name.equals("name")) {
                text.append(tokens.text());
            }
            token = tokens.next();
        }
        int end = (int) (tokens.end() - offset);
        // The parser reports the end of an element without end tag at its start.
        int contentEnd = end == contentStart ? end : (int) (tokens.start() - offset);
        return new Span(
                name,
                attribute == null ? "" : attribute,
                start,
                contentStart,
                contentEnd,
                end,
                text.toString(),
                children);
    }

    private static boolean isHeader(String name) {
        return name.equals("noteinfo") || name.equals("updatedby") || name.equals("revisions");
    }
}
