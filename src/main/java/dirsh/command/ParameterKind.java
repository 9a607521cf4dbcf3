package dirsh.command;

/** The kind of thing a parameter takes. It decides how text becomes a value and what completion offers. */
public enum ParameterKind {
    /** Any text. Value: {@code String}. */
    TEXT("Text"),
    /** A selection formula, raw to the end of the command. Value: {@link dirsh.formula.Formula}. */
    FORMULA("Formula"),
    /** Item names joined by commas. Value: {@code List<String>}. */
    ITEM_NAMES("ItemNames"),
    /** Names joined by commas, such as attributes or fields. Value: {@code List<String>}. */
    NAMES("Names"),
    /** Names of fields of the rows in a pipe, joined by commas; one may have a minus in front. Value: {@code List<String>}. */
    FIELDS("Fields"),
    /** A field, an operator and what to compare with, also with blanks between them. Value: {@code String}. */
    CONDITION("Condition"),
    /** Whole command lines, raw up to {@code ;}. Value: {@code String}. */
    COMMAND_LINE("CommandLine"),
    /** An open address book. Value: {@code String}. */
    BOOK("BookName"),
    /** An open Exchange export. Value: {@code String}. */
    RECIPIENTS("RecipientsName"),
    /** A person: UNID, note id, name, short name or address. Value: {@code String}. */
    PERSON("PersonName"),
    /** Cause ids joined by commas. Value: {@code List<Cause>}. */
    CAUSES("Causes"),
    /** A repair run. Value: {@code String}. */
    RUN("RunId"),
    /** A plan: the id of a saved one, or a file. Value: {@code String}. */
    PLAN("PlanId"),
    /** An existing or new file. Value: {@code String}. */
    FILE("FileName"),
    /** A folder. Value: {@code String}. */
    FOLDER("FolderName"),
    /** An address of an address book or of recipients: mostly a file. Value: {@code String}. */
    ADDRESS("Address"),
    /** A whole number from 0. Value: {@code Integer}. */
    NUMBER("Number"),
    /** A number from 0, also with a decimal point. Value: {@code Double}. */
    DECIMAL("Decimal"),
    /** One of the words the parameter names. Value: {@code String}. */
    CHOICE("Choice"),
    /** A command's name or a topic. Value: {@code String}. */
    TOPIC("Topic"),
    /** An option without a value. Value: {@code Boolean}. */
    SWITCH("Switch");

    private final String word;

    ParameterKind(String word) {
        this.word = word;
    }

    /** The word a declaration uses: {@code type: Formula}. */
    public String word() {
        return word;
    }
}
