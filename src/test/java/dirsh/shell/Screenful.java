package dirsh.shell;

import dirsh.command.CurrentWork;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jline.utils.ScreenTerminal;

/** The real prompt on a terminal in memory: keys go in, and what the user would see comes out. */
final class Screenful implements AutoCloseable {

    static final String CTRL_A = "\u0001";
    static final String CTRL_C = "\u0003";
    static final String CTRL_D = "\u0004";
    static final String CTRL_R = "\u0012";
    static final String TAB = "\t";
    static final String ENTER = "\r";
    static final String RIGHT = "\u001bOC";
    static final String UP = "\u001bOA";
    private static final long PATIENCE_SECONDS = 20;

    final CurrentWork work = new CurrentWork();
    private final ScreenTerminal screen;
    private final LineDisciplineTerminal terminal;
    private final FutureTask<Integer> running;
    private final int width;
    private final boolean dumb;

    /** A prompt in a folder, with the plugins below a root; TERM and further variables as given. */
    Screenful(Path folder, Path root, int width, String term, Map<String, String> more) {
        this.width = width;
        this.dumb = term.equals("dumb");
        try {
            ScreenTerminal.VirtualTerminal virtual = ScreenTerminal.withTerminal("test", term, width, 40);
            this.screen = virtual.screen();
            this.terminal = virtual.terminal();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        PrintStream out = new PrintStream(terminal.output(), true, StandardCharsets.UTF_8);
        Map<String, String> environment = new LinkedHashMap<>(
                Map.of("DIRSH_HOME", folder.resolve("home").toString(), "TERM", term, "LANG", "C.UTF-8"));
        environment.putAll(more);
        Surroundings surroundings =
                new Surroundings(terminal.input(), out, out, true, environment, folder, folder, root, "test", work);
        this.running = new FutureTask<>(() -> Prompt.run(surroundings, Invocation.parse(List.of()), terminal));
        Thread thread = new Thread(running, "prompt under test");
        thread.setDaemon(true);
        thread.start();
        shows("dirsh");
    }

    /** A prompt of the shell's own commands only, which starts fast. */
    static Screenful plain(Path folder) {
        return new Screenful(folder, folder, 100, "xterm-256color", Map.of());
    }

    /** Presses keys. */
    Screenful type(String... keys) {
        try {
            for (String each : keys) {
                terminal.processInputBytes(each.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Waits until the screen shows a text. */
    Screenful shows(String text) {
        return shows("shows '" + text + "'", seen -> seen.contains(text));
    }

    /** Waits until the screen ends with a text, blanks aside. */
    Screenful endsWith(String line) {
        return shows("ends with '" + line + "'", seen -> seen.stripTrailing().endsWith(line));
    }

    private Screenful shows(String what, Predicate<String> test) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!test.test(text())) {
            if (System.nanoTime() > end) {
                throw new AssertionError("the screen never " + what + ":\n" + text());
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return this;
    }

    /** The screen as text, a line each, without the blanks at the ends. */
    String text() {
        return rows().stream().map(Row::text).collect(Collectors.joining("\n"));
    }

    /** The characters of the screen that are red, in order. */
    String red() {
        StringBuilder text = new StringBuilder();
        for (Row row : rows()) {
            for (long cell : row.cells()) {
                if (isRed(cell) && ScreenTerminal.cellCodePoint(cell) > ' ') {
                    text.appendCodePoint(ScreenTerminal.cellCodePoint(cell));
                }
            }
        }
        return text.toString();
    }

    private static boolean isRed(long cell) {
        int rgb = ScreenTerminal.cellForeground(cell); // four bits for each colour
        boolean red = rgb >> 8 > 7 && (rgb >> 4 & 0xF) < 4 && (rgb & 0xF) < 4;
        return ScreenTerminal.cellHasForeground(cell) && red;
    }

    private record Row(String text, List<Long> cells) {}

    private List<Row> rows() {
        long[] cells = new long[width * 40];
        screen.dump(cells, null);
        List<Row> rows = new ArrayList<>();
        for (int y = 0; y < 40; y++) {
            StringBuilder line = new StringBuilder();
            List<Long> row = new ArrayList<>();
            for (int x = 0; x < width; x++) {
                long cell = cells[y * width + x];
                int point = ScreenTerminal.cellCodePoint(cell);
                line.appendCodePoint(point == 0 ? ' ' : point);
                row.add(cell);
            }
            rows.add(new Row(line.toString().stripTrailing(), row));
        }
        return rows;
    }

    /** The exit code, once the shell was left. */
    int left() {
        try {
            return running.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the shell was not left:\n" + text(), e);
        }
    }

    boolean isRunning() {
        return !running.isDone();
    }

    @Override
    public void close() {
        if (isRunning()) {
            work.cancel();
            // A dumb terminal leaves Ctrl-C to the system, which there is none of here.
            type(dumb ? ENTER : CTRL_C).endsWith(">").type("exit", ENTER);
        }
        try {
            running.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            terminal.close();
        } catch (Exception e) {
            throw new IllegalStateException("the shell does not end:\n" + text(), e);
        }
    }
}
