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

    /** Whether the cause is such a fault. */
    public static boolean isFault(Cause cause) {
        return FAULTS.contains(cause);
    }
}
