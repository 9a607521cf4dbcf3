package dirsh.diagnose;

import dirsh.model.Person;
import dirsh.packed.Folded;
import dirsh.packed.KeyTable;
import dirsh.packed.TextStore;
import java.util.List;
import java.util.Optional;

/**
 * Which names and addresses are already used by somebody the connector exports (connector event 6206: an entry whose
 * target address exists is not created).
 *
 * <p>The first in stored order keeps the name; that the connector meets them in this order is inferred.
 */
final class TakenNames {

    private static final List<String> ITEMS = List.of("FullName", "InternetAddress", "ShortName");

    private final TextStore texts = new TextStore();

    /** By each item what is taken, with the place of its owner's name among the texts. */
    private final List<KeyTable> taken =
            ITEMS.stream().map(unused -> new KeyTable(texts)).toList();

    /** Takes the person's names, or tells which one is taken and by whom. */
    Optional<String> take(Person person) {
        byte[][] names = new byte[ITEMS.size()][];
        for (int i = 0; i < names.length; i++) {
            names[i] = Folded.bytes(person.note().text(ITEMS.get(i)));
            int group = taken.get(i).group(names[i]);
            if (group >= 0) {
                return Optional.of(ITEMS.get(i) + " is already taken by "
                        + texts.get(taken.get(i).member(group, 0)));
            }
        }
        int owner = texts.add(person.shownName());
        for (int i = 0; i < names.length; i++) {
            if (names[i].length > 0) {
                taken.get(i).add(names[i], owner);
            }
        }
        return Optional.empty();
    }
}
