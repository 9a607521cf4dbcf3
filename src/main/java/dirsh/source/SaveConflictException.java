package dirsh.source;

import dirsh.model.DirshException;

/** Somebody else saved or deleted the document first; nothing was saved. The applier lists it and goes on. */
public final class SaveConflictException extends DirshException {

    private static final long serialVersionUID = 1L;

    public SaveConflictException(String problem) {
        super(Outcome.FAILED, problem, "", null);
    }
}
