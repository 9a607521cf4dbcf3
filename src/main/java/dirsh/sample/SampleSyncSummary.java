package dirsh.sample;

import dirsh.model.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the simulated sync did.
 *
 * @param file the new recipients file
 * @param before recipients before the sync, all of which stay
 * @param appeared people who were added
 */
public record SampleSyncSummary(String file, int before, int appeared) implements Answer {

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", file);
        fields.put("before", before);
        fields.put("appeared", appeared);
        return fields;
    }
}
