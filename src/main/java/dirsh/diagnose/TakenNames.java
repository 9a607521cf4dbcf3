package dirsh.diagnose;

import dirsh.model.Person;
import dirsh.packed.Folded;
import dirsh.packed.KeyTable;
import dirsh.packed.TextStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which names and addresses are already used by somebody the connector exports (connector event 6206: an entry whose
 * target address exists is not created).
 *
 * <p>The first in stored order keeps the name; that the connector meets them in this order is inferred.
 */
final class TakenNames {

    private static final List<String> ITEMS = List.of("FullName", "InternetAddress", "ShortName");

    /** Of each owner, who goes by the offset: what to call it, then by each item what it has taken. */
    private final TextStore texts = new TextStore();

    private final List<KeyTable> taken = IntStream.range(0, ITEMS.size())
            .mapToObj(item -> new KeyTable((owner, name) -> texts.holds(texts.after(owner, 1 + item), name)))
            .toList();

    /** Takes the person's names, or tells which one is taken and by whom. */
    Optional<String> take(Person person) {
        byte[][] names = new byte[ITEMS.size()][];
        for (int i = 0; i < names.length; i++) {
            names[i] = Folded.bytes(person.note().text(ITEMS.get(i)));
            int group = names[i].length == 0 ? -1 : taken.get(i).group(names[i]);
            if (group >= 0) {
                return Optional.of(ITEMS.get(i) + " is already taken by "
                        + texts.get(taken.get(i).member(group, 0)));
            }
        }
        int owner = texts.add(person.shownName());
        for (byte[] name : names) {
            texts.add(name);
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i].length > 0) {
                taken.get(i).add(names[i], owner);
            }
        }
        return Optional.empty();
    }
}
