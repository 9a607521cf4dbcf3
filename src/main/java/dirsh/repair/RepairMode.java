package dirsh.repair;

import dirsh.model.DirshException;
import java.util.Locale;

/** How a document is brought back to Yes. */
public enum RepairMode {
    /** The two saves of KB Q245837: No, then Yes, back to back for each document. */
    TOGGLE(2),
    /** One save. A value set back to what it was may count as unchanged for replication (inferred). */
    DIRECT(1);

    private final int saves;

    RepairMode(int saves) {
        this.saves = saves;
    }

    /** How many saves each document takes; its sequence rises by as many. */
    public int saves() {
        return saves;
    }

    /** The mode of that word. */
    public static RepairMode of(String word) {
        for (RepairMode mode : values()) {
            if (mode.toString().equals(word)) {
                return mode;
            }
        }
        throw DirshException.badInput("no repair mode '" + word + "'", "--mode toggle, or --mode direct");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
