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
public record BookIdentity(String address, String storage, String title, String replicaId, String lockKey) {}
