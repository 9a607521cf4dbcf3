package dirsh.diagnose;

import dirsh.connector.ConnectorReading;
import dirsh.connector.Extraction;
import dirsh.connector.FlagItem;
import dirsh.model.Answer;
import dirsh.model.Note;
import dirsh.model.NoteKind;
import dirsh.model.Page;
import dirsh.model.Person;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Why one person is left out or not: every cause looked at, with what is stored and where the rule comes from.
 *
 * @param note the document with all its items
 * @param finding what the diagnosis of the whole book found for it
 * @param extraction what is known of the connector's settings
 * @param unseen causes that a book of this kind cannot show
 * @param divergence what another replica holds under the same revision; an empty text if that is the same, and no text if
 *     none was looked at
 */
public record Explanation(
        Note note, Optional<Finding> finding, Extraction extraction, Set<Cause> unseen, Optional<String> divergence)
        implements Page {

    /** Causes that a single document of one replica cannot show. */
    private static final Set<Cause> NEEDS_MORE = Set.of(
            Cause.AGGREGATED,
            Cause.HIDDEN_BY_EXTENDED_ACL,
            Cause.REPLICA_DIVERGENCE,
            Cause.FILTERED_OUT,
            Cause.NOT_MODIFIED);

    /**
     * One cause and whether it holds.
     *
     * @param cause the cause
     * @param holds {@code yes}, {@code no}, or {@code not looked at}
     * @param evidence what shows it; empty where it does not hold
     */
    public record Rule(Cause cause, String holds, String evidence) implements Answer {
        @Override
        public Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("cause", cause.id());
            fields.put("holds", holds);
            fields.put("certainty", cause.source().toString());
            fields.put("source", cause.reference());
            fields.put("evidence", evidence);
            return fields;
        }

        @Override
        public List<String> columns() {
            return List.of("cause", "holds", "certainty", "source");
        }
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("unid", note.unid().toString());
        fields.put("noteId", note.noteIdText());
        fields.put("fullName", new Person(note).fullName());
        fields.put("leftOut", finding.isPresent());
        finding.ifPresent(found -> fields.put("cause", found.cause().id()));
        fields.put("formShows", FormShows.of(note).toString());
        fields.put("connectorReads", ConnectorReading.of(note).toString());
        finding.ifPresent(found -> {
            fields.put("toggleRepairs", found.toggleRepairs().toString());
            fields.put("offered", found.offered());
            fields.put("evidence", found.evidence());
        });
        fields.put("repair", repair());
        fields.put("stored", stored().stream().map(StoredItem::fields).toList());
        fields.put("rules", rules().stream().map(Rule::fields).toList());
        return fields;
    }

    @Override
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        lines.add(finding.map(found ->
                        "left out: " + found.cause() + ", " + found.cause().summary())
                .orElse("not left out: nothing in this document keeps the connector from exporting it"));
        finding.ifPresent(found -> lines.addAll(found.evidence()));
        lines.add("the form shows " + FormShows.of(note) + "; the connector reads " + ConnectorReading.of(note));
        finding.ifPresent(found -> lines.add("that this cause keeps people out is "
                + found.cause().source() + " (" + found.cause().reference() + ")"));
        lines.add(repair());
        sections.add(Section.lines(new Person(note).shownName(), lines));
        sections.add(Section.table("Stored as " + FlagItem.NAME, stored()));
        sections.add(Section.table("Rules looked at, by precedence", rules()));
        return sections;
    }

    private List<StoredItem> stored() {
        return FlagItem.of(note).stream().map(StoredItem::new).toList();
    }

    private String repair() {
        if (finding.isEmpty()) {
            return "repair: none needed; if the person is missing in Exchange, the reason is not in this document";
        }
        Finding found = finding.get();
        return switch (found.toggleRepairs()) {
            case YES ->
                found.offered()
                        ? "repair: plan --person " + note.unid() + ", which a plan also takes by itself"
                        : "repair: plan --person " + note.unid() + ", if this person is meant to be in Exchange";
            case DECISION -> "repair: yours to decide; plan --person " + note.unid() + " sets Yes";
            case NO ->
                "repair: setting the flag does not help; " + found.cause().summary();
        };
    }

    private boolean wasLookedAt(Cause cause) {
        return (!NEEDS_MORE.contains(cause) && !unseen.contains(cause))
                || (cause == Cause.REPLICA_DIVERGENCE && divergence.isPresent())
                || (cause == Cause.FILTERED_OUT && !extraction.filters().isEmpty())
                || (cause == Cause.NOT_MODIFIED && extraction.lastExtract().isPresent());
    }

    private List<Rule> rules() {
        Map<Cause, String> holding = Diagnoser.causes(note, NoteKind.of(note), extraction);
        extraction.notModified(note).ifPresent(sentence -> holding.put(Cause.NOT_MODIFIED, sentence));
        divergence
                .filter(sentence -> !sentence.isEmpty())
                .ifPresent(sentence -> holding.put(Cause.REPLICA_DIVERGENCE, sentence));
        finding.filter(found -> found.cause() == Cause.DUPLICATE_PERSON)
                .ifPresent(found ->
                        holding.put(Cause.DUPLICATE_PERSON, found.evidence().get(0)));
        List<Rule> rules = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            String evidence = holding.get(cause);
            if (evidence != null) {
                rules.add(new Rule(cause, "yes", evidence));
            } else {
                rules.add(new Rule(cause, wasLookedAt(cause) ? "no" : "not looked at", ""));
            }
        }
        return rules;
    }
}
