package dirsh.diagnose;

import java.util.Optional;

/**
 * Why a document is left out although it looks right, or what else keeps it out.
 *
 * <p>The order is the precedence: where several hold, the first is the cause and the others are evidence.
 */
public enum Cause {
    WRONG_FORM("wrong-form", Source.INFERRED, "Form is no kind the connector exports", "KB Q249112"),
    AGGREGATED("aggregated", Source.INFERRED, "the book is a directory catalog, which does not carry the item", "-"),
    CONNECTOR_CREATED(
            "connector-created",
            Source.CONFIRMED,
            "the Exchange connector itself created the document, and skips it to avoid a loop",
            "$NotesDXAStamp, KB Q180517"),
    CONFLICT_DOCUMENT(
            "conflict-document",
            Source.INFERRED,
            "the document is the loser of a replication or save conflict",
            "C API $Conflict"),
    TRUNCATED("truncated", Source.INFERRED, "the document is not stored here as a whole", "C API NOTE_FLAG"),
    SEALED("sealed", Source.INFERRED, "the item is encrypted", "C API ITEM_SEAL"),
    READER_RESTRICTED(
            "reader-restricted",
            Source.INFERRED,
            "reader fields keep the document from everybody they do not name",
            "C API ITEM_READERS"),
    HIDDEN_BY_EXTENDED_ACL(
            "hidden-by-extended-acl", Source.INFERRED, "an extended ACL hides the item from the reading ID", "-"),
    DUPLICATE_ITEMS(
            "duplicate-items",
            Source.CONFIRMED,
            "more than one item of the name: which one counts depends on who reads",
            "C API NSFItemConvertToText, AppendItemValue"),
    PLACEHOLDER("placeholder", Source.INFERRED, "an item without a value", "C API ITEM_PLACEHOLDER"),
    WRONG_TYPE("wrong-type", Source.INFERRED, "the value is not stored as text", "C API TYPE_TEXT"),
    NOT_SUMMARY(
            "not-summary",
            Source.CONFIRMED,
            "the item is not in the summary buffer, so views, formulas and searches do not see it",
            "C API ITEM_SUMMARY"),
    LABEL_STORED(
            "label-stored",
            Source.INFERRED,
            "the label is stored instead of the keyword's alias",
            "form keyword field"),
    STRAY_CHARACTERS(
            "stray-characters", Source.INFERRED, "the value holds other characters than a plain 1", "KB Q245837"),
    ITEM_MISSING("item-missing", Source.CONFIRMED, "no item of that name: the form shows its default", "KB Q184623"),
    BLANK("blank", Source.CONFIRMED, "the item is there and empty: left out on purpose", "KB Q184623"),
    GENUINE_NO("genuine-no", Source.CONFIRMED, "a plain No: a policy, not a fault", "KB Q184623"),
    REQUIRED_ITEM_MISSING(
            "required-item-missing",
            Source.CONFIRMED,
            "an item the connector needs is absent or blank",
            "KB Q199171, Q179057"),
    DUPLICATE_PERSON(
            "duplicate-person",
            Source.CONFIRMED,
            "the name or address is already taken by another document",
            "connector event 6206"),
    SUMMARY_OVERFLOW(
            "summary-overflow",
            Source.CONFIRMED,
            "the summary is nearly full, so a save would fail",
            "C API ERR_SUMMARY_TOO_BIG"),
    REPLICA_DIVERGENCE(
            "replica-divergence",
            Source.INFERRED,
            "equal UNID, sequence and time, but different items in two replicas",
            "C API OID"),
    FILTERED_OUT("filtered-out", Source.CONFIRMED, "a connector filter excludes it", "KB Q245223, Q241324"),
    NOT_MODIFIED("not-modified", Source.CONFIRMED, "not modified since the connector's last extract", "KB Q180517");

    /** Whether a published source says so or we conclude it. */
    public enum Source {
        CONFIRMED("confirmed"),
        INFERRED("inferred");

        private final String word;

        Source(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    private final String id;
    private final Source source;
    private final String summary;
    private final String reference;

    Cause(String id, Source source, String summary, String reference) {
        this.id = id;
        this.source = source;
        this.summary = summary;
        this.reference = reference;
    }

    /** The word used in commands, output and documentation. */
    public String id() {
        return id;
    }

    /** Whether it is confirmed or inferred that this keeps people out. */
    public Source source() {
        return source;
    }

    /** What it is, in one clause. */
    public String summary() {
        return summary;
    }

    /** Where it is described. */
    public String reference() {
        return reference;
    }

    /** An honest No or blank: nothing is wrong and nothing is left to do. */
    public boolean isPolicy() {
        return this == GENUINE_NO || this == BLANK;
    }

    /** The cause of that id. */
    public static Optional<Cause> of(String id) {
        for (Cause cause : values()) {
            if (cause.id.equalsIgnoreCase(id)) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return id;
    }
}
