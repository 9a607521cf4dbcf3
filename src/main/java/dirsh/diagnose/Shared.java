package dirsh.diagnose;

import java.util.HashMap;
import java.util.Map;

/**
 * Equal values as one object: thousands of documents are damaged in the same way, with the same evidence and fingerprint.
 *
 * <p>Only so many different ones are remembered; what comes after them stays an object of its own.
 */
final class Shared {

    private static final int MOST = 1 << 12;

    private final Map<Object, Object> known = new HashMap<>();

    /** The value, or an equal one that came before; it must be immutable. */
    @SuppressWarnings("unchecked") // an equal value of these kinds, texts and lists of texts, has the same type
    <T> T one(T value) {
        Object before = known.get(value);
        if (before != null) {
            return (T) before;
        }
        if (known.size() < MOST) {
            known.put(value, value);
        }
        return value;
    }
}
