package dirsh.source;

/**
 * Which database a book is.
 *
 * @param address where it was opened from, as the user gave it
 * @param storage what it is stored in, such as {@code DXL file}
 * @param title the database title; empty where the source does not know it
 * @param replicaId 16 hexadecimal digits; empty where the source does not know it
 * @param lockKey the same for every way to open the same store: an absolute path, or server and replica id
 */
public record BookIdentity(String address, String storage, String title, String replicaId, String lockKey) {

    /** Whether the other book is a replica of this one, or this one opened twice. */
    public boolean isReplicaOf(BookIdentity other) {
        return isReplicaOf(other.lockKey, other.replicaId);
    }

    /**
     * The same for a book of which only these two are known. Where either replica id is not known, nothing but the same
     * store tells: two unknown ids are no equal ones.
     */
    public boolean isReplicaOf(String otherLockKey, String otherReplicaId) {
        boolean known = !replicaId.isEmpty() && !otherReplicaId.isEmpty();
        return known ? replicaId.equalsIgnoreCase(otherReplicaId) : lockKey.equals(otherLockKey);
    }
}
