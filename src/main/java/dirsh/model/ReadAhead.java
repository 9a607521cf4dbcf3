package dirsh.model;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pass that two threads share: one reads ahead, the calling one takes what was found, in the same order.
 *
 * <p>So whoever takes it notices nothing of the other thread: what is delivered, its order, and how the pass ends are the same
 * with one thread. What waits to be taken is bounded by its weight, so that large documents do not pile up.
 */
public final class ReadAhead {

    /** The most that may wait to be taken, by its weight; a single delivery may be heavier. */
    static final long MOST_WAITING = 1 << 20;

    /** What is handed from thread to thread at a time. */
    static final long PARCEL = 64 << 10;

    /** A source of so many bytes is worth a thread. */
    private static final long LARGE = 4 << 20;

    /** The part of the pass that finds; it runs in the other thread. */
    @FunctionalInterface
    public interface Reading {
        /** Reads to the end and delivers on the way. */
        void readTo(ReadAhead taker) throws IOException;
    }

    /** Ends the reading thread when nobody takes what it finds any more. */
    private static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Abandoned() {
            super(null, null, false, false);
        }
    }

    private record Parcel(List<Runnable> deliveries, long weight) {}

    private final boolean direct;
    private final Deque<Parcel> waiting = new ArrayDeque<>();
    private List<Runnable> filling = new ArrayList<>();
    private long fillingWeight;
    private long waitingWeight;
    private boolean ended;
    private boolean abandoned;
    private @Nullable Throwable failure;

    private ReadAhead(boolean direct) {
        this.direct = direct;
    }

    /** How many threads to read a source of so many bytes with: two, if it is large and the machine has them. */
    public static int threads(long bytes) {
        return bytes < LARGE ? 1 : Math.min(2, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Runs a pass.
     *
     * @param threads 1 to do all of it in the calling thread
     * @throws IOException what the reading threw, after everything found before it was taken
     */
    public static void run(int threads, Cancellation cancellation, Reading reading) throws IOException {
        ReadAhead ahead = new ReadAhead(threads < 2);
        if (ahead.direct) {
            reading.readTo(ahead);
            return;
        }
        Thread reader = new Thread(() -> ahead.read(reading), "dirsh-read-ahead");
        reader.setDaemon(true);
        reader.start();
        try {
            ahead.takeAll(cancellation);
        } finally {
            ahead.abandon();
            join(reader);
        }
    }

    /**
     * Hands something over.
     *
     * @param weight about how many bytes of the source it stands for, or of memory it takes
     */
    public void deliver(long weight, Runnable delivery) {
        if (direct) {
            delivery.run();
            return;
        }
        filling.add(delivery);
        fillingWeight += weight;
        if (fillingWeight >= PARCEL) {
            send();
        }
    }

    private void read(Reading reading) {
        Throwable failed = null;
        try {
            reading.readTo(this);
        } catch (IOException | RuntimeException | Error e) {
            failed = e;
        }
        try {
            send();
        } catch (Abandoned e) {
            return;
        }
        synchronized (this) {
            failure = failed;
            ended = true;
            notifyAll();
        }
    }

    private synchronized void send() {
        try {
            while (!abandoned && waitingWeight > 0 && waitingWeight + fillingWeight > MOST_WAITING) {
                wait();
            }
        } catch (InterruptedException e) {
            abandoned = true;
        }
        if (abandoned) {
            throw new Abandoned();
        }
        waiting.add(new Parcel(filling, fillingWeight));
        waitingWeight += fillingWeight;
        filling = new ArrayList<>();
        fillingWeight = 0;
        notifyAll();
    }

    private void takeAll(Cancellation cancellation) throws IOException {
        for (Parcel parcel = next(cancellation); parcel != null; parcel = next(cancellation)) {
            parcel.deliveries.forEach(Runnable::run);
            taken(parcel);
        }
        if (failure instanceof IOException io) {
            throw io;
        }
        if (failure instanceof RuntimeException failed) {
            throw failed;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }

    private synchronized @Nullable Parcel next(Cancellation cancellation) {
        try {
            while (waiting.isEmpty() && !ended) {
                wait();
            }
        } catch (InterruptedException e) {
            cancellation.request();
            cancellation.check();
        }
        return waiting.poll();
    }

    private synchronized void taken(Parcel parcel) {
        waitingWeight -= parcel.weight;
        notifyAll();
    }

    private synchronized void abandon() {
        abandoned = true;
        notifyAll();
    }

    /** The reader uses the file until it ends, so nobody may close that before. */
    private static void join(Thread reader) {
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
