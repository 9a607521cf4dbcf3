package dirsh.repair.kit;

import static dirsh.repair.kit.LotusScriptTokens.require;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is declared in a module of LotusScript: procedures with their parameters and results, and variables. */
final class LotusScriptNames {

    final NotesClasses notes = new NotesClasses();
    final Map<String, List<String>> procedures = new HashMap<>();
    final Map<String, String> results = new HashMap<>();
    final Map<String, String> module = new HashMap<>();
    Map<String, String> local = new HashMap<>();

    /** Learns the procedure that begins in the line, if one does: it may be called before it is written. */
    void heading(String line) {
        LotusScriptTokens tokens = new LotusScriptTokens(line);
        if (!tokens.isAt("sub") && !tokens.isAt("function")) {
            return;
        }
        boolean function = tokens.take().equals("function");
        String name = tokens.name();
        require(!procedures.containsKey(name), name + " is there twice");
        require(!notes.isReserved(name), name + " is a word of the language");
        List<String> parameters = new ArrayList<>();
        if (tokens.takeIf("(")) {
            while (!tokens.takeIf(")")) {
                parameters.add(tokens.name() + " " + typeAfterAs(tokens));
                tokens.takeIf(",");
            }
        }
        procedures.put(name, parameters);
        if (function) {
            results.put(name, typeAfterAs(tokens));
        }
        tokens.end();
    }

    String typeAfterAs(LotusScriptTokens tokens) {
        tokens.take("as");
        tokens.takeIf("new");
        String type = tokens.name();
        require(NotesClasses.PLAIN_TYPES.contains(type) || notes.isClass(type), "no type " + type);
        return type;
    }

    void declare(Map<String, String> names, String name, String type) {
        require(!notes.isReserved(name), name + " is a word of the language");
        require(!procedures.containsKey(name), name + " is a procedure");
        require(names.put(name, type) == null, name + " is declared twice");
    }

    String variable(String name) {
        String type = local.containsKey(name) ? local.get(name) : module.get(name);
        require(type != null, name + " is not declared");
        return type;
    }
}
