package dirsh.model;

import java.util.Set;

/**
 * The labels under which forms, views and other products show a Yes or No, in their languages.
 *
 * <p>All take a text in lower case, without blanks around it.
 */
public final class YesNoLabels {

    private static final Set<String> YES = Set.of(
            "yes", "y", "true", "ja", "oui", "si", "sí", "sim", "tak", "ano", "igen", "kyllä", "evet", "да", "はい", "是",
            "예");
    private static final Set<String> NO = Set.of(
            "no", "n", "false", "nein", "non", "não", "nao", "nie", "ne", "nem", "nee", "nej", "nei", "ei", "hayır",
            "нет", "いいえ", "否", "아니요");

    private YesNoLabels() {}

    /** Whether the text is a label of Yes. */
    public static boolean isYes(String text) {
        return YES.contains(text);
    }

    /** Whether the text is a label of No. */
    public static boolean isNo(String text) {
        return NO.contains(text);
    }
}
