package dirsh.model;

import java.util.AbstractList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list whose elements are made of those of another list, each when it is taken out and as often as it is.
 *
 * <p>Rows by the hundred thousand are shown and written through it without being there all at once.
 */
public final class MappedList<S extends @Nullable Object, T extends @Nullable Object> extends AbstractList<T> {

    private final List<? extends S> source;
    private final Function<S, T> maker;

    /**
     * A view of a list.
     *
     * @param maker makes the same of an element each time
     */
    public MappedList(List<? extends S> source, Function<S, T> maker) {
        this.source = source;
        this.maker = maker;
    }

    @Override
    public T get(int index) {
        return maker.apply(source.get(index));
    }

    @Override
    public int size() {
        return source.size();
    }

    /** By the source's own, which may have no quick way to its middle. */
    @Override
    public Iterator<T> iterator() {
        Iterator<? extends S> each = source.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return each.hasNext();
            }

            @Override
            public T next() {
                return maker.apply(each.next());
            }
        };
    }
}
