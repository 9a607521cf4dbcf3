package dirsh.packed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;

/** Different keys that a {@link KeyTable} has the same hash for, found by trying. */
public final class EqualHashes {

    private EqualHashes() {}

    /** Two of the texts made of numbers from 0, whose bytes have the same hash in a table of seed 0. */
    public static List<String> two(IntFunction<String> texts) {
        // A table that takes the first entry of equal hash for the same leads to it.
        KeyTable byHash = new KeyTable((entry, key) -> true);
        for (int number = 0; ; number++) {
            byte[] key = texts.apply(number).getBytes(StandardCharsets.UTF_8);
            int group = byHash.group(key);
            if (group >= 0) {
                return List.of(texts.apply(byHash.member(group, 0)), texts.apply(number));
            }
            byHash.add(key, number);
        }
    }
}
