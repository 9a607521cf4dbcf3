package dirsh.entry;

import dirsh.model.Cancellation;
import dirsh.model.FileStamp;
import java.time.Instant;
import java.util.Optional;

/** Something that lists entries: a file that was exported, or a server that answers. */
public interface EntrySource extends AutoCloseable {

    /** Where it is, as the user gave it. */
    String address();

    /** What it is in words, such as {@code CSV file}. */
    String storage();

    /**
     * Passes once through all entries.
     *
     * @param wanted the attributes to read; the others are passed over
     * @throws dirsh.model.DirshException if the source is unreadable as a whole, or the work was cancelled
     */
    void scan(AttributeNames wanted, Cancellation cancellation, EntrySink sink);

    /**
     * Passes through the entries that have a value in a slot, compared without case; a file is passed through for it.
     *
     * @throws dirsh.model.DirshException as {@link #scan} does
     */
    default void lookUp(AttributeNames wanted, int slot, String value, Cancellation cancellation, EntrySink sink) {
        scan(wanted, cancellation, new EntrySink() {
            @Override
            public void columns(Columns columns) {
                sink.columns(columns);
            }

            @Override
            public void entry(Entry entry) {
                if (entry.all(slot).stream().anyMatch(value::equalsIgnoreCase)) {
                    sink.entry(entry);
                }
            }
        });
    }

    /** A token that differs once the content changed, as far as the source can tell; equal tokens mean equal content. */
    String contentToken();

    /** What tells one content from another without reading it; empty where nothing does, as of a server. */
    default Optional<FileStamp> stamp() {
        return Optional.empty();
    }

    /** When it was written, for a file by its date, which a copy may have lost; empty where nobody knows. */
    default Optional<Instant> dated() {
        return Optional.empty();
    }

    /** Lets go of a server; a file is closed at the end of each scan. */
    @Override
    default void close() {}
}
