package dirsh.compare;

import dirsh.diagnose.Cause;
import dirsh.diagnose.Finding;
import dirsh.model.NoteKind;
import dirsh.model.Unid;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The course of a sync over the people of a book. It can be played any number of times, so that nothing has to be kept of who
 * goes where: a row holds counts, and its people come when they are asked for.
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
    private final List<Finding> findings;
    private final List<Difference> different;
    private final Set<Unid> elsewhere = new HashSet<>();

    /** Takes note of each person a sync does something to. */
    @FunctionalInterface
    interface Steps {

        /**
         * A person.
         *
         * @param fullName empty where the document has to be asked for it
         * @param cause why the person is deleted or passed over; empty for others
         */
        void person(Fate fate, Unid unid, String fullName, String cause);
    }

    SyncScript(Comparison comparison, List<Finding> findings, Outlook outlook) {
        this.comparison = comparison;
        this.outlook = outlook;
        this.findings = findings;
        this.different = comparison.different().stream()
                .sorted(Comparator.comparing(Difference::unid))
                .toList();
        comparison.missing().stream()
                .filter(person -> person.finding().isPresent())
                .forEach(person -> elsewhere.add(person.unid()));
        comparison.ambiguous().stream()
                .filter(person -> person.finding().isPresent())
                .forEach(person -> elsewhere.add(person.unid()));
    }

    /** What a sync does, after the plan or as if there were none. */
    RehearsedSync row(String sync, String when) {
        boolean update = sync.equals(Rehearsal.UPDATE);
        boolean planned = when.equals(Rehearsal.AFTER);
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        Course course = play(update, planned, (fate, unid, fullName, cause) -> counts.merge(fate, 1, Integer::sum));
        int deletes = counts.getOrDefault(Fate.DELETED, 0);
        int told = counts.values().stream().mapToInt(Integer::intValue).sum();
        boolean byTheFiles = outlook.files().tell(update) && !(update && deletes > 0);
        return new RehearsedSync(
                sync,
                when,
                byTheFiles,
                new RehearsedPeople(this, update, planned, counts),
                comparison.people() - told - course.unknown,
                course.uncertainDeletes,
                isBounded() ? OptionalInt.of(deletes + uncertain(course)) : OptionalInt.empty(),
                course.unknown);
    }

    /** Whether nothing but what is counted can be deleted. */
    private boolean isBounded() {
        return outlook.files().boundDeletes()
                && outlook.wholeExport()
                && comparison.compared().problems().isEmpty();
    }

    /** How many entries may be deleted beside those that certainly are. */
    private int uncertain(Course course) {
        int contested = comparison.compared().contested();
        return course.uncertainDeletes
                + (course.update
                        ? Math.min(contested, course.ambiguousLeftOut)
                        : contested
                                + comparison.unexpected().size()
                                + comparison.notInOpenBook().size());
    }

    /** Plays the sync. */
    Course play(boolean update, boolean planned, Steps steps) {
        Course course = new Course(update, planned ? outlook.repaired() : Set.of(), steps);
        comparison.missing().forEach(course::missing);
        Set<Unid> judged = new HashSet<>();
        for (Finding finding : findings) {
            boolean person = finding.kind() == NoteKind.PERSON && finding.cause() != Cause.CONFLICT_DOCUMENT;
            if (person && !elsewhere.contains(finding.unid()) && judged.add(finding.unid())) {
                course.matchedWithFinding(finding);
            }
        }
        Unid last = null;
        for (Difference difference : different) {
            if (!difference.unid().equals(last) && !judged.contains(difference.unid())) {
                course.changed(difference.unid(), "");
            }
            last = difference.unid();
        }
        comparison.ambiguous().forEach(course::ambiguous);
        return course;
    }

    /** The values of a person that differ. */
    List<Difference> differences(Unid unid) {
        int from = firstAtLeast(unid);
        int to = from;
        while (to < different.size() && different.get(to).unid().equals(unid)) {
            to++;
        }
        return different.subList(from, to);
    }

    private int firstAtLeast(Unid unid) {
        int low = 0;
        int high = different.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (different.get(middle).unid().compareTo(unid) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Documents documents() {
        return outlook.documents();
    }

    /** One sync while it goes through the people. */
    final class Course {
        private final boolean update;
        private final Set<Unid> repaired;
        private final Steps steps;
        private int uncertainDeletes;
        private int ambiguousLeftOut;
        private int unknown;

        private Course(boolean update, Set<Unid> repaired, Steps steps) {
            this.update = update;
            this.repaired = repaired;
            this.steps = steps;
        }

        private void missing(MissingPerson person) {
            Optional<String> cause = person.finding().flatMap(found -> causeNow(person.unid(), found));
            if (cause.isPresent()) {
                steps.person(Fate.SKIPPED, person.unid(), person.fullName(), cause.get());
            } else if (isTaken(person.unid())) {
                steps.person(Fate.ADDED, person.unid(), person.fullName(), "");
            } else {
                steps.person(Fate.SKIPPED, person.unid(), person.fullName(), Cause.NOT_MODIFIED.id());
            }
        }

        private void matchedWithFinding(Finding finding) {
            Unid unid = finding.unid();
            Optional<String> cause = causeNow(unid, finding);
            if (cause.isEmpty()) {
                changed(unid, finding.fullName());
                return;
            }
            boolean certain = !Comparison.readsYes(finding) || NOT_LISTED.contains(finding.cause());
            boolean taken = !update || (outlook.files().lastExtract() && isModified(unid));
            if (certain && taken) {
                steps.person(Fate.DELETED, unid, finding.fullName(), cause.get());
                return;
            }
            steps.person(Fate.SKIPPED, unid, finding.fullName(), cause.get());
            uncertainDeletes += isTaken(unid) ? 1 : 0;
        }

        private void changed(Unid unid, String fullName) {
            if (differences(unid).isEmpty()) {
                return;
            }
            if (isTaken(unid)) {
                steps.person(Fate.MODIFIED, unid, fullName, "");
            } else {
                steps.person(Fate.SKIPPED, unid, fullName, Cause.NOT_MODIFIED.id());
            }
        }

        private void ambiguous(AmbiguousPerson person) {
            Optional<String> cause = person.finding().flatMap(found -> causeNow(person.unid(), found));
            if (cause.isPresent()) {
                steps.person(Fate.SKIPPED, person.unid(), person.fullName(), cause.get());
                ambiguousLeftOut += isTaken(person.unid()) ? 1 : 0;
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
            return outlook.documents().afterRepair(unid).map(Cause::id);
        }

        /** Whether the sync looks at the document: a repair is a save. */
        private boolean isTaken(Unid unid) {
            return !update || repaired.contains(unid) || isModified(unid);
        }

        private boolean isModified(Unid unid) {
            return outlook.documents().modified(unid);
        }
    }
}
