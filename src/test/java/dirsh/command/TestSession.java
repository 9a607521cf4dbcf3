package dirsh.command;

import dirsh.home.Home;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A session for tests, whose console can be looked at and answers what the test says. */
public final class TestSession implements Console {

    /** What was said to the user, line by line. */
    public final List<String> lines = new ArrayList<>();

    /** How far work was said to be, word by word. */
    public final List<String> progress = new ArrayList<>();

    /** What the user answers; nobody is there at first. */
    public Optional<String> answer = Optional.empty();

    /** Is told each line as it is said. */
    public Consumer<String> onLine = line -> {};

    private final Session session;

    private TestSession(Path home) {
        Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
        this.session = new Session(
                new Opener(Path.of("")),
                this,
                new CurrentWork(),
                new Repairs.Environment(new Home(home), clock, "CN=Admin One/O=Acme"),
                () -> Catalogue.EMPTY);
    }

    /** A session that keeps its plans and runs below the folder. */
    public static TestSession in(Path home) {
        return new TestSession(home);
    }

    /** The session itself. */
    public Session session() {
        return session;
    }

    @Override
    public void note(String line) {
        lines.add(line);
        onLine.accept(line);
    }

    @Override
    public void warn(String line) {
        lines.add("warning: " + line);
    }

    @Override
    public void progress(String what, long done, long total) {
        progress.add(what + " " + done + "/" + total);
    }

    @Override
    public Optional<String> ask(String question) {
        lines.add(question);
        return answer;
    }

    @Override
    public Optional<char[]> askSecret(String question) {
        lines.add(question);
        return answer.map(String::toCharArray);
    }
}
