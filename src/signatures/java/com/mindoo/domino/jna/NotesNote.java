package com.mindoo.domino.jna;

import com.mindoo.domino.jna.constants.ItemType;
import com.mindoo.domino.jna.constants.UpdateNote;
import java.util.Set;

/** Compile-only signature; see src/docs/decisions/0011-compile-only-signatures.md. */
public class NotesNote {
    public native int getNoteId();

    public native String getUNID();

    public native NotesOriginatorId getOID();

    public native NotesTimeDate getLastModifiedAsTimeDate();

    public native NotesTimeDate getAddedToFileTimeAsTimeDate();

    public native boolean isReadOnly();

    public native boolean isTruncated();

    public native boolean isGhost();

    public native boolean hasItem(String name);

    public native void setPreferNotesTimeDates(boolean prefer);

    public native String getRichtextContentAsText(String name);

    public native void getItems(String name, IItemCallback callback);

    public native void removeItem(String name);

    public native NotesItem replaceItemValue(String name, Set<ItemType> flags, Object value);

    public native NotesItem appendItemValue(String name, Set<ItemType> flags, Object value);

    public native void update(Set<UpdateNote> flags);

    public native void recycle();

    public interface IItemCallback {
        enum Action {
            Continue,
            Stop
        }

        Action itemFound(NotesItem item);
    }
}
