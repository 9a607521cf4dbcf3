package dirsh.replica;

import dirsh.model.DeletionStub;
import dirsh.model.Note;
import dirsh.model.NoteFlag;
import dirsh.model.NoteKind;
import dirsh.model.Person;
import dirsh.model.Unid;
import dirsh.packed.Folded;
import dirsh.packed.KeyTable;
import dirsh.packed.RecordStore;
import dirsh.packed.TextStore;
import dirsh.packed.UnidTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Which documents of several books are the same one: each gets a number from 0. */
interface DocumentKeys {

    /** The number of a document of a book; empty for one that has nothing to be paired by. */
    OptionalInt number(int book, Note note);

    /** The number of a deleted document; empty where its stub does not tell. */
    OptionalInt number(DeletionStub stub);

    /** The id that a book has for a document. */
    Unid unid(int book, int number);

    /** How many documents there are in all books together. */
    int size();

    /** Replicas: a document has the same UNID in all of them. */
    final class ByUnid implements DocumentKeys {
        private final UnidTable table = new UnidTable();

        @Override
        public OptionalInt number(int book, Note note) {
            return OptionalInt.of(table.add(note.unid()));
        }

        @Override
        public OptionalInt number(DeletionStub stub) {
            return OptionalInt.of(table.add(stub.unid()));
        }

        @Override
        public Unid unid(int book, int number) {
            return table.unid(number);
        }

        @Override
        public int size() {
            return table.size();
        }
    }

    /** Copies: their documents have new UNIDs, so that people and groups go by kind and name. */
    final class ByName implements DocumentKeys {
        private final TextStore texts = new TextStore();
        private final RecordStore keys = new RecordStore(1);
        private final KeyTable names = new KeyTable((number, key) -> texts.holds(keys.get(number, 0), key));
        private final List<long[]> ids = new ArrayList<>();

        @Override
        public OptionalInt number(int book, Note note) {
            NoteKind kind = NoteKind.of(note);
            String name = new Person(note).shownName();
            boolean named = kind != NoteKind.OTHER && !name.equals(note.unid().toString());
            if (!named || note.is(NoteFlag.CONFLICT)) {
                return OptionalInt.empty();
            }
            byte[] key = Folded.bytes(kind + " " + name);
            int group = names.group(key);
            int number;
            if (group < 0) {
                number = keys.add(texts.add(key));
                names.add(key, number);
            } else {
                number = names.member(group, 0);
            }
            keep(book, number, note.unid());
            return OptionalInt.of(number);
        }

        private void keep(int book, int number, Unid unid) {
            while (ids.size() <= book) {
                ids.add(new long[0]);
            }
            long[] own = ids.get(book);
            if (2 * number + 1 >= own.length) {
                own = Arrays.copyOf(own, Math.max(2 * number + 2, own.length + own.length / 2));
                ids.set(book, own);
            }
            if (own[2 * number] == 0 && own[2 * number + 1] == 0) {
                own[2 * number] = unid.high();
                own[2 * number + 1] = unid.low();
            }
        }

        @Override
        public OptionalInt number(DeletionStub stub) {
            return OptionalInt.empty();
        }

        @Override
        public Unid unid(int book, int number) {
            return new Unid(ids.get(book)[2 * number], ids.get(book)[2 * number + 1]);
        }

        @Override
        public int size() {
            return keys.size();
        }
    }
}
