package dirsh.compare;

import dirsh.diagnose.Cause;
import dirsh.diagnose.Finding;
import dirsh.model.Unid;
import dirsh.packed.Folded;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Turns the pairs into rows in an order of their own, so that the order of the input does not show. */
final class ComparisonTally {

    /** More recipients than this are not named one by one in an ambiguity. */
    private static final int NAMED = 10;

    private static final ByName<MissingPerson> MISSING_ORDER =
            new ByName<>(MissingPerson::fullName, Comparator.comparing(MissingPerson::unid));
    private static final ByName<AtRiskPerson> AT_RISK_ORDER =
            new ByName<>(AtRiskPerson::fullName, Comparator.comparing(AtRiskPerson::unid));
    private static final ByName<AmbiguousPerson> AMBIGUOUS_ORDER =
            new ByName<>(AmbiguousPerson::fullName, Comparator.comparing(AmbiguousPerson::unid));
    private static final ByName<UnexpectedRecipient> RECIPIENT_ORDER = new ByName<>(
            UnexpectedRecipient::displayName,
            Comparator.comparing(UnexpectedRecipient::displayName)
                    .thenComparing(UnexpectedRecipient::primarySmtpAddress)
                    .thenComparing(UnexpectedRecipient::alias)
                    .thenComparing(UnexpectedRecipient::targetAddress));

    private final PersonTable people;
    private final RecipientIndex recipients;
    private final List<ComparedAttribute> attributes;
    private final Pairing pairing;
    private final List<String> books;
    private final Map<String, BookCounter> told = new LinkedHashMap<>();
    private final List<MissingPerson> missing = new ArrayList<>();
    private final List<AtRiskPerson> atRisk = new ArrayList<>();
    private final List<Difference> different = new ArrayList<>();
    private final List<AmbiguousPerson> ambiguous = new ArrayList<>();
    private final Map<Cause, Counter> causes = new EnumMap<>(Cause.class);
    private final Counter healthy = new Counter();
    private final Map<String, List<String>> named = new HashMap<>();
    private final BitSet contested = new BitSet();
    private int matched;

    /** How many people of a book there are, and how many the sync has exported. */
    private static final class BookCounter {
        private int people;
        private int exported;
        private int found;
    }

    /** How many people there are, in Exchange and not. */
    private static final class Counter {
        private int people;
        private int inExchange;
        private int notInExchange;

        private CauseCount count(String cause) {
            return new CauseCount(cause, people, inExchange, notInExchange);
        }
    }

    ComparisonTally(
            PersonTable people,
            RecipientIndex recipients,
            List<ComparedAttribute> attributes,
            List<String> books,
            List<String> told) {
        this.books = books;
        told.forEach(book -> this.told.put(book, new BookCounter()));
        this.people = people;
        this.recipients = recipients;
        this.attributes = attributes;
        this.pairing = Pairing.of(people, recipients);
    }

    Comparison comparison(List<String> closed, List<DuplicatePerson> duplicates) {
        for (int person = 0; person < people.size(); person++) {
            BookCounter book = told.get(books.get(people.book(person)));
            if (book != null) {
                take(person, book);
            }
        }
        different.sort(Comparator.comparing(Difference::unid));
        List<UnexpectedRecipient> unclaimed = unclaimed();
        return new Comparison(
                new Compared(
                        comparedBooks(),
                        closed,
                        recipients.size(),
                        contested.cardinality(),
                        attributes.stream().map(ComparedAttribute::attribute).toList(),
                        recipients.groups(),
                        recipients.problems()),
                matched,
                MISSING_ORDER.sorted(
                        missing,
                        Comparator.<MissingPerson, Boolean>comparing(
                                        person -> person.finding().isEmpty())
                                .thenComparing(person ->
                                        person.finding().map(Finding::cause).orElse(Cause.NOT_MODIFIED))),
                AT_RISK_ORDER.sorted(
                        atRisk, Comparator.comparing(person -> person.finding().cause())),
                closed.isEmpty() ? unclaimed : List.of(),
                closed.isEmpty() ? List.of() : unclaimed,
                different,
                AMBIGUOUS_ORDER.sorted(ambiguous),
                duplicates.stream()
                        .filter(person -> told.containsKey(person.book()) || told.containsKey(person.otherBook()))
                        .toList(),
                byCause());
    }

