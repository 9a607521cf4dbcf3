package dirsh.command;

import dirsh.compare.RecipientIndex;
import dirsh.exchange.RecipientSource;
import dirsh.model.Cancellation;
import dirsh.model.FileStamp;
import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The index of the recipients that were compared with last, as long as their file stays as it is and memory does not run short.
 *
 * <p>A server is asked anew each time.
 */
final class RememberedIndex {

    private @Nullable RecipientSource source;
    private Optional<FileStamp> stamp = Optional.empty();
    private SoftReference<RecipientIndex> index = new SoftReference<>(null);

    /** The index of a source as it is now. */
    RecipientIndex of(RecipientSource asked, Cancellation cancellation) {
        Optional<FileStamp> now = asked.stamp();
        RecipientIndex known = index.get();
        if (known != null && asked == source && now.isPresent() && now.equals(stamp)) {
            return known;
        }
        // Both need not fit into the memory at once.
        index.clear();
        RecipientIndex read = RecipientIndex.read(asked, cancellation);
        // A change at the same moment would not show in the stamp.
        boolean sure = now.filter(before -> before.isSettled(Instant.now())).isPresent() && now.equals(asked.stamp());
        if (sure) {
            source = asked;
            stamp = now;
            index = new SoftReference<>(read);
        }
        return read;
    }
}
