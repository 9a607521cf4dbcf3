package dirsh.plugin;

import dirsh.home.PrivateFiles;
import dirsh.model.DirshException;
import java.nio.file.Path;

/** The plugin that {@code plugin new} writes: a command that works, and the people its example is run over. */
public final class PluginTemplate {

    private static final String COMMAND =
            """
            // The file is called as its command. Change it, then: plugins --check
            command('%s') {
                group 'Own commands'
                summary 'Count the people of each mail domain'
                details '''
                    Looks through the open address book; nothing is written.
                '''
                argument 'formula', type: Formula, required: true, help: 'whom to count, such as @All'
                option 'least', type: Number, help: 'leave out domains with fewer people'
                option 'in', type: BookName, help: 'an open address book; the current one if left out'
                // Run by plugins --check over the book beside this file; gives is compared with what is shown.
                example '%s @All --least 2', over: 'people.dxl', gives: '''
                    mailDomain  people
                    ACME             2
                '''
                run { args, session ->
                    // The answer is returned, never printed: it can be sorted, piped and exported.
                    session.find(args.formula, ['MailDomain'], args.in, false, true)
                            .countBy { person -> person.MailDomain }
                            .findAll { domain, people -> people >= (args.least ?: 1) }
                            .sort()
                            .collect { domain, people -> new Row([mailDomain: domain, people: people]) }
                }
            }
            """;

    private static final String PERSON =
            """
            <document form='Person'>
            <noteinfo noteid='%1$x' unid='7E3A91C4D25F4B0841258ADD002D6%1$03X' sequence='2'>
            <revised><datetime>20240612T081501,93+02</datetime></revised>
            </noteinfo>
            <item name='Type'><text>Person</text></item>
            <item name='LastName'><text>%2$s</text></item>
            <item name='FullName' names='true'><text>CN=%2$s/O=Acme</text></item>
            <item name='MailDomain'><text>%3$s</text></item>
            <item name='AvailableForDirSync'><text>1</text></item>
            </document>
            """;

    private PluginTemplate() {}

    /**
     * Writes the plugin into a folder of its own and gives the folder.
     *
     * @param plugins the user's plugins
     * @throws DirshException if the name cannot be one or is taken
     */
    public static Path write(Path plugins, String name) {
        if (!DeclarationWords.NAME.matcher(name).matches()) {
            throw DirshException.badInput(
                    "'" + name + "' is no name of a command: small letters, digits, and dashes between them",
                    "plugin new mail-domains");
        }
        Path folder = PrivateFiles.folder(plugins).resolve(name);
        if (!PrivateFiles.newFolder(folder)) {
            throw DirshException.badInput(folder + " is there already", "plugin new " + name + "-2");
        }
        PrivateFiles.write(folder.resolve("people.dxl"), people());
        PrivateFiles.write(folder.resolve(name + ".groovy"), COMMAND.formatted(name, name));
        return folder;
    }

    private static String people() {
        return "<?xml version='1.0' encoding='utf-8'?>\n"
                + "<database xmlns='http://www.lotus.com/dxl' version='9.0' replicaid='86257A1B0042C0DF'"
                + " path='people.nsf' title='Invented people'>\n"
                + PERSON.formatted(0x901, "Doe", "ACME")
                + PERSON.formatted(0x902, "Lee", "ACME")
                + PERSON.formatted(0x903, "Berg", "SALES")
                + "</database>\n";
    }
}
