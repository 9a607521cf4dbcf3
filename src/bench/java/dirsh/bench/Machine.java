package dirsh.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** The machine of a measurement, as far as it says what it is. */
final class Machine {

    private final double loadBefore = load();

    /** Date, processors, load at the beginning and now, JDK and system in a line. */
    String line() throws IOException {
        return String.format(
                Locale.ROOT,
                "%s, %d x %s, load %.1f before and %.1f after, JDK %s (%s), %s",
                LocalDate.now(ZoneOffset.UTC),
                Runtime.getRuntime().availableProcessors(),
                processor(),
                loadBefore,
                load(),
                System.getProperty("java.version"),
                System.getProperty("java.vendor"),
                System.getProperty("os.name"));
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String processor() throws IOException {
        Path told = Path.of("/proc/cpuinfo");
        if (Files.exists(told)) {
            for (String line : Files.readAllLines(told)) {
                if (line.startsWith("model name")) {
                    return line.substring(line.indexOf(':') + 1).strip();
                }
            }
        }
        return System.getProperty("os.arch");
    }
}
