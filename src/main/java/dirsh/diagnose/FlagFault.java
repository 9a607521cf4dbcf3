package dirsh.diagnose;

import dirsh.connector.FlagItem;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is wrong with the stored flag of one document: every cause that holds, each with a sentence of evidence. */
final class FlagFault {

    private FlagFault() {}

    /** The causes by precedence; empty where the flag is stored as a form stores a Yes. */
    static Map<Cause, String> of(Note note) {
        return of(note, FlagItem.NAME);
    }

    /** The same for another item that holds a yes or no in the way of the flag. */
    static Map<Cause, String> of(Note note, String name) {
        Map<Cause, String> causes = new TreeMap<>();
        List<Item> items = note.items(name);
        if (items.isEmpty()) {
            boolean flag = name.equalsIgnoreCase(FlagItem.NAME);
            causes.put(
                    Cause.ITEM_MISSING,
                    "there is no item " + name + "; the form shows its default"
                            + (flag ? " Yes until somebody saves" : ", whatever that is"));
            return causes;
        }
        if (FlagItem.isHealthy(items)) {
            return causes;
        }
        if (items.stream().anyMatch(item -> item.has(ItemFlag.SEALED))) {
            causes.put(Cause.SEALED, "the item " + name + " is encrypted and cannot be judged");
        }
        if (items.size() > 1) {
            causes.put(Cause.DUPLICATE_ITEMS, duplicates(items));
        }
        for (Item item : items) {
            one(item, causes);
        }
        return causes;
    }

    private static void one(Item item, Map<Cause, String> causes) {
        if (item.has(ItemFlag.SEALED)) {
            return;
        }
        Says says = StoredEvidence.of(item);
        String shown = Quoted.value(item);
        if (says == Says.NOTHING) {
            causes.putIfAbsent(Cause.PLACEHOLDER, "the item is there without a value (type " + item.type() + ")");
            return;
        }
        if (!item.type().equals(ItemType.TEXT) || !(item.value() instanceof ItemValue.Texts)) {
            causes.putIfAbsent(
                    Cause.WRONG_TYPE, "stored as " + item.type() + " " + shown + " where the form stores text");
            return;
        }
        if (says == Says.BLANK) {
            causes.putIfAbsent(Cause.BLANK, "stored as empty text; the connector takes blank as No");
            return;
        }
        if (says == Says.NO) {
            causes.putIfAbsent(Cause.GENUINE_NO, "stored as " + shown + ", which is a plain No");
            return;
        }
        if (!item.has(ItemFlag.SUMMARY)) {
            causes.putIfAbsent(
                    Cause.NOT_SUMMARY,
                    "stored as " + shown + " without the summary flag, so views, formulas and searches do not see it");
        }
        String text = StoredEvidence.firstText(item);
        if (StoredEvidence.isLabel(text)) {
            causes.putIfAbsent(Cause.LABEL_STORED, "stored as the label " + shown + " instead of its alias \"1\"");
        } else if (!text.equals(FlagItem.YES)) {
            causes.putIfAbsent(Cause.STRAY_CHARACTERS, "stored as " + shown + ", which is not a plain \"1\"");
        }
    }

    private static String duplicates(List<Item> items) {
        String values = items.stream()
                .map(item -> Quoted.value(item)
                        + (item.has(ItemFlag.SUMMARY) ? "" : " (not summary)")
                        + (item.sequence() > 0 ? " (item sequence " + item.sequence() + ")" : ""))
                .collect(Collectors.joining(", "));
        return items.size() + " items of the name: " + values + "; "
                + (StoredEvidence.allSayYes(items) ? "all say Yes" : "they do not agree on Yes");
    }

    /** Whether the administrator must decide: something stored does not mean Yes, or a signature covers it. */
    static boolean needsDecision(Note note) {
        List<Item> items = new ArrayList<>(FlagItem.of(note));
        // A lone placeholder was a Yes once and says nothing against it; beside values it is neutral.
        items.removeIf(item -> StoredEvidence.of(item) == Says.NOTHING);
        boolean signed = FlagItem.of(note).stream().anyMatch(item -> item.has(ItemFlag.SIGNED))
                || note.first("$Signature").isPresent();
        return signed || (!items.isEmpty() && !StoredEvidence.allSayYes(items));
    }
}
