package dirsh.connector.log;

import java.util.Arrays;
import java.util.Optional;

/** The codes of the connector's log that articles show, in words of our own. */
public enum LogCode {
    ADDRESS_TAKEN(6206, "the target address is already assigned to another entry, so none is made (KB Q238992)"),
    TIME_ERROR(1550, "a time could not be read; with a bad date in PCTA.TBL no change is found (KB Q272535)"),
    TASK_FAILED(511, "the task failed"),
    TASK_ENDED(505, "the task ended"),
    NOTES_ERROR(41300, "Notes gave an error, in its own words"),
    NOTES_ERROR_NUMBER(41301, "Notes gave an error, by number"),
    BAD_TIME_FOR_NOTES(41106, "the time of the last extract is none for Notes (KB Q272535)"),
    POSSIBLE_NOTES(41110, "number of possible notes: candidates that were looked at, not entries that were exported"),
    NOTE_NOT_OPENED(41116, "a note could not be opened"),
    CHANGES_SINCE(41121, "looking for changes since a time"),
    NOTES_PACKAGE(41127, "Notes gave the reason, in its own words"),
    ACCESS_TOO_LOW(41129, "the connector's access to the book is too low"),
    NO_SESSION(41220, "no Notes session could be opened"),
    RULE_NOT_PARSED(60011, "a mapping rule could not be parsed"),
    TAG_NOT_FOUND(60012, "a tag is not in the source directory's Amap.tbl"),
    RULE_ERROR(60013, "a mapping rule is wrong"),
    FUNCTION_FAILED(60014, "a mapping function could not be evaluated"),
    ENTRY_DETAILS(60102, "details of an entry that is added or updated"),
    PARTITION_FAILED(60345, "the next part of the intermediate file could not be read"),
    TRANSACTION_FAILED(60350, "the next transaction could not be read"),
    RULES_NOT_LOADED(60375, "the mapping rules could not be loaded (KB Q240910)"),
    DETERMINE_SENDING(60936, "deciding whether updates are to be sent"),
    DETERMINE_SEQUENCE(60943, "reading the sequence number"),
    DETERMINE_EXTRACT(60954, "reading the time of the last extract"),
    PARTITION_UNREADABLE(64047, "a part of the intermediate file could not be read"),
    TRANSACTION_UNREADABLE(64072, "a transaction could not be read"),
    TRANSACTION_ERROR(64073, "an error while a transaction was processed"),
    ADDED_BEFORE(64083, "a record was already added and is taken as an update"),
    NOTE_ERROR(64103, "an error while a note was opened"),
    LOOKING_IN_BOOK(64136, "looking for changes in a book"),
    LOOKING_FAILED(64138, "looking for changes in a book failed"),
    AGENT_TIMED_OUT(64161, "the agent timed out and stops sending: the sequence numbers may not match (KB Q243187)"),
    TAG_TOO_LONG(67197, "a tag in Amap.tbl has more than ten characters (KB Q240910)");

    private final int number;
    private final String words;

    LogCode(int number, String words) {
        this.number = number;
        this.words = words;
    }

    /** The number as the log has it. */
    public int number() {
        return number;
    }

    /** What it means. */
    public String words() {
        return words;
    }

    /** The code of that number, if an article shows it. */
    static Optional<LogCode> of(int number) {
        return Arrays.stream(values()).filter(code -> code.number == number).findFirst();
    }
}
