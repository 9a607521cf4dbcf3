package dirsh.overview;

/** How a person stands with the synchronisation; the worst off come first. */
public enum Standing {
    AT_RISK(
            "at risk",
            "In Exchange, but the connector now reads No: the next full reload deletes the entry and its list memberships."),
    MISSING("missing", "Not in Exchange, though nobody decided so."),
    LEFT_OUT(
            "left out",
            "The connector passes over the document; the person is in Exchange all the same, or no Exchange export was open."),
    UNCLEAR(
            "unclear",
            "More than one recipient matches, or one recipient matches several people; nobody is paired by chance."),
    ON_PURPOSE("on purpose", "An honest No or a blank: the connector leaves the person out as it was told to."),
    CONFLICT("conflict document", "The loser of a replication or save conflict; counted apart from people."),
    REPAIRED("repaired", "A run repaired the document, and nothing keeps the connector from exporting it now.");

    private final String word;
    private final String meaning;

    Standing(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** What it means for the person, in a sentence. */
    public String meaning() {
        return meaning;
    }

    /** Whether somebody has to do something about it: neither wanted nor settled. */
    public boolean isOpen() {
        return this == AT_RISK || this == MISSING || this == LEFT_OUT || this == UNCLEAR;
    }

    /** Whether the person counts among those the connector leaves out by a fault. */
    boolean isAffected() {
        return this == AT_RISK || this == MISSING || this == LEFT_OUT;
    }

    /** The word of the JSON output. */
    @Override
    public String toString() {
        return word;
    }
}
