package dirsh.diagnose;

import dirsh.connector.FlagItem;
import dirsh.model.Item;
import dirsh.model.Note;
import dirsh.model.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A look at another item that holds a yes or no as the flag does. It is for looking only: what another item means, and who
 * else reads it, is not known here, so no plan repairs one.
 *
 * @param item the item's name
 */
public record OtherFlag(String item) {

    /** What is stored otherwise than a form stores a Yes; empty where it is stored so. */
    public Optional<OtherFlagFinding> judge(Note note) {
        Map<Cause, String> causes = FlagFault.of(note, item);
        if (causes.isEmpty()) {
            return Optional.empty();
        }
        List<Item> items = note.items(item);
        String stored = items.isEmpty()
                ? "nothing"
                : StoredEvidence.allSayYes(items) ? "yes" : items.size() == 1 ? says(items.get(0)) : "unclear";
        return Optional.of(new OtherFlagFinding(
                item,
                note.unid(),
                note.noteId(),
                new Person(note).shownName(),
                causes.keySet().iterator().next(),
                stored,
                FlagItem.isHealthy(items) ? "yes" : "no",
                new ArrayList<>(causes.values())));
    }

    private static String says(Item item) {
        return switch (StoredEvidence.of(item)) {
            case YES -> "yes";
            case NO -> "no";
            case BLANK -> "blank";
            case NOTHING -> "nothing";
            case UNCLEAR -> "unclear";
        };
    }
}
