package dirsh.command;

import dirsh.repair.UnfinishedRun;
import java.util.List;

/** What the prompt tells about the session. */
public interface PromptState {

    /** The name of the current address book; empty if none is open. */
    String bookName();

    /** The runs that wait for the user, of whatever book. */
    List<UnfinishedRun> unfinished();
}
