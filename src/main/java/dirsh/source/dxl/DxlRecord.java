package dirsh.source.dxl;

import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.NoteTimes;
import dirsh.model.NotesTime;
import dirsh.model.Place;
import dirsh.model.Problem;
import dirsh.model.Unid;
import dirsh.source.NoteSink;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one {@code document} or {@code note} element; both forms give the same model. */
final class DxlRecord {

    private static final int REFERENCE_DIGITS = 2 * (2 + 16);

    private final DxlTokens tokens;
    private final DxlItems itemReader;
    private final NoteSink problems;

    private @Nullable Unid unid;
    private int noteId;
    private int sequence;
    private @Nullable NotesTime created;
    private @Nullable NotesTime modified;
    private @Nullable NotesTime revised;
    private @Nullable NotesTime addedToFile;
    private Set<NoteFlag> flags = EnumSet.noneOf(NoteFlag.class);
    private @Nullable Unid parent;
    private List<String> updatedBy = new ArrayList<>();
    private List<NotesTime> revisions = new ArrayList<>();
    private List<Item> items = new ArrayList<>();

    DxlRecord(DxlTokens tokens, DxlItems itemReader, NoteSink problems) {
        this.tokens = tokens;
        this.itemReader = itemReader;
        this.problems = problems;
    }

    /** Reads the element whose start is the current token, to its end; null if it is no data document. */
    @Nullable
    Note read(String replicaId) {
        Place place = tokens.place();
        if (!isData()) {
            tokens.skip();
            return null;
        }
        reset();
        String form = tokens.attribute("form");
        attributes();
        int depth = tokens.depth();
        int token = tokens.next();
        while (tokens.depth() >= depth) {
            if (token == DxlTokens.START) {
                child();
            }
            token = tokens.next();
        }
        if (flags.contains(NoteFlag.NAMED)) {
            return null;
        }
        if (unid == null) {
            problems.problem(new Problem(place, "a document without a valid UNID, which cannot be addressed"));
            return null;
        }
        return new Note(
                unid,
                noteId,
                sequence,
                new NoteTimes(created, modified, revised, addedToFile),
                flags,
                form,
                parent,
                updatedBy,
                revisions,
                replicaId,
                itemReader.summarySize(),
                items,
                place);
    }

    private boolean isData() {
        if (!tokens.name().equals("note")) {
            return true;
        }
        String kind = tokens.attribute("class");
        if (kind == null) {
            problem("a note without class, which is passed over");
        }
        return "document".equalsIgnoreCase(kind);
    }

    private void reset() {
        unid = null;
        noteId = 0;
        sequence = 0;
        created = null;
        modified = null;
        revised = null;
        addedToFile = null;
        flags = EnumSet.noneOf(NoteFlag.class);
        parent = null;
        updatedBy = new ArrayList<>();
        revisions = new ArrayList<>();
        items = new ArrayList<>();
        itemReader.reset();
    }

    private void attributes() {
        String of = tokens.attribute("parent");
        if (of != null) {
            parent = Unid.parse(of).orElse(null);
            if (parent == null) {
                problem("the parent is no UNID");
            }
        }
        flag(NoteFlag.RESPONSE, "response");
        flag(NoteFlag.CONFLICT, "conflict");
        String truncated = tokens.attribute("truncated");
        // Besides true and false the schema knows what was left out, such as attachments.
        if (truncated != null && !truncated.equalsIgnoreCase("false") && !truncated.equalsIgnoreCase("none")) {
            flags.add(NoteFlag.TRUNCATED);
        }
    }

    private void flag(NoteFlag flag, String attribute) {
        String value = tokens.attribute(attribute);
        if (value == null) {
            return;
        }
        if (value.equalsIgnoreCase("true")) {
            flags.add(flag);
        } else if (!value.equalsIgnoreCase("false")) {
            problem("the attribute " + attribute + " is neither true nor false");
        }
    }

    private void child() {
        switch (tokens.isDxl() ? tokens.name() : "") {
            case "item" -> item();
            case "noteinfo" -> noteinfo();
            case "updatedby" -> each("name", () -> updatedBy.add(itemReader.plainText()));
            case "revisions" -> each("datetime", () -> itemReader.time().ifPresent(revisions::add));
            default -> tokens.skip();
        }
    }

    private void item() {
        Item item = itemReader.read();
        if (item == null) {
            return;
        }
        String name = item.name();
        if (name.startsWith("$")) {
            if (name.equalsIgnoreCase("$Name")) {
                flags.add(NoteFlag.NAMED);
            } else if (name.equalsIgnoreCase("$Conflict")) {
                flags.add(NoteFlag.CONFLICT);
            } else if (name.equalsIgnoreCase("$REF") && parent == null) {
                reference(item);
            }
        }
        if (itemReader.takes(name) || item.has(ItemFlag.READERS)) {
            items.add(item);
        }
    }

    private void reference(Item item) {
        if (item.has(ItemFlag.PLACEHOLDER)) {
            return;
        }
        flags.add(NoteFlag.RESPONSE);
        if (item.type().equals(ItemType.NOTE_REFERENCES)
                && item.value() instanceof ItemValue.Raw raw
                && raw.hex().length() >= REFERENCE_DIGITS) {
            byte[] bytes = HexFormat.of().parseHex(raw.hex(), 0, REFERENCE_DIGITS);
            parent = new Unid(littleEndian(bytes, 2), littleEndian(bytes, 10));
        } else {
            problem("the item $REF holds no reference");
        }
    }

    private static long littleEndian(byte[] bytes, int from) {
        long value = 0;
        for (int i = 7; i >= 0; i--) {
            value = (value << 8) | (bytes[from + i] & 0xFF);
        }
        return value;
    }

    private void noteinfo() {
        String id = tokens.attribute("unid");
        unid = id == null ? null : Unid.parse(id).orElse(null);
        noteId = number("noteid", 16);
        sequence = number("sequence", 10);
        each("", () -> {
            switch (tokens.name()) {
                case "created" -> created = headerTime();
                case "modified" -> modified = headerTime();
                case "revised" -> revised = headerTime();
                case "addedtofile" -> addedToFile = headerTime();
                default -> tokens.skip();
            }
        });
    }

    private @Nullable NotesTime headerTime() {
        List<NotesTime> times = new ArrayList<>(1);
        each("datetime", () -> itemReader.time().ifPresent(times::add));
        return times.isEmpty() ? null : times.get(0);
    }

    private int number(String attribute, int radix) {
        String value = tokens.attribute(attribute);
        if (value == null) {
            return 0;
        }
        try {
            return unsigned(value, radix);
        } catch (NumberFormatException e) {
            problem("the attribute " + attribute + " is no number");
            return 0;
        }
    }

    /**
     * The number a text spells; in hexadecimal digits it may begin with 0x.
     *
     * @throws NumberFormatException if it spells none
     */
    static int unsigned(String value, int radix) {
        boolean prefixed = radix == 16 && value.regionMatches(true, 0, "0x", 0, 2);
        return Integer.parseUnsignedInt(prefixed ? value.substring(2) : value, radix);
    }

    /** Reads the children of the current element; those of another name than the wanted one are passed over. */
    private void each(String wanted, Runnable child) {
        int depth = tokens.depth();
        int token = tokens.next();
        while (tokens.depth() >= depth) {
            if (token == DxlTokens.START) {
                if (wanted.isEmpty() || tokens.name().equals(wanted)) {
                    child.run();
                } else {
                    tokens.skip();
                }
            }
            token = tokens.next();
        }
    }

    private void problem(String text) {
        problems.problem(new Problem(tokens.place(), text));
    }
}
