package dirsh.repair;

import dirsh.connector.FlagItem;
import dirsh.home.Home;
import dirsh.home.HostName;
import dirsh.home.PrivateFiles;
import dirsh.json.Json;
import dirsh.json.JsonObject;
import dirsh.model.Counted;
import dirsh.model.DirshException;
import dirsh.model.Note;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The record of who changed what and when: {@code audit.jsonl} under the user's home, one {@link AuditEntry} a line.
 *
 * <p>Lines are only ever appended, each with one write, so that several processes can share the file; nothing rotates or
 * shortens it. It is forced to disk at the end of a run, not line by line: the journal is what a run is resumed from. A line
 * that cannot be written stops the run before the next save.
 */
public final class AuditLog implements AutoCloseable {

    private static final String FAILED = "failed";

    private final Path path;
    private final FileChannel channel;
    private final Clock clock;
    private final String user;
    private final String osUser = System.getProperty("user.name", "unknown");
    private final String host = HostName.get();
    private @Nullable Scope scope;

    AuditLog(Path path, FileChannel channel, Clock clock, String user) {
        this.path = path;
        this.channel = channel;
        this.clock = clock;
        this.user = user;
    }

    private record Scope(String command, String run, String book, String replicaId) {}

    /**
     * Opens the log for appending.
     *
     * @param user who is recorded in the documents
     * @throws DirshException if it cannot be opened, or is a symbolic link
     */
    static AuditLog open(Home home, Clock clock, String user) {
        Path path = PrivateFiles.file(home.audit());
        boolean torn = endsTorn(path);
        FileChannel channel = PrivateFiles.open(path, StandardOpenOption.APPEND);
        AuditLog log = new AuditLog(path, channel, clock, user);
        if (torn) {
            log.append("\n");
        }
        return log;
    }

    /** Whether a line was begun on a full disk or by a program that was killed. */
    private static boolean endsTorn(Path path) {
        try (FileChannel file = PrivateFiles.open(path, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return file.size() > 0 && file.read(last, file.size() - 1) == 1 && last.get(0) != '\n';
        } catch (IOException e) {
            throw DirshException.failed("cannot read audit log " + path + ": " + DirshException.reason(e), "doctor", e);
        }
    }

    /** A run begins or goes on; what follows belongs to it. */
    void begin(String command, String run, RunPlace place, Plan plan) {
        scope = new Scope(command, run, place.address(), plan.replicaId());
        write(AuditEntry.Event.START, AuditEntry.Document.NONE, plan.size() + " planned");
    }

    /** A document was saved. What it held before is the plan's word, since it was saved only while that held. */
    void saved(Change change, Note after) {
        write(
                AuditEntry.Event.SAVED,
                new AuditEntry.Document(
                        change.unid().toString(),
                        change.fullName(),
                        change.before().stream().map(KeptItem::shown).toList(),
                        change.sequence(),
                        FlagItem.of(after).stream().map(ItemWords::of).toList(),
                        after.sequence()),
                Outcome.DONE.toString());
    }

    /** A document was left alone. What it holds now is not the plan's word, so nothing is said of it but whose it is. */
    void refused(Change change, String reason) {
        write(
                AuditEntry.Event.REFUSED,
                new AuditEntry.Document(change.unid().toString(), change.fullName(), List.of(), 0, List.of(), 0),
                reason);
    }

    /** The run ended or was stopped: on disk when this returns. */
    void end(String outcome) {
        write(AuditEntry.Event.END, AuditEntry.Document.NONE, outcome);
        scope = null;
        force();
    }

    /** A verification closed or reopened a run. */
    void verified(Run run, String outcome) {
        scope = new Scope("verify", run.id(), run.place().address(), run.plan().replicaId());
        write(AuditEntry.Event.VERIFIED, AuditEntry.Document.NONE, outcome);
        scope = null;
    }

    /** A command is about to be sent to a server's console, or was answered: on disk when this returns. */
    void console(String server, String command, String outcome) {
        scope = new Scope("console " + command, "", server, "");
        write(AuditEntry.Event.CONSOLE, AuditEntry.Document.NONE, outcome);
        scope = null;
        force();
    }

    private void force() {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private void write(AuditEntry.Event event, AuditEntry.Document document, String outcome) {
        Scope now = scope;
        if (now == null) {
            throw new IllegalStateException("no run has begun");
        }
        AuditEntry entry = new AuditEntry(
                clock.instant().toString(),
                event,
                osUser,
                user,
                host,
                now.command(),
                now.run(),
                now.book(),
                now.replicaId(),
                document,
                outcome);
        append(Json.write(entry.fields()) + "\n");
    }

    private void append(String line) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private DirshException broken(IOException e) {
        return DirshException.failed(
                "cannot write audit log " + path + ": " + DirshException.reason(e), "make room on that disk", e);
    }

    /** Says that the run failed unless its end was recorded, and closes the file. */
    @Override
    public void close() {
        try (channel) {
            if (scope != null) {
                write(AuditEntry.Event.END, AuditEntry.Document.NONE, FAILED);
            }
        } catch (DirshException e) {
            // What ended the run is on its way to the user; that this line is missing adds nothing.
            scope = null;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /**
     * The lines of the log, the oldest first.
     *
     * @param run only those of this run; all if empty
     * @param last only so many of the last ones; all if 0
     * @param damaged is told once if there are lines that cannot be read
     */
    static List<AuditEntry> read(Home home, Optional<String> run, int last, Consumer<String> damaged) {
        if (!Files.exists(home.audit(), LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        Deque<AuditEntry> entries = new ArrayDeque<>();
        int unreadable = 0;
        try (FileChannel file = PrivateFiles.open(home.audit(), StandardOpenOption.READ);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Channels.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<AuditEntry> entry = parsed(line);
                unreadable += entry.isEmpty() && !line.isEmpty() ? 1 : 0;
                entry.filter(read -> run.isEmpty() || run.get().equals(read.run()))
                        .ifPresent(entries::add);
                if (last > 0 && entries.size() > last) {
                    entries.remove();
                }
            }
        } catch (IOException e) {
            throw DirshException.failed(
                    "cannot read audit log " + home.audit() + ": " + DirshException.reason(e), "doctor", e);
        }
        if (unreadable > 0) {
            damaged.accept(Counted.of(unreadable, "line") + " of " + home.audit() + " cannot be read");
        }
        return List.copyOf(entries);
    }

    private static Optional<AuditEntry> parsed(String line) {
        try {
            return Optional.of(AuditEntry.of(JsonObject.read("audit log", line)));
        } catch (DirshException e) {
            return Optional.empty();
        }
    }
}
