package dirsh.connector.files;

import dirsh.connector.PredictedRecipient;
import dirsh.connector.rule.Rule;
import dirsh.connector.rule.RuleValues;
import dirsh.model.Note;
import dirsh.model.NotesName;
import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;

/**
 * The step from a document to the Exchange entry the connector makes of it: tags by Amap.tbl, each cut to its maximum, then
 * the rules of Mapnotes.tbl.
 *
 * <p>Documented: the tables, full names abbreviated and joined by semicolons, the directory name in four groups without
 * leading zeros (KB Q180517, Q175746); that ShortName is cut to its eight characters shows in KB Q238992. Ours: of every
 * other list only the first entry counts.
 */
public final class EntryMapping {

    /** CFGPARM without a section means the agent that maps: the article's example gives the name of DXAMEX's program. */
    private static final String HOME_SECTION = "LME-NOTES-DXAMEX";

    private static final int GROUP_DIGITS = 8;

    private final AttributeTable source;
    private final MappingRules rules;
    private final AttributeTable target;
    private final Parameters ini;

    EntryMapping(AttributeTable source, MappingRules rules, AttributeTable target, Parameters ini) {
        this.source = source;
        this.rules = rules;
        this.target = target;
        this.ini = ini;
    }

    /** The mapping of a connector whose files nobody changed. */
    public static EntryMapping shipped() {
        return new EntryMapping(
                Shipped.notesAttributes(), Shipped.rules(), Shipped.exchangeAttributes(), Parameters.NONE);
    }

    /** The items a note must carry to be mapped. */
    public List<String> items() {
        return source.attributes().stream()
                .map(AttributeTable.Attribute::attribute)
                .filter(item -> !item.startsWith("$$"))
                .toList();
    }

    /** The entry the connector makes of the document. */
    public PredictedRecipient of(Note note) {
        return new PredictedRecipient(
                value("TA", note), value("Alias", note), value("FullName", note), value("DN", note));
    }

    /** The value of one tag of the entry; empty if no rule fills it. */
    public String value(String tag, Note note) {
        Optional<Rule> rule = rules.of(tag);
        if (rule.isEmpty()) {
            return "";
        }
        String value = rule.get().value(new Values(note));
        return target.of(tag)
                .map(attribute -> StringUtils.left(value, attribute.longest()))
                .orElse(value);
    }

    /** The tags whose value is longer in the document than the table allows. */
    public List<AttributeTable.Attribute> cut(Note note) {
        List<AttributeTable.Attribute> cut = new ArrayList<>();
        for (AttributeTable.Attribute attribute : source.attributes()) {
            if (whole(attribute, note).length() > attribute.longest()) {
                cut.add(attribute);
            }
        }
        return cut;
    }

    private static String whole(AttributeTable.Attribute attribute, Note note) {
        return switch (attribute.attribute()) {
            case "$$UNID" -> printed(note.unid());
            case "$$DN" -> note.text("FullName");
            case "$$USN" -> String.valueOf(note.sequence());
            default ->
                attribute.attribute().equalsIgnoreCase("FullName")
                        ? String.join("; ", abbreviated(note.texts("FullName")))
                        : first(note, attribute.attribute());
        };
    }

    private static String first(Note note, String item) {
        return note.first(item)
                .map(stored -> stored.texts().isEmpty()
                        ? stored.value().display()
                        : stored.texts().get(0))
                .orElse("");
    }

    private static List<String> abbreviated(List<String> names) {
        return names.stream()
                .map(name -> name.regionMatches(true, 0, "CN=", 0, 3) ? new NotesName(name).abbreviated() : name)
                .toList();
    }

    /** The UNID as the connector prints it (KB Q175746). */
    private static String printed(Unid unid) {
        HexFormat hex = HexFormat.of();
        String digits = hex.toHexDigits(unid.high()) + hex.toHexDigits(unid.low());
        List<String> groups = new ArrayList<>();
        for (int at = 0; at < digits.length(); at += GROUP_DIGITS) {
            String group = StringUtils.stripStart(digits.substring(at, at + GROUP_DIGITS), "0");
            groups.add(group.isEmpty() ? "0" : group);
        }
        return String.join("-", groups);
    }

    /** A note seen by the tags of the source. */
    private final class Values implements RuleValues {
        private final Note note;

        Values(Note note) {
            this.note = note;
        }

        @Override
        public String tag(String name) {
            return source.of(name)
                    .map(attribute -> StringUtils.left(whole(attribute, note), attribute.longest()))
                    .orElse("");
        }

        @Override
        public String parameter(String name, Optional<String> section) {
            return ini.value(section.orElse(HOME_SECTION), name);
        }
    }
}
