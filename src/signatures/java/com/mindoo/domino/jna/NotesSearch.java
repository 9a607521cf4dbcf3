package com.mindoo.domino.jna;

import com.mindoo.domino.jna.constants.NoteClass;
import com.mindoo.domino.jna.constants.Search;
import java.util.Map;
import java.util.Set;

/** Compile-only signature; see src/docs/decisions/0011-compile-only-signatures.md. */
public class NotesSearch {
    public static native NotesTimeDate search(
            NotesDatabase database,
            NotesIDTable filter,
            String formula,
            Map<String, String> columnFormulas,
            String viewTitle,
            Set<Search> flags,
            Set<NoteClass> classes,
            NotesTimeDate since,
            SearchCallback callback);

    public abstract static class SearchCallback {
        public enum Action {
            Continue,
            Stop
        }

        public abstract Action noteFound(NotesDatabase database, ISearchMatch match, IItemTableData row);
    }

    public interface ISearchMatch {
        int getNoteId();

        String getUNID();

        int getSeq();

        NotesTimeDate getSeqTime();

        NotesTimeDate getNoteModified();

        boolean isLargeSummary();
    }
}
