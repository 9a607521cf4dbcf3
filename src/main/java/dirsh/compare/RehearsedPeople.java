package dirsh.compare;

import dirsh.model.Unid;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The people a rehearsed sync does something to: counted at once, named when somebody asks, and their documents read only where
 * a row is looked at, some at a time.
 */
final class RehearsedPeople {

    /** How many documents are read and held together: few enough for little memory, enough for few passes through a book. */
    static final int TOGETHER = 20_000;

    private final SyncScript script;
    private final boolean update;
    private final boolean planned;
    private final Map<Fate, Integer> counts;

    RehearsedPeople(SyncScript script, boolean update, boolean planned, Map<Fate, Integer> counts) {
        this.script = script;
        this.update = update;
        this.planned = planned;
        this.counts = counts;
    }

    int count(Fate fate) {
        return counts.getOrDefault(fate, 0);
    }

    /** The people; the list is made when the first of them is taken out, and each row anew whenever it is. */
    List<RehearsedPerson> of(Fate fate) {
        return new Opened(fate);
    }

    /** The documents of the people, which need not be read for that. */
    List<Unid> unids(Fate fate) {
        List<Unid> unids = new ArrayList<>(count(fate));
        script.play(update, planned, (came, unid, fullName, cause) -> {
            if (came == fate) {
                unids.add(unid);
            }
        });
        return unids;
    }

    /** Somebody as the script names them. */
    private record Named(Unid unid, String fullName, String cause) {}

    /** The rows of a list, with the documents around the one that was taken last. */
    private final class Opened extends AbstractList<RehearsedPerson> {
        private final Fate fate;
        private @Nullable List<Named> named;
        private Map<Unid, Documents.Seen> seen = Map.of();
        private int seenPart = -1;

        Opened(Fate fate) {
            this.fate = fate;
        }

        @Override
        public int size() {
            return count(fate);
        }

        private List<Named> named() {
            List<Named> known = named;
            if (known != null) {
                return known;
            }
            List<Named> found = new ArrayList<>(size());
            script.play(update, planned, (came, unid, fullName, cause) -> {
                if (came == fate) {
                    found.add(new Named(unid, fullName, cause));
                }
            });
            named = found;
            return found;
        }

        @Override
        public RehearsedPerson get(int index) {
            Named one = named().get(Objects.checkIndex(index, size()));
            boolean entry = fate == Fate.ADDED || fate == Fate.MODIFIED;
            if (!entry && !one.fullName().isEmpty()) {
                return new RehearsedPerson(one.unid(), one.fullName(), one.cause(), Optional.empty(), List.of());
            }
            Optional<Documents.Seen> document = document(index, one.unid());
            return new RehearsedPerson(
                    one.unid(),
                    one.fullName().isEmpty()
                            ? document.map(Documents.Seen::fullName).orElse("")
                            : one.fullName(),
                    one.cause(),
                    entry ? document.map(Documents.Seen::predicted) : Optional.empty(),
                    fate == Fate.MODIFIED ? script.differences(one.unid()) : List.of());
        }

        private Optional<Documents.Seen> document(int index, Unid unid) {
            int part = index / TOGETHER;
            if (part != seenPart) {
                int end = Math.min(size(), (part + 1) * TOGETHER);
                List<Unid> unids = named().subList(part * TOGETHER, end).stream()
                        .map(Named::unid)
                        .toList();
                seen = Map.of();
                seen = script.documents().seen(unids);
                seenPart = part;
            }
            return Optional.ofNullable(seen.get(unid));
        }
    }
}
