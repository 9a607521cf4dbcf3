package dirsh.source.nsf;

import dirsh.model.Unid;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** A note to write, with any header. */
final class MadeNote {

    /** 2024-01-31 12:00 GMT. */
    static final long NOON = (2_460_341L << 32) | 4_320_000L;

    private static final int INLINE = 0x2000;
    private static final int OBJECT_HEADER = 68;

    /** Where non-summary values go. */
    enum Place {
        SLOT,
        BUCKET,
        FILE
    }

    final Unid unid;
    final List<MadeItem> items = new ArrayList<>();
    int sequence = 2;
    long sequenceTime = NOON;
    int noteClass = 1;
    int status;
    int parentId;
    Place place = Place.SLOT;
    long nonSummaryIdentifier;

    MadeNote(Unid unid) {
        this.unid = unid;
    }

    /** A person with the flag item as a form saves it. */
    static MadeNote person(int number, String name) {
        return bare(number, name).item(MadeItem.text("AvailableForDirSync", "1"));
    }

    /** A person without the flag item. */
    static MadeNote bare(int number, String name) {
        return new MadeNote(new Unid(0x7E3A91C4D25F4B08L, 0x41258ADD00000000L + number))
                .item(MadeItem.text("Form", "Person"))
                .item(MadeItem.text("Type", "Person"))
                .item(MadeItem.texts("FullName", List.of("CN=" + name + "/O=Acme", name)))
                .item(MadeItem.text("LastName", name))
                .item(MadeItem.text("MailSystem", "1"))
                .item(MadeItem.text("MailDomain", "Acme"))
                .item(MadeItem.text("MailFile", "mail/" + number));
    }

    MadeNote item(MadeItem item) {
        items.add(item);
        return this;
    }

    MadeNote place(Place value) {
        place = value;
        return this;
    }

    MadeNote sequence(int value) {
        sequence = value;
        return this;
    }

    /** The moment of the last revision. */
    MadeNote revised(Instant value) {
        long hundredths = value.toEpochMilli() / 10;
        long day = Math.floorDiv(hundredths, 8_640_000L) + 2_440_588L;
        sequenceTime = (day << 32) | Math.floorMod(hundredths, 8_640_000L);
        return this;
    }

    MadeNote noteClass(int value) {
        noteClass = value;
        return this;
    }

    MadeNote status(int value) {
        status = value;
        return this;
    }

    /** Makes it a response; the parent's note id is written as well. */
    MadeNote parent(Unid parent, int id) {
        parentId = id;
        ByteBuffer reference = ByteBuffer.allocate(18).order(ByteOrder.LITTLE_ENDIAN);
        reference.putShort((short) 1).putLong(parent.high()).putLong(parent.low());
        return item(new MadeItem("$Ref", 4, MadeItem.SUMMARY | MadeItem.TYPE_BY_NAME, reference.array()));
    }

    byte[] nonSummary() {
        return values(false);
    }

    int nonSummarySize() {
        int length = nonSummary().length;
        return length == 0 ? 0 : length + (place == Place.SLOT ? 0 : OBJECT_HEADER);
    }

    /** The object that holds the non-summary values outside of the slot, filled up to four bytes. */
    byte[] object(int noteId) {
        int size = nonSummarySize();
        ByteBuffer object = ByteBuffer.allocate((size + 3) / 4 * 4).order(ByteOrder.LITTLE_ENDIAN);
        object.putShort(0, (short) 0x0010).putInt(2, size).putInt(6, noteId);
        object.put(OBJECT_HEADER, nonSummary());
        return object.array();
    }

    /** The content of its slot. */
    byte[] slot(int noteId, ToIntFunction<MadeItem> nameIndex) {
        byte[] summary = values(true);
        byte[] inline = place == Place.SLOT ? nonSummary() : new byte[0];
        int inlineAt = 100 + 8 * items.size() + summary.length;
        int size = (inlineAt + inline.length + 3) / 4 * 4;
        ByteBuffer slot = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        slot.putShort(0, (short) 0x0004).putInt(2, size).putInt(6, noteId);
        slot.putLong(10, unid.high()).putLong(18, unid.low()).putInt(26, sequence);
        slot.putLong(30, sequenceTime).putShort(38, (short) (status | (inline.length > 0 ? INLINE : 0)));
        slot.putShort(40, (short) noteClass).putLong(42, NOON).putShort(50, (short) items.size());
        slot.putInt(56, inline.length > 0 ? inlineAt : (int) nonSummaryIdentifier)
                .putInt(60, nonSummarySize());
        slot.putLong(64, NOON).putLong(72, NOON).putInt(80, parentId);
        slot.position(100);
        for (MadeItem item : items) {
            slot.putShort((short) nameIndex.applyAsInt(item)).putShort((short) item.flags());
            slot.putShort((short) item.stored().length);
            slot.put((byte) item.duplicate()).put((byte) item.sequence());
        }
        return slot.put(summary).put(inline).array();
    }

    /** A deletion stub of this note. */
    byte[] stub(int noteId) {
        ByteBuffer slot = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        slot.putShort(0, (short) 0x0004).putInt(2, 64).putInt(6, noteId);
        slot.putLong(10, unid.high()).putLong(18, unid.low()).putInt(26, sequence);
        return slot.putLong(30, sequenceTime)
                .putShort(38, (short) 1)
                .putShort(40, (short) noteClass)
                .array();
    }

    private byte[] values(boolean summary) {
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        items.stream().filter(item -> item.isSummary() == summary).forEach(item -> values.writeBytes(item.stored()));
        return values.toByteArray();
    }
}
