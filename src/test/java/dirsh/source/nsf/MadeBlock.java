package dirsh.source.nsf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.List;

/** Superblocks and bucket descriptor blocks to write. */
final class MadeBlock {

    private MadeBlock() {}

    static int checksum(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int at = from; at < to; at++) {
            sum ^= (bytes[at] & 0xFF) << (8 * ((at - from) % 4));
        }
        return sum;
    }

    static byte[] superblock(List<Long> summary, List<Long> nonSummary, byte[] newestRrv) {
        int summaryPages = (summary.size() + 569) / 570;
        int nonSummaryPages = (nonSummary.size() + 811) / 812;
        byte[] payloadBytes = new byte[8206 * summaryPages + 8198 * nonSummaryPages + newestRrv.length];
        ByteBuffer payload = buffer(payloadBytes);
        for (int i = 0; i < summary.size(); i++) {
            payload.putInt(8206 * (i / 570) + 224 + 14 * (i % 570), (int) (summary.get(i) >>> 8));
        }
        for (int i = 0; i < nonSummary.size(); i++) {
            int page = 8206 * summaryPages + 8198 * (i / 812);
            payload.putInt(page + 70 + 6 * (i % 812), (int) (nonSummary.get(i) >>> 8));
        }
        payload.put(payload.capacity() - newestRrv.length, newestRrv);
        byte[] stored = CxWriter.encode(payloadBytes);
        byte[] blockBytes = new byte[100 + stored.length + 12];
        ByteBuffer block = buffer(blockBytes);
        block.putShort(0, (short) 0x000E).putInt(10, payload.capacity());
        block.putInt(14, summary.size()).putInt(18, nonSummary.size()).putInt(26, newestRrv.length);
        block.putInt(60, 7).putInt(64, block.capacity()).putShort(68, (short) 1);
        block.putInt(70, summaryPages).putInt(74, nonSummaryPages);
        return finish(blockBytes, 100, stored);
    }

    static byte[] descriptors(List<Long> rrvBuckets, int firstId, int entries, Collection<String> names) {
        byte[][] texts = names.stream()
                .map(name -> MadeItem.lmbcs(name.substring(name.indexOf(' ') + 1)))
                .toArray(byte[][]::new);
        int textSize = 0;
        for (byte[] text : texts) {
            textSize += text.length;
        }
        byte[] payloadBytes = new byte[8 * rrvBuckets.size() + 10 * texts.length + 4 + textSize];
        ByteBuffer payload = buffer(payloadBytes);
        for (int i = 0; i < rrvBuckets.size(); i++) {
            payload.putInt((int) (rrvBuckets.get(i) >>> 8)).putInt(firstId + 4 * entries * i);
        }
        int textAt = 0;
        int number = 0;
        for (String name : names) {
            int length = texts[number++].length;
            payload.putInt(textAt).putShort((short) length);
            payload.putShort((short) Integer.parseInt(name.substring(0, name.indexOf(' '))))
                    .putShort((short) 0);
            textAt += length;
        }
        payload.putInt(textSize);
        for (byte[] text : texts) {
            payload.put(text);
        }
        byte[] stored = CxWriter.encode(payloadBytes);
        byte[] blockBytes = new byte[66 + stored.length + 12];
        ByteBuffer block = buffer(blockBytes);
        block.putShort(0, (short) 0x0001).putShort(2, (short) 2).putShort(4, (short) 1);
        block.putInt(6, payload.capacity()).putInt(10, 3).putInt(14, block.capacity());
        block.putInt(26, texts.length).putInt(34, textSize).putInt(38, rrvBuckets.size());
        return finish(blockBytes, 66, stored);
    }

    /** Puts the stored payload into a block and the checksum behind it. */
    static byte[] finish(byte[] block, int payloadAt, byte[] stored) {
        System.arraycopy(stored, 0, block, payloadAt, stored.length);
        int size = block.length;
        buffer(block).putInt(size - 4, checksum(block, payloadAt, size - 12));
        return block;
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
