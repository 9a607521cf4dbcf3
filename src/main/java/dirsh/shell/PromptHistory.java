package dirsh.shell;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jline.reader.impl.history.DefaultHistory;

/** The history of the prompt, which keeps no secrets. */
final class PromptHistory extends DefaultHistory {

    private static final Pattern SECRET = Pattern.compile(
            "(?i)((?:pass(?:word|wd|phrase)?|pwd|secret|token)\\S*?(?:\\s*[=:]\\s*|\\s+))(\"[^\"]*\"|'[^']*'|[^\\s;|]+)");
    private static final Pattern IN_ADDRESS = Pattern.compile("(://[^\\s/:@]*:)[^\\s@]+(@)");

    @Override
    public void add(Instant time, String line) {
        super.add(time, masked(line));
    }

    /** The line with stars in place of passwords. */
    static String masked(String line) {
        return IN_ADDRESS.matcher(SECRET.matcher(line).replaceAll("$1***")).replaceAll("$1***$2");
    }
}
