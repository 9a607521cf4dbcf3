package dirsh.plugin;

import dirsh.model.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plugin folder or jar and what came of it.
 *
 * @param name the folder's or jar's name
 * @param folder where it lies
 * @param commands the names of its commands
 * @param rules the ids of its rules
 * @param readers the ids of its readers
 * @param mappings the ids of its mappings
 * @param state {@code ok}, or how many of its files are broken
 */
public record Plugin(
        String name,
        String folder,
        List<String> commands,
        List<String> rules,
        List<String> readers,
        List<String> mappings,
        String state)
        implements Answer {

    public Plugin {
        commands = List.copyOf(commands);
        rules = List.copyOf(rules);
        readers = List.copyOf(readers);
        mappings = List.copyOf(mappings);
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("state", state);
        fields.put("commands", commands);
        fields.put("rules", rules);
        fields.put("readers", readers);
        fields.put("mappings", mappings);
        fields.put("folder", folder);
        return fields;
    }
}
