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
    private Set<String> expected;

    /** One document that is to be replaced. */
    record Change(DocumentBytes stored, DocumentBytes kept) {}

    DxlPublication(DxlFile file, Overlay overlay) {
        this.file = file;
        this.overlay = overlay;
        refuseLink();
        this.expected = overlay.begun()
                .map(begun -> Set.of(begun.before(), begun.after()))
                .orElseGet(() -> Set.of(FileRewrite.hash(file)));
    }

    /**
     * Replaces the file, unless it holds all the kept documents already.
     *
     * @param content passes through the file if that was not done since it was changed
     * @throws DirshException if somebody else changed the file, or it cannot be written; it is untouched then
     */
    void publish(Supplier<IndexedContent> content) {
        refuseLink();
        String before = FileRewrite.hash(file);
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
                DocumentBytes changed = stored.with(kept.get());
                if (sequence(changed) <= sequence(stored)) {
                    throw changed();
                }
                changes.add(new Change(stored, changed));
            }
        }
        changes.sort(Comparator.comparingLong(change -> change.stored().entry().offset()));
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

    private static String target(Path link) {
        try {
            return link.toRealPath().toString();
        } catch (IOException e) {
            return "the file it points to";
        }
    }
}
