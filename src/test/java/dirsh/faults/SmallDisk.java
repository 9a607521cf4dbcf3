package dirsh.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real disk with little room: a tmpfs in a mount namespace of its own, which is gone with its processes.
 *
 * <p>dirsh runs on it twice, with little room and after room was made. What it left each time is copied aside.
 *
 * @param folder holds the folder {@code disk}, whose files are put on the small disk
 */
public record SmallDisk(Path folder) {

    /** Where each process finds its files. */
    private static final String DISK = "disk";

    private static final long MOST_SECONDS = 240;

    private static final String SCRIPT =
            """
            set -e
            size=$1; before=$2; after=$3; shift 3
            cp -a disk stage
            mount -t tmpfs -o "size=$size" tmpfs disk
            cp -a stage/. disk
            cd disk
            set +e
            "$@" "$before" > ../full.out 2> ../full.err
            echo $? > ../full.code
            cp -a . ../full
            mount -o remount,size=256m tmpfs "$PWD"
            # A run without its plan has not begun.
            run=$(ls .dirsh/runs/*/plan.json 2> /dev/null | sed 's:.*runs/::; s:/.*::')
            if [ -n "$run" ]; then after="$after $run --yes"; else after=$before; fi
            "$@" "$after" > ../room.out 2> ../room.err
            echo $? > ../room.code
            cp -a . ../room
            """;

    /**
     * What a process came to.
     *
     * @param files the disk as it left it
     */
    public record Ended(int code, String err, Path files) {}

    /** Whether this machine lets the user mount in a namespace of his own. */
    public static boolean isPermitted() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=64k tmpfs /mnt")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(MOST_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }

    /**
     * Runs dirsh with little room, then with enough.
     *
     * @param bytes the size of the disk at first
     * @param commands the command lines
     * @param resume the command lines that follow, to which the run's id is added; if there is no run the first ones again
     */
    public void run(long bytes, String commands, String resume) throws IOException, InterruptedException {
        Path disk = folder.resolve(DISK);
        ProcessBuilder builder = Child.builder(disk, List.of(), "dirsh.Main", List.of("-c"));
        List<String> command = new ArrayList<>(
                List.of("unshare", "-rm", "sh", "-c", SCRIPT, "sh", Long.toString(bytes), commands, resume));
        command.addAll(builder.command());
        Process process = builder.command(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("script.out").toFile())
                .start();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the processes do not end");
        }
        if (process.exitValue() != 0) {
            throw new AssertionError("no small disk: " + Files.readString(folder.resolve("script.out")));
        }
    }

    /** How it went while there was little room. */
    public Ended full() throws IOException {
        return ended("full");
    }

    /** How it went once there was room. */
    public Ended room() throws IOException {
        return ended("room");
    }

    private Ended ended(String name) throws IOException {
        return new Ended(
                Integer.parseInt(
                        Files.readString(folder.resolve(name + ".code")).strip()),
                Files.readString(folder.resolve(name + ".err")),
                folder.resolve(name));
    }
}
