package dirsh.overview;

import dirsh.compare.CauseCount;
import dirsh.diagnose.Cause;
import dirsh.model.Answer;
import dirsh.model.Counted;
import dirsh.model.MappedList;
import dirsh.model.Page;
import dirsh.model.Row;
import dirsh.repair.InExchange;
import dirsh.repair.KnownRun;
import dirsh.source.BookIdentity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that a report tells of an address book.
 *
 * @param book which book
 * @param lastSave when a Person document of it was saved last, as ISO 8601 in GMT; empty if no document tells
 * @param exchange what it was compared with, if an export was open
 * @param candidates Person documents, conflict documents aside
 * @param exported those of them that nothing keeps from being exported
 * @param people everybody there is something to tell of, the worst off first
 * @param units the people by organisation unit, those with most left out first
 * @param mailServers the same by mail server
 * @param runs what was repaired, the oldest run first
 * @param remarks what nobody knows and what to bear in mind, in sentences
 */
public record Overview(
        BookIdentity book,
        String lastSave,
        Optional<ExchangeSide> exchange,
        int candidates,
        int exported,
        List<ReportedPerson> people,
        List<UnitCount> units,
        List<UnitCount> mailServers,
        List<KnownRun> runs,
        List<String> remarks)
        implements Page {

    /** What such a report is called in its files. */
    public static final String KIND = "report";

    private static final int SCHEMA = 1;

    public Overview {
        people = List.copyOf(people);
        units = List.copyOf(units);
        mailServers = List.copyOf(mailServers);
        runs = List.copyOf(runs);
        remarks = List.copyOf(remarks);
    }

    /** The overview of what was added up. */
    public static Overview of(
            BookIdentity book,
            Optional<ExchangeSide> exchange,
            int candidates,
            int exported,
            OverviewTally tally,
            List<KnownRun> runs,
            List<String> remarks) {
        return new Overview(
                book,
                tally.lastSave(),
                exchange,
                candidates,
                exported,
                tally.people(),
                tally.units(),
                tally.mailServers(),
                runs,
                remarks);
    }

    /** How many people stand that way. */
    public int count(Standing standing) {
        return (int)
                people.stream().filter(person -> person.standing() == standing).count();
    }

    /** How many people somebody has to do something about, for whom a repair can do that. */
    int count(RepairOutlook outlook) {
        return (int) people.stream()
                .filter(person -> person.standing().isOpen() && person.repair() == outlook)
                .count();
    }

    /**
     * How many people have each cause, conflict documents and the repaired aside: faults, then policies, each
     * with the most frequent first.
     */
    public List<CauseCount> causes() {
        Map<String, List<ReportedPerson>> byCause = new TreeMap<>();
        people.stream()
                .filter(person -> person.standing() != Standing.CONFLICT && person.standing() != Standing.REPAIRED)
                .forEach(person -> byCause.computeIfAbsent(person.cause(), unused -> new ArrayList<>())
                        .add(person));
        List<CauseCount> counts = new ArrayList<>();
        byCause.forEach((cause, them) -> counts.add(
                new CauseCount(cause, them.size(), count(them, InExchange.YES), count(them, InExchange.NO))));
        counts.sort(Comparator.comparing((CauseCount count) -> isPolicy(count.cause()))
                .thenComparing(CauseCount::people, Comparator.reverseOrder()));
        return counts;
    }

    private static boolean isPolicy(String cause) {
        return Cause.of(cause).filter(Cause::isPolicy).isPresent();
    }

    private static int count(List<ReportedPerson> people, InExchange inExchange) {
        return (int) people.stream()
                .filter(person -> person.inExchange() == inExchange)
                .count();
    }

    /** The one sentence to remember. */
    public String headline() {
        int atRisk = count(Standing.AT_RISK);
        boolean known = exchange.isPresent() && count(Standing.MISSING) > 0;
        int others = count(known ? Standing.MISSING : Standing.LEFT_OUT);
        String how = known ? "missing in Exchange" : "left out";
        String are = others == 1 ? "is" : "are";
        if (atRisk > 0) {
            String worst = Counted.of(atRisk, "person is", "people are") + " at risk";
            return others == 0 ? worst : String.format(Locale.ROOT, "%s and %,d %s %s", worst, others, are, how);
        }
        return others == 0
                ? "Nobody is left out by a fault"
                : String.format(
                        Locale.ROOT, "%,d of %s %s %s", others, Counted.of(candidates, "person", "people"), are, how);
    }

    /** What to do next, the most urgent first. */
    public List<NextStep> nextSteps() {
        return NextStep.of(this);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", KIND);
        fields.put("schema", SCHEMA);
        fields.put("headline", headline());
        fields.put("book", bookFields());
        exchange.ifPresent(side -> fields.put("exchange", side.fields()));
        fields.put("totals", totals());
        fields.put("nextSteps", data(nextSteps()));
        fields.put("causes", data(causes()));
        fields.put("units", data(units));
        fields.put("mailServers", data(mailServers));
        fields.put("runs", data(runs));
        fields.put("remarks", remarks);
        fields.put("people", data(people));
        return fields;
    }

    /** Which book it is and when a person in it was saved last, by the names of the JSON output. */
    public Map<String, Object> bookFields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("address", book.address());
        fields.put("storage", book.storage());
        fields.put("title", book.title());
        fields.put("replicaId", book.replicaId());
        fields.put("lastSave", lastSave);
        return fields;
    }

    /** The numbers that add up: candidates, those exported, and how many people stand how. */
    public Map<String, Object> totals() {
        Map<String, Object> totals = new LinkedHashMap<>();
        totals.put("candidates", candidates);
        totals.put("exported", exported);
        for (Standing standing : Standing.values()) {
            totals.put(standing.toString(), count(standing));
        }
        return totals;
    }

    private static List<Map<String, Object>> data(List<? extends Answer> rows) {
        return new MappedList<>(rows, Answer::fields);
    }

    /** 1 while somebody is at risk, missing, left out or unclear by more than an honest No or a blank. */
    @Override
    public int exitCode() {
        boolean open = people.stream().anyMatch(person -> person.standing().isOpen() && !isPolicy(person.cause()));
        return open ? 1 : 0;
    }

    @Override
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(headline(), List.of(), standings()));
        if (!nextSteps().isEmpty()) {
            sections.add(Section.lines(
                    "Next", nextSteps().stream().map(NextStep::line).toList()));
        }
        return sections;
    }

    private List<Row> standings() {
        List<Row> rows = new ArrayList<>();
        for (Standing standing : Standing.values()) {
            if (count(standing) > 0) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("standing", standing.toString());
                row.put("people", count(standing));
                rows.add(new Row(row));
            }
        }
        return rows;
    }
}
