package dirsh.overview;

import dirsh.model.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The people of an organisation unit or a mail server.
 *
 * @param name the unit or server without part labels; empty for people who have none
 * @param people all of them, conflict documents aside
 * @param leftOut those left out by a fault: at risk, missing, or left out
 * @param atRisk those of them at risk
 */
public record UnitCount(String name, int people, int leftOut, int atRisk) implements Answer {

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("people", people);
        fields.put("leftOut", leftOut);
        fields.put("atRisk", atRisk);
        return fields;
    }
}
