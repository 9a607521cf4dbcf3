package dirsh.source.view;

import dirsh.entry.Entry;
import dirsh.model.Item;
import dirsh.model.ItemFlag;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.NoteTimes;
import dirsh.model.Sha256;
import dirsh.model.Unid;
import dirsh.model.YesNoLabels;
import dirsh.source.Projection;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.Strings;
import org.jspecify.annotations.Nullable;

/** The step from an entry of a view to the document it stands for: texts as a form would have saved them. */
final class ViewedNote {

    private static final String YES = "1";
    private static final String NO = "0";

    /** The attributes that hold lists, which may be joined where they stand in one text. */
    private static final List<DirectoryAttribute> LISTS =
            List.of(DirectoryAttribute.FULL_NAME, DirectoryAttribute.SHORT_NAME);

    private static final String PERSON = "Person";
    private static final String GROUP = "Group";
    private static final Set<ItemFlag> SUMMARY = Set.of(ItemFlag.SUMMARY);

    private final DirectoryAttribute[] taken;
    private final Optional<String> separator;

    /** Of each attribute taken the text that stood alone last, and what it became: many rows in a row say the same. */
    private final @Nullable String[] lastTexts;

    private final @Nullable Item[] lastItems;

    /** The classes seen last, and the kind they mean. */
    private List<String> lastClasses = List.of();

    private @Nullable String lastKind = PERSON;

    /**
     * A reading of entries.
     *
     * @param projection which items the documents get
     * @param separator what stands between the values of a list in one text; empty where each stands alone
     */
    ViewedNote(Projection projection, Optional<String> separator) {
        this.taken = Stream.of(DirectoryAttribute.values())
                .filter(attribute -> attribute.isItem() && projection.takes(attribute.item()))
                .toArray(DirectoryAttribute[]::new);
        this.separator = separator;
        this.lastTexts = new String[taken.length];
        this.lastItems = new Item[taken.length];
    }

    /** The document, or nothing where the entry is a folder, a server and the like. */
    Optional<Note> note(Entry entry) {
        String kind = kind(entry);
        if (kind == null) {
            return Optional.empty();
        }
        boolean told = entry.has(DirectoryAttribute.FORM.slot()) || entry.has(DirectoryAttribute.TYPE.slot());
        return Optional.of(new Note(
                unid(entry),
                noteId(entry),
                0,
                NoteTimes.UNKNOWN,
                entry.has(DirectoryAttribute.CONFLICT.slot()) ? Set.of(NoteFlag.CONFLICT) : Set.of(),
                told ? null : kind,
                null,
                List.of(),
                List.of(),
                "",
                0,
                items(entry, kind),
                entry.place()));
    }

    private List<Item> items(Entry entry, String kind) {
        List<Item> items = new ArrayList<>(taken.length);
        for (int i = 0; i < taken.length; i++) {
            String text = entry.only(taken[i].slot());
            Item last = lastItems[i];
            if (last != null && text.equals(lastTexts[i])) {
                items.add(last);
                continue;
            }
            List<String> texts = texts(entry, taken[i], kind);
            if (!texts.isEmpty()) {
                Item item = item(taken[i].item(), texts);
                items.add(item);
                if (!text.isEmpty()) {
                    lastTexts[i] = text;
                    lastItems[i] = item;
                }
            }
        }
        return items;
    }

    /** The kind, or null if it is none of ours; a view of people alone needs to say nothing of kinds. */
    private @Nullable String kind(Entry entry) {
        String form = entry.first(DirectoryAttribute.FORM.slot());
        if (!form.isEmpty()) {
            return form;
        }
        String type = entry.first(DirectoryAttribute.TYPE.slot());
        if (!type.isEmpty()) {
            return type;
        }
        List<String> classes = entry.all(DirectoryAttribute.OBJECT_CLASS.slot());
        if (!classes.equals(lastClasses)) {
            lastClasses = classes;
            lastKind = kind(classes);
        }
        return lastKind;
    }

    private static @Nullable String kind(List<String> classes) {
        if (isAny(classes, "group")) {
            return GROUP;
        }
        return classes.isEmpty() || isAny(classes, "person") ? PERSON : null;
    }

    private static boolean isAny(List<String> classes, String word) {
        for (String one : classes) {
            if (Strings.CI.contains(one, word)) {
                return true;
            }
        }
        return false;
    }

