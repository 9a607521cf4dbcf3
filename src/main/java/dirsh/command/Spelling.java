package dirsh.command;

/**
 * The two spellings of a name: with dashes on a command line, in camel case in Groovy, where a dash means minus.
 *
 * <p>{@code missing-in-exchange} and {@code missingInExchange} are the same name.
 */
public final class Spelling {

    private Spelling() {}

    /** The name as a command line spells it. */
    public static String dashed(String name) {
        StringBuilder dashed = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (Character.isUpperCase(letter)) {
                if (i > 0) {
                    dashed.append('-');
                }
                dashed.append(Character.toLowerCase(letter));
            } else {
                dashed.append(letter);
            }
        }
        return dashed.toString();
    }

    /** The name as Groovy spells it. */
    public static String camel(String name) {
        StringBuilder camel = new StringBuilder(name.length());
        boolean raise = false;
        for (int i = 0; i < name.length(); i++) {
            char letter = name.charAt(i);
            if (letter == '-') {
                raise = true;
            } else {
                camel.append(raise ? Character.toUpperCase(letter) : letter);
                raise = false;
            }
        }
        return camel.toString();
    }
}
