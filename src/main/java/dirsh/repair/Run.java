package dirsh.repair;

import dirsh.model.MappedList;
import dirsh.model.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One application of a plan and what became of each document.
 *
 * @param id names it in commands; empty if there was nothing to do and so no run was begun
 * @param state how far it is
 * @param plan what was to be done
 * @param place the book it writes to
 * @param entries the planned documents in planned order
 * @param notes sentences for the user about what comes next
 * @param offline whether a kit carries it out, rather than dirsh itself
 * @param fresh whether the application has just ended, rather than being looked at later
 */
public record Run(
        String id,
        RunState state,
        Plan plan,
        RunPlace place,
        List<Entry> entries,
        List<String> notes,
        boolean offline,
        boolean fresh)
        implements Page {

    private static final int REFUSED = 4;
    private static final int INTERRUPTED = 130;

    public Run {
        entries = List.copyOf(entries);
        notes = List.copyOf(notes);
    }

    /** The run for a plan whose documents are all in the planned state already. */
    static Run nothingToDo(Plan plan, List<Entry> entries) {
        String note = plan.changes().isEmpty()
                ? "the plan is empty: nothing was written"
                : (plan.size() == 1 ? "the document is" : "all " + plan.size() + " documents are")
                        + " as planned already: nothing was written";
        return new Run("", RunState.FINISHED, plan, RunPlace.of(plan), entries, List.of(note), false, true);
    }

    /** How many documents have that outcome. */
    public int count(Outcome outcome) {
        return (int)
                entries.stream().filter(entry -> entry.outcome() == outcome).count();
    }

    /** How many documents of a kit nothing final is known of yet. */
    int awaited() {
        return offline ? count(Outcome.UNTOUCHED) + count(Outcome.AT_NO) : 0;
    }

    Run with(RunState newState, List<String> newNotes) {
        return new Run(id, newState, plan, place, entries, newNotes, offline, fresh);
    }

    /** The run in one row. */
    public RunSummary summary() {
        return new RunSummary(
                id,
                state,
                entries.size(),
                count(Outcome.DONE),
                count(Outcome.REFUSED),
                plan.mode().toString(),
                place.address(),
                plan.undoes().orElse(""),
                "",
                0,
                state == RunState.OPEN ? count(Outcome.DONE) + awaited() : 0);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>(summary().fields());
        fields.put("plan", plan.id());
        fields.put("entries", new MappedList<>(entries, Entry::fields));
        fields.put("notes", notes);
        return fields;
    }

    /** 4 if documents were refused, 130 if the run was stopped, else 0; always 0 for a look at a run. */
    @Override
    public int exitCode() {
        if (!fresh) {
            return 0;
        }
        if (state == RunState.INTERRUPTED) {
            return INTERRUPTED;
        }
        return count(Outcome.REFUSED) > 0 ? REFUSED : 0;
    }

    @Override
    public List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        lines.add(totals());
        lines.addAll(notes);
        sections.add(Section.lines(id.isEmpty() ? "" : "Run " + id + ": " + state, lines));
        sections.add(Section.table("Documents", entries));
        return sections;
    }

    /** The totals in one sentence. */
    public String totals() {
        String rest = count(Outcome.UNTOUCHED) > 0 ? ", " + count(Outcome.UNTOUCHED) + " untouched" : "";
        String atNo = count(Outcome.AT_NO) > 0 ? ", " + count(Outcome.AT_NO) + " in hand" : "";
        return entries.size() + " planned: " + count(Outcome.DONE) + " done, " + count(Outcome.REFUSED) + " refused"
                + atNo + rest;
    }
}
