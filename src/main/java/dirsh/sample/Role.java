package dirsh.sample;

import static dirsh.sample.Flag.PROTECTED;
import static dirsh.sample.Presence.ABSENT;
import static dirsh.sample.Presence.DIFFERENT;
import static dirsh.sample.Presence.EXPORTED;
import static dirsh.sample.Presence.TWICE;

import dirsh.diagnose.Cause;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part a person plays in the sample: what is stored for the flag, what else is special, and what Exchange holds.
 *
 * <p>The shares are per mille of all people; whoever has no other part is {@link #HEALTHY}. A star is a part that small
 * samples have too.
 */
enum Role {
    HEALTHY(null, 0, EXPORTED, Flag.HEALTHY),
    HEALTHY_UNPROTECTED(null, 40, EXPORTED, Flag.yes("")),
    HEALTHY_NOTE_FORM(null, 30, EXPORTED, Flag.HEALTHY),
    HEALTHY_LINE_END_IN_TAG(null, 5, EXPORTED, Flag.item(PROTECTED, "<text\n>1</text>")),
    HEALTHY_LOWER_CASE_NAME(null, 3, EXPORTED, "<item name='availablefordirsync'><text>1</text></item>\n"),
    HEALTHY_SIGNED(null, 2, EXPORTED, Flag.yes(PROTECTED + " sign='true'")),
    HEALTHY_WITHOUT_MAIL(null, 5, EXPORTED, Flag.HEALTHY),
    HEALTHY_WITH_CONFLICT(null, 2, true, EXPORTED, Flag.HEALTHY),
    HEALTHY_WITH_NOTE_FORM_CONFLICT(null, 1, EXPORTED, Flag.HEALTHY),
    HEALTHY_BUT_DIFFERENT(null, 15, true, DIFFERENT, Flag.HEALTHY),
    HEALTHY_BUT_ABSENT(null, 8, true, ABSENT, Flag.HEALTHY),
    HEALTHY_BUT_TWICE(null, 0, true, TWICE, Flag.HEALTHY),

    NOT_SUMMARY(Cause.NOT_SUMMARY, 18, true, ABSENT, Flag.yes(PROTECTED + " summary='false'")),
    NOT_SUMMARY_AT_RISK(Cause.NOT_SUMMARY, 3, EXPORTED, Flag.yes(PROTECTED + " summary='false'")),
    NOT_SUMMARY_LABEL(Cause.NOT_SUMMARY, 2, ABSENT, Flag.text(" summary='false'", "Yes")),
    NOT_SUMMARY_SIGNED(Cause.NOT_SUMMARY, 2, ABSENT, Flag.yes(" sign='true' summary='false'")),
    LABEL_YES_AT_RISK(Cause.LABEL_STORED, 3, true, EXPORTED, Flag.text(PROTECTED, "Yes")),
    LABEL_LOWER_CASE(Cause.LABEL_STORED, 3, ABSENT, Flag.text(PROTECTED, "yes")),
    LABEL_JA(Cause.LABEL_STORED, 4, ABSENT, Flag.text(PROTECTED, "Ja")),
    LABEL_OUI(Cause.LABEL_STORED, 2, ABSENT, Flag.text("", "Oui")),
    NUMBER(Cause.WRONG_TYPE, 5, true, ABSENT, Flag.item("", "<number>1</number>")),
    NUMBER_AT_RISK(Cause.WRONG_TYPE, 1, EXPORTED, Flag.item("", "<number>1</number>")),
    NUMBER_LIST(
            Cause.WRONG_TYPE,
            1,
            ABSENT,
            Flag.item("", "<numberlist><number>1</number><number>1</number></numberlist>")),
    TEXT_LIST(Cause.WRONG_TYPE, 3, ABSENT, Flag.textList("1")),
    TEXT_LIST_WITH_EMPTY(Cause.WRONG_TYPE, 1, ABSENT, Flag.textList("", "1")),
    TEXT_LIST_MIXED(Cause.WRONG_TYPE, 1, ABSENT, Flag.textList("1", "0")),
    RICH_TEXT(
            Cause.WRONG_TYPE,
            3,
            ABSENT,
            Flag.item("", "<richtext>\n<pardef id='1'/>\n<par def='1'><run>1</run></par></richtext>")),
    TIME(Cause.WRONG_TYPE, 1, ABSENT, Flag.item("", "<datetime>20200101</datetime>")),
    RAW(Cause.WRONG_TYPE, 1, ABSENT, Flag.item(" summary='true'", "<rawitemdata type='4'>\nMQ==\n</rawitemdata>")),
    STRAY_BLANK_BEHIND(Cause.STRAY_CHARACTERS, 4, true, ABSENT, Flag.text(PROTECTED, "1 ")),
    STRAY_BLANK_IN_FRONT(Cause.STRAY_CHARACTERS, 2, ABSENT, Flag.text(PROTECTED, " 1")),
    STRAY_LINE_BREAK(Cause.STRAY_CHARACTERS, 2, ABSENT, Flag.text(PROTECTED, "1<break/>")),
    STRAY_NUL(Cause.STRAY_CHARACTERS, 2, ABSENT, Flag.text("", "1<nonxmlchar value='00'/>")),
    STRAY_FULL_WIDTH(Cause.STRAY_CHARACTERS, 1, ABSENT, Flag.text("", "\uFF11")),
    STRAY_AT_RISK(Cause.STRAY_CHARACTERS, 1, EXPORTED, Flag.text("", "1\u00A0")),
    DUPLICATE_AGREEING(Cause.DUPLICATE_ITEMS, 5, true, ABSENT, Flag.HEALTHY + Flag.HEALTHY),
    DUPLICATE_CONTRADICTING(Cause.DUPLICATE_ITEMS, 3, ABSENT, Flag.HEALTHY + Flag.text("", "0")),
    DUPLICATE_NOT_SUMMARY(Cause.DUPLICATE_ITEMS, 3, ABSENT, Flag.HEALTHY + Flag.yes(" summary='false'")),
    DUPLICATE_OTHER_TYPE(Cause.DUPLICATE_ITEMS, 2, ABSENT, Flag.HEALTHY + Flag.item("", "<number>1</number>")),
    DUPLICATE_AT_RISK(Cause.DUPLICATE_ITEMS, 1, EXPORTED, Flag.HEALTHY + Flag.HEALTHY),
    PLACEHOLDER(Cause.PLACEHOLDER, 4, true, ABSENT, Flag.text(" placeholder='true'", "")),
    PLACEHOLDER_WITHOUT_TYPE(Cause.PLACEHOLDER, 2, ABSENT, Flag.item("", "<rawitemdata type='0'/>")),
    MISSING(Cause.ITEM_MISSING, 18, true, ABSENT, ""),
    MISSING_AT_RISK(Cause.ITEM_MISSING, 3, EXPORTED, ""),
    MISSING_FORWARDED(Cause.ITEM_MISSING, 4, ABSENT, ""),
    MISSING_WITHOUT_MAIL(Cause.ITEM_MISSING, 14, ABSENT, ""),
    SEALED(
            Cause.SEALED,
            2,
            true,
            ABSENT,
            Flag.item(" seal='true' sealed='true'", "<rawitemdata type='500'>\nq83vEjRWeJA=\n</rawitemdata>")),
    BLANK(Cause.BLANK, 10, true, ABSENT, Flag.item(PROTECTED, "<text/>")),
    NO(Cause.GENUINE_NO, 20, true, ABSENT, Flag.text(PROTECTED, "0")),
    NO_LABEL(Cause.GENUINE_NO, 3, ABSENT, Flag.text(PROTECTED, "No")),
    SAME_ADDRESS(Cause.DUPLICATE_PERSON, 1, true, ABSENT, Flag.HEALTHY),
    SAME_FULL_NAME(Cause.DUPLICATE_PERSON, 1, ABSENT, Flag.HEALTHY),
    SAME_SHORT_NAME(Cause.DUPLICATE_PERSON, 1, ABSENT, Flag.HEALTHY),
    WITHOUT_MAIL_DOMAIN(Cause.REQUIRED_ITEM_MISSING, 2, true, ABSENT, Flag.HEALTHY),
    WITHOUT_FULL_NAME(Cause.REQUIRED_ITEM_MISSING, 1, ABSENT, Flag.HEALTHY),
    BLANK_LAST_NAME(Cause.REQUIRED_ITEM_MISSING, 1, ABSENT, Flag.HEALTHY),
    TRUNCATED(Cause.TRUNCATED, 2, true, ABSENT, ""),
    READERS(Cause.READER_RESTRICTED, 3, true, ABSENT, Flag.HEALTHY),
    CONNECTOR_CREATED(Cause.CONNECTOR_CREATED, 3, true, EXPORTED, Flag.HEALTHY),
    WRONG_FORM(Cause.WRONG_FORM, 2, true, ABSENT, Flag.HEALTHY),
    SUMMARY_OVERFLOW(Cause.SUMMARY_OVERFLOW, 0, true, ABSENT, Flag.HEALTHY);

    private final @Nullable Cause cause;
    private final int perMille;
    private final boolean starring;
    private final Presence presence;
    private final String flag;

    Role(@Nullable Cause cause, int perMille, Presence presence, String flag) {
        this(cause, perMille, false, presence, flag);
    }

    Role(@Nullable Cause cause, int perMille, boolean starring, Presence presence, String flag) {
        this.cause = cause;
        this.perMille = perMille;
        this.starring = starring;
        this.presence = presence;
        this.flag = flag;
    }

    /** Why the connector leaves the person out; empty if it does not. */
    Optional<Cause> cause() {
        return Optional.ofNullable(cause);
    }

    /** The share of all people. */
    int perMille() {
        return perMille;
    }

    /** Whether the part is cast in a small sample too. */
    boolean starring() {
        return starring;
    }

    Presence presence() {
        return presence;
    }

    /** The flag's items as DXL. */
    String flag() {
        return flag;
    }

    /** Whether the person is in Exchange, but the connector now reads No through damage. */
    boolean atRisk() {
        return cause != null && presence.inExchange() && this != CONNECTOR_CREATED;
    }

    /** Whether the person took a name or an address of somebody else. */
    boolean copies() {
        return cause == Cause.DUPLICATE_PERSON;
    }

    /** Whether a conflict document stands beside the person's. */
    boolean hasConflict() {
        return this == HEALTHY_WITH_CONFLICT || this == HEALTHY_WITH_NOTE_FORM_CONFLICT;
    }

    /** Whether no mail reaches the person. */
    boolean withoutMail() {
        return this == MISSING_WITHOUT_MAIL || this == HEALTHY_WITHOUT_MAIL;
    }
}
