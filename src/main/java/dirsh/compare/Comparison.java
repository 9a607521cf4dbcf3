package dirsh.compare;

import dirsh.connector.FlagReading;
import dirsh.diagnose.Cause;
import dirsh.diagnose.Finding;
import dirsh.model.Answer;
import dirsh.model.MappedList;
import dirsh.model.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came out when the people of an address book were compared with the recipients of Exchange.
 *
 * @param compared what was held against what
 * @param matched the number of pairs, those at risk included
 * @param missing people without a recipient
 * @param atRisk matched people for whom the connector reads No or blank
 * @param unexpected recipients without a person
 * @param notInOpenBook recipients without a person in an open book, where not every source book is open: {@code unexpected} is
 *     empty then
 * @param different attributes of matched people that differ
 * @param ambiguous people who could not be paired without guessing
 * @param duplicates people who are in more than one of the books
 * @param byCause people by what keeps them out; the healthy ones last
 */
public record Comparison(
        Compared compared,
        int matched,
        List<MissingPerson> missing,
        List<AtRiskPerson> atRisk,
        List<UnexpectedRecipient> unexpected,
        List<UnexpectedRecipient> notInOpenBook,
        List<Difference> different,
        List<AmbiguousPerson> ambiguous,
        List<DuplicatePerson> duplicates,
        List<CauseCount> byCause)
        implements Page {

    private static final int FEWEST_TO_WARN = 20;
    private static final int PERCENT_TO_WARN = 5;

    public Comparison {
        missing = List.copyOf(missing);
        atRisk = List.copyOf(atRisk);
        unexpected = List.copyOf(unexpected);
        notInOpenBook = List.copyOf(notInOpenBook);
        different = List.copyOf(different);
        ambiguous = List.copyOf(ambiguous);
        duplicates = List.copyOf(duplicates);
        byCause = List.copyOf(byCause);
    }

    /** The same with another list of the missing. */
    public Comparison withMissing(List<MissingPerson> people) {
        return new Comparison(
                compared,
                matched,
                people,
                atRisk,
                unexpected,
                notInOpenBook,
                different,
                ambiguous,
                duplicates,
                byCause);
    }

    /** The number of people compared. */
    public int people() {
        return compared.people();
    }

    /** Why the recipients cannot be those of a book, or not all of them, in one line. */
    public Optional<String> refusal() {
        return compared.books().stream()
                .flatMap(book -> book.refusal(compared.recipients()).stream())
                .findFirst();
    }

    /** A doubt about the whole comparison: so few people match that the file may be another organisation's. */
    public Optional<String> warning() {
        boolean few = (long) matched * 100 < (long) people() * PERCENT_TO_WARN;
        return people() >= FEWEST_TO_WARN && few
                ? Optional.of(String.format(
                        Locale.ROOT, "%,d of %,d people matched: is this the right Exchange file?", matched, people()))
                : Optional.empty();
    }

    /** Whether the connector takes the person as far as flag and filters go. */
    static boolean isExported(Finding finding) {
        return readsYes(finding) && finding.cause() != Cause.FILTERED_OUT;
    }

    /** Whether the connector reads Yes, so that something else is the matter. */
    static boolean readsYes(Finding finding) {
        return finding.connectorReads() == FlagReading.YES;
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("missing", new MappedList<>(missing, Answer::fields));
        fields.put("atRisk", new MappedList<>(atRisk, Answer::fields));
        fields.put("unexpected", new MappedList<>(unexpected, Answer::fields));
        fields.put("notInOpenBook", new MappedList<>(notInOpenBook, Answer::fields));
        fields.put("different", new MappedList<>(different, Answer::fields));
        fields.put("ambiguous", new MappedList<>(ambiguous, Answer::fields));
        fields.put("duplicates", new MappedList<>(duplicates, Answer::fields));
        fields.put("matched", matched);
        fields.put("byCause", new MappedList<>(byCause, Answer::fields));
        return fields;
    }

    /** 1 if anything but people left out by policy remains, else 0. */
    @Override
    public int exitCode() {
        boolean remains = missing.stream().anyMatch(person -> person.exitCode() != 0)
                || atRisk.stream().anyMatch(person -> person.exitCode() != 0)
                || !unexpected.isEmpty()
                || !different.isEmpty()
                || !ambiguous.isEmpty()
                || !duplicates.isEmpty();
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
        addTable(sections, "Not in an open book", notInOpenBook);
        addTable(sections, "Different", different);
        addTable(sections, "Ambiguous", ambiguous);
        addTable(sections, "In more than one book", duplicates);
        return sections;
    }

    private List<String> counts() {
        List<String> lines = new ArrayList<>(compared.lines());
        lines.add(
                1,
                String.format(
                        Locale.ROOT,
                        "%,d matched, %,d missing, %s, %,d different values, %,d ambiguous",
                        matched,
                        missing.size(),
                        compared.closed().isEmpty()
                                ? String.format(Locale.ROOT, "%,d unexpected", unexpected.size())
                                : String.format(Locale.ROOT, "%,d not in an open book", notInOpenBook.size()),
                        different.size(),
                        ambiguous.size()));
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
