package dirsh.report;

import dirsh.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A Chromium without a window, driven over its DevTools protocol; one page. */
final class Browser {

    private static final long MOST_SECONDS = 180;
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Process process;
    private final WebSocket socket;
    private final BlockingQueue<Map<?, ?>> messages = new LinkedBlockingQueue<>();
    private final List<Map<?, ?>> events = new ArrayList<>();
    private final Map<String, Object> session = new LinkedHashMap<>();
    private long sent;

    /** The program on the path, if there is one. */
    static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts the browser.
     *
     * @param profile a new folder for what it keeps
     */
    Browser(Path program, Path profile) throws IOException, InterruptedException {
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-dev-shm-usage",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path port = profile.resolve("DevToolsActivePort");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (!Files.exists(port) || Files.readAllLines(port).size() < 2) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IOException("the browser " + program + " did not start");
            }
            Thread.sleep(50);
        }
        List<String> lines = Files.readAllLines(port);
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1)), new Listener())
                .join();
        Object target =
                call("Target.createTarget", Map.of("url", "about:blank")).get("targetId");
        session.put(
                "sessionId",
                call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                        .get("sessionId"));
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", Map.of());
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                messages.add((Map<?, ?>) Json.read(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    /** Opens a file at a width in CSS pixels and waits until it is loaded. */
    void open(Path file, int width, int height) throws InterruptedException {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        events.clear();
        call("Page.navigate", Map.of("url", file.toUri().toString()));
        while (events.stream().noneMatch(event -> "Page.loadEventFired".equals(event.get("method")))) {
            events.add(next());
        }
    }

    /** What the page said to the console, threw, was refused or asked of a network since it was opened. */
    List<String> complaints() throws InterruptedException {
        evaluate("1"); // whatever was sent before is here by then
        return events.stream()
                .filter(event -> List.of("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded")
                                .contains(String.valueOf(event.get("method")))
                        || event.toString().contains("url=http"))
                .map(Object::toString)
                .toList();
    }

    /** The value of a JavaScript expression, a promise awaited; text, number, boolean, list or map. */
    Object evaluate(String expression) throws InterruptedException {
        Map<?, ?> result =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.containsKey("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result.get("exceptionDetails"));
        }
        return ((Map<?, ?>) result.get("result")).get("value");
    }

    Map<?, ?> call(String method, Map<String, ?> parameters) throws InterruptedException {
        Map<String, Object> message = new LinkedHashMap<>(session);
        long id = ++sent;
        message.put("id", id);
        message.put("method", method);
        message.put("params", parameters);
        socket.sendText(Json.write(message), true).join();
        while (true) {
            Map<?, ?> answer = next();
            if (Long.valueOf(id).equals(answer.get("id"))) {
                if (answer.get("result") instanceof Map<?, ?> result) {
                    return result;
                }
                throw new AssertionError(method + ": " + answer);
            }
            events.add(answer);
        }
    }

    private Map<?, ?> next() throws InterruptedException {
        Map<?, ?> message = messages.poll(MOST_SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("the browser says nothing");
        }
        return message;
    }

    void close() throws InterruptedException {
        socket.sendText("{\"id\":0,\"method\":\"Browser.close\"}", true).join();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        socket.abort();
    }
}
