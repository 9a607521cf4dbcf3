package dirsh.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer without a type of its own: named values in order.
 *
 * @param fields the values by name
 */
public record Row(Map<String, Object> fields) implements Answer {

    public Row {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The value of a field, by the name a script uses as a property. */
    public Object get(String name) {
        Object value = fields.get(name);
        if (value == null) {
            throw DirshException.badInput(
                    "no field '" + name + "' in this row", "one of: " + String.join(", ", fields.keySet()));
        }
        return value;
    }
}
