package dirsh.compare;

import dirsh.model.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one kind of sync would do at one time.
 *
 * @param sync {@code update} or {@code full reload}
 * @param when {@code now} or {@code after the plan}
 * @param adds recipients it creates
 * @param modifies recipients it changes or writes again
 * @param deletes recipients it removes for certain
 * @param skips documents it leaves out
 */
public record RehearsedSync(String sync, String when, int adds, int modifies, int deletes, int skips)
        implements Answer {

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sync", sync);
        fields.put("when", when);
        fields.put("adds", adds);
        fields.put("modifies", modifies);
        fields.put("deletes", deletes);
        fields.put("skips", skips);
        return fields;
    }
}
