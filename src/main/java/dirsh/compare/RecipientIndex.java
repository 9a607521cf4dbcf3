package dirsh.compare;

import dirsh.exchange.Recipient;
import dirsh.exchange.RecipientSink;
import dirsh.exchange.RecipientSource;
import dirsh.model.Cancellation;
import dirsh.model.Problem;
import dirsh.packed.KeyTable;
import dirsh.packed.RecordStore;
import dirsh.packed.TextStore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * All recipients of a source, packed, and found by their {@link MatchKey}s.
 *
 * <p>Of each recipient the texts hold its keys of each kind, the strongest first and behind each kind an empty one, then its fields
 * and attributes. So whatever a look-up asks for stands next to each other.
 *
 * <p>Recipients go by a number from 0 in the order of the source. Distribution groups are counted and left out: no Person
 * document stands for one. Once read it does not change and can serve any number of comparisons.
 */
public final class RecipientIndex {

    /** The fields of a record. */
    private static final int KEYS = 0;

    private static final int VALUES = 1;

    /** The values every recipient has, stored in this order and before its attributes. */
    private static final int DISPLAY_NAME = 0;

    private static final int ALIAS = 1;
    private static final int PRIMARY_SMTP_ADDRESS = 2;
    private static final int TARGET_ADDRESS = 3;
    private static final int ATTRIBUTES = 4;

    private static final int DISPLAY_NAME_ATTRIBUTE = ComparedAttribute.position(Recipient.DISPLAY_NAME);
    private static final int PRIMARY_SMTP_ADDRESS_ATTRIBUTE =
            ComparedAttribute.position(Recipient.PRIMARY_SMTP_ADDRESS);
    private static final byte[] NOTHING = {};

    private final TextStore texts = new TextStore();
    private List<KeyTable> tables = tables(0);
    private final BitSet known = new BitSet();
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final RecordStore starts = new RecordStore(2);
    private int groups;

    private RecipientIndex() {}

    private List<KeyTable> tables(int hashes) {
        return MatchKey.BY_RANK.stream()
                .map(kind -> new KeyTable((recipient, wanted) -> holds(recipient, kind, wanted), hashes))
                .toList();
    }

    /**
     * Reads all recipients.
     *
     * @throws dirsh.model.DirshException if the source is unreadable as a whole, or the work was cancelled
     */
    public static RecipientIndex read(RecipientSource source, Cancellation cancellation) {
        RecipientIndex index = new RecipientIndex();
        source.scan(cancellation, new RecipientSink() {
            @Override
            public void recipient(Recipient recipient) {
                index.add(recipient);
            }

            @Override
            public void problem(Problem problem) {
                index.problems.add(problem);
            }

            @Override
            public void warning(String text) {
                index.warnings.add(text);
            }
        });
        return index;
    }

    private void add(Recipient recipient) {
        if (recipient.group()) {
            groups++;
            return;
        }
        List<List<byte[]>> keys = new ArrayList<>(MatchKey.BY_RANK.size());
        int first = texts.end();
        for (MatchKey kind : MatchKey.BY_RANK) {
            List<byte[]> own = new ArrayList<>(2);
            for (byte[] key : kind.of(recipient)) {
                if (key.length > 0) {
                    texts.add(key);
                    own.add(key);
                }
            }
            texts.add(NOTHING);
            keys.add(own);
        }
        int values = texts.add(recipient.displayName());
        texts.add(recipient.alias());
        texts.add(recipient.primarySmtpAddress());
        texts.add(
                recipient.targetAddress() == null
                        ? ""
                        : recipient.targetAddress().toString());
        for (int position = 0; position < ComparedAttribute.ALL.size(); position++) {
            String value = recipient
                    .attributes()
                    .get(ComparedAttribute.ALL.get(position).attribute());
            if (value != null) {
                known.set(position);
            }
            texts.add(value == null ? "" : value);
        }
        if (!recipient.displayName().isEmpty()) {
            known.set(DISPLAY_NAME_ATTRIBUTE);
        }
        if (!recipient.primarySmtpAddress().isEmpty()) {
            known.set(PRIMARY_SMTP_ADDRESS_ATTRIBUTE);
        }
        int number = starts.add(first, values);
        if (!list(number, keys)) {
            listAnew();
        }
    }

