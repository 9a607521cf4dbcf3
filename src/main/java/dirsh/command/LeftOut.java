package dirsh.command;

import dirsh.diagnose.Cause;
import dirsh.model.Charted;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many people a cause leaves out.
 *
 * @param people how many
 * @param cause why
 */
record LeftOut(int people, Cause cause) implements Charted {

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("leftOut", people);
        fields.put("cause", cause.id());
        fields.put("what", cause.summary());
        return fields;
    }

    @Override
    public String charted() {
        return "leftOut";
    }
}
