package dirsh.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a rehearsal cannot tell, in sentences. Nothing is called safe while something of this is open. */
final class NotKnown {

    private NotKnown() {}

    static List<String> sentences(Comparison comparison, Outlook outlook, List<RehearsedSync> rows) {
        List<String> sentences = new ArrayList<>();
        if (!outlook.filters() || !outlook.lastExtract() || !outlook.rules()) {
            sentences.add(
                    "Whether a sync is safe: not all of the connector's files are open (connector open FOLDER), so"
                            + " the numbers are bounds.");
        }
        if (!outlook.lastExtract()) {
            sentences.add(
                    "When the last extract was (lastextract in Dxanotes\\PCTA.TBL), or whether this is the replica the"
                            + " connector reads (connector open FOLDER --own-replica): an update sync takes only documents saved"
                            + " since then, so it may add and modify fewer.");
            int uncertain = rows.get(0).deletesAtMost() - rows.get(0).deletes().size();
            add(
                    sentences,
                    uncertain,
                    "An update sync also deletes up to %,d people at risk (%,d after the plan): those saved since the last"
                            + " extract.",
                    uncertain,
                    rows.get(1).deletesAtMost() - rows.get(1).deletes().size());
        }
        if (!outlook.filters()) {
            sentences.add("The connector's filters (Exchconn.ini): they may leave out more people.");
        }
        if (!outlook.rules()) {
            sentences.add(
                    "The connector's mapping rules (Mapnotes.tbl): entries are predicted by the rules it comes with.");
        }
        add(
                sentences,
                comparison.unexpected().size(),
                "A full reload also deletes up to %,d recipients without a Person document: those that came from dirsync.",
                comparison.unexpected().size());
        add(
                sentences,
                comparison.notInOpenBook().size(),
                "Whether %,d recipients have a Person document: not every source book of the connector is open.",
                comparison.notInOpenBook().size());
        add(
                sentences,
                comparison.ambiguous().size(),
                "%,d people are ambiguous; whether they are in Exchange is not known.",
                comparison.ambiguous().size());
        long kept = comparison.different().stream()
                .filter(difference -> beginsWith(difference.from(), difference.to()))
                .count();
        add(
                sentences,
                (int) kept,
                "%,d of the values to be modified may stay: Exchange 5.5 does not write a value that only gets longer or"
                        + " was empty (KB Q193535).",
                (int) kept);
        return sentences;
    }

    private static boolean beginsWith(String domino, String exchange) {
        return Folded.of(domino).startsWith(Folded.of(exchange));
    }

    private static void add(List<String> sentences, int people, String format, Object... numbers) {
        if (people > 0) {
            sentences.add(String.format(Locale.ROOT, format, numbers));
        }
    }
}
