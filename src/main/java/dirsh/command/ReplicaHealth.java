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
import dirsh.replica.Revision;
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
