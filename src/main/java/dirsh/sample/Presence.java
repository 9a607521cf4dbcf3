package dirsh.sample;

/** What Exchange holds of a person. */
enum Presence {
    /** What the connector made of the document. */
    EXPORTED,
    /** The same, but somebody changed an attribute on one side. */
    DIFFERENT,
    /** Two recipients, which share an SMTP address. */
    TWICE,
    /** Nothing. */
    ABSENT;

    /** Whether there is any recipient. */
    boolean inExchange() {
        return this != ABSENT;
    }
}
