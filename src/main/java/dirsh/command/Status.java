package dirsh.command;

import dirsh.compare.Comparison;
import dirsh.diagnose.Diagnosis;
import dirsh.diagnose.Tally;
import dirsh.model.Counted;
import dirsh.model.MappedList;
import dirsh.model.NoteKind;
import dirsh.model.Page;
import dirsh.model.Problem;
import dirsh.model.Row;
import dirsh.repair.UnfinishedRun;
import dirsh.repair.Withheld;
import dirsh.source.BookIdentity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One screen about a book and, where Exchange is open, how the two agree. Persons left out and exported add up to the
 * candidates; so do matched, missing and ambiguous.
 *
 * @param book which book
 * @param diagnosis who is left out
 * @param comparison against Exchange, if it is open
 * @param withheld whom a plan leaves out by itself, since Exchange refutes their cause
 * @param problems records that could not be read as they should
 * @param listProblems whether to list them rather than count them
 * @param unfinished the runs on the book that wait for the user
 */
public record Status(
        BookIdentity book,
        Diagnosis diagnosis,
        Optional<Comparison> comparison,
        List<Withheld> withheld,
        List<Problem> problems,
        boolean listProblems,
        List<UnfinishedRun> unfinished)
        implements Page {

    public Status {
        withheld = List.copyOf(withheld);
        problems = List.copyOf(problems);
        unfinished = List.copyOf(unfinished);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        comparison.ifPresent(with -> fields.put("atRisk", with.atRisk().size()));
        fields.put("book", book.address());
        fields.put("replicaId", book.replicaId());
        Map<String, Object> candidates = new LinkedHashMap<>();
        Map<String, Object> conflicts = new LinkedHashMap<>();
        for (NoteKind kind : NoteKind.values()) {
            candidates.put(kind.toString(), diagnosis.of(kind).candidates());
            if (diagnosis.of(kind).conflicts() > 0) {
                conflicts.put(kind.toString(), diagnosis.of(kind).conflicts());
            }
        }
        fields.put("candidates", candidates);
        fields.put("conflicts", conflicts);
        Tally people = diagnosis.of(NoteKind.PERSON);
        fields.put("shownYes", people.shownYes());
        fields.put("readYes", people.readYes());
        fields.put("exported", people.exported());
        Map<String, Object> leftOut = new LinkedHashMap<>();
        people.leftOut().forEach((cause, count) -> leftOut.put(cause.id(), count));
        fields.put("leftOut", leftOut);
        comparison.ifPresent(with -> {
            fields.put("inExchange", with.matched());
            fields.put("missing", with.missing().size());
            fields.put("unexpected", with.unexpected().size());
            fields.put("ambiguous", with.ambiguous().size());
            fields.put("different", with.different().size());
        });
        if (!withheld.isEmpty()) {
            fields.put("withheld", new MappedList<>(withheld, Withheld::fields));
        }
        fields.put(
                "problems",
                listProblems ? problems.stream().map(Problem::toString).toList() : problems.size());
        fields.put("unfinishedRuns", unfinished.stream().map(UnfinishedRun::id).toList());
        return fields;
    }

    /** 1 while somebody is left out by a fault, or book and Exchange differ. */
    @Override
    public int exitCode() {
        boolean faults =
                diagnosis.of(NoteKind.PERSON).leftOut().keySet().stream().anyMatch(cause -> !cause.isPolicy());
        return faults || comparison.map(Comparison::exitCode).orElse(0) != 0 ? 1 : 0;
    }

    @Override
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        Tally people = diagnosis.of(NoteKind.PERSON);
        List<String> lines = new ArrayList<>();
        comparison
                .filter(with -> !with.atRisk().isEmpty())
                .ifPresent(with -> lines.add("AT RISK: "
                        + Counted.of(with.atRisk().size(), "person is", "people are")
                        + " in Exchange and now read No; a full reload deletes them. Repair first: plan --at-risk"));
        String replica = book.replicaId().isEmpty() ? "no replica id" : "replica " + book.replicaId();
        lines.add(book.storage() + " " + book.address() + ", " + replica);
        sections.add(Section.lines("", lines));
        sections.add(Section.table("Documents", kinds()));
        int leftOut = people.candidates() - people.exported();
        sections.add(new Section(
                "People",
                List.of(people.candidates() + " candidates: " + people.shownYes() + " show Yes, " + people.readYes()
                        + " read Yes; " + people.exported() + " exported + " + leftOut + " left out"),
                causes(people)));
        comparison.ifPresent(with -> sections.add(Section.lines("Exchange", exchange(with))));
        if (!withheld.isEmpty()) {
            sections.add(Section.lines(
                    "Not planned", withheld.stream().map(Withheld::sentence).toList()));
        }
        if (!problems.isEmpty()) {
            List<String> shown = listProblems
                    ? problems.stream().map(Problem::toString).toList()
                    : List.of(Counted.of(problems.size(), "record")
                            + " could not be read as they should: status --problems");
            sections.add(Section.lines("Problems", shown));
        }
        if (!unfinished.isEmpty()) {
            sections.add(Section.lines(
                    "Unfinished runs",
                    unfinished.stream().map(UnfinishedRun::sentence).toList()));
        }
        return sections;
    }

    private static List<String> exchange(Comparison with) {
        List<String> lines = new ArrayList<>();
        with.warning().ifPresent(lines::add);
        lines.add(with.matched() + " in Exchange (" + with.atRisk().size() + " at risk) + "
                + with.missing().size() + " missing + " + with.ambiguous().size() + " ambiguous; "
                + with.unexpected().size() + " unexpected in Exchange");
        return lines;
    }

    private List<Row> kinds() {
        List<Row> rows = new ArrayList<>();
        for (NoteKind kind : NoteKind.values()) {
            Tally tally = diagnosis.of(kind);
            if (tally.candidates() + tally.conflicts() > 0) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("kind", kind.toString());
                row.put("candidates", tally.candidates());
                row.put("conflicts", tally.conflicts());
                rows.add(new Row(row));
            }
        }
        return rows;
    }

    private static List<LeftOut> causes(Tally people) {
        return people.leftOut().entrySet().stream()
                .map(cause -> new LeftOut(cause.getValue(), cause.getKey()))
                .toList();
    }
}
