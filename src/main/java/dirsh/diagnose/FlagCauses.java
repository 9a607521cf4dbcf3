package dirsh.diagnose;

import java.util.EnumSet;
import java.util.Set;

/** The causes by which the form may show Yes while the connector reads No: the fault of KB Q245837. */
public final class FlagCauses {

    private static final Set<Cause> FAULTS = EnumSet.of(
            Cause.SEALED,
            Cause.DUPLICATE_ITEMS,
            Cause.PLACEHOLDER,
            Cause.WRONG_TYPE,
            Cause.NOT_SUMMARY,
            Cause.LABEL_STORED,
            Cause.STRAY_CHARACTERS,
            Cause.ITEM_MISSING);

    private FlagCauses() {}

    /**
     * Whether somebody is left out by such a fault. Without the item it is one only where a plan takes the document by itself:
     * others, such as contacts of a personnel system, never had it and are kept out on purpose.
     */
    public static boolean isFault(Finding finding) {
        return FAULTS.contains(finding.cause()) && (finding.cause() != Cause.ITEM_MISSING || finding.offered());
    }
}
