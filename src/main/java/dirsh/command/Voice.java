package dirsh.command;

import java.util.List;

/** How a script speaks while it runs, beside the value it ends with, and what it hears. */
public interface Voice {

    /** Tells the user something; it goes where confirmations go, not among the results. */
    void say(String line);

    /** Shows a value among the results, as a command that answers with it would. */
    void display(Object value);

    /** The lines of standard input, to its end. */
    List<String> input();
}
