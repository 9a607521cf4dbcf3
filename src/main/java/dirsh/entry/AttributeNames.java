package dirsh.entry;

import dirsh.model.DirshException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The attributes a reader wants, each a slot with all the names it goes by.
 *
 * <p>Names compare without regard to case, blanks, hyphens, quotes and byte order marks, so that {@code E-mail address} of
 * one export is {@code EmailAddress} of another and {@code Target-Address} is {@code targetAddress}.
 */
public final class AttributeNames {

    /** The slot of a name that nobody wants. */
    public static final int UNWANTED = -1;

    private final int slots;
    private final List<String> names;
    private final Map<String, Integer> slotsByName = new HashMap<>();

    /**
     * Names by slot.
     *
     * @param bySlot the names of each slot parted by blanks; the slot is the position
     */
    public AttributeNames(List<String> bySlot) {
        this.slots = bySlot.size();
        List<String> all = new ArrayList<>();
        for (int slot = 0; slot < slots; slot++) {
            for (String name : bySlot.get(slot).split(" ", -1)) {
                all.add(name);
                Integer other = slotsByName.put(plain(name), slot);
                if (other != null && other != slot) {
                    throw new IllegalArgumentException("two slots go by " + name);
                }
            }
        }
        this.names = List.copyOf(all);
    }

    private AttributeNames(AttributeNames other, String name, int slot) {
        this.slots = other.slots;
        List<String> all = new ArrayList<>(other.names);
        all.add(name);
        this.names = List.copyOf(all);
        slotsByName.putAll(other.slotsByName);
        slotsByName.put(plain(name), slot);
    }

    /**
     * These names with further ones, which count before any other meaning they have.
     *
     * @param mapped as {@code COLUMN=name}, where the name is one of these
     * @param error what to throw for one that is not written so, or whose name is none of these
     */
    public AttributeNames mapped(List<String> mapped, Function<String, DirshException> error) {
        AttributeNames all = this;
        for (String one : mapped) {
            int equals = one.lastIndexOf('=');
            int slot = equals <= 0 ? UNWANTED : slot(one.substring(equals + 1));
            if (slot == UNWANTED) {
                throw error.apply(one);
            }
            all = new AttributeNames(all, one.substring(0, equals), slot);
        }
        return all;
    }

    /** The number of slots. */
    public int slots() {
        return slots;
    }

    /** All names as they were given, for a server to be asked for. */
    public List<String> names() {
        return names;
    }

    /** The names in the form in which they compare, with their slots. */
    public Map<String, Integer> plainNames() {
        return Map.copyOf(slotsByName);
    }

    /** The slot of a name, or {@link #UNWANTED}. */
    public int slot(String name) {
        return slotsByName.getOrDefault(plain(name), UNWANTED);
    }

    /** The form in which names compare. */
    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isWhitespace(c) && c != '-' && c != '"' && c != '\u00A0' && c != '\uFEFF') {
                plain.append(c);
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
