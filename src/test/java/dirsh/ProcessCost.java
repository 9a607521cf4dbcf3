package dirsh;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;

/** What a process of a measurement tells when its work is done: what came of it, CPU and wall time, peak memory. */
public final class ProcessCost {

    private ProcessCost() {}

    /**
     * Does the work and prints a line.
     *
     * @param what the word the work was asked for by
     * @param work gives what came of it
     */
    public static void tell(String what, Callable<String> work) throws Exception {
        long begin = System.nanoTime();
        String came = work.call();
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        new PrintStream(System.out, true)
                .printf(
                        Locale.ROOT,
                        "%s: %s; %.2f CPU s, %.2f s, peak %d MiB%n",
                        what,
                        came,
                        system.getProcessCpuTime() / 1e9,
                        (System.nanoTime() - begin) / 1e9,
                        peak());
    }

    /** The most memory the process ever held, where the system tells. */
    private static long peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
                }
            }
        }
        return 0;
    }
}
