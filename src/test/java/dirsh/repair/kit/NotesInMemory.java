package dirsh.repair.kit;

import dirsh.repair.kit.LotusScriptMachine.Member;
import dirsh.repair.kit.LotusScriptMachine.ScriptError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A directory and a folder of files as an agent meets them, by the product's published reference: a document is kept in
 * memory until it is deleted there, a save without force fails where somebody was faster, an unknown UNID is error 4091.
 * At one step of the agent something can go wrong.
 */
final class NotesInMemory implements LotusScriptMachine.World {

    /** What ends an agent without a word, such as the time limit of a server. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A text item with its flags by first letters. */
    record Text(String value, String flags) {}

    /** A document on disk. */
    static final class Stored {
        int sequence = 2;
        String by = "CN=Admin";
        List<Text> flag = new ArrayList<>();
    }

    /** What goes wrong at a step; a save may be made before. */
    interface Fault {
        void strike(String step, boolean after);
    }

    final Map<String, Stored> documents = new LinkedHashMap<>();
    final Map<String, StringBuilder> files = new LinkedHashMap<>();
    final List<String> said = new ArrayList<>();
    Fault fault = (step, after) -> {};
    private final Map<String, Handle> handles = new LinkedHashMap<>();
    private final Map<Long, String> open = new LinkedHashMap<>();
    private final Map<Long, Integer> positions = new LinkedHashMap<>();

    /** A new run: nothing of the last one is in memory. */
    void restart() {
        handles.clear();
        open.clear();
        positions.clear();
        said.clear();
    }

    private void step(String name, boolean after) {
        fault.strike(name, after);
    }

    @Override
    public Object create(String type, List<Object> arguments) {
        if (type.equals("notesitem")) {
            Item item = new Item((Handle) arguments.get(0), (String) arguments.get(2), "");
            item.owner.items.add(item);
            return item;
        }
        return (Member) this::session;
    }

    private Object session(String name, List<Object> arguments) {
        return switch (name) {
            case "isonserver" -> true;
            case "username", "effectiveusername" -> "CN=Agent";
            case "getdatabase" -> (Member) this::database;
            case "createdxlexporter" -> new Exporter();
            default -> throw new IllegalStateException(name);
        };
    }

    private Object database(String name, List<Object> arguments) {
        if (name.equals("getdocumentbyunid")) {
            step("open", false);
            String unid = (String) arguments.get(0);
            if (!documents.containsKey(unid)) {
                throw new ScriptError(4091, "Invalid universal id");
            }
            return handles.computeIfAbsent(unid, Handle::new);
        }
        return switch (name) {
            case "isopen" -> true;
            case "replicaid" -> "86257A1B0042C0DE";
            case "currentaccesslevel" -> 6L;
            default -> throw new IllegalStateException(name);
        };
    }

    private final class Exporter implements Member {
        @Override
        public void set(String name, Object value) {}

        @Override
        public Object call(String name, List<Object> arguments) {
            step("export", false);
            return "<document form='Person'><noteinfo noteid='1' sequence='" + ((Handle) arguments.get(0)).sequence
                    + "'></noteinfo></document>";
        }
    }

    private final class Handle implements Member {
        private final String unid;
        private int sequence;
        private final List<Item> items = new ArrayList<>();

        Handle(String unid) {
            this.unid = unid;
            Stored stored = documents.get(unid);
            sequence = stored.sequence;
            stored.flag.forEach(text -> items.add(new Item(this, text.value(), text.flags())));
        }

        @Override
        public Object call(String name, List<Object> arguments) {
            return switch (name) {
                case "isvalid" -> true;
                case "items" -> new ArrayList<Object>(items);
                case "hasitem" ->
                    "$UpdatedBy".equals(arguments.get(0))
                            || ("AvailableForDirSync".equals(arguments.get(0)) && !items.isEmpty());
                case "getitemvalue" -> List.of(documents.get(unid).by);
                case "removeitem" -> items.removeAll(List.copyOf(items));
                case "delete" -> handles.remove(unid) != null;
                case "save" -> save();
                default -> throw new IllegalStateException(name);
            };
        }

        private boolean save() {
            step("save", false);
            Stored stored = documents.get(unid);
            if (stored == null || stored.sequence != sequence) {
                return false;
            }
            stored.sequence = ++sequence;
            stored.by = "CN=Agent";
            stored.flag = new ArrayList<>();
            items.forEach(item -> stored.flag.add(new Text(item.value, item.flags)));
            step("save", true);
            return true;
        }
    }

    private static final class Item implements Member {
        private final Handle owner;
        private final String value;
        private String flags;

        Item(Handle owner, String value, String flags) {
            this.owner = owner;
            this.value = value;
            this.flags = flags;
        }

        private static String letter(String name) {
            return name.substring(2, 3);
        }

        @Override
        public Object call(String name, List<Object> arguments) {
            return switch (name) {
                case "name" -> "AvailableForDirSync";
                case "type" -> 1280L;
                case "values" -> List.of(value);
                default -> flags.contains(letter(name));
            };
        }

        @Override
        public void set(String name, Object value) {
            flags = flags.replace(letter(name), "") + (value.equals(true) ? letter(name) : "");
        }
    }

    @Override
    public Object function(String name, List<Object> arguments) {
        return switch (name) {
            case "acllevel_editor" -> 4L;
            case "freefile" ->
                open.keySet().stream().mapToLong(Long::longValue).max().orElse(0) + 1;
            case "dir" -> files.containsKey(arguments.get(0)) ? arguments.get(0) : "";
            case "eof" ->
                positions.get(arguments.get(0))
                        >= content((Long) arguments.get(0)).length();
            default -> throw new IllegalStateException(name);
        };
    }

    private StringBuilder content(Long file) {
        return files.get(open.get(file));
    }

    @Override
    public void open(String path, String mode, Long file) {
        open.put(file, path);
        positions.put(file, 0);
        files.computeIfAbsent(path, name -> new StringBuilder());
    }

    @Override
    public void close(Long file) {
        open.remove(file);
    }

    @Override
    public void print(Long file, String text) {
        if (file == 0) {
            said.add(text);
            return;
        }
        try {
            step("log", false);
        } catch (ScriptError | Killed e) {
            content(file).append(text, 0, text.length() / 2); // as far as the disk had room
            throw e;
        }
        content(file).append(text).append("\r\n");
        step("log", true);
    }

    @Override
    public String line(Long file) {
        StringBuilder content = content(file);
        int start = positions.get(file);
        int end = content.indexOf("\r\n", start);
        end = end < 0 ? content.length() : end;
        positions.put(file, end + 2);
        return content.substring(start, end);
    }
}
