package dirsh.sample;

import dirsh.model.Unid;
import java.util.ArrayList;
import java.util.List;

/**
 * What Domino keeps of a note beside its items: ids, times and who saved it.
 *
 * @param unid the id, whose second half is the time of creation
 * @param noteId the id in the file
 * @param created when it was created
 * @param saves when it was saved after that, oldest first
 * @param savedBy who saved it
 */
record NoteHeader(Unid unid, int noteId, Stamp created, List<Stamp> saves, List<String> savedBy) {

    private static final List<String> ADMINISTRATORS = List.of(
            "CN=Admin One/O=Acme", "CN=Admin Two/O=Acme", "CN=Help Desk/OU=Berlin/O=Acme", "CN=Adminp01/O=Acme");

    private static final int OLDEST_DAYS = 2500;

    /**
     * The header of a note.
     *
     * @param serial names the note within the sample
     * @param exported when the directory was exported: everything was saved before
     */
    static NoteHeader of(long seed, long serial, int noteId, Stamp exported) {
        Dice dice = new Dice(~seed, serial);
        long age = (30 + dice.below(OLDEST_DAYS)) * Stamp.DAY + dice.below((int) Stamp.DAY);
        Stamp created = exported.plus(-age);
        int count = 1 + dice.below(5);
        List<Stamp> saves = new ArrayList<>(count);
        List<String> savedBy = new ArrayList<>(count);
        for (int i = 1; i <= count; i++) {
            long share = age / (count + 1);
            saves.add(created.plus(i * share + dice.below((int) Stamp.DAY)));
            savedBy.add(dice.one(ADMINISTRATORS));
        }
        Unid unid = new Unid(Dice.scatter(seed, serial), created.timedate());
        return new NoteHeader(unid, noteId, created, saves, savedBy);
    }

    /** Writes noteinfo, updatedby and revisions. */
    void appendTo(StringBuilder out) {
        Stamp revised = saves.get(saves.size() - 1);
        out.append("<noteinfo noteid='")
                .append(Integer.toHexString(noteId))
                .append("' unid='")
                .append(unid)
                .append("' sequence='")
                .append(saves.size() + 1)
                .append("'>\n");
        time(out, "created", created);
        time(out, "modified", revised.plus(24));
        time(out, "revised", revised);
        time(out, "lastaccessed", revised.plus(24));
        time(out, "addedtofile", created.plus(12));
        out.append("</noteinfo>\n<updatedby>");
        for (String name : savedBy) {
            out.append("<name>").append(name).append("</name>");
        }
        out.append("</updatedby>\n<revisions>");
        created.appendTo(out);
        for (Stamp save : saves.subList(0, saves.size() - 1)) {
            save.appendTo(out);
        }
        out.append("</revisions>\n");
    }

    private static void time(StringBuilder out, String element, Stamp stamp) {
        out.append('<').append(element).append('>');
        stamp.appendTo(out);
        out.append("</").append(element).append(">\n");
    }
}
