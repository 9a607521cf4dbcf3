package dirsh.overview;

import dirsh.diagnose.Finding;

/** What a repair can do for a person. */
public enum RepairOutlook {
    OFFERED("a plan takes it by itself"),
    DECISION("yours to decide"),
    NO("setting the flag does not help"),
    DONE("repaired"),
    NONE("nothing to repair in the document");

    private final String words;

    RepairOutlook(String words) {
        this.words = words;
    }

    static RepairOutlook of(Finding finding) {
        return switch (finding.toggleRepairs()) {
            case YES -> finding.offered() ? OFFERED : DECISION;
            case DECISION -> DECISION;
            case NO -> NO;
        };
    }

    /** The words of the JSON output. */
    @Override
    public String toString() {
        return words;
    }
}
