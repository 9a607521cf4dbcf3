package dirsh.shell;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A thing that is built when it is first asked for, once. */
final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> build;
    private @Nullable T built;

    Lazy(Supplier<T> build) {
        this.build = build;
    }

    /** The thing, if anybody asked for it so far. */
    synchronized Optional<T> ifBuilt() {
        return Optional.ofNullable(built);
    }

    @Override
    public synchronized T get() {
        T value = built;
        if (value == null) {
            value = build.get();
            built = value;
        }
        return value;
    }
}
