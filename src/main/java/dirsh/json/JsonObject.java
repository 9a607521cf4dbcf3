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
 * @param file the file it was read from, as messages call it; empty for none
 * @param text what it was read from; empty for nothing
 * @param members as {@link Json#read} gave them
 */
public record JsonObject(String what, String file, String text, Map<?, ?> members) {

    /** An object that was made rather than read. */
    public static JsonObject of(String what, Map<?, ?> members) {
        return new JsonObject(what, "", "", members);
    }

    /**
     * Reads a text that must be one object and is no file.
     *
     * @throws DirshException as bad input if it is not
     */
    public static JsonObject read(String what, String text) {
        return read(what, "", text);
    }

    /**
     * Reads the text of a file, which must be one object.
     *
     * @param file the file as messages call it; they name the place in it
     * @throws DirshException as bad input if it is not
     */
    public static JsonObject read(String what, String file, String text) {
        if (new JsonReader(file, text).document() instanceof Map<?, ?> map) {
            return new JsonObject(what, file, text, map);
        }
        String where = file.isEmpty() ? what : file + ":1:1: this";
        throw DirshException.badInput(where + " is not a JSON object", "");
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
            return new JsonObject(what, file, text, map);
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
            objects.add(new JsonObject(what, file, text, map));
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

    /**
     * The error that a member is not what it should be; its value is not repeated.
     *
     * @param expected such as {@code a text}
     */
    public DirshException wrong(String name, String expected) {
        String where = what;
        if (!file.isEmpty() && members instanceof ReadMembers read) {
            where = new JsonReader(file, text).place(read.offset(), name).toString();
        }
        return DirshException.badInput(where + ": '" + name + "' is not " + expected, "");
    }
}
