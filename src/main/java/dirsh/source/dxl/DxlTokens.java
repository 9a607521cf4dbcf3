package dirsh.source.dxl;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import dirsh.model.DirshException;
import dirsh.model.Place;
import java.io.ByteArrayInputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.LocationInfo;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one XML text with their byte offsets; every error of the parser becomes one line for the user.
 *
 * <p>Nothing outside the text is ever opened, and an internal entity declaration is refused.
 */
final class DxlTokens implements AutoCloseable {

    /** The namespace of DXL. */
    static final String NAMESPACE = "http://www.lotus.com/dxl";

    static final int START = XMLStreamConstants.START_ELEMENT;
    static final int END = XMLStreamConstants.END_ELEMENT;
    static final int FINISH = XMLStreamConstants.END_DOCUMENT;

    private static final int MAX_DEPTH = 200;

    /** More white space than this before the root element is not looked through. */
    private static final int MAX_SPACE = 64 << 10;

    private static final int USUAL_SPACE = 64;

    private final DxlInput input;
    private final DxlOrigin origin;
    private final RawBytes raw;
    private final XMLStreamReader2 reader;
    private final LocationInfo locations;
    private final DxlEncoding encoding;
    private final boolean countsBytes;
    private int depth;
    private boolean rootSeen;
    private String record = "";
    private String rootName = "";
    private @Nullable Place root;
    private final NameSample names;

    /** The bytes that are parsed, by file offset. */
    @FunctionalInterface
    interface RawBytes {
        /** As many of the bytes as there are. */
        byte[] read(long offset, int length);
    }

    DxlTokens(InputFactoryImpl parsers, DxlInput input, DxlOrigin origin, RawBytes raw, NameSample names) {
        this.input = input;
        this.names = names;
        this.raw = raw;
        this.origin = origin;
        try {
            reader = (XMLStreamReader2) parsers.createXMLStreamReader(input);
        } catch (XMLStreamException | RuntimeException e) {
            throw bootFailure(e);
        }
        locations = reader.getLocationInfo();
        countsBytes = locations.getStartingByteOffset() >= 0;
        String name = reader.getEncoding();
        encoding = countsBytes ? DxlEncoding.bytes(name) : DxlEncoding.decoded(name, input.head());
    }

    /** A parser that reads nothing but the bytes it is given. */
    static InputFactoryImpl parsers() {
        InputFactoryImpl parsers = new InputFactoryImpl();
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parsers.setProperty(XMLInputFactory.IS_COALESCING, false);
        parsers.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return parsers;
    }

    /** Goes to the next token. */
    int next() {
        try {
            root = null;
            int token = reader.next();
            if (token == START) {
                if (depth == 0) {
                    rootSeen = true;
                    rootName = reader.getLocalName();
                    root = rootPlace();
                }
                if (++depth > MAX_DEPTH) {
                    throw DxlErrors.at(
                            place(),
                            "elements are nested deeper than " + MAX_DEPTH + " levels",
                            "open a DXL export of the directory");
                }
                if (names.element(reader)) {
                    throw DxlErrors.at(
                            place(),
                            "more different names of elements than DXL has",
                            "open a DXL export of the directory");
                }
            } else if (token == END) {
                depth--;
            } else if (token == XMLStreamConstants.ENTITY_REFERENCE) {
                throw DxlErrors.parse(here(), "entity", record, rootSeen, depth);
            } else if (token == XMLStreamConstants.DTD) {
                root = rootPlace();
                refuseEntities();
            }
            return token;
        } catch (XMLStreamException | RuntimeException e) {
            throw failure(e);
        }
    }

    /** Goes on to the end of the element whose start is the current token. */
    void skip() {
        int outer = depth - 1;
        while (depth > outer) {
            next();
        }
    }

    /** The characters of the current token. */
    String text() {
        input.beginText();
        try {
            return reader.getText();
        } catch (RuntimeException e) {
            throw failure(e);
        } finally {
            input.endText();
        }
    }

    /** Names the record that is read, for errors. */
    void record(String element) {
        record = element;
    }

    /** Whether a token is character data, in whatever way it is written. */
    static boolean isText(int token) {
        return token == XMLStreamConstants.CHARACTERS
                || token == XMLStreamConstants.CDATA
                || token == XMLStreamConstants.SPACE;
    }

    int depth() {
        return depth;
    }

    /** The name of the current element without prefix. */
    String name() {
        return reader.getLocalName();
    }

    String prefix() {
        String prefix = reader.getPrefix();
        return prefix == null ? "" : prefix;
    }

    /** Whether the current element is of DXL, which old exports do not declare. */
    boolean isDxl() {
        String uri = reader.getNamespaceURI();
        return uri == null || uri.isEmpty() || uri.equals(NAMESPACE);
    }

    /** Whether the current element says that it is of DXL. */
    boolean declaresDxl() {
        return NAMESPACE.equals(reader.getNamespaceURI());
    }

    XMLStreamReader2 reader() {
        return reader;
    }

