package dirsh.compare;

import dirsh.diagnose.Finding;
import dirsh.model.Answer;
import dirsh.model.Page;
import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the next sync would do, from the flag and the matching alone.
 *
 * @param rows an update sync and a full reload, each now and after the plan
 * @param notKnown what that does not tell, in sentences
 */
public record Rehearsal(List<RehearsedSync> rows, List<String> notKnown) implements Page {

    private static final String UPDATE = "update";
    private static final String FULL_RELOAD = "full reload";
    private static final String NOW = "now";
    private static final String AFTER = "after the plan";

    public Rehearsal {
        rows = List.copyOf(rows);
        notKnown = List.copyOf(notKnown);
    }

    /**
     * Rehearses a sync.
     *
     * @param comparison how things are
     * @param repaired the documents that a plan brings back to Yes; empty without a plan
     */
    public static Rehearsal of(Comparison comparison, Set<Unid> repaired) {
        Set<Unid> changed = new HashSet<>();
        comparison.different().forEach(difference -> changed.add(difference.unid()));
        comparison.atRisk().forEach(person -> changed.remove(person.unid()));
        int adds = count(comparison.missing(), person -> person.finding().isEmpty());
        int missingSkips = comparison.missing().size() - adds;
        int ambiguousSkips = count(comparison.ambiguous(), person -> readsNo(person.finding()));
        int atRisk = comparison.atRisk().size();
        int back = count(comparison.missing(), person -> readsNo(person.finding()) && repaired.contains(person.unid()));
        int safe = count(comparison.atRisk(), person -> repaired.contains(person.unid()));
        int decided =
                count(comparison.ambiguous(), person -> readsNo(person.finding()) && repaired.contains(person.unid()));
        int reading = comparison.matched() - atRisk;
        int skips = missingSkips + ambiguousSkips;
        int skipsAfter = skips - back - decided;
        return new Rehearsal(
                List.of(
                        new RehearsedSync(UPDATE, NOW, adds, changed.size(), 0, skips + atRisk),
                        new RehearsedSync(
                                UPDATE, AFTER, adds + back, changed.size() + safe, 0, skipsAfter + atRisk - safe),
                        new RehearsedSync(FULL_RELOAD, NOW, adds, reading, atRisk, skips),
                        new RehearsedSync(FULL_RELOAD, AFTER, adds + back, reading + safe, atRisk - safe, skipsAfter)),
                notKnown(comparison, atRisk, safe));
    }

    private static List<String> notKnown(Comparison comparison, int atRisk, int safe) {
        List<String> sentences = new ArrayList<>();
        add(
                sentences,
                atRisk,
                "An update sync also deletes up to %,d people at risk (%,d after the plan): those saved since the last"
                        + " extract.",
                atRisk,
                atRisk - safe);
        add(
                sentences,
                comparison.unexpected().size(),
                "A full reload also deletes up to %,d recipients without a Person document: those that came from dirsync.",
                comparison.unexpected().size());
        add(
                sentences,
                comparison.ambiguous().size(),
                "%,d people are ambiguous; whether they are in Exchange is not known.",
                comparison.ambiguous().size());
        sentences.add("When the last extract was (lastextract in Dxanotes\\PCTA.TBL): an update sync takes only"
                + " documents saved since then, so it may add and modify fewer.");
        sentences.add("The connector's filters (Exchconn.ini): they may leave out more people.");
        sentences.add("The connector's mapping rules (Mapnotes.tbl): attributes are compared as mapped by default.");
        return sentences;
    }

    private static void add(List<String> sentences, int people, String format, Object... numbers) {
        if (people > 0) {
            sentences.add(String.format(Locale.ROOT, format, numbers));
        }
    }

    private static <T> int count(List<T> rows, Predicate<T> which) {
        return (int) rows.stream().filter(which).count();
    }

    private static boolean readsNo(Optional<Finding> finding) {
        return finding.filter(found -> !Comparison.readsYes(found)).isPresent();
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("rows", rows.stream().map(Answer::fields).toList());
        fields.put("notKnown", notKnown);
        return fields;
    }

    @Override
    public List<Section> sections() {
        return List.of(Section.table("The next sync", rows), Section.lines("Not known", notKnown));
    }
}
