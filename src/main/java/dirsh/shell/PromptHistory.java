package dirsh.shell;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jline.reader.impl.history.DefaultHistory;

/** The history of the prompt, which keeps no secrets. */
final class PromptHistory extends DefaultHistory {

    private static final Pattern SECRET = Pattern.compile(
            "(?i)((?:pass(?:word|wd|phrase)?|pwd|secret|token)\\S*?(?:\\s*[=:]\\s*|\\s+))(\"[^\"]*\"|'[^']*'|[^\\s;|]+)");
    private static final Pattern IN_ADDRESS = Pattern.compile("(://[^\\s/:@]*:)[^\\s@]+(@)");

    /** As in {@code jane:secret@host}; an address of a kind, such as {@code SMTP:jane@acme.com}, holds no secret. */
    private static final Pattern BEFORE_HOST = Pattern.compile(
            "(?i)((?:^|[\\s\"'=(])(?!(?:smtp|notes|x400|x500|sip|ms|mailto|ccmail|faxmaker):)[^\\s/:@\"'=]+:)[^\\s/@\"']+(@)");

    @Override
    public void add(Instant time, String line) {
        super.add(time, masked(line));
    }

    /** The line with stars in place of passwords. */
    static String masked(String line) {
        String masked = SECRET.matcher(line).replaceAll("$1***");
        masked = IN_ADDRESS.matcher(masked).replaceAll("$1***$2");
        return BEFORE_HOST.matcher(masked).replaceAll("$1***$2");
    }
}
