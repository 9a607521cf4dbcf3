package dirsh.entry.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values as csvde writes them if they are bytes, or characters it cannot write without {@code -u}: {@code X'4bc3bc'}, alone or
 * in a list joined by semicolons.
 */
final class HexValues {

    private static final Pattern HEX = Pattern.compile("(?<=^|;)[Xx]'((?:[0-9A-Fa-f]{2})+)'(?=$|;)");

    private HexValues() {}

    /** The cell with such values as text; those that are no text, such as a GUID, are left as they are. */
    static String decoded(String cell) {
        if (cell.indexOf('\'') < 1) {
            return cell;
        }
        return HEX.matcher(cell).replaceAll(match -> Matcher.quoteReplacement(text(match.group(1), match.group())));
    }

    private static String text(String digits, String written) {
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(digits));
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException binary) {
            return written;
        }
    }
}
