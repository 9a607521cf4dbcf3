package dirsh.shell;

/** x */
final class Prompt {
    private Prompt() {}

    static int run(Surroundings surroundings, Invocation invocation) {
        return invocation.rc() && surroundings.terminal() ? 0 : 1;
    }
}
