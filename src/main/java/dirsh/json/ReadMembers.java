package dirsh.json;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of an object that was read: they cannot be changed, and tell where in the text the object begins. */
final class ReadMembers extends AbstractMap<String, @Nullable Object> {

    private final Map<String, @Nullable Object> entries;
    private final int offset;

    /** The entries are not copied. */
    ReadMembers(Map<String, @Nullable Object> entries, int offset) {
        this.entries = Collections.unmodifiableMap(entries);
        this.offset = offset;
    }

    /** The position of the brace in the text. */
    int offset() {
        return offset;
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return entries.entrySet();
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        return entries.get(key);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return entries.containsKey(key);
    }
}
