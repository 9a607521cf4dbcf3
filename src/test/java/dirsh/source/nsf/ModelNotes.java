package dirsh.source.nsf;

import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.NotesTime;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;

/** Notes of the model, turned into notes to write: the same document as another source holds it. */
final class ModelNotes {

    private ModelNotes() {}

    static MadeNote of(Note note) {
        MadeNote made = new MadeNote(note.unid()).sequence(note.sequence());
        NotesTime revised = note.times().revised();
        if (revised != null) {
            revised.instant().ifPresent(made::revised);
        }
        note.items().forEach(item -> made.item(item(item)));
        if (!note.updatedBy().isEmpty() && note.first(Note.EDITORS).isEmpty()) {
            made.item(MadeItem.texts(Note.EDITORS, note.updatedBy()));
        }
        if (note.formAttribute() != null && note.first("Form").isEmpty()) {
            made.item(MadeItem.text("Form", note.formAttribute()));
        }
        if (note.parent() != null && note.first("$Ref").isEmpty()) {
            made.parent(note.parent(), NsfWriter.FIRST_ID);
        }
        if (note.is(NoteFlag.CONFLICT) && note.first("$Conflict").isEmpty()) {
            made.item(MadeItem.text("$Conflict", ""));
        }
        if (note.items().stream().anyMatch(item -> item.has(ItemFlag.SEALED))) {
            made.item(new MadeItem("$Seal", 0x0009, MadeItem.TYPE_BY_NAME, new byte[8]));
        }
        return made;
    }

    private static MadeItem item(Item item) {
        int flags = (item.has(ItemFlag.SIGNED) ? 0x0001 : 0)
                | (item.has(ItemFlag.SEAL) ? 0x0002 : 0)
                | (item.has(ItemFlag.SUMMARY) ? 0x0004 : 0)
                | (item.has(ItemFlag.AUTHORS) ? 0x0020 : 0)
                | (item.has(ItemFlag.NAMES) ? 0x0040 : 0)
                | (item.has(ItemFlag.PLACEHOLDER) ? 0x0100 : 0)
                | (item.has(ItemFlag.PROTECTED) ? 0x0200 : 0)
                | (item.has(ItemFlag.READERS) ? 0x0400 : 0);
        if (item.has(ItemFlag.PLACEHOLDER)) {
            return new MadeItem(item.name(), item.type().code(), flags, new byte[2]);
        }
        return new MadeItem(item.name(), item.type().code(), flags | MadeItem.TYPE_BY_NAME, value(item));
    }

    private static byte[] value(Item item) {
        ItemValue value = item.value();
        if (value instanceof ItemValue.Texts texts) {
            return item.type().code() == MadeItem.TEXT
                    ? MadeItem.lmbcs(String.join("", texts.values()))
                    : MadeItem.list(texts.values());
        }
        if (value instanceof ItemValue.Numbers numbers) {
            List<Double> written =
                    numbers.written().stream().map(Double::parseDouble).toList();
            if (item.type().code() == 0x0300) {
                return MadeItem.number(written.get(0));
            }
            ByteBuffer list = ByteBuffer.allocate(4 + 8 * written.size()).order(ByteOrder.LITTLE_ENDIAN);
            list.putShort((short) written.size()).putShort((short) 0);
            written.forEach(list::putDouble);
            return list.array();
        }
        if (value instanceof ItemValue.RichText rich) {
            return MadeItem.richText(rich.preview().strip());
        }
        if (value instanceof ItemValue.Raw raw) {
            return HexFormat.of().parseHex(raw.hex());
        }
        if (value instanceof ItemValue.Times) {
            return item.type().code() == 0x0400
                    ? ByteBuffer.allocate(8)
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .putLong(MadeNote.NOON)
                            .array()
                    : new byte[4];
        }
        return new byte[0];
    }
}
