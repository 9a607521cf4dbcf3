package dirsh.repair;

import dirsh.home.KeptFile;
import dirsh.json.Json;
import dirsh.json.JsonObject;
import dirsh.model.DirshException;
import dirsh.model.ItemFlag;
import dirsh.model.Sha256;
import dirsh.model.Unid;
import dirsh.source.ItemImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A plan as a file: plain data with schema version and content hash. */
public final class PlanFile {

    /** How a plan is kept; its {@code try:} lines make one of everybody offered. */
    private static final KeptFile KIND = new KeptFile("plan", "{\"id\":\"", "diagnose | plan --save");

    private PlanFile() {}

    /**
     * Writes the plan; an older plan there is replaced as a whole.
     *
     * @throws DirshException as bad input if the file is something else, such as the address book
     */
    public static void write(Plan plan, Path file) {
        KIND.write(file, plan.kept(), 1);
    }

    /**
     * Reads a plan that the user named.
     *
     * @param shown what errors call the file
     * @throws DirshException as bad input if there is no such file, it is no plan of a version this program reads, or its
     *     content is not the one its hash was made of
     */
    public static Plan read(Path file, String shown) {
        return KIND.read(file, shown, data -> parsed(data, shown, KIND.again(file)));
    }

    private static Plan parsed(JsonObject data, String shown, String again) {
        if (!data.has("schema") || !data.has("changes")) {
            throw DirshException.badInput(shown + ":1:1: this is not a plan", again);
        }
        int schema = data.number("schema");
        if (schema < 1 || schema > Plan.SCHEMA) {
            throw DirshException.badInput(
                    "plan " + shown + " has schema " + schema + "; this dirsh reads 1 to " + Plan.SCHEMA, again);
        }
        Plan plan = plan(data, schema);
        Set<Unid> once = new HashSet<>();
        for (Change change : plan.changes()) {
            if (!once.add(change.unid())) {
                throw DirshException.badInput("plan " + shown + " names document " + change.unid() + " twice", again);
            }
        }
        if (!plan.hash().equals(data.text("hash")) || !plan.id().equals(data.text("id"))) {
            throw DirshException.badInput(
                    "plan " + shown + " was changed after it was made: its content does not match its hash", again);
        }
        return plan;
    }

    /** Reads a plan that dirsh itself keeps. */
    public static Plan read(Path file) {
        return read(file, file.toString());
    }

    static String hash(Map<String, Object> content) {
        MessageDigest digest = Sha256.digest();
        OutputStream bytes = new DigestOutputStream(OutputStream.nullOutputStream(), digest);
        // The plan of a large book is never a text as a whole.
        try (Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            Json.write(content, 0, text);
        } catch (IOException e) {
            throw new IllegalStateException("a digest takes everything", e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Plan plan(JsonObject data, int schema) {
        JsonObject book = data.object("book");
        return new Plan(
                schema,
                book.text("address"),
                book.text("store"),
                book.text("replicaId"),
                mode(data),
                data.optionalText("undoes"),
                data.objects("changes").stream()
                        .map(change -> change(change, schema))
                        .toList(),
                Outlook.ONE_REPLICA);
    }

    /** Schema 1 had neither words nor what was seen in Exchange. */
    private static Change change(JsonObject data, int schema) {
        return new Change(
                Unid.parse(data.text("unid")).orElseThrow(() -> data.wrong("unid", "a UNID")),
                noteId(data),
                data.text("fullName"),
                data.text("cause"),
                schema == 1 ? InExchange.UNKNOWN : inExchange(data),
                data.number("sequence"),
                data.text("itemHash"),
                items(data.objects("before"), schema),
                after(data.object("after"), schema));
    }

    private static RepairMode mode(JsonObject data) {
        return Stream.of(RepairMode.values())
                .filter(mode -> mode.toString().equals(data.text("mode")))
                .findFirst()
                .orElseThrow(() -> data.wrong("mode", "toggle or direct"));
    }

    private static InExchange inExchange(JsonObject data) {
        return Stream.of(InExchange.values())
                .filter(value -> value.toString().equals(data.text("inExchange")))
                .findFirst()
                .orElseThrow(() -> data.wrong("inExchange", "yes, no or unknown"));
    }

    private static int noteId(JsonObject data) {
        try {
            return Integer.parseUnsignedInt(data.text("noteId"), 16);
        } catch (NumberFormatException e) {
            throw data.wrong("noteId", "hexadecimal");
        }
    }

    private static Change.After after(JsonObject data, int schema) {
        if (data.has("restore")) {
            return new Change.Restore(items(data.objects("restore"), schema), data.text("itemHash"));
        }
        Set<ItemFlag> flags = EnumSet.noneOf(ItemFlag.class);
        for (String word : data.texts("flags")) {
            for (ItemFlag flag : ItemFlag.values()) {
                if (flag.toString().equals(word)) {
                    flags.add(flag);
                }
            }
        }
        return new Change.Yes(flags);
    }

    private static List<KeptItem> items(List<JsonObject> items, int schema) {
        return items.stream()
                .map(item -> new KeptItem(
                        new ItemImage(item.number("index"), item.text("stored")),
                        schema == 1 ? "" : item.text("words")))
                .toList();
    }
}
