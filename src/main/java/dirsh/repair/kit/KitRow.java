package dirsh.repair.kit;

import dirsh.connector.FlagItem;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.repair.Change;
import dirsh.source.NoteEdit;
import java.util.List;

/**
 * One document of a kit.
 *
 * @param note the document as the book has it
 * @param change its planned change
 * @param after the items to stand there, all plain texts
 */
record KitRow(Note note, Change change, List<Item> after) {

    KitRow {
        after = List.copyOf(after);
    }

    /**
     * Whether the importer can make the change: UPDATE_ELSE_IGNORE is only known to replace an item of the same type.
     * Items a document lacks are added by UPDATE_ELSE_CREATE only (product reference, DocumentImportOption), which would
     * add documents too; whether it removes others of the name is not documented.
     */
    boolean isImportable() {
        List<Item> before = FlagItem.of(note);
        return after.size() == 1
                && before.size() == 1
                && isPlainText(before.get(0))
                && !note.is(NoteFlag.CONFLICT)
                && !note.is(NoteFlag.TRUNCATED);
    }

    private static boolean isPlainText(Item item) {
        return item.type().equals(ItemType.TEXT)
                && !item.has(ItemFlag.PLACEHOLDER)
                && !item.has(ItemFlag.SEALED)
                && !item.has(ItemFlag.SIGNED);
    }

    /** The one item for the importer. */
    NoteEdit.Text text() {
        Item item = after.get(0);
        return new NoteEdit.Text(item.texts().get(0), item.flags());
    }

    /** The line of the data file, without its end. */
    String line() {
        return change.unid() + "," + change.sequence() + "," + ItemState.before(FlagItem.of(note)) + ","
                + ItemState.after(after) + "," + (isImportable() ? "dxl" : "agent");
    }
}
