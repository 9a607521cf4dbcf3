package dirsh.source.dxl;

import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/**
 * The names some of the elements have, for telling a text that was made to hurt: the parser's table of names slows down to a
 * standstill where every element has another one, while DXL has a few hundred in all.
 */
final class NameSample {

    /** Every so many elements of a whole file one is looked at. */
    private static final int STEP = 16;

    private static final int MOST = 2000;

    private final Set<String> names = new HashSet<>();
    private final int step;
    private final int most;
    private int elements;

    private NameSample(int step, int most) {
        this.step = step;
        this.most = most;
    }

    /** For a parser that reads a whole text. */
    static NameSample ofWhole() {
        return new NameSample(STEP, MOST);
    }

    /**
     * For parsers that read parts of a file, all together: every element counts, and with the {@link PlainContent} names of the
     * rest they stay below what a parser of the whole would bear. So only that one refuses a file.
     */
    static NameSample ofParts() {
        return new NameSample(1, MOST / 2);
    }

    /** Looks at a start tag; whether there are too many names now. */
    boolean element(XMLStreamReader reader) {
        if (++elements % step != 0) {
            return false;
        }
        names.add(reader.getLocalName());
        if (reader.getAttributeCount() > 0) {
            names.add(reader.getAttributeLocalName(0));
        }
        return names.size() > most;
    }
}
