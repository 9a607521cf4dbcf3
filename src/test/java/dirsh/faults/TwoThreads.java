package dirsh.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Two threads that share rounds of work, since most of a round is waiting for another process. */
public final class TwoThreads {

    /** One round. */
    @FunctionalInterface
    public interface Round {
        void run(int number) throws Exception;
    }

    private TwoThreads() {}

    /** Does rounds 0, 1, 2, …; the first failure is thrown once both threads have ended. */
    public static void share(int rounds, Round round) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                all.add(threads.submit(() -> {
                    for (int number = next.getAndIncrement(); number < rounds; number = next.getAndIncrement()) {
                        round.run(number);
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
