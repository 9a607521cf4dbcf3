package dirsh.repair.kit;

import dirsh.connector.FlagItem;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Item;
import dirsh.model.ItemType;
import dirsh.model.ItemValue;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.repair.Change;
import dirsh.repair.OfflineRuns;
import dirsh.repair.Plan;
import dirsh.source.AddressBook;
import dirsh.source.dxl.DxlChangeFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a plan into a kit. Documents that are no longer the planned ones in the book at hand do not get there. */
public final class KitWriter {

    private static final String DATA = "changes.csv";
    private static final String LINE_END = "\r\n";

    private final OfflineRuns runs;
    private final Cancellation cancellation;

    public KitWriter(OfflineRuns runs, Cancellation cancellation) {
        this.runs = runs;
        this.cancellation = cancellation;
    }

    /**
     * Writes a kit and begins its run.
     *
     * @param book the book the plan was made for, or a fresh export of it
     * @param folder a new or empty folder
     * @param shown what the user called it
     * @throws DirshException if the folder is not fit, or the plan holds what a kit cannot do
     */
    public Kit write(Plan plan, AddressBook book, Path folder, String shown) {
        if (plan.changes().isEmpty()) {
            return new Kit("", plan.id(), shown, 0, 0, List.of());
        }
        List<KitRow> rows = new ArrayList<>();
        Map<Unid, String> refused = new LinkedHashMap<>();
        for (Change change : plan.changes()) {
            cancellation.check();
            Optional<Note> note = book.read(change.unid());
            Optional<String> drift = OfflineRuns.drift(note, change);
            if (drift.isPresent()) {
                refused.put(change.unid(), drift.get());
            } else {
                rows.add(new KitRow(note.orElseThrow(), change, after(plan, change)));
            }
        }
        if (rows.isEmpty()) {
            throw DirshException.badInput(
                    "no document is still as it was planned, such as "
                            + plan.changes().get(0).unid() + ": "
                            + refused.values().iterator().next(),
                    "plan the repair anew from a fresh export: open names.dxl; plan --save p.json");
        }
        KitFolder files = KitFolder.claim(folder);
        String run;
        try {
            run = runs.begin(plan, book, refused, id -> write(plan, rows, id, files));
        } catch (RuntimeException e) {
            files.discard();
            throw e;
        }
        int imported = (int) rows.stream().filter(KitRow::isImportable).count();
        return new Kit(run, plan.id(), shown, rows.size(), imported, runs.refused(run));
    }

    private static List<Item> after(Plan plan, Change change) {
        if (change.after() instanceof Change.Yes yes) {
            return List.of(
                    new Item(FlagItem.NAME, ItemType.TEXT, ItemValue.Texts.of(FlagItem.YES), yes.flags(), false, 0));
        }
        return RestoredText.of((Change.Restore) change.after())
                .orElseThrow(() -> DirshException.badInput(
                        "a kit cannot put back the flag item of document " + change.unid()
                                + ": it can write plain texts only",
                        "leave run " + plan.undoes().orElse("")
                                + " as it is, or undo it where dirsh can open the book"));
    }

    private static void write(Plan plan, List<KitRow> rows, String run, KitFolder files) {
        List<KitRow> importable = rows.stream().filter(KitRow::isImportable).toList();
        KitTexts texts = new KitTexts(plan, run, rows.size(), importable.size());
        files.write(DATA, out -> data(plan, rows, out));
        files.write("changes.dxl", out -> {
            DxlChangeFile dxl = DxlChangeFile.begin(
                    out,
                    plan.replicaId(),
                    "dirsh kit of plan " + plan.hash() + "; UPDATE_ELSE_IGNORE only",
                    FlagItem.NAME);
            for (KitRow row : importable) {
                dxl.add(row.note(), row.text());
            }
            dxl.end();
        });
        for (String agent : List.of("repair", "import")) {
            files.write(agent + ".lss", out -> out.write(texts.agent(agent)));
        }
        // The last: whoever finds it has a whole kit.
        files.write("instructions.md", out -> out.write(texts.instructions()));
    }

    private static void data(Plan plan, List<KitRow> rows, Writer out) throws IOException {
        int saves = plan.undoes().isPresent() ? 1 : plan.mode().saves();
        out.append("dirsh-kit-changes,1," + plan.hash() + "," + plan.replicaId() + "," + saves + "," + rows.size())
                .append(LINE_END);
        for (KitRow row : rows) {
            out.append(row.line()).append(LINE_END);
        }
        out.append("end," + rows.size()).append(LINE_END);
    }
}
