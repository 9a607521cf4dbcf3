package dirsh.command;

import dirsh.compare.Comparison;
import dirsh.compare.Documents;
import dirsh.compare.Outlook;
import dirsh.compare.Rehearsal;
import dirsh.compare.RehearsalOutcome;
import dirsh.compare.RehearsedPerson;
import dirsh.compare.RehearsedSync;
import dirsh.diagnose.Diagnosis;
import dirsh.diagnose.Finding;
import dirsh.exchange.Recipient;
import dirsh.model.DirshException;
import dirsh.model.Row;
import dirsh.model.Unid;
import dirsh.source.Projection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a session can say about the next sync. */
public final class Foresight {

    private final Session session;

    Foresight(Session session) {
        this.session = session;
    }

    /** Rehearses by the arguments of the {@code rehearse} command. */
    public Object rehearse(Arguments arguments) {
        OpenBook book = session.book((String) arguments.get("in"));
        if (arguments.get("compare") instanceof String file) {
            return outcome(book, file, arguments);
        }
        Comparison comparison = compare(book);
        Rehearsal rehearsal = rehearse(book, comparison);
        if (arguments.get("save") instanceof String file) {
            RehearsalFile.write(session.file(file), book.book().identity(), rehearsal, comparison);
            session.note("rehearsal saved as " + file + "; after the next export: rehearse --compare " + file);
        }
        return arguments.get("people") instanceof String which ? people(rehearsal, which) : rehearsal;
    }

    /** What became of a kept rehearsal. */
    private RehearsalOutcome outcome(OpenBook book, String file, Arguments arguments) {
        for (String other : List.of("people", "save")) {
            if (arguments.get(other) != null) {
                throw DirshException.badInput(
                        "rehearse --compare looks back at a kept rehearsal: --" + other + " is for a new one",
                        "rehearse --compare " + file);
            }
        }
        List<RehearsalOutcome.Predicted> predictions =
                RehearsalFile.read(session.file(file), file, book.book().identity());
        Set<Unid> named = new HashSet<>();
        predictions.forEach(predicted -> named.addAll(predicted.people()));
        Set<Unid> inBook = new HashSet<>();
        book.book().scan(Projection.of(List.of("Form", "Type")), session.cancellation(), note -> {
            if (named.contains(note.unid())) {
                inBook.add(note.unid());
            }
        });
        return RehearsalOutcome.of(predictions, session.comparisons().of(book), inBook);
    }

    /** What the next sync would do, now and after the plan made last, if there is one. */
    public Rehearsal rehearsal(@Nullable String in) {
        OpenBook book = session.book(in);
        return rehearse(book, compare(book));
    }

    private Comparison compare(OpenBook book) {
        return session.comparisons().of(book, session.connector().mappedAttributes());
    }

    private Rehearsal rehearse(OpenBook book, Comparison comparison) {
        Diagnosis diagnosis = book.survey(session.cancellation()).diagnosis();
        List<Finding> findings = diagnosis.findings(false);
        PlannedRepairs planned =
                PlannedRepairs.of(session.plans().last(), book.book().identity(), diagnosis.findings());
        Connector connector = session.connector();
        Documents documents = BookDocuments.of(
                book.book(),
                connector.extraction(book.book()),
                connector.mapping(),
                planned.documents(),
                session.cancellation());
        return Rehearsal.of(
                comparison,
                findings,
                new Outlook(
                        connector.known(book.book(), comparison.compared().attributes()),
                        documents,
                        findings.isEmpty() ? List.of() : lists(),
                        planned.documents(),
                        !session.recipients(null).partial(),
                        planned.doubts()));
    }

    private static List<Row> people(Rehearsal rehearsal, String which) {
        List<Row> rows = new ArrayList<>();
        for (RehearsedSync sync : rehearsal.rows()) {
            List<RehearsedPerson> people =
                    switch (which) {
                        case "adds" -> sync.adds();
                        case "modifies" -> sync.modifies();
                        case "deletes" -> sync.deletes();
                        default -> sync.skips();
                    };
            for (RehearsedPerson person : people) {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("sync", sync.sync());
                row.put("when", sync.when());
                row.putAll(person.fields());
                rows.add(new Row(row));
            }
        }
        return rows;
    }

    /** The distribution lists of the export, where it tells their members. */
    private List<Outlook.MemberList> lists() {
        List<Outlook.MemberList> lists = new ArrayList<>();
        session.recipients(null).source().scan(session.cancellation(), recipient -> {
            String members = recipient.attributes().getOrDefault(Recipient.MEMBERS, "");
            if (recipient.group() && !members.isBlank()) {
                lists.add(new Outlook.MemberList(
                        recipient.displayName(), members.lines().toList()));
            }
        });
        return lists;
    }
}
