package dirsh.shell;

import dirsh.command.CommandRegistry;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Shows a first word red that is no command and no Groovy either. */
final class PromptHighlighter implements Highlighter {

    private static final AttributedStyle RED = AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);

    private final CommandRegistry commands;
    private final Groovy groovy;
    private final UnknownCommand unknown;

    PromptHighlighter(CommandRegistry commands, Groovy groovy) {
        this.commands = commands;
        this.groovy = groovy;
        this.unknown = new UnknownCommand(commands);
    }

    @Override
    public AttributedString highlight(LineReader reader, String line) {
        int end = LineParser.nameEnd(line, 0);
        String word = line.substring(0, end);
        boolean mayGrow = end == line.length() && commands.names().stream().anyMatch(name -> name.startsWith(word));
        if (end == 0
                || mayGrow
                || commands.names().contains(word)
                || unknown.first(line, groovy.variables()).isEmpty()) {
            return new AttributedString(line);
        }
        return new AttributedStringBuilder()
                .append(word, RED)
                .append(line.substring(end))
                .toAttributedString();
    }
}
