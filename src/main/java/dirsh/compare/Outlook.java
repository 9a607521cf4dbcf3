package dirsh.compare;

import dirsh.model.Unid;
import java.util.List;
import java.util.Set;

/**
 * What a rehearsal knows beside the comparison.
 *
 * @param files what the connector's files tell
 * @param documents the documents of the book
 * @param lists the distribution lists of the export with members
 * @param repaired the documents that a plan brings back to Yes; empty without a plan
 * @param wholeExport whether the export is taken to hold everybody
 * @param doubts what else is not known, in sentences
 */
public record Outlook(
        KnownFiles files,
        Documents documents,
        List<MemberList> lists,
        Set<Unid> repaired,
        boolean wholeExport,
        List<String> doubts) {

    /**
     * A distribution list of the export.
     *
     * @param name its display name
     * @param members what the export calls its members
     */
    public record MemberList(String name, List<String> members) {
        public MemberList {
            members = List.copyOf(members);
        }
    }

    public Outlook {
        lists = List.copyOf(lists);
        repaired = Set.copyOf(repaired);
        doubts = List.copyOf(doubts);
    }
}
