package dirsh.repair;

import dirsh.json.Json;
import dirsh.json.JsonObject;
import dirsh.model.DirshException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who holds the lock of a book, as its lock file says.
 *
 * @param pid of the process
 * @param started when that process began, in milliseconds, since numbers are used again; 0 where not known
 * @param host where it runs
 * @param since when it took the lock
 * @param run what it does under the lock; empty as long as no run was begun
 */
record LockOwner(long pid, long started, String host, String since, String run) {

    /** This process. */
    static LockOwner me(String host, Instant now) {
        return new LockOwner(ProcessHandle.current().pid(), started(ProcessHandle.current()), host, now.toString(), "");
    }

    LockOwner with(String newRun) {
        return new LockOwner(pid, started, host, since, newRun);
    }

    /** Whether the process still runs; only its own host can tell. */
    boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> started == 0 || started(process) == 0 || started(process) == started)
                .isPresent();
    }

    String encoded() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("pid", Long.toString(pid));
        fields.put("started", Long.toString(started));
        fields.put("host", host);
        fields.put("since", since);
        fields.put("run", run);
        return Json.write(fields);
    }

    /** The owner a lock file names; nothing if it names none that can be read, such as one being written. */
    static Optional<LockOwner> decoded(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            JsonObject data = JsonObject.read("lock", text);
            return Optional.of(new LockOwner(
                    Long.parseLong(data.text("pid")),
                    Long.parseLong(data.text("started")),
                    data.text("host"),
                    data.text("since"),
                    data.text("run")));
        } catch (DirshException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    @Override
    public String toString() {
        String what = run.isEmpty() ? "process " : "run " + run + " of process ";
        return what + pid + " on " + host + " since " + since;
    }
}
