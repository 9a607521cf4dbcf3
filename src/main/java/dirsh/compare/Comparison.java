package dirsh.compare;

import dirsh.connector.FlagReading;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Finding;
import dirsh.model.Answer;
import dirsh.model.Page;
import dirsh.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came out when the people of an address book were compared with the recipients of Exchange.
 *
 * @param people the number of people compared
 * @param recipients the number of recipients compared
 * @param matched the number of pairs, those at risk included
 * @param missing people without a recipient
 * @param atRisk matched people for whom the connector reads No or blank
 * @param unexpected recipients without a person
 * @param different attributes of matched people that differ
 * @param ambiguous people who could not be paired without guessing
 * @param byCause people by what keeps them out; the healthy ones last
 * @param groups the number of distribution groups among the recipients, which were not compared
 * @param problems records of the recipients' source that could not be read
 */
public record Comparison(
        int people,
        int recipients,
        int matched,
        List<MissingPerson> missing,
        List<AtRiskPerson> atRisk,
        List<UnexpectedRecipient> unexpected,
        List<Difference> different,
        List<AmbiguousPerson> ambiguous,
        List<CauseCount> byCause,
        int groups,
        List<Problem> problems)
        implements Page {

    private static final int FEWEST_TO_WARN = 20;
    private static final int PERCENT_TO_WARN = 5;
    private static final int FEWEST_TO_REFUSE = 20;
    private static final int PERCENT_TO_BELIEVE = 60;

    public Comparison {
        missing = List.copyOf(missing);
        atRisk = List.copyOf(atRisk);
        unexpected = List.copyOf(unexpected);
        different = List.copyOf(different);
        ambiguous = List.copyOf(ambiguous);
        byCause = List.copyOf(byCause);
        problems = List.copyOf(problems);
    }

    /** The same with another list of the missing. */
    public Comparison withMissing(List<MissingPerson> people) {
        return new Comparison(
                this.people,
                recipients,
                matched,
                people,
                atRisk,
                unexpected,
                different,
                ambiguous,
                byCause,
                groups,
                problems);
    }

    /**
     * Why the recipients cannot be those of this book, or not all of them, in one line.
     *
     * <p>Only people for whom the connector reads Yes count: the sync has exported them, whatever is wrong with the others.
     * An ambiguous person is in Exchange too. An export that somebody cut off, filtered or took from another organisation
     * would make everybody else look missing.
     */
    public Optional<String> refusal() {
        long absent = missing.stream()
                .filter(person -> person.finding().map(Comparison::isExported).orElse(true))
                .count();
        long present = (matched - atRisk.size())
                + ambiguous.stream()
                        .filter(person ->
                                person.finding().map(Comparison::readsYes).orElse(true))
                        .count();
        long all = absent + present;
        boolean few = all >= FEWEST_TO_REFUSE && present * 100 < all * PERCENT_TO_BELIEVE;
        boolean none = all > 0 && recipients == 0;
        return few || none
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "%,d of %,d people whom the connector reads as Yes matched: this is an empty, a cut off or another"
                                + " organisation's Exchange file",
                        present,
                        all))
                : Optional.empty();
    }

    /** A doubt about the whole comparison: so few people match that the file may be another organisation's. */
    public Optional<String> warning() {
        boolean few = (long) matched * 100 < (long) people * PERCENT_TO_WARN;
        return people >= FEWEST_TO_WARN && few
                ? Optional.of(String.format(
                        Locale.ROOT, "%,d of %,d people matched: is this the right Exchange file?", matched, people))
                : Optional.empty();
    }

    /** Whether the connector takes the person as far as flag and filters go. */
    private static boolean isExported(Finding finding) {
        return readsYes(finding) && finding.cause() != Cause.FILTERED_OUT;
    }

    /** Whether the connector reads Yes, so that something else is the matter. */
    static boolean readsYes(Finding finding) {
        return finding.connectorReads() == FlagReading.YES;
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("missing", data(missing));
        fields.put("atRisk", data(atRisk));
        fields.put("unexpected", data(unexpected));
        fields.put("different", data(different));
        fields.put("ambiguous", data(ambiguous));
        fields.put("matched", matched);
        fields.put("byCause", data(byCause));
        return fields;
    }

    private static List<Map<String, Object>> data(List<? extends Answer> rows) {
        return rows.stream().map(Answer::fields).toList();
    }

    /** 1 if anything but people left out by policy remains, else 0. */
    @Override
    public int exitCode() {
        boolean remains = missing.stream().anyMatch(person -> person.exitCode() != 0)
                || atRisk.stream().anyMatch(person -> person.exitCode() != 0)
                || !unexpected.isEmpty()
                || !different.isEmpty()
                || !ambiguous.isEmpty();
        return remains ? 1 : 0;
    }

    @Override
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        warning().ifPresent(text -> sections.add(Section.lines("", List.of(text))));
        if (!atRisk.isEmpty()) {
            String advice = "In Exchange, but the connector reads No: the next full reload deletes them."
                    + " Repair them first, then run an update sync, never a full reload.";
            sections.add(new Section(titled("At risk", atRisk), List.of(advice), atRisk));
        }
        sections.add(Section.lines("Compared", counts()));
        sections.add(Section.table("By cause", byCause));
        addTable(sections, "Missing in Exchange", missing);
        addTable(sections, "Unexpected in Exchange", unexpected);
        addTable(sections, "Different", different);
        addTable(sections, "Ambiguous", ambiguous);
        return sections;
    }

    private List<String> counts() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%,d people and %,d recipients", people, recipients));
        lines.add(String.format(
                Locale.ROOT,
                "%,d matched, %,d missing, %,d unexpected, %,d different values, %,d ambiguous",
                matched,
                missing.size(),
                unexpected.size(),
                different.size(),
                ambiguous.size()));
        if (groups > 0) {
            lines.add(String.format(Locale.ROOT, "%,d distribution groups are not compared with people", groups));
        }
        if (!problems.isEmpty()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "%,d records of Exchange could not be read, first %s",
                    problems.size(),
                    problems.get(0)));
        }
        return lines;
    }

    private static void addTable(List<Section> sections, String heading, List<? extends Answer> rows) {
        if (!rows.isEmpty()) {
            sections.add(Section.table(titled(heading, rows), rows));
        }
    }

    private static String titled(String heading, List<? extends Answer> rows) {
        return String.format(Locale.ROOT, "%s (%,d)", heading, rows.size());
    }
}
