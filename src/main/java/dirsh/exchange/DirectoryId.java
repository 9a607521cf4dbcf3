package dirsh.exchange;

import dirsh.model.Unid;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;

/**
 * The id by which Exchange names a directory entry, read as the UNID it may be.
 *
 * <p>The connector of Exchange 5.5 uses the UNID as directory name and prints it as four hexadecimal groups without leading
 * zeros (KB Q175746): {@code f7afa2e9-b053f1db-852567be-4a3f83}. A GUID made elsewhere has the same 32 digits and just never
 * equals a UNID of the directory.
 */
public final class DirectoryId {

    private static final int GROUPS = 4;
    private static final int GROUP_DIGITS = 8;
    private static final int SHORTEST = GROUPS * 2 - 1;
    private static final int LONGEST = 36;
    private static final Pattern FOUR_GROUPS = Pattern.compile("[0-9A-Fa-f]{1,8}(-[0-9A-Fa-f]{1,8}){3}");

    private DirectoryId() {}

    /** The UNID that the text may be: 32 digits with or without dashes and braces, or four groups to be padded. */
    public static Optional<Unid> parse(String text) {
        String bare = StringUtils.strip(text.strip(), "{}");
        if (bare.length() < SHORTEST || bare.length() > LONGEST || !HexFormat.isHexDigit(bare.charAt(0))) {
            return Optional.empty();
        }
        if (FOUR_GROUPS.matcher(bare).matches()) {
            StringBuilder digits = new StringBuilder(GROUPS * GROUP_DIGITS);
            for (String group : StringUtils.split(bare, '-')) {
                digits.append(StringUtils.leftPad(group, GROUP_DIGITS, '0'));
            }
            return Unid.parse(digits);
        }
        return Unid.parse(StringUtils.remove(bare, '-'));
    }
}
