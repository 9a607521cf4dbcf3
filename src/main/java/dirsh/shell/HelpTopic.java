package dirsh.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A topic of {@code help} that is no command. */
enum HelpTopic {
    LINES(
            "How a line is read",
            "; or a line end separates commands, | hands their objects to the next command.",
            "In double or single quotes and in brackets these are plain characters. A backslash is always one.",
            "A formula is written as it is, with its double quotes: find LastName=\"Doe\" --items FullName",
            "An OR in a formula stands in parentheses, or the whole formula in single quotes: find 'A=\"1\" | B=\"2\"'",
            "A line whose first word is no command is Groovy: x = compare(); x.missing.size()",
            "A closure may stand after a pipe: diagnose | { it.findAll { p -> p.offered } }",
            "A line that begins with # or // is a comment."),
    GROOVY(
            "Groovy lines",
            "Every command is a function: options by name, dashes as capitals: plan(missingInExchange: true, limit: 5)",
            "x = compare() keeps a value, x shows it, _ is the last result.",
            "Values, imports, methods and classes stay until the shell is left. Open brackets and quotes go on with the"
                    + " next line.",
            "An empty line ends an open one; Ctrl-C stops a loop."),
    FORMULAS(
            "Selection formulas",
            "find LastName=\"Doe\" & @IsUnavailable(AvailableForDirSync)",
            "Comparisons: = != < > <= >=, joined by & and |, turned round by !, grouped by parentheses.",
            "Constants: \"text\", numbers, lists with :, dates as in @Modified >= [2024-01-31].",
            "Functions take arguments with ; between them: @IsAvailable @IsUnavailable @Contains @Begins @Ends @Matches",
            "@LowerCase @UpperCase @Trim @IsMember @Elements @Text @All @Created @Modified",
            "Lists are compared pair by pair; one pair that fits is enough.",
            "As in Notes only items with the summary flag are seen; find --stored looks at all of them."),
    FIXUP(
            "Why fixup, updall and compact are not to be tried first",
            "fixup repairs notes and databases whose structure is broken. updall rebuilds view indexes. compact, also copy-style, moves"
                    + " notes and does not change the items in them.",
            "The documents of this fault are structurally sound: only the flag's item in them is missing, of another type, not in the"
                    + " summary, there twice or misspelt.",
            "Published (KB Q245837): copying the documents into a new address book does not help, and saving No and then Yes does.",
            "Inferred from that: the defect travels inside the items, so no tool that rebuilds what is around them removes it.",
            "A view that shows too little after a repair is another matter: that is updall's work.",
            "Instead: diagnose, then plan, then apply."),
    SYNC(
            "Update sync and full reload",
            "An update sync takes what was modified since the last extract and sends additions and changes.",
            "A full reload sends everything and replaces: whoever is in Exchange and reads No now is deleted there (Q300458; KB 910935"
                    + " tells of contacts lost by a partial load).",
            "After a repair run an update sync, never a full reload: every save makes it pick the document up.",
            "Ask before: rehearse. Look after: exchange NEWFILE; verify."),
    OUTPUT(
            "How answers are shown",
            "-o FORMAT behind a command, or behind dirsh for all of them.",
            "table: columns that fit; wide: all columns; list: a line for each field; csv, json, yaml: for programs.",
            "Answers go to standard output, everything else to standard error."),
    EXIT_CODES(
            "Exit codes",
            "0: nothing left to do",
            "1: findings or differences remain",
            "2: wrong usage or bad input",
            "3: failed",
            "4: partly refused",
            "130: interrupted",
            "Commands in a row end at the first 2 or more, unless --keep-going; the code is the last one's.");

    private final String heading;
    private final String text;

    HelpTopic(String heading, String... lines) {
        this.heading = heading;
        this.text = String.join("\n", lines);
    }

    String heading() {
        return heading;
    }

    List<String> lines() {
        return text.lines().toList();
    }

    static Optional<HelpTopic> of(String name) {
        return Arrays.stream(values())
                .filter(topic -> topic.toString().equals(name))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(HelpTopic::toString).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
