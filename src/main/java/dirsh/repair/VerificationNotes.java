package dirsh.repair;

import dirsh.repair.Verification.InExchange;
import dirsh.repair.Verification.Person;
import dirsh.repair.Verification.Stored;
import dirsh.source.AddressBook;
import dirsh.source.BookFeature;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a verification says in sentences: what changed, whose saves undid the repair, and what comes next. */
final class VerificationNotes {

    private static final int MOST_EDITORS = 10;

    private final Run run;
    private final RunSummary summary;
    private final VerifiedPeople before;
    private final List<Person> people;
    private final AddressBook book;
    private final Optional<ExchangeView> exchange;

    /**
     * The notes on what a verification saw.
     *
     * @param summary the run as it was kept before
     * @param before what the verifications before saw
     * @param people what this one sees
     */
    VerificationNotes(
            Run run,
            RunSummary summary,
            VerifiedPeople before,
            List<Person> people,
            AddressBook book,
            Optional<ExchangeView> exchange) {
        this.run = run;
        this.summary = summary;
        this.before = before;
        this.people = people;
        this.book = book;
        this.exchange = exchange;
    }

    /** The sentences, given the state that the verification brings the run to. */
    List<String> of(RunState state) {
        List<String> notes = new ArrayList<>();
        if (!book.identity().lockKey().equals(run.place().store())) {
            notes.add("looked at " + book.identity().address() + ", a copy of the same replica; the "
                    + (run.offline() ? "kit was made from " : "run wrote to ")
                    + run.place().store());
        }
        exchange.ifPresent(view -> aboutExport(view, notes));
        if (!before.at().isEmpty()) {
            notes.add(news());
        }
        if (state == RunState.UNDONE) {
            notes.add("the run was taken back: nothing of it is to hold");
            return notes;
        }
        lastSavedBy(Stored.LOST, "lost again", notes);
        lastSavedBy(Stored.CHANGED, "changed since", notes);
        notes.addAll(next(state));
        return notes;
    }

    /** Hints only: a copied file has a new date, and clocks differ. Who is in the export decides. */
    private void aboutExport(ExchangeView view, List<String> notes) {
        if (view.content().equals(before.content())) {
            notes.add("note: " + view.address() + " is the same export as at the verification of " + before.at());
        }
        Optional<Instant> ended = instant(summary.ended());
        if (ended.isPresent() && view.dated().isPresent() && view.dated().get().isBefore(ended.get())) {
            notes.add("note: by the date of its file this export is older than the repair ("
                    + view.dated().get() + ", run ended " + ended.get() + ")");
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private String news() {
        Map<String, Integer> counts = new TreeMap<>();
        people.stream()
                .map(Person::news)
                .filter(word -> !word.isEmpty())
                .forEach(word -> counts.merge(word, 1, Integer::sum));
        List<String> parts = new ArrayList<>();
        counts.forEach((word, count) -> parts.add(count + " " + word));
        String since = "since the verification of " + before.at();
        return since + ": " + (parts.isEmpty() ? "nothing changed" : String.join(", ", parts));
    }

    private void lastSavedBy(Stored stored, String what, List<String> notes) {
        Map<String, Integer> editors = new TreeMap<>();
        people.stream()
                .filter(person -> person.stored() == stored)
                .forEach(person -> editors.merge(person.saved().by(), 1, Integer::sum));
        editors.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_EDITORS)
                .forEach(editor -> notes.add(editor.getValue() + " " + what + ", last saved by "
                        + (editor.getKey().isEmpty() ? "nobody the document names" : editor.getKey())));
        if (editors.size() > MOST_EDITORS) {
            notes.add("and by " + (editors.size() - MOST_EDITORS) + " more");
        }
    }

    private List<String> next(RunState state) {
        String id = run.id();
        if (state == RunState.INTERRUPTED) {
            return List.of("next: resume " + id);
        }
        if (run.plan().undoes().isPresent()) {
            return List.of();
        }
        List<String> next = new ArrayList<>();
        if (people.stream().anyMatch(person -> person.stored().isLost() && !person.reported())) {
            next.add("next: find out what saves them, then repair them again: diagnose | plan, then apply");
        }
        boolean live = run.offline() || book.features().contains(BookFeature.LIVE);
        if (people.stream().anyMatch(person -> !person.reported() && person.exchange() != InExchange.APPEARED)) {
            next.add(NextSteps.sync(live, id));
        }
        if (state == RunState.OPEN && exchange.isPresent()) {
            next.add("not to wait for them any longer: verify " + id + " --close");
        }
        if (run.awaited() > 0 && state == RunState.OPEN) {
            next.add("next: run the agent of the kit; then: open FRESH-EXPORT.dxl; verify " + id
                    + " --log agent-log.csv");
        }
        boolean all = people.stream().allMatch(person -> person.exchange() == InExchange.APPEARED);
        if (next.isEmpty() && all) {
            next.add("everybody was seen in Exchange: nothing is left to do");
        }
        return next.isEmpty() ? List.of("nothing is left to do") : next;
    }
}
