package dirsh.shell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A word that people of the field use for what is called otherwise here; {@code help} knows it. */
enum FieldWord {
    FULL_RELOAD("full reload", "sync", "The sync that sends everybody and deletes whoever reads No."),
    UPDATE("update", "sync", "The sync that sends what was modified since the last one."),
    NAB("NAB", "open", "The Name and Address Book, later called Domino Directory: names.nsf."),
    NAMES_NSF("names.nsf", "open", "The file of the Domino Directory; a copy or an export of it can be opened."),
    SAVE_CONFLICT(
            "save conflict",
            "conflict-document",
            "Two people saved the same document; the loser is a conflict document."),
    REPLICATION_CONFLICT(
            "replication conflict",
            "conflict-document",
            "Two replicas changed the same document; the loser is a conflict document."),
    DIRSYNC("dirsync", "sync", "Directory synchronisation, here from Domino to Exchange."),
    CUSTOM_RECIPIENT(
            "custom recipient", "exchange", "What dirsync creates in Exchange for a person of the Domino Directory."),
    FOREIGN_DIRECTORY_SYNC(
            "foreign directory sync",
            "diagnose",
            "The field \"Foreign directory sync allowed\", item AvailableForDirSync: Yes, or the connector leaves the person out."),
    UPDALL("updall", "fixup", "The server task that rebuilds view indexes."),
    COMPACT("compact", "fixup", "The server task that makes a database smaller."),
    TOGGLE("toggle", "plan", "The repair of KB Q245837: save No, then Yes.");

    private final String word;
    private final String topic;
    private final String meaning;

    FieldWord(String word, String topic, String meaning) {
        this.word = word;
        this.topic = topic;
        this.meaning = meaning;
    }

    /** The command, cause or topic it leads to. */
    String topic() {
        return topic;
    }

    String meaning() {
        return meaning;
    }

    /** The word, with blanks or dashes, in any case. */
    static Optional<FieldWord> of(String name) {
        String sought = name.strip().toLowerCase(Locale.ROOT).replace('-', ' ');
        return Arrays.stream(values())
                .filter(each -> each.word.toLowerCase(Locale.ROOT).equals(sought))
                .findFirst();
    }

    static List<String> all() {
        return Arrays.stream(values()).map(FieldWord::toString).toList();
    }

    @Override
    public String toString() {
        return word;
    }
}
