package dirsh.source;

import dirsh.model.Unid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An overlay in memory, for tests. It survives a writer, as a journal survives a killed run. */
public class MemoryOverlay implements Overlay {

    private final Map<Unid, byte[]> kept = new LinkedHashMap<>();
    private Optional<Publication> begun = Optional.empty();
    private int published;

    @Override
    public void keep(Unid unid, byte[] document) {
        kept.put(unid, document.clone());
    }

    @Override
    public Optional<byte[]> kept(Unid unid) {
        return Optional.ofNullable(kept.get(unid));
    }

    @Override
    public Set<Unid> unids() {
        return kept.keySet();
    }

    @Override
    public void publishing(Publication publication) {
        begun = Optional.of(publication);
    }

    @Override
    public void published(Publication publication) {
        published++;
    }

    @Override
    public Optional<Publication> begun() {
        return begun;
    }

    /** How often a publication was recorded as done. */
    public int publishedTimes() {
        return published;
    }
}
