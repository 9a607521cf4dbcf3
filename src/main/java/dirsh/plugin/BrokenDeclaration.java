package dirsh.plugin;

import dirsh.model.DirshException;

/** The error of a plugin file or script that does not say what it must, with the line that says it wrongly. */
final class BrokenDeclaration extends DirshException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String what;

    BrokenDeclaration(String file, int line, String what) {
        super(Outcome.BAD_INPUT, new PluginProblem(file, line, what).toString(), "", null);
        this.line = line;
        this.what = what;
    }

    /** 1-based, or 0 where it is not known. */
    int line() {
        return line;
    }

    /** What is wrong, without the place. */
    String what() {
        return what;
    }
}
