package dirsh.repair.kit;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The part of LotusScript and of the Notes classes that the agents use, as the product's published reference has it. */
final class NotesClasses {

    /** What may stand behind {@code New} or {@code As}, beside Notes classes. */
    static final Set<String> PLAIN_TYPES = Set.of("string", "integer", "long", "boolean", "variant");

    /** Values that need no declaration. */
    static final Set<String> VALUES = Set.of(
            "true",
            "false",
            "nothing",
            "acllevel_editor",
            "dxlimportoption_ignore",
            "dxlimportoption_update_else_ignore");

    private static final Set<String> KEYWORDS = Set.of(
            ("access alias and any append as base binary boolean byval call case class close const date declare delete dim"
                            + " do double else elseif end error exit false for forall freefile from function get gosub goto if in"
                            + " input integer is kill len let like line list lock long loop me mod name new next not nothing null"
                            + " on open option or output preserve print private property public put random read redim rem reset"
                            + " resume return select set shared single sleep static step stop string sub then to true type unicode"
                            + " until use variant wend while with write xor")
                    .split(" ", -1));

    private final Map<String, int[]> functions = new HashMap<>();
    private final Map<String, Map<String, Member>> classes = new HashMap<>();

    /**
     * A member of a class.
     *
     * @param least the fewest arguments
     * @param most the most
     * @param settable whether it is a property that can be set
     * @param type the class it gives, or empty
     */
    record Member(int least, int most, boolean settable, String type) {}

    NotesClasses() {
        functions("0 0", "now freefile err error erl");
        functions("1 1", "len cstr clng ucase lcase chr uchr uni hex isnumeric isarray iselement eof dir");
        functions("1 1", "year month day hour minute second");
        functions("2 2", "left right");
        functions("2 3", "mid instr");
        functions("1 4", "split");
        functions("1 2", "ubound lbound");
        functions("1 5", "inputbox");
        type("NotesSession", "get:IsOnServer get:UserName get:EffectiveUserName")
                .putAll(Map.of(
                        "getdatabase", new Member(2, 3, false, "notesdatabase"),
                        "createstream", new Member(0, 0, false, "notesstream"),
                        "createdxlimporter", new Member(0, 2, false, "notesdxlimporter"),
                        "createdxlexporter", new Member(0, 2, false, "notesdxlexporter")));
        type("NotesDatabase", "get:IsOpen get:ReplicaID get:CurrentAccessLevel")
                .put("getdocumentbyunid", new Member(1, 1, false, "notesdocument"));
        type("NotesDocument", "get:IsValid get:Items call2:Save call1:HasItem call1:RemoveItem call1:GetItemValue");
        type(
                "NotesItem",
                "get:Name get:Type get:Values set:IsNames set:IsReaders set:IsAuthors set:IsProtected set:IsSummary");
        type("NotesStream", "call1:Open call0:Close");
        type("NotesDXLExporter", "set:OutputDOCTYPE call1:Export");
        type(
                "NotesDXLImporter",
                "set:DocumentImportOption set:DesignImportOption set:ACLImportOption set:ReplaceDBProperties"
                        + " set:ReplicaRequiredForReplaceOrUpdate set:ExitOnFirstFatalError call2:Import");
    }

    private void functions(String arity, String names) {
        int[] counts = {arity.charAt(0) - '0', arity.charAt(2) - '0'};
        List.of(names.split(" ", -1)).forEach(name -> functions.put(name, counts));
    }

    private Map<String, Member> type(String name, String members) {
        Map<String, Member> map = new HashMap<>();
        for (String member : members.split(" ", -1)) {
            String kind = member.substring(0, member.indexOf(':'));
            int count = kind.startsWith("call") ? kind.charAt(4) - '0' : 0;
            map.put(
                    member.substring(member.indexOf(':') + 1).toLowerCase(Locale.ROOT),
                    new Member(count, count, kind.equals("set"), ""));
        }
        classes.put(name.toLowerCase(Locale.ROOT), map);
        return map;
    }

    boolean isReserved(String name) {
        return KEYWORDS.contains(name) || functions.containsKey(name);
    }

    boolean isClass(String name) {
        return classes.containsKey(name);
    }

    /** The fewest and most arguments of a built-in function, or null. */
    int[] function(String name) {
        return functions.get(name);
    }

    /** The member of a class, or null. */
    Member member(String type, String name) {
        return classes.getOrDefault(type, Map.of()).get(name);
    }
}
