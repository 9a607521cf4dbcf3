package dirsh.command;

import dirsh.connector.FlagItem;
import dirsh.diagnose.Diagnoser;
import dirsh.diagnose.Finding;
import dirsh.diagnose.FlagCauses;
import dirsh.model.Cancellation;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.Unid;
import dirsh.repair.HealthyElsewhere;
import dirsh.replica.Replicas;
import dirsh.replica.Revision;
import dirsh.source.BookFeature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the other open replicas of a book say about its people: who is healthy there, and whom this book could heal there. */
final class ReplicaHealth {

    private final OpenBook book;
    private final List<OpenBook> others;
    private final Cancellation cancellation;

    /**
     * @param others the other open replicas of the book
     */
    ReplicaHealth(OpenBook book, List<OpenBook> others, Cancellation cancellation) {
        this.book = book;
        this.others = others;
        this.cancellation = cancellation;
    }

    /**
     * The replica that has a document healthy which is damaged here, and has it in a revision that this one does not replace;
     * a newer one first, since it replicates by itself.
     */
    Optional<HealthyElsewhere.Where> elsewhere(Finding finding) {
        if (others.isEmpty() || !FlagCauses.isFault(finding)) {
            return Optional.empty();
        }
        Optional<Note> here = book.book().read(finding.unid());
        if (here.isEmpty()) {
            return Optional.empty();
        }
        Revision mine = Revision.of(here.get());
        Optional<HealthyElsewhere.Where> same = Optional.empty();
        for (OpenBook other : others) {
            cancellation.check();
            Optional<Note> there = healthy(other, finding.unid());
            if (there.isPresent()) {
                Revision theirs = Revision.of(there.get());
                if (theirs.isNewer(mine)) {
                    return Optional.of(new HealthyElsewhere.Where(other.name(), true));
                }
                if (same.isEmpty() && mine.isKnown() && theirs.isKnown() && mine.isSame(theirs)) {
                    same = Optional.of(new HealthyElsewhere.Where(other.name(), false));
                }
            }
        }
        return same;
    }

    /** The people who are healthy here and damaged in another replica under the same revision. */
    List<Finding> diverging() {
        Map<Unid, Finding> found = new LinkedHashMap<>();
        for (OpenBook other : others) {
            for (Finding damaged : other.survey(cancellation).stored().findings()) {
                cancellation.check();
                if (FlagCauses.isFault(damaged) && !found.containsKey(damaged.unid())) {
                    healthy(book, damaged.unid())
                            .filter(note -> isSameRevision(note, other.book().read(damaged.unid())))
                            .ifPresent(note -> found.put(
                                    note.unid(),
                                    Diagnoser.diverging(
                                            note,
                                            other.name() + " holds other items under the same sequence "
                                                    + note.sequence() + " and time: " + damaged.cause() + " there")));
                }
            }
        }
        return List.copyOf(found.values());
    }

    /**
     * What another replica holds of a document under the same revision; an empty text if all that could be looked at hold
     * the same or have it in a revision that replication tells apart, and no text if none could be looked at.
     */
    Optional<String> divergence(Note note) {
        Revision mine = Revision.of(note);
        Optional<String> looked = Optional.empty();
        for (OpenBook other : others) {
            cancellation.check();
            boolean shows = showsItems(book) && showsItems(other) && mine.isKnown();
            Optional<Note> there = shows ? other.book().read(note.unid()) : Optional.empty();
            if (there.filter(found -> !found.is(NoteFlag.TRUNCATED)).isPresent()) {
                Revision theirs = Revision.of(there.get());
                boolean alike = !theirs.isSame(mine) || Replicas.areAlike(note, there.get(), sameStorage(other));
                if (theirs.isKnown() && !alike) {
                    return Optional.of(other.name() + " holds other items under the same sequence " + note.sequence()
                            + " and time: replicas compare " + book.name() + " " + other.name());
                }
                looked = theirs.isKnown() ? Optional.of("") : looked;
            }
        }
        return looked;
    }

    private static boolean showsItems(OpenBook book) {
        return book.book().features().contains(BookFeature.ITEM_DETAILS);
    }

    private boolean sameStorage(OpenBook other) {
        return other.book().identity().storage().equals(book.book().identity().storage());
    }

    private static boolean isSameRevision(Note note, Optional<Note> other) {
        Revision revision = Revision.of(note);
        return revision.isKnown()
                && other.map(Revision::of)
                        .filter(theirs -> theirs.isKnown() && theirs.isSame(revision))
                        .isPresent();
    }

    private static Optional<Note> healthy(OpenBook in, Unid unid) {
        return in.book()
                .read(unid)
                .filter(note ->
                        FlagItem.isHealthy(note) && !note.is(NoteFlag.CONFLICT) && !note.is(NoteFlag.TRUNCATED));
    }
}
