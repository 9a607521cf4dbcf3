package dirsh.compare;

import dirsh.model.Counted;
import dirsh.packed.Folded;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a rehearsal cannot tell, in sentences. Nothing is called safe while something of this is open. */
final class NotKnown {

    /** Problems beyond these are only counted. */
    private static final int NAMED = 10;

    private final Comparison comparison;
    private final Outlook outlook;
    private final List<String> sentences = new ArrayList<>();

    private NotKnown(Comparison comparison, Outlook outlook) {
        this.comparison = comparison;
        this.outlook = outlook;
    }

    /**
     * The sentences.
     *
     * @param now an update now
     * @param after an update after the plan
     */
    static List<String> sentences(Comparison comparison, Outlook outlook, RehearsedSync now, RehearsedSync after) {
        NotKnown notKnown = new NotKnown(comparison, outlook);
        notKnown.files(now, after);
        notKnown.problems();
        notKnown.modifies();
        notKnown.sentences.addAll(outlook.doubts());
        notKnown.recipients();
        return notKnown.sentences;
    }

    private void files(RehearsedSync now, RehearsedSync after) {
        KnownFiles files = outlook.files();
        if (!files.tell(true)) {
            sentences.add(
                    "Whether a sync is safe: not all of the connector's files are open and understood (connector open"
                            + " FOLDER, connector check), so numbers are estimates.");
        }
        if (!files.state()) {
            sentences.add("How far the connector has come (Dxanotes\\PCTA.TBL).");
        }
        if (!files.lastExtract()) {
            sentences.add(
                    "When the last extract was (lastextract in Dxanotes\\PCTA.TBL), or whether this is the replica the"
                            + " connector reads (connector open FOLDER --own-replica): an update sync takes only documents saved"
                            + " since then, so it may add and modify fewer.");
            add(
                    now.uncertainDeletes(),
                    "An update sync also deletes those of %s at risk (%,d after the plan) who were saved since the last"
                            + " extract.",
                    Counted.of(now.uncertainDeletes(), "person", "people"),
                    after.uncertainDeletes());
        }
        int deletes = Math.max(now.deletes().size(), after.deletes().size());
        add(
                deletes,
                "Whether an update deletes the entries of %s modified and left out: no article says so.",
                Counted.of(deletes, "document that was", "documents that were"));
        if (!files.filters()) {
            sentences.add(
                    "The connector's filters (Exchconn.ini): they may leave out more people, whose entries a full reload"
                            + " deletes, so there is no upper bound of deletes.");
        }
    }

    private void problems() {
        List<String> problems = outlook.files().problems();
        problems.stream()
                .limit(NAMED)
                .forEach(problem ->
                        sentences.add("How the connector takes what is wrong in its files: " + problem + "."));
        add(
                problems.size() - NAMED,
                "%s wrong in the connector's files: connector check.",
                Counted.of(problems.size() - NAMED, "more thing is", "more things are"));
    }

    private void modifies() {
        String compared = String.join(", ", comparison.compared().attributes());
        if (!outlook.files().rules()) {
            sentences.add(
                    "How many entries are modified: the connector's mapping rules (Mapnotes.tbl, Dxanotes\\Amap.tbl) are"
                            + " not open. Entries are predicted by the rules it comes with, and "
                            + (compared.isEmpty()
                                    ? "no values are compared."
                                    : "items are compared as they are: " + compared + "."));
        } else if (!outlook.files().notCompared().isEmpty()) {
            sentences.add("Whether an entry changes in what rules fill but is not compared: "
                    + String.join(", ", outlook.files().notCompared()) + ".");
        }
        long kept = comparison.different().stream()
                .filter(difference -> beginsWith(difference.from(), difference.to()))
                .count();
        add(
                (int) kept,
                "%,d of the values to be modified may stay: Exchange 5.5 does not write a value that only gets longer or"
                        + " was empty (KB Q193535).",
                (int) kept);
    }

    private void recipients() {
        add(
                comparison.unexpected().size(),
                "A full reload also deletes up to %s without a Person document: those that came from dirsync.",
                Counted.of(comparison.unexpected().size(), "recipient"));
        add(
                comparison.notInOpenBook().size(),
                "Whether %s a Person document: not every source book of the connector is open.",
                Counted.of(comparison.notInOpenBook().size(), "recipient has", "recipients have"));
        add(
                comparison.ambiguous().size(),
                "%s ambiguous: whether in Exchange or not is not known, nor what becomes of the %s in question.",
                Counted.of(comparison.ambiguous().size(), "person is", "people are"),
                Counted.of(comparison.compared().contested(), "recipient"));
        if (!outlook.wholeExport()) {
            sentences.add("Who else is in Exchange: the export is known to hold only some of the people.");
        }
        int unread = comparison.compared().problems().size();
        add(unread, "%s of the export could not be read.", Counted.of(unread, "record"));
    }

    private static boolean beginsWith(String domino, String exchange) {
        return Folded.of(domino).startsWith(Folded.of(exchange));
    }

    private void add(int people, String format, Object... numbers) {
        if (people > 0) {
            sentences.add(String.format(Locale.ROOT, format, numbers));
        }
    }
}
