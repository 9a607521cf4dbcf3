package dirsh.packed;

import java.lang.ref.Cleaner;

/** Memory that several holders share: each takes more of it until there is none left. */
final class Room {

    /** Which part of the heap all stores of the process may take together. */
    private static final int PART = 6;

    /** The one of all stores of the process. */
    static final Room OF_ALL = new Room(Runtime.getRuntime().maxMemory() / PART);

    private static final Cleaner CLEANER = Cleaner.create();

    private long left;

    /**
     * A room.
     *
     * @param bytes how much there is
     */
    Room(long bytes) {
        this.left = bytes;
    }

    /** The share of a holder, nothing yet; it goes back when the holder is collected as garbage. */
    Share share(Object holder) {
        Share share = new Share(this);
        CLEANER.register(holder, share::giveBack);
        return share;
    }

    /** What one holder has taken. */
    static final class Share {
        private final Room room;
        private long taken;

        private Share(Room room) {
            this.room = room;
        }

        /** Takes some bytes more, if there are so many. */
        boolean takes(int bytes) {
            synchronized (room) {
                boolean enough = room.left >= bytes;
                room.left -= enough ? bytes : 0;
                taken += enough ? bytes : 0;
                return enough;
            }
        }

        /** Gives all of it back. */
        void giveBack() {
            synchronized (room) {
                room.left += taken;
                taken = 0;
            }
        }
    }
}