    /** Puts a recipient into the tables under all its keys, unless two of a kind have the same hash. */
    private boolean list(int recipient, List<List<byte[]>> keys) {
        for (int rank = 0; rank < keys.size(); rank++) {
            KeyTable table = tables.get(rank);
            if (!table.parts(keys.get(rank))) {
                return false;
            }
            for (byte[] key : keys.get(rank)) {
                table.add(key, recipient);
            }
        }
        return true;
    }

    /** Begins the tables again, with other hashes until no recipient has two keys of the same one. */
    private void listAnew() {
        boolean parted = false;
        for (int seed = 1; !parted; seed++) {
            tables = tables(seed);
            parted = true;
            for (int recipient = 0; parted && recipient < starts.size(); recipient++) {
                parted = list(recipient, keys(recipient));
            }
        }
    }

    private List<List<byte[]>> keys(int recipient) {
        List<List<byte[]>> keys = new ArrayList<>(MatchKey.BY_RANK.size());
        int at = starts.get(recipient, KEYS);
        while (keys.size() < MatchKey.BY_RANK.size()) {
            List<byte[]> own = new ArrayList<>(2);
            while (!texts.isEmpty(at)) {
                own.add(texts.bytes(at));
                at = texts.after(at);
            }
            at = texts.after(at);
            keys.add(own);
        }
        return keys;
    }

    /** Whether a recipient has the key. */
    private boolean holds(int recipient, MatchKey kind, byte[] key) {
        int at = starts.get(recipient, KEYS);
        for (int before = kind.rank(); before > 0; at = texts.after(at)) {
            before -= texts.isEmpty(at) ? 1 : 0;
        }
        while (!texts.isEmpty(at)) {
            if (texts.holds(at, key)) {
                return true;
            }
            at = texts.after(at);
        }
        return false;
    }

    /** The number of recipients, without groups. */
    public int size() {
        return starts.size();
    }

    /** The number of distribution groups, which were left out. */
    public int groups() {
        return groups;
    }

    /** The records that could not be read. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Doubts about the source as a whole. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Whether the source carries the attribute at all. */
    public boolean knows(ComparedAttribute attribute) {
        return known.get(ComparedAttribute.position(attribute.attribute()));
    }

    /** The recipients by a kind of key. */
    KeyTable table(MatchKey key) {
        return tables.get(key.rank());
    }

    /** The recipient's value of an attribute; empty if it has none. */
    String value(int recipient, ComparedAttribute attribute) {
        return text(recipient, position(attribute));
    }

    private static int position(ComparedAttribute attribute) {
        return switch (attribute.attribute()) {
            case Recipient.DISPLAY_NAME -> DISPLAY_NAME;
            case Recipient.PRIMARY_SMTP_ADDRESS -> PRIMARY_SMTP_ADDRESS;
            default -> ATTRIBUTES + ComparedAttribute.position(attribute.attribute());
        };
    }

    /** Whether the recipient's values of some attributes are as the connector would leave them. */
    boolean agree(int recipient, List<ComparedAttribute> attributes, List<String> values) {
        for (int i = 0; i < attributes.size(); i++) {
            int at = at(recipient, position(attributes.get(i)));
            // Nearly all are the same to the byte, which no text need be made for.
            if (!texts.holds(at, values.get(i).getBytes(StandardCharsets.UTF_8))
                    && !attributes.get(i).agrees(values.get(i), texts.get(at))) {
                return false;
            }
        }
        return true;
    }

    /** What to call the recipient in a list: the first it has of internet address, target address, alias and name. */
    String label(int recipient) {
        UnexpectedRecipient shown = shown(recipient);
        for (String text : List.of(shown.primarySmtpAddress(), shown.targetAddress(), shown.alias())) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return shown.displayName();
    }

    /** The recipient for people to read. */
    UnexpectedRecipient shown(int recipient) {
        return new UnexpectedRecipient(
                text(recipient, DISPLAY_NAME),
                text(recipient, PRIMARY_SMTP_ADDRESS),
                text(recipient, ALIAS),
                text(recipient, TARGET_ADDRESS));
    }

    private String text(int recipient, int position) {
        return texts.get(at(recipient, position));
    }

    private int at(int recipient, int position) {
        return texts.after(starts.get(recipient, VALUES), position);
    }
}
