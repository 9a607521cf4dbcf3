package dirsh.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One data document, as one replica stores it.
 *
 * @param unid names it in all replicas
 * @param noteId names it in this file; 0 where the source does not know it
 * @param sequence how often it was saved; 0 where the source does not know it
 * @param times the times of its header
 * @param flags what it is beside its items
 * @param formAttribute the form where the source keeps it outside the items (document form of DXL), else null
 * @param parent the document it responds to or conflicts with, else null
 * @param updatedBy who saved it, oldest first
 * @param revisions when it was saved, oldest first
 * @param replicaId 16 hexadecimal digits; empty where the source does not know it
 * @param summarySize bytes its summary items take, estimated where the source does not store it
 * @param items the items in stored order, duplicates kept; with a projection only the named ones
 * @param place where it stands
 */
public record Note(
        Unid unid,
        int noteId,
        int sequence,
        NoteTimes times,
        Set<NoteFlag> flags,
        @Nullable String formAttribute,
        @Nullable Unid parent,
        List<String> updatedBy,
        List<NotesTime> revisions,
        String replicaId,
        int summarySize,
        List<Item> items,
        Place place) {

    /** The item that holds who saved the document, oldest first. */
    public static final String EDITORS = "$UpdatedBy";

    /** The item that holds when it was saved, oldest first. */
    public static final String REVISIONS = "$Revisions";

    public Note {
        flags = flags.isEmpty() ? Set.of() : Set.copyOf(flags);
        updatedBy = List.copyOf(updatedBy);
        revisions = List.copyOf(revisions);
        items = List.copyOf(items);
    }

    /** The note id in upper-case hexadecimal digits without prefix. */
    public String noteIdText() {
        return Integer.toHexString(noteId).toUpperCase(java.util.Locale.ROOT);
    }

    /** Whether the note has the flag. */
    public boolean is(NoteFlag flag) {
        return flags.contains(flag);
    }

    /** Who saved it last; empty if nothing tells. */
    public String lastUpdatedBy() {
        return updatedBy.isEmpty() ? "" : updatedBy.get(updatedBy.size() - 1);
    }

    /** The form's name, from wherever the source keeps it; empty if there is none. */
    public String form() {
        return formAttribute != null ? formAttribute : text("Form");
    }

    /** All items of a name in stored order; case does not matter. */
    public List<Item> items(String name) {
        List<Item> found = new ArrayList<>(1);
        for (int at = indexOf(name, 0); at >= 0; at = indexOf(name, at + 1)) {
            found.add(items.get(at));
        }
        return found;
    }

    /** The first item of a name; case does not matter. */
    public Optional<Item> first(String name) {
        int at = indexOf(name, 0);
        return at < 0 ? Optional.empty() : Optional.of(items.get(at));
    }

    private int indexOf(String name, int from) {
        for (int at = from; at < items.size(); at++) {
            if (items.get(at).isNamed(name)) {
                return at;
            }
        }
        return -1;
    }

    /** The texts of the first item of a name; an empty list if there is none or it is no text. */
    public List<String> texts(String name) {
        int at = indexOf(name, 0);
        return at < 0 ? List.of() : items.get(at).texts();
    }

    /** The first text of the first item of a name; empty if there is none. */
    public String text(String name) {
        List<String> texts = texts(name);
        return texts.isEmpty() ? "" : texts.get(0);
    }

    /**
     * Whether items of the name are part of a document's stamp rather than of its content: every save writes them, and each
     * replica keeps its own where two were saved apart. Case does not matter.
     */
    public static boolean isStamp(String itemName) {
        return itemName.equalsIgnoreCase(EDITORS) || itemName.equalsIgnoreCase(REVISIONS);
    }

    /** A builder that starts from nothing but the id. */
    public static Builder builder(Unid unid) {
        return new Builder(unid);
    }

    /** A builder that starts from this note. */
    public Builder toBuilder() {
        Builder builder = new Builder(unid)
                .noteId(noteId)
                .sequence(sequence)
                .times(times)
                .formAttribute(formAttribute)
                .parent(parent)
                .replicaId(replicaId)
                .summarySize(summarySize)
                .place(place);
        builder.flags.addAll(flags);
        builder.updatedBy.addAll(updatedBy);
        builder.revisions.addAll(revisions);
        builder.items.addAll(items);
        return builder;
    }

    /** Gathers a note while its source is read. */
    public static final class Builder {
        private final Unid unid;
        private int noteId;
        private int sequence;
        private NoteTimes times = NoteTimes.UNKNOWN;
        private final Set<NoteFlag> flags = EnumSet.noneOf(NoteFlag.class);
        private @Nullable String formAttribute;
        private @Nullable Unid parent;
        private final List<String> updatedBy = new ArrayList<>();
        private final List<NotesTime> revisions = new ArrayList<>();
        private String replicaId = "";
        private int summarySize;
        private final List<Item> items = new ArrayList<>();
        private Place place = Place.line("memory", 0, 0);

        private Builder(Unid unid) {
            this.unid = unid;
        }

        public Builder noteId(int value) {
            noteId = value;
            return this;
        }

        public Builder sequence(int value) {
            sequence = value;
            return this;
        }

        public Builder times(NoteTimes value) {
            times = value;
            return this;
        }

        public Builder flag(NoteFlag value) {
            flags.add(value);
            return this;
        }

        public Builder formAttribute(@Nullable String value) {
            formAttribute = value;
            return this;
        }

        public Builder parent(@Nullable Unid value) {
            parent = value;
            return this;
        }

        public Builder updatedBy(String value) {
            updatedBy.add(value);
            return this;
        }

        public Builder revision(NotesTime value) {
            revisions.add(value);
            return this;
        }

        public Builder replicaId(String value) {
            replicaId = value;
            return this;
        }

        public Builder summarySize(int value) {
            summarySize = value;
            return this;
        }

        public Builder item(Item value) {
            items.add(value);
            return this;
        }

        /** Replaces all items. */
        public Builder items(List<Item> values) {
            items.clear();
            items.addAll(values);
            return this;
        }

        public Builder place(Place value) {
            place = value;
            return this;
        }

        public Note build() {
            return new Note(
                    unid,
                    noteId,
                    sequence,
                    times,
                    flags,
                    formAttribute,
                    parent,
                    updatedBy,
                    revisions,
                    replicaId,
                    summarySize,
                    items,
                    place);
        }
    }
}
