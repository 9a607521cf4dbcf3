package com.mindoo.domino.jna;

import com.mindoo.domino.jna.internal.DisposableMemory;
import java.util.List;

/** Compile-only signature; see src/docs/decisions/0011-compile-only-signatures.md. */
public class NotesItem {
    public native NotesNote getParent();

    public native String getName();

    public native int getType();

    public native int getValueLength();

    public native int getSeq();

    public native List<Object> getValues();

    public native DisposableMemory getValueRaw(boolean prefixDataType);

    public native boolean isSummary();

    public native boolean isSigned();

    public native boolean isSealed();

    public native boolean isProtected();

    public native boolean isNames();

    public native boolean isReaders();

    public native boolean isReadWriters();

    public native boolean isPlaceholder();
}
