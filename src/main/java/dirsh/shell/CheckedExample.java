package dirsh.shell;

import dirsh.model.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An example of a plugin after it was run.
 *
 * @param plugin the plugin's name
 * @param declared the command, rule, reader or mapping it belongs to
 * @param example its text
 * @param result {@code ok}, or what is wrong
 */
record CheckedExample(String plugin, String declared, String example, String result) implements Answer {

    static final String OK = "ok";

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("plugin", plugin);
        fields.put("declared", declared);
        fields.put("result", result);
        fields.put("example", example);
        return fields;
    }

    @Override
    public int exitCode() {
        return result.equals(OK) ? ExitCode.DONE : ExitCode.FAILED;
    }
}
