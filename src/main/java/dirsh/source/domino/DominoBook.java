package dirsh.source.domino;

import com.mindoo.domino.jna.NotesACL;
import com.mindoo.domino.jna.NotesDatabase;
import com.mindoo.domino.jna.errors.NotesError;
import com.mindoo.domino.jna.utils.IDUtils;
import dirsh.model.Answer;
import dirsh.model.Cancellation;
import dirsh.model.DirshException;
import dirsh.model.Item;
import dirsh.model.Note;
import dirsh.model.Unid;
import dirsh.source.AddressBook;
import dirsh.source.BookFeature;
import dirsh.source.BookIdentity;
import dirsh.source.BookWriter;
import dirsh.source.ItemImage;
import dirsh.source.NoteSink;
import dirsh.source.OpenOptions;
import dirsh.source.Overlay;
import dirsh.source.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An address book on a Domino server or in a Notes client. Every save reaches the directory itself, at once. */
public final class DominoBook implements AddressBook {

    private final NotesThread notes;
    private final NotesDatabase database;
    private final NoteReading reading;
    private final BookIdentity identity;
    private final Replica replica;
    private final String judged;
    private final OpenOptions options;
    private int saves;
    private long unopened;

    private DominoBook(
            NotesThread notes, NotesDatabase database, DominoAddress address, String judged, OpenOptions options) {
        String replicaId = database.getReplicaID();
        this.notes = notes;
        this.database = database;
        this.replica = replica(database);
        this.judged = judged;
        this.options = options;
        this.reading = new NoteReading(database, address.toString(), replicaId);
        this.identity = new BookIdentity(
                address.toString(),
                "Domino database",
                database.getTitle(),
                replicaId,
                "domino:" + database.getServer() + "!!" + replicaId);
    }

    static DominoBook open(NotesThread notes, DominoAddress address, String judged, OpenOptions options) {
        return notes.run(() -> {
            try {
                NotesDatabase database = new NotesDatabase(address.server(), address.path(), "");
                return new DominoBook(notes, database, address, judged, options);
            } catch (NotesError e) {
                DirshException what = (DirshException) NotesThread.unchecked(e);
                throw new DirshException(
                        what.outcome(), "cannot open " + address + ": " + what.problem(), what.tryThis(), e);
            }
        });
    }

    private static Replica replica(NotesDatabase database) {
        String server = database.getServer();
        String user = NotesThread.orElse(IDUtils::getIdUsername, "");
        String template = NotesThread.orElse(database::getTemplateName, "");
        Replica.Access access = Replica.Access.valueOf(
                database.getAccessInfoAndFlags().getAclLevel().name());
        String administration = "";
        List<String> roles = List.of();
        Optional<NotesACL> list = NotesThread.orElse(() -> Optional.of(database.getACL()), Optional.empty());
        if (list.isPresent()) {
            administration = NotesThread.orElse(list.get()::getAdminServer, "");
            roles = NotesThread.orElse(() -> list.get().lookupAccess(user).getRoles(), roles);
            list.get().free();
        }
        return new Replica(server, administration, Replica.kind(server, template), user, access, roles);
    }

    @Override
    public BookIdentity identity() {
        return identity;
    }

    @Override
    public List<String> particulars() {
        return replica.sentences();
    }

    @Override
    public Set<BookFeature> features() {
        return EnumSet.of(BookFeature.ITEM_DETAILS, BookFeature.ITEM_SEQUENCE, BookFeature.SAVES, BookFeature.LIVE);
    }

    @Override
    public void scan(Projection projection, Cancellation cancellation, NoteSink sink) {
        unopened = notes.run(() ->
                new NoteSearch(database, reading, judged, options.thorough()).scan(projection, cancellation, sink));
    }

    @Override
    public Optional<String> leftOpen() {
        return unopened == 0
                ? Optional.empty()
                : Optional.of(
                        unopened + " documents whose flag is plainly Yes were judged by the summary alone: duplicates"
                                + " behind it were not looked for (open --thorough does)");
    }

    @Override
    public Optional<Set<Unid>> selected(String formula, Cancellation cancellation) {
        return Optional.of(
                notes.run(() -> new NoteSearch(database, reading, judged, false).selected(formula, cancellation)));
    }

    @Override
    public Optional<Note> read(Unid unid) {
        return notes.run(() -> reading.read(unid));
    }

    @Override
    public List<ItemImage> images(Unid unid, String itemName) {
        List<Item> items = read(unid).map(Note::items).orElse(List.of());
        List<ItemImage> images = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isNamed(itemName)) {
                images.add(ItemImageText.of(i, items.get(i)));
            }
        }
        return images;
    }

    @Override
    public BookWriter writer(Overlay overlay) {
        replica.refusal(options.replicaHere()).ifPresent(refusal -> {
            throw refusal;
        });
        return new NoteWriter(notes, reading, replica, () -> saves++);
    }

    @Override
    public String author(String user) {
        return replica.user();
    }

    @Override
    public String contentToken() {
        // Times have a resolution of 1/100 second: our own saves are counted beside them.
        return notes.run(() -> saves + " " + Arrays.toString(database.getLastModifiedTimes()[0].getInnards()));
    }

    /** The server this database is on; empty for a local one. */
    public String server() {
        return replica.server();
    }

    /** The replication history: with which server, which file, when and in which direction. */
    public List<Answer> replicationHistory() {
        return notes.run(() -> ReplicationHistory.of(database));
    }

    /** What a view shows, beside the judged item as it is stored. */
    public List<Answer> view(String name, String key) {
        return notes.run(() -> new ViewEntries(database, reading, judged).of(name, key));
    }

    @Override
    public void close() {
        notes.run(() -> {
            database.recycle();
            return "";
        });
    }
}
