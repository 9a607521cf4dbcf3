package dirsh.connector.log;

import dirsh.exchange.DirectoryId;
import dirsh.model.Answer;
import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody a log names, by what the connector calls people: directory name, target address or note id.
 *
 * @param unid the document, where a directory name tells
 * @param targetAddress the target address; empty if none is named
 * @param noteId the note id in upper-case hexadecimal digits; empty if none is named
 * @param code the code of the entry
 * @param line where the entry begins, from 1
 */
public record LogName(Optional<Unid> unid, String targetAddress, String noteId, int code, long line) implements Answer {

    private static final Pattern DIRECTORY_NAME =
            Pattern.compile("(?<![\\w-])[0-9A-Fa-f]{1,8}(?:-[0-9A-Fa-f]{1,8}){3}(?![\\w-])");
    private static final Pattern ADDRESS = Pattern.compile("NOTES:([^@\\n]{1,300}+)@([^\\s,;\"]{1,64}+)");
    private static final Pattern NOTE_ID = Pattern.compile("\\bid = (?:0x)?([0-9A-Fa-f]{1,8})\\b");

    /** Everybody an entry names. */
    static List<LogName> of(LogEntry entry) {
        Set<Unid> unids = new LinkedHashSet<>();
        Matcher directory = DIRECTORY_NAME.matcher(entry.text());
        while (directory.find()) {
            DirectoryId.parse(directory.group()).ifPresent(unids::add);
        }
        Matcher address = ADDRESS.matcher(entry.text());
        String target = address.find() ? address.group() : "";
        List<LogName> names = new ArrayList<>();
        for (Unid unid : unids) {
            names.add(new LogName(Optional.of(unid), target, "", entry.code(), entry.line()));
        }
        Matcher note = NOTE_ID.matcher(entry.text());
        if (entry.is(LogCode.NOTE_NOT_OPENED) && note.find()) {
            String digits = note.group(1).toUpperCase(Locale.ROOT);
            names.add(new LogName(Optional.empty(), "", digits, entry.code(), entry.line()));
        } else if (names.isEmpty() && !target.isEmpty()) {
            names.add(new LogName(Optional.empty(), target, "", entry.code(), entry.line()));
        }
        return names;
    }

    @Override
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        unid.ifPresent(id -> fields.put("unid", id.toString()));
        if (!targetAddress.isEmpty()) {
            fields.put("ta", targetAddress);
        }
        if (!noteId.isEmpty()) {
            fields.put("noteId", noteId);
        }
        fields.put("code", code);
        fields.put("line", line);
        return fields;
    }

    @Override
    public List<String> columns() {
        return List.of("unid", "ta", "noteId", "code", "line");
    }
}
