package dirsh.entry;

import dirsh.model.Place;
import java.util.Arrays;
import java.util.List;

/** An entry of an export or a server: the texts of the wanted attributes, in the order of the source. */
public final class Entry {

    /** What a text takes beside its characters: two objects and their place in the entry. */
    private static final int TEXT = 56;

    private final Place place;
    private final int[] slots;
    private final String[] texts;

    /** A bit for each slot that is there, 64 of them apart the same one: without it there is nothing to look for. */
    private final long present;

    /** A bit for each slot that may be there more than once. */
    private final long repeated;

    private Entry(Place place, int[] slots, String[] texts) {
        this.place = place;
        this.slots = slots;
        this.texts = texts;
        long bits = 0;
        long again = 0;
        for (int slot : slots) {
            long bit = 1L << slot;
            again |= bits & bit;
            bits |= bit;
        }
        this.present = bits;
        this.repeated = again;
    }

    /** Where the source lists it. */
    public Place place() {
        return place;
    }

    /** About how many bytes of memory it takes: each text far more than its characters. */
    long weight() {
        long weight = 1;
        for (String text : texts) {
            weight += TEXT + text.length();
        }
        return weight;
    }

    /** The texts of a slot that are not blank, without surrounding blanks. */
    public List<String> all(int slot) {
        int first = indexOf(slot);
        if (first < 0) {
            return List.of();
        }
        if (!mayRepeat(slot)) {
            return List.of(texts[first]);
        }
        int count = 0;
        for (int i = first; i < slots.length; i++) {
            count += slots[i] == slot ? 1 : 0;
        }
        String[] found = new String[count];
        for (int i = slots.length - 1; count > 0; i--) {
            if (slots[i] == slot) {
                count--;
                found[count] = texts[i];
            }
        }
        return List.of(found);
    }

    /** The text of a slot that has one text; empty if there is none, or there may be several. */
    public String only(int slot) {
        return mayRepeat(slot) ? "" : first(slot);
    }

    /** The first text of a slot that is not blank; empty if there is none. */
    public String first(int slot) {
        int first = indexOf(slot);
        return first < 0 ? "" : texts[first];
    }

    /** Whether there is any text that is not blank in the slot. */
    public boolean has(int slot) {
        return indexOf(slot) >= 0;
    }

    private boolean mayRepeat(int slot) {
        return (repeated & 1L << slot) != 0;
    }

    private int indexOf(int slot) {
        if ((present & 1L << slot) == 0) {
            return -1;
        }
        int at = 0;
        while (at < slots.length && slots[at] != slot) {
            at++;
        }
        return at < slots.length ? at : -1;
    }

    /** Gathers one entry after the other while a source is read. */
    public static final class Builder {
        private int[] slots = new int[16];
        private String[] texts = new String[16];
        private int size;

        /** Adds a text; a blank one is as good as none. */
        public void add(int slot, String text) {
            String stripped = isBare(text) ? text : text.strip();
            if (stripped.isEmpty()) {
                return;
            }
            if (size == slots.length) {
                slots = Arrays.copyOf(slots, size * 2);
                texts = Arrays.copyOf(texts, size * 2);
            }
            slots[size] = slot;
            texts[size] = stripped;
            size++;
        }

        /** Whether the text begins and ends with a printable character of ASCII, as nearly all do. */
        private static boolean isBare(String text) {
            int last = text.length() - 1;
            return last >= 0 && isPrintable(text.charAt(0)) && isPrintable(text.charAt(last));
        }

        private static boolean isPrintable(char c) {
            return c > ' ' && c < '\u007F';
        }

        /** The entry; the builder is empty afterwards. */
        public Entry build(Place place) {
            String[] used = new String[size];
            System.arraycopy(texts, 0, used, 0, size);
            Entry entry = new Entry(place, Arrays.copyOf(slots, size), used);
            size = 0;
            return entry;
        }
    }
}
