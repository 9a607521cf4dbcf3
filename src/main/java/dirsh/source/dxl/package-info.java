/**
 * Address books that are DXL exports: read as a stream, edited by byte offsets.
 *
 * <pre>
 * file --DxlPass--> PlainDocuments: ByteWindow --PlainMarkup--> PlainRecord, PlainItems --> Note    what is plain
 *          |
 *          +--DxlInput--> bytes --DxlTokens--> tokens --DxlScanner--> records --DxlRecord, DxlItems--> Note    the rest
 *                                              |
 *                                              +--> DocumentIndex     UNID to byte range, built by the first scan
 * NoteEdit + bytes of one document --DocumentLayout--> DocumentEdit --> new bytes --> Overlay
 * Overlay --DxlPublication--> the file, written once
 * </pre>
 *
 * <p>{@link dirsh.source.dxl.DxlBook} is the way in. Most documents never see a parser
 * (src/docs/decisions/0016-plain-documents.md). The XML parser is Aalto, and nothing outside this package sees it.
 * It gets bytes and reports byte offsets; an export is never serialised again, so what was not edited stays as it was.
 */
@NullMarked
package dirsh.source.dxl;

import org.jspecify.annotations.NullMarked;
