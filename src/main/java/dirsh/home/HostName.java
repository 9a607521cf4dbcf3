package dirsh.home;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of this machine, for records that somebody may read on another one. */
public final class HostName {

    private HostName() {}

    /** The name; {@code localhost} where the system does not tell. */
    public static String get() {
        try {
            // Asked first because the resolver may wait for a name server.
            String name = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
            if (!name.isEmpty()) {
                return name;
            }
        } catch (IOException e) {
            // Not Linux: the resolver knows.
        }
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
