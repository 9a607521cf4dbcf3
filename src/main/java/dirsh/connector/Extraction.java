package dirsh.connector;

import dirsh.model.Note;
import dirsh.model.NotesTime;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which documents the connector takes out of a book, beside the flag: its filters, and what it took before.
 *
 * @param filters the filters that count
 * @param lastExtract when it last looked for changes; empty where that is not known, or the book at hand is not known to be
 *     the replica the connector reads
 */
public record Extraction(List<Filter> filters, Optional<Instant> lastExtract) {

    /** Nothing is known of the connector's settings. */
    public static final Extraction UNKNOWN = new Extraction(List.of(), Optional.empty());

    public Extraction {
        filters = List.copyOf(filters);
    }

    /** The items the filters look at. */
    public Set<String> items() {
        Set<String> items = new LinkedHashSet<>();
        filters.forEach(filter -> items.add(filter.item()));
        return items;
    }

    /** Why a filter leaves the document out, if one does. */
    public Optional<String> filteredOut(Note note) {
        for (Filter filter : filters) {
            Optional<String> objection = filter.objection(note);
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    /** Why an update sync passes over the document, if it does; empty also where that is not known. */
    public Optional<String> notModified(Note note) {
        Optional<Instant> modified =
                Optional.ofNullable(note.times().modified()).flatMap(NotesTime::instant);
        if (lastExtract.isEmpty() || modified.isEmpty() || modified.get().isAfter(lastExtract.get())) {
            return Optional.empty();
        }
        return Optional.of("last modified in this file at " + note.times().modified()
                + ", before the connector last looked for changes at " + NotesTime.of(lastExtract.get()));
    }
}
