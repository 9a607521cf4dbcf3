package dirsh.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A table of {@code src/docs/benchmarks.md}: the files it needs and who takes turns on them. */
enum Table {
    /** Goals G1, G2, G10. */
    DXL("dirsh.source.dxl.DxlSpeed") {
        @Override
        List<Contender> contenders(Commands run, Path data) {
            String folder = data.toString();
            return List.of(
                    run.java("Aalto asynchronous, tokens only", maker(), "aalto", folder),
                    run.java("dirsh: scan, diagnosis, comparison", Commands.OWN, maker(), "compare", folder),
                    run.smallShell(
                            "dirsh, the shell: open, exchange, compare",
                            "open " + data.resolve("names.dxl") + "; exchange " + data.resolve("exchange.csv")
                                    + "; compare"),
                    run.java("dirsh: scan and diagnosis", Commands.OWN, maker(), "diagnose", folder),
                    run.java("dirsh: scan", Commands.OWN, maker(), "scan", folder));
        }
    },

    /** Goal G5: what others cost by dirsh. */
    PARSERS("dirsh.source.dxl.DxlSpeed") {
        @Override
        String files() {
            return DXL.files();
        }

        @Override
        List<Contender> contenders(Commands run, Path data) {
            String folder = data.toString();
            String peers = "dirsh.bench.DxlPeers";
            return List.of(
                    run.java("dirsh: scan and diagnosis", Commands.OWN, maker(), "diagnose", folder),
                    run.java("JDK StAX, scan and verdict", peers, "verdicts-jdk", folder),
                    run.java("Woodstox, scan and verdict", peers, "verdicts-woodstox", folder),
                    run.java("JDK StAX, tokens only", maker(), "jdk", folder),
                    run.java("JDK SAX, tokens only", peers, "tokens-sax", folder),
                    run.java("Woodstox, tokens only", peers, "tokens-woodstox", folder),
                    run.java("Aalto StAX, tokens only", peers, "tokens-aalto", folder),
                    run.java("Aalto asynchronous, tokens only", maker(), "aalto", folder),
                    run.java("Aalto asynchronous, tokens with their texts", maker(), "aalto-text", folder));
        }
    },

    /** The first answer of goal G6, and by the clock of one session the second ones. */
    ANSWERS("dirsh.source.dxl.DxlSpeed") {
        @Override
        String files() {
            return DXL.files();
        }

        @Override
        List<Contender> contenders(Commands run, Path data) {
            String open = "open " + data.resolve("names.dxl");
            return List.of(
                    run.shell("dirsh, the shell: open", open),
                    run.shell("open, find", open + "; find 'Department=\"Accounting\"'"),
                    run.shell("open, diagnose", open + "; diagnose"),
                    run.shell("open, status", open + "; status"),
                    run.script("one session, all of it twice", "src/bench/answers-again.groovy", data.toString()));
        }
    },

    /** Goal G4. */
    CSV("dirsh.exchange.CsvSpeed") {
        @Override
        List<Contender> contenders(Commands run, Path data) {
            String folder = data.toString();
            return List.of(
                    run.java("DuckDB, full outer join", "dirsh.bench.CsvDuck", "join", folder),
                    run.java("dirsh: diagnosis and comparison", Commands.OWN, maker(), "compare", folder),
                    run.smallShell(
                            "dirsh, the shell: open, exchange, compare",
                            "open " + data.resolve("directory.csv") + "; exchange " + data.resolve("exchange.csv")
                                    + "; compare"),
                    run.java("FastCSV and a HashMap", maker(), "join", folder),
                    run.java("DuckDB, started only", "dirsh.bench.CsvDuck", "start", folder));
        }
    },

    /** Goal G3. */
    LDIF("dirsh.exchange.LdifSpeed") {
        @Override
        Path base(Path data) {
            return data.resolve("people");
        }

        @Override
        List<Contender> contenders(Commands run, Path data) {
            String base = base(data).toString();
            Contender dirsh = run.java("dirsh: diagnosis and comparison", Commands.OWN, maker(), "compare", base);
            Contender reader = run.java("UnboundID LDIFReader, one file, nothing compared", maker(), "read", base);
            // A million entries ldif-diff does not compare within minutes.
            return run.isLarge()
                    ? List.of(dirsh, reader)
                    : List.of(
                            run.java("UnboundID ldif-diff", List.of("-Xmx12g"), maker(), "diff", base), dirsh, reader);
        }
    },

    /** Goal G9: the rate stands in what each answers. */
    NSF("dirsh.source.nsf.NsfSpeed") {
        @Override
        Path base(Path data) {
            return data.resolve("names.nsf");
        }

        @Override
        List<Contender> contenders(Commands run, Path data) {
            String file = base(data).toString();
            return List.of(
                    run.java("full compilation", List.of("-Xmx192m", Commands.SERIAL), maker(), "scan", file),
                    run.java("as the launcher starts", Commands.OWN, maker(), "scan", file));
        }
    },

    /** {@code replicas compare}. */
    REPLICAS("dirsh.replica.ReplicaSpeed") {
        @Override
        List<Contender> contenders(Commands run, Path data) {
            return List.of(
                    run.java("compare all documents of both", Commands.OWN, maker(), "compare", data.toString()));
        }
    };

    private final String maker;

    Table(String maker) {
        this.maker = maker;
    }

    /** The class that makes the files and has most of the contenders. */
    String maker() {
        return maker;
    }

    /** The word for the files, which several tables may share. */
    String files() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What the maker is told of a folder for the data. */
    Path base(Path data) {
        return data;
    }

    /** Who takes turns, the one that the others are measured by first. */
    abstract List<Contender> contenders(Commands run, Path data);

    /** The command that makes the files. */
    List<String> making(Commands run, Path data) {
        return run.java(name(), maker, "make", base(data).toString(), Integer.toString(run.people()))
                .command();
    }
}