    /** The value of an attribute without prefix, or null. */
    @Nullable
    String attribute(String name) {
        int count = reader.getAttributeCount();
        for (int i = 0; i < count; i++) {
            if (reader.getAttributeLocalName(i).equals(name)
                    && reader.getAttributePrefix(i).isEmpty()) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** File offset of the first byte of the current token. */
    long start() {
        return root != null && root.offset() >= 0 ? root.offset() : parsedStart();
    }

    private long parsedStart() {
        return origin.offset(
                countsBytes ? locations.getStartingByteOffset() : encoding.unit() * locations.getStartingCharOffset());
    }

    /** File offset behind the last byte of the current token. */
    long end() {
        try {
            return origin.offset(
                    countsBytes ? locations.getEndingByteOffset() : encoding.unit() * locations.getEndingCharOffset());
        } catch (XMLStreamException | RuntimeException e) {
            throw failure(e);
        }
    }

    /** Where the current token ends. */
    Place endPlace() {
        try {
            return place(locations.getEndLocation(), end());
        } catch (XMLStreamException | RuntimeException e) {
            throw failure(e);
        }
    }

    DxlEncoding encoding() {
        return encoding;
    }

    /** Where the current token begins. */
    Place place() {
        return root != null ? root : place(locations.getStartLocation(), start());
    }

    /** The parser takes white space before the root element, or the DOCTYPE, for a part of it. */
    private Place rootPlace() {
        Place parsed = place(locations.getStartLocation(), parsedStart());
        if (parsed.offset() < 0) {
            return parsed;
        }
        String before = source(parsed.offset(), USUAL_SPACE).orElse("");
        if (before.indexOf('<') < 0) {
            before = source(parsed.offset(), MAX_SPACE).orElse("");
        }
        long line = parsed.line();
        long column = parsed.column();
        int i = 0;
        while (i < before.length() && before.charAt(i) != '<') {
            boolean ends = before.charAt(i) == '\n' || (before.charAt(i) == '\r' && !before.startsWith("\n", i + 1));
            line += ends ? 1 : 0;
            column = ends ? 1 : column + 1;
            i++;
        }
        return new Place(parsed.file(), line, column, parsed.offset() + (long) i * encoding.unit());
    }

    /** The characters from a file offset on, where the encoding allows to find them. */
    Optional<String> source(long offset, int length) {
        return encoding.exact()
                ? Optional.of(new String(raw.read(offset, length), encoding.charset()))
                : Optional.empty();
    }

    private Place here() {
        return place(locations.getCurrentLocation(), start());
    }

    private Place place(Location location, long offset) {
        return origin.place(
                location.getLineNumber(), Math.max(location.getColumnNumber(), 1), encoding.exact() ? offset : -1);
    }

    /** An internal subset is where entities are declared, and with them bombs and reads of other files. */
    private void refuseEntities() {
        if (text().toUpperCase(Locale.ROOT).contains("<!ENTITY")) {
            throw DxlErrors.at(
                    place(), "the DOCTYPE declares entities, which is refused", "remove the declarations of entities");
        }
    }

    /** A text token that is too long to be gathered; the scanner starts over and leaves it out. */
    static final class LongText extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final long offset;

        LongText(long offset) {
            super(null, null, false, false);
            this.offset = offset;
        }
    }

    private RuntimeException failure(Exception e) {
        for (Throwable cause = e; cause != null; cause = nested(cause)) {
            if (cause instanceof DirshException || cause instanceof LongText) {
                return (RuntimeException) cause;
            }
            if (cause instanceof DxlInput.TooLong tooLong) {
                return tooLong.tag
                        ? DxlErrors.at(here(), "a tag longer than 1 MiB", "open a DXL export of the directory")
                        : new LongText(start());
            }
            if (cause instanceof IOException io) {
                return DxlErrors.io("read", origin.file(), io);
            }
        }
        Location known = e instanceof XMLStreamException x && x.getLocation() != null
                ? x.getLocation()
                : locations.getCurrentLocation();
        String open = record.isEmpty() ? rootName : record;
        return DxlErrors.parse(place(known, start()), e.getMessage(), open, rootSeen, depth);
    }

    private static @Nullable Throwable nested(Throwable e) {
        return e instanceof XMLStreamException x && x.getNestedException() != null
                ? x.getNestedException()
                : e.getCause();
    }

    private RuntimeException bootFailure(Exception e) {
        for (Throwable cause = e; cause != null; cause = nested(cause)) {
            if (cause instanceof DirshException known) {
                return known;
            }
            if (cause instanceof CharConversionException
                    || cause instanceof UnsupportedEncodingException
                    || String.valueOf(cause.getMessage()).startsWith("Unsupported encoding")) {
                return DxlErrors.at(origin.start(), "an encoding that is not known", "export the directory in UTF-8");
            }
            if (cause instanceof IOException io) {
                return DxlErrors.io("read", origin.file(), io);
            }
        }
        return DxlErrors.parse(origin.start(), e.getMessage(), "", false, 0);
    }

    @Override
    public void close() {
        try {
            reader.close();
            input.close();
        } catch (XMLStreamException | IOException e) {
            // Nothing was written through it, so nothing is lost.
            return;
        }
    }
}
