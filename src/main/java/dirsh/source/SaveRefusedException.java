package dirsh.source;

import dirsh.model.DirshException;

/** The store does not let this user save this document, or it must not be saved; nothing was saved, others may be. */
public final class SaveRefusedException extends DirshException {

    private static final long serialVersionUID = 1L;

    public SaveRefusedException(String problem) {
        super(Outcome.FAILED, problem, "", null);
    }
}
