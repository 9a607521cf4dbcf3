package dirsh.replica;

/** In what way a document differs between replicas. */
public enum DifferenceKind {
    /** Some replicas do not hold it, nor a stub of it. */
    ONLY_HERE("only-here"),
    /** A replica holds the stub of its deletion, another one the document. */
    DELETED("deletion-stub"),
    /** Saved in one replica since they replicated last. */
    NEWER("newer"),
    /** Saved as often in two replicas, but at other times: replication will make a conflict document. */
    SAVE_CONFLICT("save-conflict"),
    /** The loser of a conflict that not every replica holds. */
    CONFLICT_DOCUMENT("conflict-document"),
    /** Equal UNID, sequence and time, but different items: nothing that replication would ever look at again. */
    REPLICA_DIVERGENCE("replica-divergence"),
    /** Different items where revisions tell nothing: copies, or sources that do not know them. */
    DIFFERENT("different");

    private final String id;

    DifferenceKind(String id) {
        this.id = id;
    }

    /** The word used in output. */
    public String id() {
        return id;
    }
}
