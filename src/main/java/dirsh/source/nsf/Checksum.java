package dirsh.source.nsf;

/** The checksum of all structures: exclusive or of the 32-bit words, the last one filled up with zeros (nsf-format 3). */
final class Checksum {

    private Checksum() {}

    static int of(NsfBytes bytes, int from, int to) throws NsfDamage {
        NsfBytes part = bytes.part(from, (long) to - from);
        int sum = 0;
        int at = 0;
        for (; at + Integer.BYTES <= part.length(); at += Integer.BYTES) {
            sum ^= part.known32(at);
        }
        for (int shift = 0; at < part.length(); at++, shift += Byte.SIZE) {
            sum ^= part.known8(at) << shift;
        }
        return sum;
    }
}
