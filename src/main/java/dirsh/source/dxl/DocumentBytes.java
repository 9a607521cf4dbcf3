package dirsh.source.dxl;

/** The bytes of one document, as the file or an edit has them, and where the document stands in the file. */
final class DocumentBytes {

    private final byte[] bytes;
    private final DocumentIndex.Entry entry;
    private final DxlEncoding encoding;

    DocumentBytes(byte[] bytes, DocumentIndex.Entry entry, DxlEncoding encoding) {
        this.bytes = bytes;
        this.entry = entry;
        this.encoding = encoding;
    }

    byte[] bytes() {
        return bytes;
    }

    DocumentIndex.Entry entry() {
        return entry;
    }

    DxlEncoding encoding() {
        return encoding;
    }

    /** The characters between two offsets of the document. */
    String source(int from, int to) {
        return new String(bytes, from, to - from, encoding.charset());
    }

    /** Whether the bytes begin and end as an element does. */
    boolean isElement() {
        return encoding.spells(bytes, 0, "<") && encoding.spells(bytes, bytes.length - encoding.unit(), ">");
    }

    /** The same document with other content. */
    DocumentBytes with(byte[] content) {
        return new DocumentBytes(content, entry, encoding);
    }
}
