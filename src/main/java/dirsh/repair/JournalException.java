package dirsh.repair;

import dirsh.model.DirshException;
import java.io.IOException;

/** A journal that cannot be written: nothing may be saved any more. */
final class JournalException extends DirshException {

    private static final long serialVersionUID = 1L;

    JournalException(String problem, String tryThis, IOException cause) {
        super(Outcome.FAILED, problem, tryThis, cause);
    }
}
