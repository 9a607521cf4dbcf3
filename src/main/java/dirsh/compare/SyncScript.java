package dirsh.compare;

import dirsh.connector.PredictedRecipient;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Finding;
import dirsh.model.NoteKind;
import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The course of a sync over the people of a book.
 *
 * <p>Documented: an update takes what was modified since the last extract, a full reload takes everybody and deletes the
 * entries it does not list (KB Q180517, Q300458); No and blank leave out (KB Q184623). Ours: an update that finds a modified
 * document with No deletes its entry, and an entry whose values agree is not written.
 */
final class SyncScript {

    /** Causes for which the connector certainly lists no entry, though the flag reads Yes. */
    private static final Set<Cause> NOT_LISTED = EnumSet.of(
            Cause.WRONG_FORM,
            Cause.CONNECTOR_CREATED,
            Cause.CONFLICT_DOCUMENT,
            Cause.REQUIRED_ITEM_MISSING,
            Cause.FILTERED_OUT);

    private final Comparison comparison;
    private final Outlook outlook;
    private final Map<Unid, List<Difference>> different = new LinkedHashMap<>();
    private final Map<Unid, Finding> matchedWithFinding = new LinkedHashMap<>();

    SyncScript(Comparison comparison, List<Finding> findings, Outlook outlook) {
        this.comparison = comparison;
        this.outlook = outlook;
        comparison.different().forEach(difference -> different
                .computeIfAbsent(difference.unid(), unused -> new ArrayList<>())
                .add(difference));
        Map<Unid, Finding> left = new HashMap<>();
        for (Finding finding : findings) {
            if (finding.kind() == NoteKind.PERSON && finding.cause() != Cause.CONFLICT_DOCUMENT) {
                left.put(finding.unid(), finding);
            }
        }
        comparison.missing().forEach(person -> left.remove(person.unid()));
        comparison.ambiguous().forEach(person -> left.remove(person.unid()));
        for (Finding finding : findings) {
            if (left.containsKey(finding.unid())) {
                matchedWithFinding.put(finding.unid(), finding);
            }
        }
    }

    /** What a sync does if these documents are repaired before it. */
    RehearsedSync play(String sync, String when, Set<Unid> repaired) {
        Course course = new Course(sync.equals(Rehearsal.UPDATE), repaired);
        comparison.missing().forEach(course::missing);
        matchedWithFinding.values().forEach(course::matchedWithFinding);
        different.keySet().stream()
                .filter(unid -> !matchedWithFinding.containsKey(unid))
                .forEach(course::changed);
        comparison.ambiguous().forEach(course::ambiguous);
        int atMost = course.deletes.size()
                + course.uncertainDeletes
                + (course.update ? 0 : comparison.unexpected().size());
        int told = course.adds.size() + course.modifies.size() + course.deletes.size() + course.skips.size();
        return new RehearsedSync(
                sync,
                when,
                outlook.isBound(course.update),
                course.adds,
                course.modifies,
                comparison.people() - told - course.unknown,
                course.deletes,
                atMost,
                course.skips,
                course.unknown);
    }

    /** One sync while it goes through the people. */
    private final class Course {
        private final boolean update;
        private final Set<Unid> repaired;
        private final List<RehearsedPerson> adds = new ArrayList<>();
        private final List<RehearsedPerson> modifies = new ArrayList<>();
        private final List<RehearsedPerson> deletes = new ArrayList<>();
        private final List<RehearsedPerson> skips = new ArrayList<>();
        private int uncertainDeletes;
        private int unknown;

        Course(boolean update, Set<Unid> repaired) {
            this.update = update;
            this.repaired = new HashSet<>(repaired);
        }

        void missing(MissingPerson person) {
            Optional<String> cause = person.finding()
                    .map(found -> causeNow(person.unid(), found))
                    .orElse(Optional.empty());
            if (cause.isPresent()) {
                skips.add(person(person.unid(), person.fullName(), cause.get()));
            } else if (isTaken(person.unid())) {
                adds.add(entry(person.unid(), person.fullName(), List.of()));
            } else {
                skips.add(person(person.unid(), person.fullName(), Cause.NOT_MODIFIED.id()));
            }
        }

        void matchedWithFinding(Finding finding) {
            Unid unid = finding.unid();
            Optional<String> cause = causeNow(unid, finding);
            if (cause.isEmpty()) {
                changed(unid);
                return;
            }
            boolean certain = !Comparison.readsYes(finding) || NOT_LISTED.contains(finding.cause());
            RehearsedPerson gone = person(unid, finding.fullName(), cause.get());
            if (certain && (!update || (outlook.lastExtract() && isModified(unid)))) {
                deletes.add(gone);
                return;
            }
            skips.add(gone);
            uncertainDeletes += !update || isTaken(unid) ? 1 : 0;
        }

        void changed(Unid unid) {
            List<Difference> changes = different.getOrDefault(unid, List.of());
            if (changes.isEmpty()) {
                return;
            }
            if (isTaken(unid)) {
                modifies.add(entry(unid, name(unid), changes));
            } else {
                skips.add(person(unid, name(unid), Cause.NOT_MODIFIED.id()));
            }
        }

        void ambiguous(AmbiguousPerson person) {
            Optional<String> cause = person.finding()
                    .map(found -> causeNow(person.unid(), found))
                    .orElse(Optional.empty());
            if (cause.isPresent()) {
                skips.add(person(person.unid(), person.fullName(), cause.get()));
            } else {
                unknown++;
            }
        }

        /** What keeps the person out at the time of the sync. */
        private Optional<String> causeNow(Unid unid, Finding finding) {
            if (finding.cause() == Cause.NOT_MODIFIED) {
                return Optional.empty();
            }
            if (!repaired.contains(unid)) {
                return Optional.of(finding.cause().id());
            }
            return seen(unid).flatMap(Outlook.Seen::afterRepair).map(Cause::id);
        }

        /** Whether the sync looks at the document: a repair is a save. */
        private boolean isTaken(Unid unid) {
            return !update || repaired.contains(unid) || isModified(unid);
        }

        private boolean isModified(Unid unid) {
            return seen(unid).map(Outlook.Seen::modified).orElse(true);
        }

        private RehearsedPerson person(Unid unid, String fullName, String cause) {
            return new RehearsedPerson(unid, fullName, cause, Optional.empty(), List.of());
        }

        private RehearsedPerson entry(Unid unid, String fullName, List<Difference> changes) {
            Optional<PredictedRecipient> predicted = seen(unid).map(Outlook.Seen::predicted);
            return new RehearsedPerson(unid, fullName, "", predicted, changes);
        }

        private String name(Unid unid) {
            return seen(unid).map(Outlook.Seen::fullName).orElse("");
        }

        private Optional<Outlook.Seen> seen(Unid unid) {
            return Optional.ofNullable(outlook.seen().get(unid));
        }
    }
}
