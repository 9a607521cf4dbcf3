package dirsh.command;

/** What the prompt tells about the session. */
@FunctionalInterface
public interface PromptState {

    /** The name of the current address book; empty if none is open. */
    String bookName();
}
