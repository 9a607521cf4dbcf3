package dirsh.command;

import dirsh.home.Home;
import dirsh.home.PrivateFiles;
import dirsh.json.Json;
import dirsh.model.DirshException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** The record of what was sent to server consoles and what they answered: {@code console.jsonl} under the user's home. */
final class ConsoleLog {

    private final Repairs.Environment environment;

    ConsoleLog(Repairs.Environment environment) {
        this.environment = environment;
    }

    /** A command is about to be sent; on disk when this returns. */
    void sending(String server, String command) {
        append(server, command, Map.of("event", "sent"));
    }

    /** A command was answered. */
    void answered(String server, String command, String answer) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("event", "answered");
        fields.put("answer", answer);
        append(server, command, fields);
    }

    private void append(String server, String command, Map<String, ?> more) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", environment.clock().instant().toString());
        line.put("user", environment.user());
        line.put("server", server);
        line.put("command", command);
        line.putAll(more);
        Home home = environment.home();
        Path file = PrivateFiles.file(home.folder().resolve("console.jsonl"));
        try (FileChannel channel = PrivateFiles.open(file, StandardOpenOption.APPEND)) {
            channel.write(ByteBuffer.wrap((Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(false);
        } catch (IOException e) {
            throw DirshException.failed("cannot write " + file + ": " + DirshException.reason(e), "doctor", e);
        }
    }
}
