package dirsh.repair;

import dirsh.model.Unid;
import java.util.List;
import java.util.Set;

/** The other side of the sync, asked again and again while a pilot waits: an Exchange export or another replica. */
public interface Sighting {

    /** Where it looks, such as the name of a file. */
    String where();

    /** Who of the repaired people it shows by now; what it held before the pilot shows nobody. */
    Set<Unid> seen(List<Entry> repaired);
}
