package dirsh.source.dxl;

import dirsh.model.DirshException;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.Overlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The replacement of a DXL file by one that holds the documents of an overlay.
 *
 * <p>The overlay brackets it with the hashes before and after, so that after a crash the file itself tells whether it
 * was replaced.
 */
final class DxlPublication {

    private final DxlFile file;
    private final Overlay overlay;
    private final Supplier<String> hash;
    private Set<String> expected;

    /**
     * One document that is to be replaced.
     *
     * @param stored where it stands
     * @param kept its new bytes, fetched when they are written
     */
    record Change(DocumentIndex.Entry stored, Supplier<byte[]> kept) {}

    /**
     * @param hash SHA-256 of the file as it is at that moment
     */
    DxlPublication(DxlFile file, Overlay overlay, Supplier<String> hash) {
        this.file = file;
        this.overlay = overlay;
        this.hash = hash;
        refuseLink();
        refuseReadOnly();
        this.expected = overlay.begun()
                .map(begun -> Set.of(begun.before(), begun.after()))
                .orElseGet(() -> Set.of(hash.get()));
    }

    /**
     * Replaces the file, unless it holds all the kept documents already.
     *
     * @param content passes through the file if that was not done since it was changed
     * @throws DirshException if somebody else changed the file, or it cannot be written; it is untouched then
     */
    void publish(Supplier<IndexedContent> content) {
        refuseLink();
        String before = hash.get();
        if (!expected.contains(before)) {
            throw changed();
        }
        IndexedContent stored = content.get();
        List<Change> changes = changes(stored);
        if (changes.isEmpty()) {
            // The rename happened, and the crash came before its record.
            overlay.begun().filter(begun -> begun.after().equals(before)).ifPresent(overlay::published);
            return;
        }
        try (FileRewrite rewrite = new FileRewrite(file)) {
            String after = rewrite.write(changes);
            if (!file.stamp().equals(stored.stamp())) {
                throw changed();
            }
            Overlay.Publication publication = new Overlay.Publication(before, after);
            overlay.publishing(publication);
            rewrite.replace();
            expected = Set.of(after);
            overlay.published(publication);
        }
    }

    private List<Change> changes(IndexedContent content) {
        List<Change> changes = new ArrayList<>();
        for (Unid unid : overlay.unids()) {
            Optional<byte[]> kept = overlay.kept(unid);
            DocumentBytes stored = content.document(unid).orElseThrow(this::changed);
            if (kept.isPresent() && !Arrays.equals(kept.get(), stored.bytes())) {
                if (sequence(stored.with(kept.get())) <= sequence(stored)) {
                    throw changed();
                }
                changes.add(new Change(stored.entry(), () -> overlay.kept(unid).orElseThrow(this::changed)));
            }
        }
        changes.sort(Comparator.comparingLong(change -> change.stored().offset()));
        return changes;
    }

    private int sequence(DocumentBytes document) {
        return file.parse(document).map(Note::sequence).orElseThrow(this::changed);
    }

    private DirshException changed() {
        return DirshException.failed(
                file.name() + " was changed by somebody else since the run began; it is left as it is",
                "put back the file as it was and resume, or make a new plan",
                null);
    }

    private void refuseLink() {
        Path path = file.path();
        if (Files.isSymbolicLink(path)) {
            throw DirshException.badInput(
                    file.name() + " is a symbolic link, through which nothing is written", "open " + target(path));
        }
    }

    /** A rename does not ask whether the file itself may be written, but its owner meant something. */
    private void refuseReadOnly() {
        Path path = file.path().toAbsolutePath();
        Path folder = Objects.requireNonNullElse(path.getParent(), path);
        for (Path needed : List.of(path, folder)) {
            if (!Files.isWritable(needed)) {
                throw DirshException.failed(
                        "cannot write " + needed + ": permission denied", "chmod u+w '" + needed + "'", null);
            }
        }
    }

    private static String target(Path link) {
        try {
            return link.toRealPath().toString();
        } catch (IOException e) {
            return "the file it points to";
        }
    }
}
