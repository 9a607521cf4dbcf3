package dirsh.json;

import dirsh.model.DirshException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object asked for its members by name and type.
 *
 * @param what what it describes, for messages, such as {@code plan p.json}
 * @param members as {@link Json#read} gave them
 */
public record JsonObject(String what, Map<?, ?> members) {

    /**
     * Reads a text that must be one object.
     *
     * @throws DirshException as bad input if it is not
     */
    public static JsonObject read(String what, String text) {
        if (Json.read(text) instanceof Map<?, ?> map) {
            return new JsonObject(what, map);
        }
        throw DirshException.badInput(what + " is not a JSON object", "");
    }

    public String text(String name) {
        return optionalText(name).orElseThrow(() -> wrong(name, "a text"));
    }

    public Optional<String> optionalText(String name) {
        return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** A whole number that fits 32 bits. */
    public int number(String name) {
        if (members.get(name) instanceof Long number && number == number.intValue()) {
            return number.intValue();
        }
        throw wrong(name, "a whole number");
    }

    public boolean truth(String name) {
        if (members.get(name) instanceof Boolean truth) {
            return truth;
        }
        throw wrong(name, "true or false");
    }

    public JsonObject object(String name) {
        if (members.get(name) instanceof Map<?, ?> map) {
            return new JsonObject(what, map);
        }
        throw wrong(name, "an object");
    }

    /** A list of objects. */
    public List<JsonObject> objects(String name) {
        List<JsonObject> objects = new ArrayList<>();
        for (Object element : list(name)) {
            if (!(element instanceof Map<?, ?> map)) {
                throw wrong(name, "a list of objects");
            }
            objects.add(new JsonObject(what, map));
        }
        return objects;
    }

    /** A list of texts. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object element : list(name)) {
            if (!(element instanceof String text)) {
                throw wrong(name, "a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    private List<?> list(String name) {
        if (members.get(name) instanceof List<?> list) {
            return list;
        }
        throw wrong(name, "a list");
    }

    private DirshException wrong(String name, String expected) {
        return DirshException.badInput(what + ": '" + name + "' is not " + expected, "");
    }
}
