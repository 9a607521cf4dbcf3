package dirsh.source.nsf;

/**
 * The characters in rich text, without layout.
 *
 * <p>Rich text is a row of CD records. The low byte of the first word is the kind; the high byte is the length, or 0xFF
 * for a word or 0 for a double word that follows as length (C API, ods.h and editods.h).
 */
final class RichTextPreview {

    private static final int PREVIEW = 64 << 10;
    private static final int WORD_LENGTH = 0xFF;
    private static final int TEXT = 0x85;
    private static final int PARAGRAPH = 0x81;

    /** Record header and font. */
    private static final int TEXT_HEADER = 8;

    private RichTextPreview() {}

    /** The characters; what follows a damaged record is left out. */
    static String of(NsfBytes records, Lmbcs lmbcs) throws NsfDamage {
        StringBuilder text = new StringBuilder();
        long at = 0;
        while (at + 2 <= records.length() && text.length() < PREVIEW) {
            int kind = records.u8(at);
            int high = records.u8(at + 1);
            long length = high == WORD_LENGTH ? records.u16(at + 2) : high == 0 ? records.u32(at + 2) : high;
            NsfBytes record = records.part(at, length);
            if (length < 2) {
                throw new NsfDamage(records.place(at), "a rich text record without length");
            }
            if (kind == TEXT && high == WORD_LENGTH) {
                text.append(lmbcs.decode(record.part(TEXT_HEADER, length - TEXT_HEADER)));
            } else if (kind == PARAGRAPH && high == 2 && text.length() > 0) {
                text.append('\n');
            }
            at += length + (length & 1);
        }
        text.setLength(Math.min(text.length(), PREVIEW));
        return text.toString();
    }
}