    private List<ComparedBook> comparedBooks() {
        List<ComparedBook> counts = new ArrayList<>();
        told.forEach((name, book) -> counts.add(new ComparedBook(shown(name), book.people, book.exported, book.found)));
        return counts;
    }

    /** The name of a book where several are told of. */
    private String shown(String book) {
        return told.size() > 1 ? book : "";
    }

    private void take(int person, BookCounter book) {
        Optional<Finding> finding = people.finding(person);
        Counter counter =
                finding.isPresent() ? causes.computeIfAbsent(finding.get().cause(), any -> new Counter()) : healthy;
        counter.people++;
        book.people++;
        boolean readsYes = finding.isEmpty() || Comparison.readsYes(finding.get());
        // What a finding holds anyway is not made again.
        Unid unid = finding.isPresent() ? finding.get().unid() : people.unid(person);
        String in = shown(books.get(people.book(person)));
        if (pairing.isMatched(person)) {
            matched++;
            counter.inExchange++;
            book.exported += readsYes ? 1 : 0;
            book.found += readsYes ? 1 : 0;
            if (finding.isPresent() && !readsYes) {
                atRisk.add(AtRiskPerson.of(unid, finding.get().fullName(), in, finding.get()));
            }
            compare(person, unid, in, pairing.partner(person));
        } else if (pairing.isAmbiguous(person)) {
            book.exported += readsYes ? 1 : 0;
            book.found += readsYes ? 1 : 0;
            String key = pairing.ambiguousBy(person).toString();
            ambiguous.add(new AmbiguousPerson(unid, fullName(person, finding), in, key, candidates(person), finding));
        } else {
            counter.notInExchange++;
            book.exported += finding.isEmpty() || Comparison.isExported(finding.get()) ? 1 : 0;
            missing.add(MissingPerson.of(unid, fullName(person, finding), in, finding));
        }
    }

    private String fullName(int person, Optional<Finding> finding) {
        return finding.isPresent() ? finding.get().fullName() : people.fullName(person);
    }

    private void compare(int person, Unid unid, String in, int recipient) {
        List<String> values = people.values(person, attributes.size());
        for (int i = 0; i < values.size(); i++) {
            ComparedAttribute attribute = attributes.get(i);
            String exchange = recipients.value(recipient, attribute);
            if (!attribute.agrees(values.get(i), exchange)) {
                different.add(new Difference(unid, in, attribute.attribute(), values.get(i), exchange));
            }
        }
    }

    /** The candidates by their address. People who share a key share the list. */
    private List<String> candidates(int person) {
        MatchKey key = pairing.ambiguousBy(person);
        return named.computeIfAbsent(key + " " + people.group(person, key), any -> {
            List<String> all = IntStream.of(pairing.candidates(person))
                    .peek(contested::set)
                    .mapToObj(recipients::label)
                    .sorted(Comparator.comparing(Folded::of).thenComparing(Comparator.naturalOrder()))
                    .toList();
            List<String> shown = new ArrayList<>(all.subList(0, Math.min(all.size(), NAMED)));
            if (all.size() > NAMED) {
                shown.add(String.format(Locale.ROOT, "and %,d more", all.size() - NAMED));
            }
            return shown;
        });
    }

    /** The recipients nobody leads to. */
    private List<UnexpectedRecipient> unclaimed() {
        return RECIPIENT_ORDER.sorted(IntStream.range(0, recipients.size())
                .filter(recipient -> !pairing.isTaken(recipient))
                .mapToObj(recipients::shown)
                .toList());
    }

    private List<CauseCount> byCause() {
        List<CauseCount> counts = new ArrayList<>();
        causes.forEach((cause, counter) -> counts.add(counter.count(cause.id())));
        counts.add(healthy.count(CauseCount.HEALTHY));
        return counts;
    }
}
