package dirsh.source.dxl;

import dirsh.model.DirshException;
import dirsh.model.Place;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The errors that end a whole DXL file, each in one line with its place.
 *
 * <p>The parser's own words are only looked at, never shown: they may hold names, values or content of the file.
 */
final class DxlErrors {

    private static final Pattern BYTE = Pattern.compile("byte 0x(?:f*)([0-9a-f]{2})\\b");
    private static final Pattern CODE = Pattern.compile("illegal xml character.*code (\\d+)", Pattern.DOTALL);
    private static final String EXPORT_AGAIN = "export the directory again and copy the file as a whole";

    private static final List<String> ILLEGAL = List.of(
            "illegal xml character", "illegal character", "invalid white space", "invalid null", "invalid xml content");

    private DxlErrors() {}

    /**
     * What kept the parser from going on.
     *
     * @param open the element that was open and means something to the user, or empty
     * @param rootSeen whether the root element has begun
     * @param depth how many elements were open
     */
    static DirshException parse(Place place, @Nullable String message, String open, boolean rootSeen, int depth) {
        String lower = message == null ? "" : message.toLowerCase(Locale.ROOT);
        if (lower.contains("end-of-input")) {
            if (!rootSeen) {
                return at(place, "the file ends before its root element", "open a DXL export of the directory");
            }
            return truncated(place, open);
        }
        if (lower.contains("entity")) {
            return at(place, "an entity is used that XML does not define", "replace the entity by its character");
        }
        Optional<String> badByte = badByte(lower);
        if (badByte.isPresent()) {
            return at(
                    place,
                    badByte.get() + " is not valid in this encoding (UTF-8 unless the first line says otherwise)",
                    "name the encoding in the first line, such as <?xml version='1.0' encoding='ISO-8859-1'?>");
        }
        if (rootSeen && depth == 0) {
            return afterRoot(place, lower);
        }
        if (!rootSeen) {
            return at(place, "this is not XML", "open a DXL export of the directory");
        }
        if (lower.contains("unexpected end tag") || lower.contains("unexpected end element")) {
            return at(place, "an end tag closes another element than the open one", EXPORT_AGAIN);
        }
        if (ILLEGAL.stream().anyMatch(lower::contains)) {
            return at(place, "a character that XML does not allow", EXPORT_AGAIN);
        }
        return at(place, "the XML is not well-formed", EXPORT_AGAIN);
    }

    /** The byte that no text in the encoding can hold; the parser takes some of them for illegal characters. */
    private static Optional<String> badByte(String lower) {
        Matcher code = CODE.matcher(lower);
        if (code.find() && code.group(1).length() == 3 && Integer.parseInt(code.group(1)) > 0x7F) {
            return Optional.of(String.format(Locale.ROOT, "byte 0x%02X", Integer.parseInt(code.group(1))));
        }
        if (!lower.contains("utf-8")) {
            return Optional.empty();
        }
        Matcher found = BYTE.matcher(lower);
        return Optional.of(found.find() ? "byte 0x" + found.group(1).toUpperCase(Locale.ROOT) : "a byte");
    }

    /** The file stops before its elements are closed. */
    static DirshException truncated(Place place, String open) {
        String where = open.isEmpty() ? "an element" : "<" + open + ">";
        return at(place, "the file ends in the middle of " + where + "; the export is incomplete", EXPORT_AGAIN);
    }

    private static DirshException afterRoot(Place place, String lower) {
        if (lower.contains("second root") || lower.contains("'xml'") || lower.contains("doctype")) {
            return at(
                    place,
                    "a second XML document begins here; the file is several exports one after the other",
                    "split the file before each <?xml and open the parts one by one");
        }
        return at(place, "something follows the end of the root element", "remove what stands after the last end tag");
    }

    /** XML of another kind. */
    static DirshException notDxl(Place place) {
        return at(place, "this is XML but no DXL", "open a DXL export of the directory");
    }

    /** Wrong input at a place. */
    static DirshException at(Place place, String what, String tryThis) {
        return DirshException.badInput(place + ": " + what, tryThis);
    }

    /** The file could not be read or written. */
    static DirshException io(String doing, String file, IOException cause) {
        return DirshException.failed(
                "cannot " + doing + " " + file + ": " + DirshException.reason(cause),
                "check the path, the permissions and the free space",
                cause);
    }

    /** Somebody changed the file while we relied on it. */
    static DirshException changed(String file) {
        return DirshException.failed(file + " was changed by somebody else meanwhile", "run the command again", null);
    }
}
