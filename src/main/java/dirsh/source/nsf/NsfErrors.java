package dirsh.source.nsf;

import dirsh.model.DirshException;
import java.io.IOException;

/** The errors that end the reading of a whole NSF file, each in one line. */
final class NsfErrors {

    private static final String EXPORT = "export the directory as DXL with a Notes client, then: open names.dxl";

    private NsfErrors() {}

    static DirshException notNsf(String file) {
        return DirshException.badInput(
                file + "@0: this is not an NSF file (it does not begin with 1A 00)", "open a copy of names.nsf");
    }

    static DirshException tooShort(String file, long size) {
        return DirshException.badInput(
                file + "@" + size + ": the file ends inside its header; the copy is incomplete",
                "copy the database again, with the server down");
    }

    static DirshException tooOld(String file, long ods) {
        return DirshException.badInput(
                file + "@6: format version (ODS) " + ods + " is too old to be read; 41 and later are", EXPORT);
    }

    static DirshException noNames(String file, NsfDamage reason) {
        return DirshException.badInput(
                file + "@" + reason.offset() + ": no bucket descriptor block is intact (" + reason.text()
                        + "); an incomplete copy or local encryption of the database can be the cause",
                "copy the database again, with the server down, or make an unencrypted replica or a DXL export");
    }

    static DirshException noBuckets(String file, NsfDamage reason) {
        return DirshException.badInput(
                file + "@" + reason.offset() + ": no superblock is intact (" + reason.text()
                        + ") and no notes are found without one; local encryption of the database can be the cause",
                "make an unencrypted replica or a DXL export of the database");
    }

    static DirshException readOnly(String file) {
        return DirshException.badInput(
                file + ": an NSF file is only read, never written",
                "repair a DXL export of the directory (open names.dxl); the live directory itself only a Notes client can"
                        + " change so far");
    }

    static DirshException io(String file, IOException cause) {
        return DirshException.failed(
                "cannot read " + file + ": " + DirshException.reason(cause),
                "check the path and the permissions; if the database is in use, open a copy of it",
                cause);
    }
}
