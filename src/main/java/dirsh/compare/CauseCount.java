package dirsh.compare;

import dirsh.model.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many people have a cause, and how many of them are in Exchange.
 *
 * @param cause the id of the cause, or {@link #HEALTHY}
 * @param people all of them
 * @param inExchange those matched to a recipient
 * @param notInExchange those without one; ambiguous people are in neither
 */
public record CauseCount(String cause, int people, int inExchange, int notInExchange) implements Answer {

    /** The word for people with whom nothing was found. */
    public static final String HEALTHY = "healthy";

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("cause", cause);
        fields.put("people", people);
        fields.put("inExchange", inExchange);
        fields.put("notInExchange", notInExchange);
        return fields;
    }
}
