package dirsh.diagnose;

import dirsh.connector.FlagItem;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.Note;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The look by which most people are known to be healthy: a Person document as the form saves it, whose flag is one summary
 * text {@code 1}.
 *
 * <p>It goes once through the items, where the causes are looked for one by one. It says no wherever it has to think; so it
 * decides nothing by itself, and who is not told apart here is judged in full.
 */
final class UsualPerson {

    private static final String PERSON = "Person";

    private UsualPerson() {}

    /** The flag of a person whom nothing in the document keeps out; null if only the full judgement can tell. */
    static @Nullable Item flag(Note note) {
        if (!note.flags().isEmpty()
                || note.summarySize() >= Blockers.SUMMARY_NEARLY_FULL
                || (note.formAttribute() != null && !note.formAttribute().equals(PERSON))) {
            return null;
        }
        boolean form = note.formAttribute() != null;
        boolean fullName = false;
        boolean lastName = false;
        boolean mailDomain = false;
        Item flag = null;
        List<Item> items = note.items();
        int size = items.size();
        for (int i = 0; i < size; i++) {
            Item item = items.get(i);
            if (item.has(ItemFlag.READERS)) {
                return null;
            }
            String name = item.name();
            // Names of these lengths only are asked for; a second item of one that counts is for the full judgement.
            switch (name.length()) {
                case 4 -> {
                    if (!form && item.isNamed("Form")) {
                        if (!isText(item, PERSON)) {
                            return null;
                        }
                        form = true;
                    }
                }
                case 8 -> {
                    if (item.isNamed("$Readers")) {
                        return null;
                    }
                    if (item.isNamed("FullName")) {
                        if (fullName || !isFilled(item)) {
                            return null;
                        }
                        fullName = true;
                    } else if (item.isNamed("LastName")) {
                        if (lastName || !isFilled(item)) {
                            return null;
                        }
                        lastName = true;
                    }
                }
                case 10 -> {
                    if (item.isNamed("MailDomain")) {
                        if (mailDomain || !isFilled(item)) {
                            return null;
                        }
                        mailDomain = true;
                    }
                }
                case 14 -> {
                    if (item.isNamed("$NotesDXAStamp")) {
                        return null;
                    }
                }
                case 19 -> {
                    if (item.isNamed(FlagItem.NAME)) {
                        if (flag != null || !isYes(item)) {
                            return null;
                        }
                        flag = item;
                    }
                }
                default -> {}
            }
        }
        return form && fullName && lastName && mailDomain ? flag : null;
    }

    private static boolean isText(Item item, String text) {
        List<String> texts = item.texts();
        return !texts.isEmpty() && texts.get(0).equals(text);
    }

    private static boolean isFilled(Item item) {
        List<String> texts = item.texts();
        return !texts.isEmpty() && !texts.get(0).isBlank();
    }

    private static boolean isYes(Item item) {
        return item.type().code() == ItemType.TEXT.code()
                && item.has(ItemFlag.SUMMARY)
                && !item.has(ItemFlag.SEALED)
                && !item.has(ItemFlag.PLACEHOLDER)
                && isText(item, FlagItem.YES);
    }
}
