package com.mindoo.domino.jna;

import com.mindoo.domino.jna.constants.Find;
import com.mindoo.domino.jna.constants.Navigate;
import com.mindoo.domino.jna.constants.ReadMask;
import java.util.EnumSet;

/** Compile-only signature; see src/docs/decisions/0011-compile-only-signatures.md. */
public class NotesCollection {
    public native <T> T getAllEntries(
            String startPosition,
            int skipCount,
            EnumSet<Navigate> direction,
            int atOnce,
            EnumSet<ReadMask> what,
            ViewLookupCallback<T> callback);

    public native <T> T getAllEntriesByKey(
            EnumSet<Find> how, EnumSet<ReadMask> what, ViewLookupCallback<T> callback, Object... keys);

    public native void recycle();

    public abstract static class ViewLookupCallback<T> {
        public enum Action {
            Continue,
            Stop
        }

        public abstract T startingLookup();

        public abstract Action entryRead(T result, NotesViewEntryData entry);

        public abstract T lookupDone(T result);
    }
}