    private List<String> texts(Entry entry, DirectoryAttribute attribute, String kind) {
        List<String> told = entry.all(attribute.slot());
        if (told.isEmpty() && attribute == DirectoryAttribute.FULL_NAME) {
            return names(entry);
        }
        if (told.isEmpty() && attribute == DirectoryAttribute.LIST_NAME && kind.equals(GROUP)) {
            return entry.all(DirectoryAttribute.COMMON_NAME.slot());
        }
        if (attribute == DirectoryAttribute.FLAG) {
            return told.stream().map(ViewedNote::flag).toList();
        }
        if (separator.isEmpty() || !LISTS.contains(attribute) || isOne(told, separator.get())) {
            return told;
        }
        return told.stream()
                .flatMap(text -> Arrays.stream(StringUtils.splitByWholeSeparator(text, separator.get())))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** Whether there is one text and nothing to part in it. */
    private static boolean isOne(List<String> told, String separator) {
        return told.size() == 1 && !told.get(0).contains(separator);
    }

    private static Item item(String name, List<String> texts) {
        ItemType type = texts.size() == 1 ? ItemType.TEXT : ItemType.TEXT_LIST;
        return new Item(name, type, new ItemValue.Texts(texts, false), SUMMARY, false, 0);
    }

    /** A view may show the keyword's label; which of both is stored it cannot tell. */
    private static String flag(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return YesNoLabels.isYes(plain) ? YES : YesNoLabels.isNo(plain) ? NO : text;
    }

    /** In LDAP the full name is the entry's own name, and further names are common names. */
    private static List<String> names(Entry entry) {
        List<String> names = new ArrayList<>();
        String name = entry.first(DirectoryAttribute.NAME_IN_TREE.slot());
        if (!name.isEmpty()) {
            names.add(canonical(name));
        }
        for (String common : entry.all(DirectoryAttribute.COMMON_NAME.slot())) {
            if (!isCommonNameOf(common, names)) {
                names.add(common);
            }
        }
        return names;
    }

    private static boolean isCommonNameOf(String common, List<String> names) {
        for (String name : names) {
            if (name.length() == 3 + common.length() && name.equalsIgnoreCase("CN=" + common)) {
                return true;
            }
        }
        return false;
    }

    /** The name in the way of Notes: {@code CN=Jane Doe,O=Acme} is {@code CN=Jane Doe/O=Acme}. */
    static String canonical(String distinguished) {
        StringBuilder canonical = new StringBuilder(distinguished.length());
        boolean begin = true;
        for (int i = 0; i < distinguished.length(); i++) {
            char c = distinguished.charAt(i);
            if (c == '\\' && i + 1 < distinguished.length()) {
                i++;
                canonical.append(distinguished.charAt(i));
                begin = false;
            } else if (c == ',') {
                canonical.append('/');
                begin = true;
            } else if (!begin || c != ' ') {
                int equals = begin ? distinguished.indexOf('=', i) : -1;
                if (equals > i) {
                    canonical.append(distinguished.substring(i, equals).strip().toUpperCase(Locale.ROOT));
                    i = equals - 1;
                } else {
                    canonical.append(c);
                }
                begin = false;
            }
        }
        return canonical.toString();
    }

    /** The note id, or 0 where none is told that can be read. */
    private static int noteId(Entry entry) {
        String text = entry.first(DirectoryAttribute.NOTE_ID.slot()).toLowerCase(Locale.ROOT);
        String digits = text.startsWith("0x") ? text.substring(2) : text.startsWith("nt") ? text.substring(2) : text;
        try {
            return digits.isEmpty() ? 0 : Integer.parseUnsignedInt(digits, 16);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** The UNID of the document; where the view holds none, an id made of place and name that is no document's. */
    static Unid unid(Entry entry) {
        Optional<Unid> told =
                Unid.parse(entry.first(DirectoryAttribute.UNID.slot()).replace("-", ""));
        return told.isPresent() ? told.get() : made(entry);
    }

    private static Unid made(Entry entry) {
        String key = entry.place() + "\n" + entry.first(DirectoryAttribute.NAME_IN_TREE.slot()) + "\n"
                + entry.first(DirectoryAttribute.FULL_NAME.slot());
        ByteBuffer hash = ByteBuffer.wrap(Sha256.digest().digest(key.getBytes(StandardCharsets.UTF_8)));
        return new Unid(hash.getLong(), hash.getLong());
    }
}
