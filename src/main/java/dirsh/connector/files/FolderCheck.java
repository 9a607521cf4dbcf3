package dirsh.connector.files;

import dirsh.connector.Filter;
import dirsh.model.Place;
import dirsh.model.Problem;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

/** What is wrong between the connector's files, beside the lines that are wrong in themselves. */
public final class FolderCheck {

    /** Targets that are synchronised although no Amap.tbl names them (KB Q180517). */
    private static final List<String> IMPLIED = List.of("TA", "DN");

    private final ConnectorFolder folder;
    private final LocalDateTime now;

    /**
     * A check.
     *
     * @param now the time on the connector's server
     */
    public FolderCheck(ConnectorFolder folder, LocalDateTime now) {
        this.folder = folder;
        this.now = now;
    }

    /**
     * All problems: of the lines, then between the files.
     *
     * @param isItem whether any Person or Group document has an item of the name; true where that is not known
     */
    public List<Problem> problems(Predicate<String> isItem) {
        List<Problem> problems = new ArrayList<>(folder.problems());
        rules(problems);
        states(problems);
        for (Filter filter : folder.filters()) {
            if (!isItem.test(filter.item())) {
                problems.add(new Problem(
                        filter.place(),
                        filter.name() + " looks at an item that no Person or Group document has: the filter is void"
                                + " (KB Q241324)"));
            }
        }
        return problems;
    }

    private void rules(List<Problem> problems) {
        if (folder.rules().isEmpty()) {
            return;
        }
        MappingRules rules = folder.rules().get();
        AttributeTable source = folder.notesAttributes().orElseGet(Shipped::notesAttributes);
        AttributeTable target = folder.exchangeAttributes().orElseGet(Shipped::exchangeAttributes);
        for (MappingRules.PlacedRule placed : rules.rules()) {
            Place place = Place.line(rules.name(), placed.line(), 1);
            for (String tag : placed.rule().tags()) {
                if (source.of(tag).isEmpty()) {
                    problems.add(new Problem(
                            place,
                            "the tag " + tag + " is not in " + source.name() + ": error 60012, and no rule loads"));
                }
            }
            String filled = placed.rule().target();
            if (target.of(filled).isEmpty() && IMPLIED.stream().noneMatch(filled::equalsIgnoreCase)) {
                problems.add(new Problem(place, "the tag " + filled + " is not in " + target.name()));
            }
        }
        for (String needed : IMPLIED) {
            if (rules.of(needed).isEmpty()) {
                problems.add(new Problem(
                        Place.line(rules.name(), 0, 0), "no rule fills " + needed + ", which every entry needs"));
            }
        }
    }

    private void states(List<Problem> problems) {
        Optional<SyncState> notes = folder.notesState();
        Optional<SyncState> exchange = folder.exchangeState();
        notes.flatMap(SyncState::lastExtract)
                .filter(time -> time.isAfter(now))
                .ifPresent(time -> problems.add(new Problem(
                        notes.get().place(SyncState.LAST_EXTRACT),
                        "lastextract lies in the future: no update sync finds a change before")));
        if (notes.isPresent() && exchange.isPresent()) {
            sequence(notes.get(), exchange.get(), problems);
            sequence(exchange.get(), notes.get(), problems);
        }
    }

    private static void sequence(SyncState from, SyncState to, List<Problem> problems) {
        OptionalLong sent = from.outbound();
        OptionalLong received = to.inbound();
        if (sent.isPresent() && received.isPresent() && sent.getAsLong() != received.getAsLong()) {
            problems.add(new Problem(
                    from.place(SyncState.OUTBOUND),
                    "outboundseq is " + sent.getAsLong() + ", but inboundseq in "
                            + to.file().name() + " is " + received.getAsLong()
                            + ": out of sequence, nothing is sent (KB Q243187)"));
        }
    }
}
