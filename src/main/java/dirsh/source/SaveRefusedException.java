package dirsh.source;

import dirsh.model.DirshException;

/** A save the store does not take from this user however often it is tried, such as without the right to it. */
public final class SaveRefusedException extends DirshException {

    private static final long serialVersionUID = 1L;

    public SaveRefusedException(String problem) {
        super(Outcome.FAILED, problem, "", null);
    }
}
