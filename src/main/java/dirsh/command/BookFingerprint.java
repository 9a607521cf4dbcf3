package dirsh.command;

import dirsh.model.Answer;
import dirsh.model.Cancellation;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.Note;
import dirsh.model.Problem;
import dirsh.model.Sha256;
import dirsh.source.AddressBook;
import dirsh.source.NoteSink;
import dirsh.source.Projection;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What two copies of a book must agree on, whatever the order of their documents.
 *
 * @param address the book as the user named it
 * @param replicaId 16 hexadecimal digits; empty where the source does not know it
 * @param documents how many there are
 * @param items of all of them
 * @param problems records that could not be read as they should
 * @param documentsSha256 the sum of the SHA-256 of each document's UNID, sequence and items, modulo 2^256
 */
record BookFingerprint(
        String address, String replicaId, int documents, long items, int problems, String documentsSha256)
        implements Answer {

    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(256);

    static BookFingerprint of(AddressBook book, Cancellation cancellation) {
        Sum sum = new Sum();
        book.scan(Projection.ALL, cancellation, sum);
        return new BookFingerprint(
                book.identity().address(),
                book.identity().replicaId(),
                sum.documents,
                sum.items,
                sum.problems,
                String.format(Locale.ROOT, "%064x", sum.total));
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("address", address);
        fields.put("replicaId", replicaId);
        fields.put("documents", documents);
        fields.put("items", items);
        fields.put("problems", problems);
        fields.put("documentsSha256", documentsSha256);
        return fields;
    }

    private static final class Sum implements NoteSink {
        private final MessageDigest digest = Sha256.digest();
        private int documents;
        private long items;
        private int problems;
        private BigInteger total = BigInteger.ZERO;

        @Override
        public void note(Note note) {
            documents++;
            items += note.items().size();
            update(note.unid() + " " + note.sequence());
            note.items().forEach(item -> update(text(item)));
            total = total.add(new BigInteger(1, digest.digest())).mod(LIMIT);
        }

        @Override
        public void problem(Problem problem) {
            problems++;
        }

        private void update(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }

        private static String text(Item item) {
            String flags = Arrays.stream(ItemFlag.values())
                    .filter(item::has)
                    .map(ItemFlag::toString)
                    .collect(Collectors.joining(","));
            return item.name() + "\n" + item.type() + "\n" + flags + "\n" + item.value();
        }
    }
}
