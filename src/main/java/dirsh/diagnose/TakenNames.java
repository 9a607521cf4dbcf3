package dirsh.diagnose;

import dirsh.model.Person;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which names and addresses are already used by somebody the connector exports (connector event 6206: an entry whose
 * target address exists is not created).
 *
 * <p>The first in stored order keeps the name; that the connector meets them in this order is inferred.
 */
final class TakenNames {

    private final Map<String, String> owners = new HashMap<>();

    /** Takes the person's names, or tells which one is taken and by whom. */
    Optional<String> take(Person person) {
        Map<String, String> keys = keys(person);
        for (Map.Entry<String, String> key : keys.entrySet()) {
            String owner = owners.get(key.getKey());
            if (owner != null) {
                return Optional.of(key.getValue() + " is already taken by " + owner);
            }
        }
        keys.keySet().forEach(key -> owners.put(key, person.shownName()));
        return Optional.empty();
    }

    private static Map<String, String> keys(Person person) {
        Map<String, String> keys = new LinkedHashMap<>();
        add(keys, "FullName", person.fullName());
        add(keys, "InternetAddress", person.internetAddress());
        add(keys, "ShortName", person.note().text("ShortName"));
        return keys;
    }

    private static void add(Map<String, String> keys, String item, String value) {
        String plain = value.strip().toLowerCase(Locale.ROOT);
        if (!plain.isEmpty()) {
            keys.put(item + '\n' + plain, item);
        }
    }
}
