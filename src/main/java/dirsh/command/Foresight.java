package dirsh.command;

import dirsh.compare.Comparison;
import dirsh.compare.Outlook;
import dirsh.compare.Rehearsal;
import dirsh.compare.RehearsalOutcome;
import dirsh.compare.RehearsedPerson;
import dirsh.compare.RehearsedSync;
import dirsh.connector.Extraction;
import dirsh.connector.files.EntryMapping;
import dirsh.diagnose.Diagnoser;
import dirsh.diagnose.Finding;
import dirsh.exchange.Recipient;
import dirsh.model.Person;
import dirsh.model.Row;
import dirsh.model.Unid;
import dirsh.repair.Plan;
import dirsh.source.Projection;
import java.util.ArrayList;
import java.util.HashMap;
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
            List<RehearsalOutcome.Predicted> predictions = RehearsalFile.read(session.file(file), file);
            return RehearsalOutcome.of(predictions, session.comparisons().of(book));
        }
        Comparison comparison = compare(book);
        Rehearsal rehearsal = rehearse(book, comparison);
        if (arguments.get("save") instanceof String file) {
            RehearsalFile.write(session.file(file), book.book().identity(), rehearsal, comparison);
            session.note("rehearsal saved as " + file + "; after the next export: rehearse --compare " + file);
        }
        return arguments.get("people") instanceof String which ? people(rehearsal, which) : rehearsal;
    }

    /** What the next sync would do, now and after the plan made last, if there is one. */
    public Rehearsal rehearsal(@Nullable String in) {
        OpenBook book = session.book(in);
        return rehearse(book, compare(book));
    }

    private Comparison compare(OpenBook book) {
        return session.comparisons().of(book, session.connector().filledAttributes());
    }

    private Rehearsal rehearse(OpenBook book, Comparison comparison) {
        Set<Unid> repaired = new HashSet<>();
        session.plans().last().map(Plan::changes).orElse(List.of()).forEach(change -> repaired.add(change.unid()));
        List<Finding> findings = book.survey(session.cancellation()).diagnosis().findings(false);
        return Rehearsal.of(comparison, findings, repaired, outlook(book, comparison, findings));
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

    private Outlook outlook(OpenBook book, Comparison comparison, List<Finding> findings) {
        Connector connector = session.connector();
        Extraction extraction = connector.extraction(book.book());
        EntryMapping mapping = connector.mapping();
        Set<Unid> wanted = new HashSet<>();
        findings.forEach(finding -> wanted.add(finding.unid()));
        comparison.missing().forEach(person -> wanted.add(person.unid()));
        comparison.different().forEach(difference -> wanted.add(difference.unid()));
        Map<Unid, Outlook.Seen> seen = new HashMap<>();
        Projection projection =
                Projection.of(mapping.items()).and(new Diagnoser().needed()).and(extraction.items());
        book.book().scan(projection, session.cancellation(), note -> {
            if (wanted.contains(note.unid())) {
                Person person = new Person(note);
                seen.put(
                        note.unid(),
                        new Outlook.Seen(
                                person.fullName(),
                                extraction.notModified(note).isEmpty(),
                                mapping.of(note),
                                person.internetAddress(),
                                Diagnoser.afterRepair(note, extraction)));
            }
        });
        return new Outlook(
                connector.knowsFilters(),
                extraction.lastExtract().isPresent(),
                connector.knowsRules(),
                seen,
                findings.isEmpty() ? List.of() : lists());
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
