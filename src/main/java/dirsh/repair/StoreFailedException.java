package dirsh.repair;

import dirsh.model.DirshException;

/** The store failed at a read or save of one document. It may answer when asked again. */
final class StoreFailedException extends DirshException {

    private static final long serialVersionUID = 1L;

    StoreFailedException(DirshException cause) {
        super(Outcome.FAILED, cause.problem(), cause.tryThis(), cause);
    }
}
