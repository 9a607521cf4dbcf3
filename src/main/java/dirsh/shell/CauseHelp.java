package dirsh.shell;

import dirsh.diagnose.Cause;
import dirsh.model.Page.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of {@code help} on a cause: what it is, an example, the evidence to look for, the repair. */
final class CauseHelp {

    /**
     * What there is to say beyond the cause's own summary.
     *
     * @param example what is stored, as a document shows it
     * @param evidence where to see it
     * @param repair what brings the person back
     */
    private record Words(String example, String evidence, String repair) {}

    private static final String TOGGLE =
            "yes: a plan takes it by itself where all stored evidence means Yes; it saves No and then Yes, as KB Q245837 does by hand";
    private static final String YOURS = "yours to decide: a plan takes it only where you name the cause or the person";
    private static final String STORED = "show PERSON lists the item with its type and flags; ";

    private CauseHelp() {}

    static TextPage page(Cause cause) {
        Words words = words(cause);
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("cause", cause.id());
        data.put("summary", cause.summary());
        data.put("source", cause.source().toString());
        data.put("reference", cause.reference());
        data.put("example", words.example());
        data.put("evidence", words.evidence());
        data.put("repair", words.repair());
        List<String> lines = new ArrayList<>();
        lines.add(cause.summary());
        lines.add("That this keeps people out is " + cause.source()
                + (cause.reference().equals("-") ? "." : "; see " + cause.reference() + "."));
        lines.add("example: " + words.example());
        lines.add("evidence: " + words.evidence());
        lines.add("repair: " + words.repair());
        lines.add("who has it: diagnose --cause " + cause.id());
        return new TextPage(data, List.of(Section.lines(cause.id(), lines)), ExitCode.DONE);
    }

    private static Words words(Cause cause) {
        return switch (cause) {
            case WRONG_FORM ->
                new Words(
                        "a document whose Form is MyPerson",
                        "the items Form and Type",
                        "none by the flag: the form has to be one the connector exports");
            case AGGREGATED ->
                new Words(
                        "a directory catalog opened in place of the Domino Directory",
                        "the whole book lacks the item",
                        "none here: open the directory the catalog was made from; catalogs are never written");
            case CONNECTOR_CREATED ->
                new Words(
                        "a Person document with the item $NotesDXAStamp",
                        "the stamp, put there by the connector",
                        "none: it comes from Exchange and is skipped by design, to avoid a loop");
            case CONFLICT_DOCUMENT ->
                new Words(
                        "a replication or save conflict below Jane Doe's document",
                        "the item $Conflict and the $Ref to the winner",
                        "none by the flag: merge or delete the loser");
            case TRUNCATED ->
                new Words(
                        "a document that replicated only in part",
                        "the truncation mark of the document",
                        "none here: replicate the whole document first");
            case SEALED ->
                new Words(
                        "the flag as an encrypted item",
                        "the item's sealed flag; only who holds the key sees Yes",
                        "none here: whoever holds the key saves the document without encryption");
            case READER_RESTRICTED ->
                new Words(
                        "$Readers with two names, the connector's not among them",
                        "the reader items of the document",
                        "none by the flag: add the connector's name to the readers");
            case HIDDEN_BY_EXTENDED_ACL ->
                new Words(
                        "an extended ACL that lets the connector's ID see no AvailableForDirSync",
                        "live only: two IDs see different items",
                        "none by the flag: change the extended ACL");
            case DUPLICATE_ITEMS ->
                new Words(
                        "AvailableForDirSync twice: \"1\" and \"0\"",
                        STORED + "it is there more than once",
                        "yes if all of them mean Yes: every item of the name is removed and one written; else "
                                + YOURS);
            case PLACEHOLDER -> new Words("the item without type and value", STORED + "its type is none", TOGGLE);
            case WRONG_TYPE ->
                new Words(
                        "the number 1, a list, rich text with Yes in it",
                        STORED + "its type is not text",
                        "yes where the value clearly says Yes, and a plan takes it by itself then; else " + YOURS);
            case NOT_SUMMARY -> new Words("text 1 without the summary flag", STORED + "SUMMARY is missing", TOGGLE);
            case LABEL_STORED -> new Words("text Yes where 1 belongs", STORED + "the value is a word", TOGGLE);
            case STRAY_CHARACTERS ->
                new Words(
                        "\"1 \" with a blank, a line break or a full-width 1",
                        STORED + "what cannot be seen is written out",
                        TOGGLE);
            case ITEM_MISSING ->
                new Words(
                        "a document made by a script or from an LDAP feed",
                        "show PERSON has no such item; the form shows its default, Yes",
                        "yes for mail-enabled people, which a plan takes by itself; " + YOURS + " otherwise");
            case BLANK -> new Words("the item with an empty text", STORED + "the value is empty", YOURS);
            case GENUINE_NO -> new Words("text 0", STORED + "the value is a plain No", YOURS);
            case REQUIRED_ITEM_MISSING ->
                new Words(
                        "no MailDomain, LastName or FullName",
                        "show PERSON lists which one is absent or blank",
                        "none by the flag: fill in the item");
            case DUPLICATE_PERSON ->
                new Words(
                        "two documents with the ShortName jdoe",
                        "why PERSON names the other document; the connector logs 6206",
                        "none by the flag: rename or remove one of them");
            case SUMMARY_OVERFLOW ->
                new Words(
                        "a document with nearly 32 K of summary items",
                        "the size of its summary",
                        "none here: a save would fail; make long items shorter first");
            case REPLICA_DIVERGENCE ->
                new Words(
                        "Hub1 holds text 1, Hub2 holds none, with equal UNID, sequence and time",
                        "replicas compare of two open replicas",
                        "yes, on one replica: any save raises the sequence, so that the rest follows by replication");
            case FILTERED_OUT ->
                new Words(
                        "filter_1 = Department, NE, Sales in Exchconn.ini",
                        "connector open FOLDER reads the filters; why PERSON names the one that holds",
                        "none by the flag: change the filter, or leave it, for it was somebody's wish");
            case NOT_MODIFIED ->
                new Words(
                        "modified in this file on 1 May, last extract on 2 May",
                        "connector open FOLDER reads the last extract",
                        "none needed: any save makes the next update sync pick the document up");
        };
    }
}
